/**
 * 甘州 2023 in the chat: a plan from the province is signed for; partners are asked by letters that are claimed or refused; what the list
 * lacks climbs from district to city to province; tasks over the same subjects are offered to be joined.
 */
import { expect, it } from 'vitest';
import { planRows } from '../../bot/practice/sample/plan-rows.ts';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import type { Shown } from '../../bot/practice/workspace/driver.ts';
import { csv } from '../verbs/make.ts';
import {
  expectProved,
  freezeWith,
  giveReasons,
  issueAndPublish,
  planSheet,
  proposeAll,
  throughTheLocks,
  told,
} from './acts.ts';
import { drawing, town } from './town.ts';

const classes = { A: null, B: 2000, C: 5000, D: 8000 };
const kept = ['餐饮服务', '药店', '物业服务'];

/** Three joint matters, and the items of these only: no item of the list may go without a task. */
function change(made: Sample): Sample {
  const larger = drawing(made, { 0: classes, 3: classes, 7: classes });
  const tasks = larger.plan.tasks.filter(({ frame }) => frame.tags.some((tag) => kept.includes(tag)));
  const codes = new Set(tasks.flatMap(({ bodies }) => bodies.flatMap(({ items }) => items)));
  return { ...larger, items: larger.items.filter(({ code }) => codes.has(code)), plan: { ...larger.plan, tasks } };
}

