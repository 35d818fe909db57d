import { describe, expect, it } from 'vitest';
import type { Values } from '../../bot/message/form.ts';
import { postKind } from '../../bot/post/table.ts';
import { discloseDue } from '../../bot/verbs/draw/clock.ts';
import { reveal } from '../../bot/verbs/draw/reveal.ts';
import { seal, secretHeld } from '../../bot/verbs/draw/seal.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { facts, value } from '../desk.ts';
import {
  hands,
  ownSecret,
  type PlannedDesk,
  plannedDesk,
  again as reopened,
  thrown,
  times,
  typedAtDesk,
  witnesses,
} from '../drawn-desk.ts';
import { formOf, heard, type Room, room, textOf } from './draw-room.ts';

const terms: Values = {
  own: [hands.deputy.person, hands.thirdParty.person],
  desk: [hands.discipline.person],
  seal: '10:00',
  reveal: '11点',
  extras: ['accept'],
};

/** The office freezes all tasks of its plan in a form. */
async function frozen(desk: PlannedDesk): Promise<Room> {
  const chat = room(desk);
  const office = chat.seat(hands.drafter);
  const looked = await office.submits(formOf(await office.types('/draw 新建')), terms);
  expect(heard(await office.submits(formOf(looked)))).toMatch(/第 1 次抽取已锁定：任务 4 项，名单 150 户/);
  return chat;
}

/** The two witnesses with pages of their own seal there. */
async function sealedOnPages(desk: PlannedDesk, chat: Room): Promise<void> {
  const [, manifest = ''] = /待抽名单摘要 ([0-9a-f]{64})/.exec(await chat.reads('ceremony/1')) ?? [];
  for (const { person } of [hands.deputy, hands.thirdParty]) {
    const actor = person === hands.deputy.person ? hands.deputy : hands.thirdParty;
    const commitment = commitmentOf(1, manifest, person, ownSecret(person));
    value(await seal(desk, actor, { ceremony: 1, commitment }));
  }
}

const digitsIn = async (chat: Room): Promise<string> =>
  /会签码 ([0-9a-f]{8})/.exec(await chat.reads('ceremony/1'))?.[1] ?? '';

