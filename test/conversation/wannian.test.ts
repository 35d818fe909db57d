/**
 * 万年 2022 in the chat: it begins at its lists and pools; 联席办 and 司法局 review item by item, each on its own points; July is quiet; the
 * C pool is covered in full.
 */
import { expect, it } from 'vitest';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import { keysDrawn, rowsOf } from '../scenario/county.ts';
import { expectProved, freezeWith, issueAndPublish, proposeAll, throughTheLocks, told } from './acts.ts';
import { drawing, town } from './town.ts';

/** The pools of the year stand before its plan is drafted in March. */
const change = (made: Sample): Sample => ({
  ...drawing(made, { 0: { A: 500, B: 3000, C: 10_000 }, 3: { A: 500, B: 5000, C: 10_000 } }),
  classifications: made.classifications.map((each) => ({ ...each, date: '2026-01-20' })),
});

it('万年：从清单和三个库到联席办、司法局逐项审核，再到派发，各人所见', async () => {
  const here = await town({ jurisdiction: 'wannian-2022', at: '2026-03-10T09:00', tasks: 4, change });
  const { user, channel, at } = here;
  const 联席办 = user('联席办综合组').in('联席办');
  const 审核组 = user('联席办审核组');
  const 司法局 = user('县司法局合法性审核员');
  const 县公安局 = user('县公安局联络员');
  const draft = () => channel('联席办').find((post) => post.startsWith('2026 年度抽查计划\n')) ?? '';

  // 一、清单和库：各单位还欠什么，什么时候到期
  expect(await 县公安局.home()).toContain('建立并报送：随机抽查事项清单');
  expect(await 联席办.home()).toContain('将年度计划录入平台，期限 2026年3月31日');

  // 二、申报、汇总；七月是“无事不扰”月份，只有 C 类可以检查
  await proposeAll(here);
  await 联席办.command('/plan', '汇总');
  expect(told(await 联席办.submit())).toContain('4 项任务，草案');
  await 联席办.close();
  expect(draft()).toContain('联席会议办公室（抽查比例、检查频次、是否涉及重复检查）：待审核');
  expect(draft()).toContain('司法局（行政权力清单的合法性）：待审核');
  const 药店 = '99072320260004 2026年药品零售企业联合抽查';
  const 食堂 = '99072320260002 2026年学校（含幼儿园）食堂联合抽查';
  const move = async (任务: string, values: Record<string, string>): Promise<string> => {
    await 联席办.press('修改任务');
    await 联席办.fill({ 哪一项任务: 任务 }).submit();
    const said = told(await 联席办.fill(values).submit());
    await 联席办.close();
    return said;
  };
  expect(await move(药店, { 检查实施期至: '2026-07-15', 调整理由: '人手不足' })).toContain('第 2 版');
  expect(draft()).toContain(
    'A类7月属“企业安静期”，应安排在6月，或有理由并备案〔须修改；依据：万府办字〔2022〕55号 三(二)1〕',
  );
  expect(told(await 联席办.press('送审'))).toContain('须先改正');
  await move(药店, { 检查实施期至: '2026-06-30', 调整理由: '避开七月' });
  expect(told(await 联席办.press('送审'))).toContain('已通知 2 名审核人员');

  // 三、逐项审核：各就本单位负责的方面；司法局退回一项
  expect(told(await 审核组.press('逐项审核'))).toContain('联席会议办公室（抽查比例、检查频次、是否涉及重复检查）');
  for (const nth of [0, 1, 2]) await 审核组.press('通过', { nth });
  expect(told(await 审核组.press('通过', { nth: 3 }))).toContain('各项已审完，全部通过（4 项）');
  expect(draft()).toContain('联席会议办公室（抽查比例、检查频次、是否涉及重复检查）：已通过');
  expect(told(await 联席办.command('/plan', '印发'))).toContain('审核中');
  expect(told(await 联席办.press('印发'))).toContain('司法局');
  const page = told(await 司法局.press('逐项审核'));
  expect(page).toContain('依据：《学校食品安全与营养健康管理规定》；权责清单编号：QL-SCJG-011');
  for (const nth of [1, 2, 3]) await 司法局.press('通过', { nth });
  const form = await 司法局.press('退回此项');
  expect(form.form?.fields[0]?.options).toEqual(['行政权力清单的合法性']);
  const words = '高考期间不宜入校检查，请调整实施期';
  expect(told(await 司法局.fill({ 修改意见: words }).submit())).toContain('退回 1 项：99072320260002');
  await 司法局.close();
  expect(draft()).toContain('草案');
  expect(channel('联席办').join('\n')).toContain(words);
  expect(await move(食堂, { 检查实施期自: '2026-06-10', 调整理由: '按司法局意见避开高考' })).toContain('草案');
  expect(told(await 联席办.press('送审'))).toContain('已通知 2 名审核人员');
  expect(told(await 司法局.press('逐项审核'))).toContain(`曾退回：${words}`);
  expect(told(await 司法局.press('全部通过'))).toContain('还缺审核：联席会议办公室');
  expect(told(await 审核组.press('全部通过'))).toContain('审核通过');
  await issueAndPublish(联席办, '门户网站', 'https://example.invalid/plan', '2026-03-10');
  expect(channel('县教育局').join('\n')).toMatch(/2026(-06-10 至 |年6月10日至)2026/);

  // 四、抽取、派发；C 类全部抽到
  await at('2026-05-28T09:00');
  await 联席办.command('/draw', '新建');
  expect(await freezeWith(联席办, ['何秋（人大代表）'], ['苏宁远（纪检监察）'])).toContain(
    '第 1 次抽取已锁定：任务 4 项',
  );
  const record = await throughTheLocks(here, {
    office: 联席办,
    ceremony: 1,
    own: [user('人大代表监督员').in('明抽')],
    desk: [user('纪检监察监督员').in('明抽')],
    typists: [联席办, 司法局.in('联席办')],
    after: '2026-05-28T11:01',
  });
  expect(told(await 联席办.press('派发检查任务'))).toContain('已派发');
  await 联席办.close();
  const rows = rowsOf(record);
  for (const [t] of record.manifest.tasks.entries()) {
    const c = rows.filter(({ marks }) => marks[t]?.label === 'C' && marks[t]?.reason === null).map(({ key }) => key);
    expect([...keysDrawn(record, t, 'C')].sort()).toEqual(c.sort());
  }
  expect(channel('县市场监督管理局').join('\n')).toMatch(/本单位须检查 \d+ 户次/);
  expect(channel('县公安局').join('\n')).not.toContain('本单位须检查');
  await expectProved(here, record);
}, 60_000);
