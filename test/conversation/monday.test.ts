/**
 * Monday morning: thirty departments answer within the same second, by words, by button and by words that they change at once; the
 * platform delivers everything three times, out of order, with and without its marks of a retry.
 */
import { expect, it } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { nameChannel } from '../../bot/verbs/chat/name-channel.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { facts, people, value } from '../desk.ts';
import { installation } from '../slack/installation.ts';
import { csv } from '../verbs/make.ts';

const numbers = Array.from({ length: 30 }, (_, i) => String(i + 1).padStart(2, '0'));
const byWords = numbers.slice(0, 12);
const byButton = numbers.slice(12, 24);
const changing = numbers.slice(24);

it('三十个单位一秒内答复（文字、按钮、发出又改），各送达三次、次序打乱并带重试标记：一单位一份答复，统计正确', async () => {
  const here = await installation();
  const { desk, workspace, door } = here;
  const rows = numbers.map((no) => [`d${no}`, `清漪县第${no}单位`, '成员单位', '是', '2020-01-01']);
  const header = ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'];
  const bytes = csv(header, ['office', '清漪县联席会议办公室', '联席会议办公室', '否', '2020-01-01'], ...rows);
  value(await importList(desk, people.office, { bytes, file: '成员单位.csv' }));
  for (const no of numbers) {
    const user = `U0D${no}`;
    value(await enrol(desk, people.office, person(`d${no}-l`, `联络员${no}`, `d${no}`, ['liaison'])));
    await workspace.addMember({ id: user, realName: `第${no}单位联络员` });
    await workspace.addChannel({ id: `C0D${no}`, name: `第${no}单位`, members: [user] });
    value(await linkForPerson(desk, people.office, { platform: 'slack', user }, `d${no}-l`));
    value(await nameChannel(desk, people.office, { platform: 'slack', typed: `d${no}`, channel: `C0D${no}` }));
  }
  const letter = { letter: '请各单位研究提出本年度抽查任务。', matters: '抽查任务', contact: null };
  const deadline = { kind: 'working-days', days: 5 } as const;
  const asked = ['scjg', 'wjw', ...numbers.map((no) => `d${no}`)];
  value(await openConsultation(desk, people.office, { key: 'all', year: 2025, ...letter, deadline, asked }));
  await here.settle();

  // What is pressed is kept, to be delivered again.
  const pressed: string[] = [];
  workspace.outgoing.connect(async (request) => {
    const copy = await request.clone().text();
    if (copy.startsWith('payload=') && !pressed.includes(copy)) pressed.push(copy);
    return door.hono.fetch(new Request(request.url.replace('/slack/', '/'), request));
  });
  const liaison = (no: string) => here.user(`第${no}单位联络员`);
  here.hold();
  for (const no of byWords) await liaison(no).reply(Number(no) % 3 === 0 ? '我局不参加，无此类事项' : '我局无意见');
  for (const no of changing) {
    await liaison(no).reply('我局无意见');
    await liaison(no).edit('我局无意见', '我局不参加，人手不够');
  }
  const marks = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
  await Promise.all([
    here.release({ times: 3, order: 'shuffled' }),
    ...byButton.map((no) => liaison(no).press(Number(no) % 2 === 0 ? '参加' : '无意见')),
  ]);
  const again = [...pressed, ...pressed].map((body) => {
    const contentType = 'application/x-www-form-urlencoded';
    return here.raw({ body, contentType, headers: marks });
  });
  expect((await Promise.all(again)).map(({ status }) => status)).toEqual(again.map(() => 200));
  await here.settle();

  const replied = (await facts(desk)).filter(({ kind }) => kind === 'reply-received');
  const of = (all: readonly string[]) => replied.filter(({ actor }) => all.some((no) => actor.includes(`d${no}-l`)));
  expect([of(byWords).length, of(byButton).length]).toEqual([12, 12]);
  expect(new Set(replied.map(({ actor }) => actor)).size).toBe(replied.length);
  const [tally = ''] = here.channel('联席办');
  const line = (title: string) => tally.split('\n').find((each) => each.startsWith(title)) ?? '';
  expect(tally).toContain(`已反馈：${replied.length}/32 个单位`);
  expect(line('参加（').match(/第\d\d单位/g)).toHaveLength(6);
  expect(line('不参加（').match(/第\d\d单位/g)).toHaveLength(4);
  expect(
    line('无意见（')
      .replaceAll(/第\d\d单位（原文有变动，待确认）/g, '')
      .match(/第\d\d单位/g),
  ).toHaveLength(8 + 6);
  // Whoever changed his words has consented to nothing: he stands as silent, or as to be confirmed, and has been asked.
  for (const no of changing) {
    const isOpen = line('未反馈（').includes(`第${no}单位`) || tally.includes(`第${no}单位（原文有变动，待确认）`);
    expect([no, isOpen]).toEqual([no, true]);
    const seen = [...here.channel(`第${no}单位`), ...liaison(no).notes()].join('\n');
    expect(seen).toMatch(/请确认反馈是否仍然有效|尚未记录，请点按钮确认/);
  }
  // Deliveries: everything once by the platform's own count, twice more by its retries, and nothing went wrong.
  expect(here.deliveries().length).toBeGreaterThanOrEqual(3 * (byWords.length + 2 * changing.length));
  expect(here.deliveries().filter(({ failure }) => failure !== 'none')).toEqual([]);
  for (const no of numbers)
    expect(here.channel(`第${no}单位`).filter((post) => post.includes('征询函'))).toHaveLength(1);
  expect(await verifyLedger(desk.db)).toMatchObject({ ok: true });
}, 60_000);
