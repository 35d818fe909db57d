/** A ceremony as its people hold it: really signed requests, a practice workspace, the same door that an office runs. */

import { expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { deliverer } from '../../bot/post/deliverer.ts';
import { type Driver, drive } from '../../bot/practice/workspace/driver.ts';
import { serveWorkspace } from '../../bot/practice/workspace/serve.ts';
import { slackConfigOf } from '../../bot/practice/workspace/slack-config.ts';
import { openWorkspace } from '../../bot/practice/workspace/workspace.ts';
import { slackDoor } from '../../bot/slack/app.ts';
import { checkBlocks } from '../../bot/slack/limits.ts';
import { linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { nameChannel } from '../../bot/verbs/chat/name-channel.ts';
import { reveal } from '../../bot/verbs/draw/reveal.ts';
import { seal } from '../../bot/verbs/draw/seal.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { facts, value } from '../desk.ts';
import { hands, ownSecret, type PlannedDesk, plannedDesk, thrown, times, typedAtDesk } from '../drawn-desk.ts';
import { site } from './draw-room.ts';

const members: readonly Actor[] = [
  hands.drafter,
  hands.liaison,
  hands.legal,
  hands.deputy,
  hands.discipline,
  hands.thirdParty,
];

async function installed(desk: PlannedDesk): Promise<Driver> {
  const workspace = await openWorkspace({ check: checkBlocks, minuteMs: 5 });
  const serving = await serveWorkspace(workspace);
  onTestFinished(() => serving.close());
  for (const { person, name } of members)
    await workspace.addMember({ id: `U0${person.toUpperCase()}`, realName: name, locale: 'zh-CN' });
  const rooms = [
    ['C0OFFICE', '联席办', 'office', members],
    ['C0SCJG', '市场监管局', 'scjg', [hands.liaison, hands.drafter]],
  ] as const;
  for (const [id, name, , inside] of rooms)
    await workspace.addChannel({ id, name, members: inside.map(({ person }) => `U0${person.toUpperCase()}`) });
  for (const { person } of members) {
    const account = { platform: 'slack', user: `U0${person.toUpperCase()}` };
    value(await linkForPerson(desk, hands.drafter, account, person));
  }
  for (const [channel, , typed] of rooms)
    value(await nameChannel(desk, hands.drafter, { platform: 'slack', typed, channel }));
  const { app } = workspace;
  const door = slackDoor({ ...desk, site }, slackConfigOf(app, serving.api));
  const outbox = deliverer({ ...desk, site }, door.messenger);
  workspace.outgoing.connect((request) => door.hono.fetch(new Request(request.url.replace('/slack/', '/'), request)));
  const idle = async (): Promise<void> => {
    await door.idle();
    await outbox.deliverDue();
  };
  return drive(workspace, { idle });
}

it('from the form that freezes to the result with its picture, every person sees its own part', async () => {
  const desk = await plannedDesk();
  const chat = await installed(desk);
  const person = ({ name }: Actor) => chat.user(name);
  const office = person(hands.drafter).in('联席办');

  const opened = await office.command('/draw', '新建');
  expect(opened.form?.title).toBe('锁定待抽名单');
  const looked = await office
    .fill({
      '监督人员（本人网页封签）': [hands.deputy.name, hands.thirdParty.name].map(
        (name) => `${name}（${kindOf(name)}）`,
      ),
      '监督人员（会务台代为封存）': [`${hands.discipline.name}（纪检监察）`],
      '封签截止（北京时间）': '10:00',
      '启封截止（北京时间）': '11:00',
      其他: ['已知岗位不足仍锁定，缺额以后补抽'],
    })
    .submit();
  expect(looked.form?.text).toContain('预计：任务 4 项');
  expect(looked.form?.submit).toBe('确认锁定');
  await office.submit();
  await chat.settle();
  const [root = ''] = office.thread('第 1 次抽取');
  expect(root).toContain('请各位监督人员会签、封签');
  const [, digits = ''] = /会签码 ([0-9a-f]{8})/.exec(root) ?? [];
  const [, manifest = ''] = /待抽名单摘要 ([0-9a-f]{64})/.exec(root) ?? [];

  for (const witness of [hands.deputy, hands.discipline, hands.thirdParty]) {
    const seat = person(witness).in('明抽');
    expect(seat.sees().join()).toContain(`监督人员${witness.name}`);
    await seat.press('会签');
    await seat.fill({ '摘要前 8 位': digits }).submit();
  }
  const discipline = person(hands.discipline).in('明抽');
  await discipline.press('封签');
  const short = await discipline.fill({ '数字（6 位以上）': '123' }).submit();
  expect(Object.values(short.form?.errors ?? {}).join()).toContain('至少需要 6 位');
  await discipline.fill({ '数字（6 位以上）': typedAtDesk }).submit();
  for (const { person: id } of [hands.deputy, hands.thirdParty]) {
    const actor = id === hands.deputy.person ? hands.deputy : hands.thirdParty;
    value(await seal(desk, actor, { ceremony: 1, commitment: commitmentOf(1, manifest, id, ownSecret(id)) }));
  }
  await chat.settle();
  await discipline.press('启封');
  value(await reveal(desk, hands.deputy, { ceremony: 1, secret: ownSecret(hands.deputy.person) }));
  desk.setNow(times.reveal);

  for (const typist of [hands.liaison, hands.legal]) {
    const seat = person(typist).in('联席办');
    await seat.command('/draw', '公共数');
    await seat.fill({ '20 个号码': thrown }).submit();
  }
  await office.press('开签');
  const thread = office.thread('第 1 次抽取');
  expect(thread[0]).toContain('已开签');
  expect(thread.join('\n')).toMatch(/抽中 \d+ 项次，合并后上门 \d+ 次/);
  expect(thread.join('\n')).toContain('台账校验点');
  expect(person(hands.liaison).in('市场监管局').sees().join()).toMatch(/本单位须检查 \d+ 户次/);

  const [picture, ...others] = [...chat.workspace.ground.world.files.values()];
  expect([others.length, picture?.type]).toEqual([0, 'image/png']);

  const all = [...chat.channel('联席办'), ...chat.channel('市场监管局'), ...discipline.sees()].join('\n');
  expect(all).not.toContain(typedAtDesk);
  for (const { name, number } of desk.sample.subjects) expect(all.includes(name) || all.includes(number)).toBe(false);
  expect(chat.deliveries().every(({ status }) => status === 200)).toBe(true);
  expect((await facts(desk)).filter(({ kind }) => kind === 'ceremony-opened')).toHaveLength(1);
}, 60_000);

const kindOf = (name: string): string => (name === hands.deputy.name ? '人大代表' : '社会第三方');