it('甘州：从签收省计划、会商函、缺失事项逐级反映、合并建议到派发，各人所见', async () => {
  const here = await town({ jurisdiction: 'ganzhou-2023', at: '2023-04-17T09:00', tasks: 8, change });
  const { user, channel, at, sample } = here;
  const 联席办 = user('联席办综合组').in('联席办');
  const 县市场监督管理局 = user('县市场监督管理局联络员');
  const 县卫生健康局 = user('县卫生健康局联络员');
  const 县医疗保障局 = user('县医疗保障局联络员');
  const 县消防救援大队 = user('县消防救援大队联络员');
  const 县城市管理局 = user('县城市管理局联络员');
  const 县住房和城乡建设局 = user('县住房和城乡建设局联络员');
  const [餐饮, , 物业] = planRows(sample);
  if (餐饮 === undefined || 物业 === undefined) throw new Error('too few tasks');
  const inOffice = (title: string) => channel('联席办').find((post) => post.startsWith(title)) ?? '';

  // 一、省计划：读不出的说清楚是哪一格；重新上传，签收
  await 联席办.command('/consult', '上级计划');
  const sheet = (ratio: string) => ({
    name: '省计划.csv',
    bytes: csv(
      ['抽查任务编号', '抽查任务名称', '抽查事项', '检查对象', '牵头部门', '配合部门', '抽查比例', '抽查时间'],
      [
        ...['GS-2023-07', '甘肃省物业服务企业联合抽查', 物业.items.join('\n'), '物业服务', '甘肃省住房和城乡建设厅'],
        ...['甘肃省市场监督管理局、甘肃省消防救援总队', ratio, '2023年5月6日至6月30日'],
      ],
    ),
  });
  const head = { 文号或者编号: '甘市监联办〔2023〕3号', 层级: '省级', 下达单位: '甘肃省联席会议办公室' };
  const wrong = await 联席办.fill({ ...head, 计划表: sheet('百分之几') }).submit();
  expect(wrong.form?.errors.计划表).toContain('“百分之几”');
  expect(told(await 联席办.fill({ 计划表: sheet('B类30%；C类60%；D类100%') }).submit())).toContain(
    '已通知 3 个单位签收',
  );
  await 联席办.close();
  await at('2023-04-18T09:00');
  for (const each of [县住房和城乡建设局, 县市场监督管理局]) await each.press('签收');
  expect(inOffice('上级计划第 1 号')).toContain('清漪县消防救援大队 | 未签收，已等待 1 天');
  await 县消防救援大队.press('签收');
  expect(inOffice('上级计划第 1 号')).not.toContain('未签收');

  // 二、申报、汇总；检查对象相同的，建议合并：一组同意，一组不同意
  await proposeAll(here);
  await 县医疗保障局.command('/consult', '申报 2023');
  await 县医疗保障局
    .fill({
      任务名称: '定点零售药店抽查',
      '抽查事项（每行一项）': '定点零售药店医保基金使用检查',
      抽查对象范围: '药店',
    })
    .fill({ 抽查比例或户数: 'A类1%；B类20%；C类50%；D类80%', 检查起止时间: '5月6日至6月30日' })
    .submit();
  await 县医疗保障局.close();
  await 联席办.command('/plan', '汇总');
  expect(told(await 联席办.submit())).toContain('5 项任务，草案');
  await 联席办.close();
  expect(县住房和城乡建设局.sees().at(-1)).toContain('建议并入上级任务GS-2023-07');
  expect(told(await 县住房和城乡建设局.press('同意合并'))).toContain('已合并为任务 GS-2023-07，形成计划第 2 版草案');
  await 县医疗保障局.press('不同意');
  const reason = '医保基金检查须单独进行';
  expect(told(await 县医疗保障局.fill({ 理由: reason }).submit())).toContain('各任务分别实施，理由写入计划');
  await 县医疗保障局.close();
  expect(县市场监督管理局.sees().join('\n')).toContain(`清漪县医疗保障局：不同意，${reason}`);

  // 三、会商函：签收、带事项和缺失事项签收、说明理由不参加
  const draft = () => inOffice('2023 年度抽查计划\n');
  expect(draft()).toContain('尚未答复会商函〔须修改；依据：甘州联办发〔2023〕01号 二(一)2〕');
  const invite = async (task: string): Promise<void> => {
    await 联席办.press('会商配合部门');
    await 联席办.press(`发函 ${task}`);
    expect(told(await 联席办.fill({ 电话: '0936-0000000' }).submit())).toContain('会商函第');
    await 联席办.close();
  };
  await invite('99072320230004');
  expect(县医疗保障局.sees().join('\n')).toContain('2023年药品零售企业联合抽查');
  expect(signed(await 县医疗保障局.press('参加并签收'))).toContain('已签收');
  await 县卫生健康局.press('参加，填报事项和人员');
  const joined = { '可派执法人员（名）': 4, 清单缺失的事项: '药店内坐堂医诊所检查' };
  expect(told(await 县卫生健康局.fill(joined).submit())).toContain('已签收');
  await 县卫生健康局.close();
  await invite('GS-2023-07');
  for (const each of [县市场监督管理局, 县消防救援大队]) await each.press('参加并签收');
  await invite('P-2023-scjg-002');
  for (const each of [县卫生健康局, 县消防救援大队]) await each.press('参加并签收');
  await 县城市管理局.press('不参加');
  expect((await 县城市管理局.fill({ 理由: ' ' }).submit()).form?.errors.理由).not.toBe(undefined);
  expect(told(await 县城市管理局.fill({ 理由: '人员不足' }).submit())).toContain('理由已转牵头部门');
  await 县城市管理局.close();
  for (const where of ['联席办', '县市场监督管理局']) {
    const answers = channel(where).join('\n');
    expect(answers).toContain('3/3 个单位已答复，2 个参加');
    expect(answers).toContain('理由：人员不足');
  }

  // 四、缺失事项：县、市、省逐级反映，写明等待天数；添加后告知提出单位
  const missing = () => inOffice('缺失事项第 1 号：药店内坐堂医诊所检查');
  expect(missing()).toContain('提出单位：清漪县卫生健康局');
  expect(told(await 联席办.press('已报市级'))).toContain('已向市级行业部门反映');
  await at('2023-04-21T09:00');
  expect(told(await 联席办.press('已报省级'))).toContain('已向省级行业部门反映');
  expect(missing()).toContain('3 天');
  await 联席办.press('上级已添加');
  expect(told(await 联席办.fill({ 事项编码或清单版次: '第三版第 86 项' }).submit())).toContain('已通知提出单位');
  await 联席办.close();
  expect(县卫生健康局.sees().join('\n')).toContain('上级已添加“药店内坐堂医诊所检查”（第三版第 86 项），请及时认领');

  // 五、不参加的单位退出任务；核对、审核、印发、公示
  const cg = '餐厨垃圾处置情况检查';
  const items = 餐饮.items.filter((name) => name !== cg);
  const partners = 餐饮.partners.filter((code) => code !== 'cg');
  const revised = await planSheet(here, '餐饮', [
    { ...餐饮, no: 'P-2023-scjg-002', items, partners },
    { ...餐饮, no: 'P-2023-cg-001', name: '餐厨垃圾处置情况抽查', items: [cg], lead: 'cg', partners: [] },
  ]);
  const why = '县城市管理局人员不足，不参加联合抽查，所涉事项由其单独安排';
  expect(signed(await 联席办.upload(revised, { to: '2023 年度抽查计划', text: why }))).toContain('编入 2 行');
  expect(draft()).not.toContain('〔须修改；');
  await giveReasons(联席办, '经联席会议研究确定');
  expect(told(await 联席办.press('送审'))).toContain('已通知 1 名审核人员');
  expect(told(await user('联席办审核组').press('全部通过'))).toContain('审核通过');
  await issueAndPublish(联席办, '门户网站', 'https://example.invalid/plan', '2023-04-21');

  // 六、抽取、派发
  await at('2023-04-24T09:00');
  await 联席办.command('/draw', '新建');
  expect(await freezeWith(联席办, ['何秋（人大代表）'], ['苏宁远（纪检监察）'])).toContain(
    '第 1 次抽取已锁定：任务 5 项',
  );
  const record = await throughTheLocks(here, {
    office: 联席办,
    ceremony: 1,
    own: [user('人大代表监督员').in('明抽')],
    desk: [user('纪检监察监督员').in('明抽')],
    typists: [联席办, user('县司法局合法性审核员').in('联席办')],
    after: '2023-04-24T11:01',
  });
  expect(told(await 联席办.press('派发检查任务'))).toContain('已派发');
  await 联席办.close();
  expect(channel('县住房和城乡建设局').join('\n')).toMatch(/本单位须检查 \d+ 户次/);
  expect(record.manifest.tasks.map(({ no }) => no)).toContain('GS-2023-07');
  await expectProved(here, record);
}, 60_000);

/** What was said of an act whose answer stands in the channel as well. */
const signed = ({ said }: Shown): string => said.join('\n');