describe('a ceremony held in the thread', () => {
  it('the office sees what a ceremony will come to before it freezes, and every person what is asked of it at each lock', async () => {
    const desk = await plannedDesk();
    const chat = room(desk);
    const office = chat.seat(hands.drafter);

    // Lock 1.
    const first = await office.types('/draw 新建');
    expect(heard(first)).toContain('尚未抽取的任务 4 项');
    const looked = await office.submits(formOf(first), terms);
    expect(heard(looked)).toMatch(/预计：任务 4 项，抽取 \d+ 项次，分 1 个联合组，合并后上门约 \d+ 次/);
    expect((await facts(desk)).some(({ kind }) => kind === 'ceremony-frozen')).toBe(false);
    expect(heard(await office.submits(formOf(looked)))).toContain('第 1 次抽取已锁定');
    const digits = await digitsIn(chat);
    expect(digits).toMatch(/^[0-9a-f]{8}$/);
    expect(await chat.reads('ceremony/1')).toContain('请各位监督人员会签、封签，2025年6月26日10:00（北京时间）截止。');
    expect(await chat.buttonsOf('ceremony/1')).toEqual(['密封条', '中止']);
    expect(await chat.buttonsOf('ceremony-witness/1/w2')).toEqual(['会签', '封签']);
    expect(await chat.buttonsOf('ceremony-witness/1/w1')).toEqual(['会签']);
    expect(await chat.reads('ceremony-witness/1/w1')).toContain('https://mingchou.invalid/witness/1');

    // Lock 2.
    for (const witness of witnesses)
      expect(heard(await chat.seat(witness).fills('draw-cosign', 1, { digits }))).toContain('已会签第 1 次抽取');
    expect(heard(await chat.seat(hands.discipline).fills('draw-seal', 1, { typed: typedAtDesk }))).toContain('已封签');
    expect(await chat.reads('ceremony-witness/1/w2')).toContain('已会签、封签。封签截止后另行通知启封。');
    await sealedOnPages(desk, chat);
    expect(await chat.reads('ceremony/1')).toContain('请已封签的监督人员启封，2025年6月26日11:00（北京时间）截止');
    expect(await chat.buttonsOf('ceremony-unsealing/1/w2')).toEqual(['启封']);
    expect(await chat.reads('ceremony-unsealing/1/w1')).toContain('在本人网页启封');
    // The private post says it; the answer does not say it once more. Typed, it is answered.
    expect(await chat.seat(hands.discipline).presses('draw-reveal', 1)).toEqual({ kind: 'done' });
    expect(await chat.reads('ceremony-unsealing/1/w2')).toContain('您已启封');
    expect(heard(await chat.seat(hands.discipline).types('/draw 启封'))).toContain('您已启封');
    value(await reveal(desk, hands.deputy, { ceremony: 1, secret: ownSecret(hands.deputy.person) }));

    // Lock 3: the third party did not come; the clock has closed the opening, though nobody has acted yet.
    desk.setNow(times.reveal);
    expect(await chat.reads('ceremony/1')).toMatch(/启封 2\/3，缺席 1/);
    expect(await chat.reads('ceremony-unsealing/1/w3')).toContain('启封已截止，您记为缺席');
    expect(await chat.buttonsOf('ceremony/1')).toEqual(['录入公共数']);
    const liaison = chat.seat(hands.liaison);
    expect(heard(await liaison.fills('draw-number', 1, { number: thrown }))).toContain('等待另一部门一人录入');
    // The second one sees that somebody has typed, and not what.
    expect(await chat.reads('ceremony/1')).toContain('市场监管局联络员已录入，等待另一部门一人录入。');
    expect(await everything(chat)).not.toContain(thrown);
    expect(heard(await chat.seat(hands.legal).presses('draw-number', 1))).not.toContain(thrown);
    const typed = await chat.seat(hands.legal).fills('draw-number', '1', { number: thrown.replaceAll(' ', '、') });
    expect(heard(typed)).toContain('两人录入一致，公共数已确定，可以开签。');

    // Opening.
    expect(await chat.buttonsOf('ceremony/1')).toEqual(['开签', '更正公共数']);
    const opened = await office.presses('draw-open', 1);
    expect(heard(opened)).toContain('第 1 次抽取已开签');
    expect(await chat.reads('ceremony/1')).toContain('第 1 次抽取 · 已开签');
    expect(await chat.buttonsOf('ceremony/1')).toEqual([]);
    const result = await chat.reads('ceremony-result/1');
    expect(result).toMatch(/抽中 \d+ 项次，合并后上门 \d+ 次，少上门 \d+ 次（进一次门、查多项事）/);
    expect(result).toContain('npx mingchou verify record.json');
    expect(result).toContain('https://mingchou.invalid/lists/1');
    expect(await chat.reads('ceremony-department/1/mz')).toMatch(
      /本单位须检查 \d+ 户次，2025年7月7日至2025年8月29日实施/,
    );
    expect(await chat.reads('ceremony-witness/1/w2')).toContain('您作为监督人员现在即可取得完整记录');
    const slots = [...(await chat.posts()).keys()];
    expect(slots.filter((slot) => slot.startsWith('ceremony-checkpoint/1/'))).toHaveLength(1);
    expect(slots.filter((slot) => slot.startsWith('ceremony-picture/1/'))).toHaveLength(1);
  });

  it('one root is renewed in place; result, picture and checkpoint are all that stands under it', async () => {
    const { chat } = await openedInChat();
    const posts = [...(await chat.posts())];
    const placed = posts.map(([slot, { post }]) => {
      const kind = postKind(post.kind);
      return [slot.split('/')[0], kind?.place(post.about).split(':')[0], kind?.under(post.about)];
    });
    const inOffice = placed.filter(([, place]) => place === 'office');
    expect(inOffice).toEqual([
      ['ceremony', 'office', null],
      ['ceremony-result', 'office', 'ceremony/1'],
      ['ceremony-picture', 'office', 'ceremony/1'],
      ['ceremony-checkpoint', 'office', 'ceremony/1'],
    ]);
    expect(placed.filter(([, place]) => place === 'person').every(([, , under]) => under === null)).toBe(true);
  });

  it('pressed twice, by two of the office, and again after a restart, it is one draw, one result, one checkpoint', async () => {
    const { desk, chat } = await openedInChat();
    const [again, other] = await Promise.all([
      chat.seat(hands.drafter).presses('draw-open', 1),
      chat.seat(hands.reviewer).presses('draw-open', 1),
    ]);
    expect(heard(again)).toBe(heard(other));
    const restarted = room(await reopened(desk));
    expect(heard(await restarted.seat(hands.drafter).presses('draw-open', 1))).toBe(heard(other));
    expect(heard(await chat.seat(hands.drafter).presses('draw-checkpoint', 1))).toContain('已经张贴');
    const kinds = (await facts(desk)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'ceremony-opened')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'checkpoint-posted')).toHaveLength(1);
  });

  it('no post holds an opening, a seed, an enterprise or an inspector', async () => {
    const { desk, chat } = await openedInChat();
    const said = await everything(chat);
    const secrets = [typedAtDesk, ...[hands.deputy, hands.thirdParty].map(({ person }) => ownSecret(person).nonce)];
    for (const id of ['0', hands.discipline.person]) {
      const held = await secretHeld(desk, 1, id);
      secrets.push(held?.nonce ?? 'none', held?.typed ?? 'none');
    }
    for (const secret of secrets) expect(said).not.toContain(secret);
    for (const { name, number } of desk.sample.subjects) {
      expect(said).not.toContain(name);
      expect(said).not.toContain(number);
    }
    for (const { number } of desk.sample.inspectors) expect(said).not.toContain(number);
  });

  it('a draw is disclosed on its date by the clock, and the posts then lead to the record', async () => {
    const { desk, chat } = await openedInChat();
    expect(await discloseDue(desk)).toEqual([]);
    expect(heard(await chat.seat(hands.drafter).types('/draw 公开'))).toContain('2025年8月30日起公开');
    desk.setNow('2025-08-29T16:00:00.000Z');
    expect(await discloseDue(desk)).toEqual([1]);
    expect(await discloseDue(desk)).toEqual([]);
    const disclosed = (await facts(desk)).filter(({ kind }) => kind === 'ceremony-disclosed');
    expect(disclosed.map(({ actor }) => actor)).toEqual(['system:clock']);
    expect(await chat.reads('ceremony-result/1')).toContain('https://mingchou.invalid/draws/1/record.json');
    expect(await chat.reads('ceremony/1')).toContain('完整记录已公开，任何人都可核验');
  });
});

