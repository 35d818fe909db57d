/** Thirty departments answer within the same second, each delivered three times and out of order. */
import { expect, it } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { nameChannel } from '../../bot/verbs/chat/name-channel.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { facts, people, value } from '../desk.ts';
import { csv } from '../verbs/make.ts';
import { installation } from './installation.ts';

const numbers = Array.from({ length: 30 }, (_, i) => String(i + 1).padStart(2, '0'));

it('三十个单位同时答复，各送达三次、次序打乱：一单位一份答复，统计正确，没有 5xx，都在三秒内应答', async () => {
  const here = await installation();
  const { desk, workspace } = here;
  const rows = numbers.map((no) => [`d${no}`, `清漪县第${no}单位`, '成员单位', '是', '2020-01-01']);
  const bytes = csv(
    ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'],
    ['office', '清漪县联席会议办公室', '联席会议办公室', '否', '2020-01-01'],
    ['scjg', '清漪县市场监督管理局', '成员单位', '是', '2020-01-01'],
    ['wjw', '清漪县卫生健康局', '成员单位', '是', '2020-01-01'],
    ...rows,
  );
  value(await importList(desk, people.office, { bytes, file: '成员单位.csv' }));
  for (const no of numbers) {
    const user = `U0D${no}`;
    value(await enrol(desk, people.office, person(`d${no}-l`, `联络员${no}`, `d${no}`, ['liaison'])));
    await workspace.addMember({ id: user, realName: `第${no}单位联络员` });
    await workspace.addChannel({ id: `C0D${no}`, name: `第${no}单位`, members: [user] });
    value(await linkForPerson(desk, people.office, { platform: 'slack', user }, `d${no}-l`));
    const channel = { platform: 'slack', typed: `d${no}`, channel: `C0D${no}` };
    value(await nameChannel(desk, people.office, channel));
  }
  value(
    await openConsultation(desk, people.office, {
      key: 'all',
      year: 2025,
      letter: '请各单位研究提出本年度抽查任务。',
      matters: '抽查任务',
      deadline: { kind: 'working-days', days: 5 },
      asked: ['scjg', 'wjw', ...numbers.map((no) => `d${no}`)],
      contact: null,
    }),
  );
  await here.settle();

  here.hold();
  for (const no of numbers)
    await here.user(`第${no}单位联络员`).reply(Number(no) % 3 === 0 ? '我局不参加，无此类事项' : '我局无意见');
  await here.release({ times: 3, order: 'shuffled' });

  const replied = (await facts(desk)).filter(({ kind }) => kind === 'reply-received');
  expect(replied).toHaveLength(30);
  expect(new Set(replied.map(({ actor }) => actor)).size).toBe(30);
  expect(here.channel('联席办').join()).toContain('已反馈：30/32 个单位');
  // And the bot's own posts, of which it hears too.
  expect(here.deliveries().length).toBeGreaterThanOrEqual(90);
  expect(here.deliveries().filter(({ status, ms }) => status !== 200 || ms >= 3000)).toEqual([]);
  for (const no of numbers)
    expect(here.channel(`第${no}单位`).filter((post) => post.includes('征询函'))).toHaveLength(1);
}, 60_000);
