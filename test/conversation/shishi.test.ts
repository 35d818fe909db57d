/**
 * 石狮 2024 in the chat: no letter is sent. A plan comes down from 泉州, departments send their own tasks, a list that was drawn on the
 * city's platform is taken in, and its visits meet ours.
 */
import { expect, it } from 'vitest';
import { planRows } from '../../bot/practice/sample/plan-rows.ts';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import type { PlanRow } from '../../core/sheet/plan-tasks.ts';
import { csv } from '../verbs/make.ts';
import { asForm, expectProved, freezeWith, issueAndPublish, planSheet, throughTheLocks, told } from './acts.ts';
import { drawing, town } from './town.ts';

const classes = { A: 3000, B: 5000, C: 8000, D: 10_000 };

/** Pharmacies serve food here, so that a list of pharmacies meets our own draw of restaurants. */
const change = (sample: Sample): Sample => ({
  ...drawing(sample, { 0: classes, 3: classes, 10: classes }),
  subjects: sample.subjects.map((each) =>
    each.tags.includes('药店') ? { ...each, tags: [...each.tags, '餐饮服务'] } : each,
  ),
});

const number = '泉市监〔2024〕52号';
const 外部任务 = 'QZ-2024-0052';

it('石狮：从泉州市局下达的计划到派发检查任务，外部抽取名单并入，各人所见', async () => {
  const here = await town({ jurisdiction: 'shishi-2024', at: '2024-04-25T09:00', tasks: 11, change });
  const { user, channel, at, sample } = here;
  const 联席办 = user('联席办综合组').in('联席办');
  const 县市场监督管理局 = user('县市场监督管理局联络员');
  const 县卫生健康局 = user('县卫生健康局联络员');
  const 县住房和城乡建设局 = user('县住房和城乡建设局联络员');
  const 何秋 = user('人大代表监督员').in('明抽');
  const 苏宁远 = user('纪检监察监督员').in('明抽');
  const [餐饮, , , 药店, , , , , , , 建筑] = planRows(sample);
  if (餐饮 === undefined || 药店 === undefined || 建筑 === undefined) throw new Error('too few tasks');

  // 一、接收、签收、退回、再签收
  await 联席办.command('/consult', '上级计划');
  const bytes = csv(
    ['抽查任务编号', '抽查任务名称', '检查对象', '牵头部门', '配合部门', '抽查比例', '抽查时间'],
    [
      ...[外部任务, '泉州市药品零售企业联合抽查', '药店', '泉州市市场监督管理局', '泉州市卫生健康委员会'],
      ...['A类5%；B类8%；C类15%；D类30%', '2024年5月6日至6月30日'],
    ],
  );
  const received = await 联席办
    .fill({ 文号或者编号: number, 层级: '市级', 下达单位: '泉州市市场监督管理局', 年度: 2024 })
    .fill({ 计划表: { name: '泉州市抽查计划.csv', bytes } })
    .fill({ 应签收单位: ['清漪县市场监督管理局', '清漪县卫生健康局'] })
    .submit();
  expect(told(received)).toBe('上级计划第 1 号已接收：任务 1 项，已通知 2 个单位签收。');
  await 联席办.close();
  const above = () => channel('联席办').find((post) => post.startsWith('上级计划第 1 号')) ?? '';
  expect(县市场监督管理局.sees().at(-1)).toContain(`上级计划：${number}`);
  expect((await 县市场监督管理局.press('签收')).said.at(-1)).toBe('已签收。');
  await 县卫生健康局.press('退回');
  expect(told(await 县卫生健康局.fill({ 理由: '药品零售非本局职责' }).submit())).toContain('已退回');
  await 县卫生健康局.close();
  expect(above()).toContain('退回：药品零售非本局职责');
  await at('2024-04-26T09:00');
  await 县卫生健康局.press('签收');
  expect(above()).toContain('清漪县卫生健康局 | 2024年4月26日签收');

  // 二、各单位申报自己的任务（没有征询函），汇总，泉州任务落实到股室和责任人
  const proposed = (row: PlanRow) => asForm(here, row);
  await 县市场监督管理局.command('/consult', '申报 2024');
  const halves = await 县市场监督管理局.fill({ ...proposed(餐饮), 检查起止时间: '上半年抽空' }).submit();
  expect(halves.form?.errors.检查起止时间).toContain('看不出起止时间');
  expect((await 县市场监督管理局.fill({ ...proposed(餐饮), 责任人: '股长' }).submit()).said.at(-1)).toContain(
    '报送计划 1 行',
  );
  await 县住房和城乡建设局.command('/consult', '申报 2024');
  await 县住房和城乡建设局.fill(proposed(建筑)).submit();
  expect(channel('联席办').at(-1)).toContain('2 个单位自行报送了计划表');
  await 联席办.command('/plan', '汇总');
  expect(told(await 联席办.submit())).toContain('3 项任务，草案');
  await 联席办.close();
  const draft = () => channel('联席办').find((post) => post.startsWith('2024 年度抽查计划\n')) ?? '';
  expect(draft()).toContain('上级任务 1 项');
  expect(draft()).toContain(
    `任务${外部任务}“泉州市药品零售企业联合抽查”：未填写责任人〔须修改；依据：狮市监[2024]7号 三(一)〕`,
  );
  expect(draft()).toContain('任务P-2024-zj-001“2024年建筑施工企业联合抽查”：未填写责任人');
  const mended = [
    { ...药店, no: 外部任务, name: '泉州市药品零售企业联合抽查' },
    { ...建筑, no: 'P-2024-zj-001' },
  ];
  const sheet = await planSheet(here, '责任落实', mended);
  expect(told(await 联席办.upload(sheet, { to: '2024 年度抽查计划', text: '落实到股室和责任人' }))).toContain(
    '编入 2 行',
  );
  expect(draft()).not.toContain('须修改');
  expect(told(await 联席办.press('送审'))).toContain('已通知 1 名审核人员');
  expect(told(await user('联席办审核组').press('全部通过'))).toContain('审核通过');
  await issueAndPublish(联席办, '门户网站', 'https://example.invalid/plan', '2024-04-26');

  // 三、本地任务抽取
  await at('2024-04-28T09:00');
  const opened = await 联席办.command('/draw', '新建');
  const locals = opened.form?.fields[0]?.options.filter((each) => !each.startsWith(外部任务)) ?? [];
  expect(locals).toHaveLength(2);
  const frozen = await freezeWith(联席办, ['何秋（人大代表）'], ['苏宁远（纪检监察）'], { 任务: locals });
  expect(frozen).toContain('第 1 次抽取已锁定：任务 2 项');
  const 司法局 = user('县司法局合法性审核员').in('联席办');
  const hands = { office: 联席办, own: [何秋], desk: [苏宁远], typists: [联席办, 司法局] } as const;
  const own = await throughTheLocks(here, { ...hands, ceremony: 1, after: '2024-04-28T11:01' });
  await 联席办.press('派发检查任务');
  await 联席办.close();

  // 四、外部平台抽取名单：录入、核对、并入上门、抽取人员
  const 药店们 = sample.subjects.filter(({ status, tags }) => status === 'active' && tags.includes('药店'));
  const closed = sample.subjects.find(({ status, tags }) => status === 'cancelled' && !tags.includes('药店'));
  if (closed === undefined) throw new Error('nobody has closed');
  const list = csv(
    ['统一社会信用代码', '企业名称'],
    ...药店们.map((each) => [each.number, each.name]),
    [closed.number, closed.name],
    ['91990723MA00000000', '代码有误的企业'],
  );
  const file = { name: '泉州市局抽取名单.csv', bytes: list };
  const taken = await 联席办.upload(file, { to: '上级计划第 1 号', text: `${外部任务} 市局抽取` });
  expect(taken.said.join('\n')).toContain(`列 ${药店们.length + 1} 户`);
  // 哪一行哪一格读不了，说清楚；企业代码不在群里出现。
  expect(taken.said.join('\n')).toMatch(/第 \d+ 行 A\d+ 单元格“统一社会信用代码.*代码不符合编码规则/);
  expect(taken.said.join('\n')).not.toContain('91990723MA00000000');
  const outside = () => channel('联席办').find((post) => post.startsWith('外部平台抽取名单第 1 号')) ?? '';
  expect(outside()).toContain('外部平台抽取，本系统无法核验');
  expect(outside()).toContain('不在任务对象范围内：1 处');
  expect(outside()).toMatch(/合并上门：[1-9]\d* 户与其他抽取同期，一次上门/);
  expect(outside()).toContain(`${药店们.length} 户没有写明检查人员，需另行抽取人员`);
  expect(县市场监督管理局.sees().join('\n')).toContain('外部平台抽取，本系统无法核验');
  expect(县市场监督管理局.buttons('外部平台抽取名单')).not.toContain('抽取检查人员');

  await 联席办.press('抽取检查人员');
  expect(await freezeWith(联席办, ['何秋（人大代表）'], ['苏宁远（纪检监察）'])).toContain(
    '第 2 次抽取已锁定：补抽人员',
  );
  const people = await throughTheLocks(here, { ...hands, ceremony: 2, after: '2024-04-28T13:06' });
  expect(outside()).toContain(`${药店们.length} 户的检查人员由第 2 次抽取产生`);
  expect(told(await 联席办.press('派发检查任务'))).toContain('第 2 次抽取的检查任务已派发');
  await 联席办.close();
  expect(people.result.visits).toHaveLength(药店们.length);

  // 五、检查人员所见
  const officer = own.result.visits.flatMap(({ posts }) => posts).find(({ officer: each }) => accountOf(each) !== '');
  const 检查人员 = user(accountOf(officer?.officer ?? null)).in('明抽');
  expect(检查人员.sees().join('\n')).toMatch(/\d+ 户检查任务，检查实施期 2024/);
  expect(channel('联席办').join('\n')).not.toContain(药店们[0]?.name ?? '');
  await expectProved(here, own, people);

  function accountOf(inspector: string | null): string {
    const name = sample.inspectors.find((each) => each.number === inspector)?.name ?? '';
    return [...here.workspace.ground.world.members.values()].some(({ realName }) => realName === name) ? name : '';
  }
}, 60_000);