async function openedInChat(): Promise<{ readonly desk: PlannedDesk; readonly chat: Room }> {
  const desk = await plannedDesk();
  const chat = await frozen(desk);
  const digits = await digitsIn(chat);
  for (const witness of witnesses) await chat.seat(witness).fills('draw-cosign', 1, { digits });
  await chat.seat(hands.discipline).fills('draw-seal', 1, { typed: typedAtDesk });
  await sealedOnPages(desk, chat);
  await chat.seat(hands.discipline).presses('draw-reveal', 1);
  for (const actor of [hands.deputy, hands.thirdParty])
    value(await reveal(desk, actor, { ceremony: 1, secret: ownSecret(actor.person) }));
  desk.setNow(times.reveal);
  for (const typist of [hands.liaison, hands.legal])
    await chat.seat(typist).fills('draw-number', 1, { number: thrown });
  expect(heard(await chat.seat(hands.drafter).presses('draw-open', 1))).toContain('已开签');
  return { desk, chat };
}

/** Every word of every post of ceremonies, in both languages, with what a picture says. */
const everything = async (chat: Room): Promise<string> =>
  [...(await chat.posts())]
    .map(([slot, { said }]) => `${slot}\n${textOf(said, true)}\n${said.file?.alt ?? ''}`)
    .join('\n');
