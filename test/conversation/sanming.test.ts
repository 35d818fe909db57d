/** 三明 2025 in the chat: from the letter of consultation to the visits, and what each person sees on the way. */
import { expect, it } from 'vitest';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import {
  codeOf,
  cosign,
  expectProved,
  giveReasons,
  issueAndPublish,
  ownSheet,
  sealAtDesk,
  thrown,
  told,
  typeNumber,
} from './acts.ts';
import { ownPage } from './own-page.ts';
import { drawing, town } from './town.ts';

/** Half of 餐饮 C, and 3 % of the enterprises are reached. 农药 stays as it is and reaches nobody. */
const change = (sample: Sample): Sample => drawing(sample, { 0: { A: null, B: 400, C: 5000, D: 8000 } });

it('三明：从征询函到派发检查任务，各人所见', async () => {
  const here = await town({
    jurisdiction: 'sanming-2025',
    at: '2025-06-23T09:00',
    tasks: 5,
    inspectorsOf: ['mz'],
    change,
  });
  const { user, channel, at } = here;
  const 联席办 = user('联席办综合组').in('联席办');
  const 审核组 = user('联席办审核组');
  const 县应急管理局 = user('县应急管理局联络员');
  const 县消防救援大队 = user('县消防救援大队联络员');
  const 县卫生健康局 = user('县卫生健康局联络员');
  const 县公安局 = user('县公安局联络员');
  const 县交通运输局 = user('县交通运输局联络员');
  const 县教育局 = user('县教育局联络员');
  const 县市场监督管理局 = user('县市场监督管理局联络员');

  // 一、征询
  await 联席办.command('/consult', '新建');
  expect(told(await 联席办.fill({ '反馈期限（工作日数）': 5 }).submit())).toBe(
    '征询 2025-1 已发起，发往 18 个单位，反馈期限2025年6月30日（星期一）。',
  );
  await 联席办.close();
  expect(县应急管理局.sees().at(-1)).toContain('仅回复“收到”不作为反馈');

  expect((await 县应急管理局.reply('我局无意见')).said.at(-1)).toContain('已记录：无意见（群内文字反馈');
  expect((await 县消防救援大队.press('参加')).said.at(-1)).toContain('已记录：参加（按钮');
  await 县卫生健康局.press('有意见');
  const commented = await 县卫生健康局
    .fill({ 意见建议: '建议提高养老机构抽查比例', 建议的抽查比例: '五成吧' })
    .submit();
  expect(commented.form?.errors.建议的抽查比例).toContain('五成吧');
  expect((await 县卫生健康局.fill({ 建议的抽查比例: '50%' }).submit()).said.at(-1)).toContain('已记录：有意见（表单');
  expect((await 县交通运输局.reply('本单位不参加，无此类事项')).said.at(-1)).toContain('不参加');
  const doubted = await 县公安局.reply('收到');
  expect(doubted.said.at(-1)).toContain('“收到”不等于同意。尚未记录');
  expect(channel('联席办').at(-1)).toContain('已反馈：4/18 个单位');
  expect((await 县公安局.press('无意见', { of: '收到' })).said.at(-1)).toContain('已记录：无意见');
  for (const [name, code] of [
    ['县市场监督管理局', 'scjg'],
    ['县民政局', 'mz'],
    ['县农业农村局', 'nyj'],
  ] as const) {
    const sent = await user(`${name}联络员`).upload(await ownSheet(here, code), { text: '参加' });
    expect(sent.said.at(-1)).toContain('全部可用');
  }
  for (const { code, name } of here.sample.departments.filter(({ kind }) => kind === 'member')) {
    if (['jy', 'yj', 'xf', 'wj', 'jt', 'ga', 'scjg', 'mz', 'nyj'].includes(code)) continue;
    await user(`${name.replace('清漪县', '县')}联络员`).reply('无意见');
  }
  const [tally = ''] = channel('联席办');
  expect(tally).toContain('已反馈：17/18 个单位');
  expect(tally).toContain('不参加（1）：清漪县交通运输局');
  expect(tally).toContain('未反馈（1）：清漪县教育局');

  // 二、催办、截止、逾期
  await at('2025-06-30T09:30');
  expect(县教育局.sees().join('\n')).toContain('征询');
  expect(told(await 县教育局.reply('我局无意见', { to: '提醒：' }))).toContain('写在提醒下的内容没有记录');
  expect(channel('联席办')[0]).toContain('已反馈：17/18 个单位');
  await at('2025-07-01T09:00');
  await 联席办.press('截止');
  await 联席办.close();
  expect(channel('联席办').find((post) => post.startsWith('征询 2025-1'))).toContain('已于7月1日 09:00截止');
  expect((await 县教育局.reply('我局无意见', { to: '贵单位尚未反馈' })).said.at(-1)).toContain('逾期');
  expect(channel('联席办').find((post) => post.startsWith('征询 2025-1'))).toContain('逾期');

  // 三、汇总、核对、审核、印发、公示、阅知
  await 联席办.press('汇总计划');
  expect(told(await 联席办.submit())).toContain('5 项任务，草案');
  await 联席办.close();
  const draft = () => channel('联席办').find((post) => post.startsWith('2025 年度抽查计划')) ?? '';
  expect(draft()).toContain(
    '任务99072320250005“2025年农药经营单位联合抽查”：按所列比例一户也抽不到，可提高比例或写明“至少1户”〔须修改〕',
  );
  expect(draft()).toContain('依据：明双随机〔2025〕1号 一(二)');
  const heldUp = told(await 联席办.press('送审'));
  expect(heldUp).toContain('须先改正，或说明理由后保留');
  expect(heldUp).toContain('“2025年农药经营单位联合抽查”：按所列比例一户也抽不到');
  expect(heldUp).not.toMatch(/plan keep|\[nobody/);
  await 联席办.press('修改任务');
  await 联席办.fill({ 哪一项任务: '99072320250005 2025年农药经营单位联合抽查' }).submit();
  const reason = '全县农药经营单位少，按原比例一户也抽不到';
  expect(told(await 联席办.fill({ 抽查比例: 'C类50%；D类100%', 调整理由: reason }).submit())).toContain('第 2 版');
  await 联席办.close();
  expect(await giveReasons(联席办, '对象数量少，经联席会议研究后保留')).toBe(4);
  expect(draft()).toContain('已说明理由：对象数量少，经联席会议研究后保留');
  expect(told(await 联席办.press('送审'))).toContain('已通知 1 名审核人员');
  // 起草人不能自己审核：没有“全部通过”可点。
  expect(联席办.buttons()).not.toContain('全部通过');
  expect(审核组.in('明抽').sees().at(-1)).toContain('联席会议办公室（抽查比例、检查频次、是否涉及重复检查）：待审核');
  expect(told(await 审核组.press('全部通过'))).toContain('审核通过');
  await issueAndPublish(联席办, '本部门官网', 'https://example.invalid/plan', '2025-07-01');
  expect(县市场监督管理局.sees().at(-1)).toContain('清漪县市场监督管理局牵头 3 项，配合 2 项');
  expect(told(await 县市场监督管理局.press('阅知'))).toContain('已登记阅知');
  expect(draft()).toContain('阅知：第 2 版：1/37 人');

  // 四、锁定名单、封签、启封、公共数、开签
  await at('2025-07-03T09:00');
  await 联席办.command('/draw', '新建');
  const looked = await 联席办
    .fill({
      '监督人员（本人网页封签）': ['何秋（人大代表）', '叶舟（社会第三方）'],
      '监督人员（会务台代为封存）': ['苏宁远（纪检监察）'],
    })
    .submit();
  expect(looked.form?.text).toContain('预计：任务 5 项');
  expect(told(await 联席办.submit())).toContain('第 1 次抽取已锁定');
  await 联席办.close();
  const code = codeOf(联席办, 1);
  const 何秋 = user('人大代表监督员').in('明抽');
  const 叶舟 = user('社会第三方监督员').in('明抽');
  const 苏宁远 = user('纪检监察监督员').in('明抽');
  await 何秋.press('会签');
  const other = await 何秋.fill({ '摘要前 8 位': code === '00000000' ? '11111111' : '00000000' }).submit();
  expect(Object.values(other.form?.errors ?? {}).join()).not.toBe('');
  await 何秋.close();
  for (const each of [何秋, 叶舟, 苏宁远]) await cosign(each, code);
  const 何秋的网页 = await ownPage(here, 何秋, 1);
  await 何秋的网页.seal('31415926');
  await (await ownPage(here, 叶舟, 1)).seal('27182818');
  await sealAtDesk(苏宁远, '20250703');
  expect(苏宁远.sees().at(-1)).toContain('请启封');
  expect(told(await 苏宁远.press('启封'))).toContain('您已启封');
  await 何秋的网页.open();
  // 叶舟没有来：到时记为缺席，抽取照常进行。
  await at('2025-07-03T11:01');
  expect(叶舟.sees().join('\n')).toContain('您记为缺席');
  const 司法局 = user('县司法局合法性审核员').in('联席办');
  expect(await typeNumber(联席办, thrown.replace(/7$/, '1'))).toContain('等待另一部门一人录入');
  expect(await typeNumber(司法局, thrown)).toContain('不一致');
  expect(await typeNumber(联席办, thrown)).toContain('公共数已确定，可以开签');
  await 联席办.press('开签');
  await 联席办.close();
  const thread = 联席办.thread('第 1 次抽取').join('\n');
  expect(thread).toContain('已开签');
  expect(thread).toMatch(/抽中 \d+ 项次，合并后上门 \d+ 次/);
  expect(thread).toContain('台账校验点');

  // 五、派发、回避、递补
  expect(told(await 联席办.press('派发检查任务'))).toContain('第 1 次抽取的检查任务已派发');
  await 联席办.close();
  expect(县市场监督管理局.sees().join('\n')).toMatch(/第 1 次抽取/);
  const record = await 何秋的网页.record();
  const posts = record.result.visits.flatMap(({ posts: all }) => all);
  const home = (number: string | null) => here.sample.inspectors.find((each) => each.number === number);
  const mine = posts.find(({ department, officer }) => department === 'mz' && officer !== null);
  const 检查人员 = user(home(mine?.officer ?? null)?.name ?? '').in('明抽');
  expect(检查人员.sees().join('\n')).toContain('户检查任务');
  const asked = await 检查人员.press('申请回避');
  const [which, why] = asked.form?.fields ?? [];
  expect(
    told(
      await 检查人员
        .fill({ [which?.label ?? '']: which?.options[0] ?? '', [why?.label ?? '']: '近亲属在该单位任职' })
        .submit(),
    ),
  ).toContain('已送部门负责人决定');
  await 检查人员.close();
  const 县民政局负责人 = user('县民政局负责人');
  expect(县民政局负责人.in('明抽').sees().join('\n')).toContain('近亲属在该单位任职');
  await 县民政局负责人.press('准予');
  const granted = told(await 县民政局负责人.fill({ 决定意见: '情况属实' }).submit());
  await 县民政局负责人.close();
  expect(granted).toMatch(/已准予回避；由递补人员 MZ\d+ 接替，请确认已通知到其本人/);
  expect(检查人员.sees().join('\n')).toContain('已准予回避，不必参加');
  const 递补人员 = user(home(/MZ\d+/.exec(granted)?.[0] ?? '')?.name ?? '').in('明抽');
  const [visit = ''] = /检查编号 \S+?(?=（)/.exec(which?.options[0] ?? '') ?? [];
  expect(递补人员.sees().at(-1)).toContain(`您已递补：${visit}`);
  expect(递补人员.sees().join('\n')).toContain('同行：');

  // 理由不出现在任何群组；名单不出现在群里。
  const groups = [...here.workspace.ground.world.channels.values()].filter(({ kind }) => kind !== 'im');
  const everywhere = groups.flatMap(({ name }) => channel(name)).join('\n');
  expect(everywhere).not.toContain('近亲属');
  expect(here.sample.subjects.filter(({ name }) => everywhere.includes(name))).toEqual([]);
  expect(record.result.tasks.every(({ tiers }) => tiers.some(({ drawn }) => drawn.length > 0))).toBe(true);
  await expectProved(here, await 何秋的网页.record());
}, 60_000);
