/**
 * 福安 2018 in the chat: it begins at the lists that each department owes; two draws a year, by a machine, watched by witnesses of four
 * kinds; substitutes on recusal and on inability.
 */
import { expect, it } from 'vitest';
import { workbook } from '../../bot/paper/workbook.ts';
import { person } from '../../bot/practice/people.ts';
import { contextOfSample } from '../../bot/practice/sample/sheets.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { publishList } from '../../bot/verbs/registry/publish-list.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../core/sheet/template.ts';
import { value } from '../desk.ts';
import { expectProved, freezeWith, giveReasons, proposeAll, publish, throughTheLocks, told } from './acts.ts';
import { drawing, town } from './town.ts';

const 政协委员 = person('w4', '孟知秋', '', ['witness'], { witness: 'conference-member' });
const shares = { 一般: 1000, 重点: 4000 };

it('福安：从两单公布到一年两次抽取、派发、回避和递补，各人所见', async () => {
  const here = await town({
    jurisdiction: 'fuan-2018',
    at: '2026-04-27T09:00',
    tasks: 5,
    change: (sample) =>
      drawing(sample, { 0: shares, 3: { 一般: 3000, 重点: 10_000 }, 4: { 一般: 4000, 重点: 10_000 } }),
    more: [['政协委员监督员', 政协委员]],
    inspectorsOf: ['mz'],
  });
  const { user, channel, at, sample, deps } = here;
  const 联席办 = user('联席办综合组').in('联席办');
  const 县交通运输局 = user('县交通运输局联络员');
  const liaison = person('l-jt', 县交通运输局.name, 'jt', ['liaison']);

  // 一、两单：谁还没有建立，谁公布了
  expect(await 县交通运输局.home()).toContain('建立并报送：随机抽查事项清单、多部门监管责任事项清单');
  expect(await 联席办.home()).toContain('清漪县交通运输局');
  expect(told(await 联席办.command('/remind', '列表'))).toContain('清漪县交通运输局：建立并报送：随机抽查事项清单');
  // 清单在会务台录入、公布；待办随即减少。
  const [item] = sample.items;
  if (item === undefined) throw new Error('no item');
  const own = { ...item, code: 'JT-01', body: 'jt', name: '道路运输经营者检查' };
  const bytes = await workbook([sheetToWrite(sheets.items, [own], contextOfSample(sample))], sample.snapshot);
  value(await importList(deps, liaison, { bytes, file: '抽查事项清单.xlsx' }));
  const where = 'https://example.invalid/jt';
  const published = { list: 'items', department: 'jt', channel: '部门网站', where, on: '2026-04-27' };
  value(await publishList(deps, liaison, published));
  expect(await 县交通运输局.home()).not.toContain('随机抽查事项清单');
  expect(await 县交通运输局.home()).toContain('多部门监管责任事项清单');

  // 二、各单位自行申报，汇总，说明理由，审核，张贴公告栏
  await proposeAll(here);
  await 联席办.command('/plan', '汇总');
  expect(told(await 联席办.submit())).toContain('5 项任务，草案');
  await 联席办.close();
  const draft = () => channel('联席办').find((post) => post.startsWith('2026 年度抽查计划\n')) ?? '';
  expect(draft()).toContain('来源：3 个单位的反馈');
  expect(draft()).toContain('与事项清单5%不一致，应一致或说明理由');
  // 清单上有、计划里没有的事项，送审不了；补报以后重新汇总。
  expect(draft()).toContain('道路运输经营者检查（JT-01）”（清漪县交通运输局）全年没有抽查任务，应至少一项〔须修改');
  expect(told(await 联席办.press('送审'))).toContain('须先改正，或说明理由后保留');
  await 县交通运输局.command('/consult', '申报 2026');
  await 县交通运输局
    .fill({ 任务名称: '道路运输经营者抽查', '抽查事项（每行一项）': own.name, 抽查对象范围: '运输物流' })
    .fill({ 抽查比例或户数: '一般类10%；重点类40%', 检查起止时间: '5月6日至6月30日', 抽查频次: '2次/年' })
    .submit();
  await 县交通运输局.close();
  await 联席办.command('/plan', '汇总');
  expect(told(await 联席办.fill({ 调整理由: '县交通运输局补报' }).submit())).toContain('第 2 版，6 项任务');
  await 联席办.close();
  expect(draft()).not.toContain('〔须修改；');
  expect(await giveReasons(联席办, '结合本县监管实际确定')).toBeGreaterThan(5);
  expect(told(await 联席办.press('送审'))).toContain('已通知 1 名审核人员');
  expect(told(await user('联席办审核组').press('全部通过'))).toContain('审核通过');
  // 印发而未公示的，不能抽取。
  expect(told(await 联席办.press('印发'))).toContain('已印发');
  expect(told(await 联席办.command('/draw', '新建'))).toContain('计划向社会公布后才能抽取');
  await 联席办.close();
  await publish(联席办, '公告栏', '市政府大门公告栏（照片 1 张）', '2026-04-27');

  // 三、第一次抽取：摇号，四类监督人员
  await at('2026-04-28T09:00');
  const 何秋 = user('人大代表监督员').in('明抽');
  const 孟知秋 = user('政协委员监督员').in('明抽');
  const 苏宁远 = user('纪检监察监督员').in('明抽');
  const 叶舟 = user('社会第三方监督员').in('明抽');
  const hands = {
    office: 联席办,
    own: [何秋, 孟知秋],
    desk: [苏宁远, 叶舟],
    typists: [联席办, user('县司法局合法性审核员').in('联席办')],
  } as const;
  const freeze = async (): Promise<string> => {
    await 联席办.command('/draw', '新建');
    const desk = ['苏宁远（纪检监察）', '叶舟（社会第三方）'];
    const more = { 抽取方式: '摇号', 至少封签的监督人数: '4' };
    return freezeWith(联席办, ['何秋（人大代表）', '孟知秋（政协委员）'], desk, more);
  };
  expect(await freeze()).toContain('第 1 次抽取已锁定：任务 6 项');
  const first = await throughTheLocks(here, { ...hands, ceremony: 1, after: '2026-04-28T11:01' });
  expect(first.manifest.way).toBe('摇号');
  expect(told(await 联席办.press('派发检查任务'))).toContain('已派发');
  await 联席办.close();

  // 四、回避和不能到场
  const nameOf = (number: string | null) => sample.inspectors.find((each) => each.number === number)?.name ?? '';
  const posts = first.result.visits.flatMap(({ posts: all }) => all).filter(({ department }) => department === 'mz');
  const 申请人 = user(nameOf(posts[0]?.officer ?? null)).in('明抽');
  const form = (await 申请人.press('申请回避')).form;
  const which = form?.fields[0]?.options[0] ?? '';
  const asked = await 申请人.fill({ [form?.fields[0]?.label ?? '']: which, 理由: '与经营者有债权债务关系' }).submit();
  expect(told(asked)).toContain('决定之前请勿对该户实施检查');
  await 申请人.close();
  const 负责人 = user('县民政局负责人');
  await 负责人.press('不准');
  const wordless = await 负责人.fill({ 决定意见: ' ' }).submit();
  expect(wordless.form?.errors.决定意见).not.toBe(undefined);
  await 负责人.close();
  await 负责人.press('准予');
  expect(told(await 负责人.fill({ 决定意见: '同意' }).submit())).toMatch(/由递补人员 MZ\d+ 接替/);
  await 负责人.close();
  expect(申请人.sees().at(-1)).toContain('已准予，不必参加该项检查');

  const ill = (await 负责人.press('人员不能到场')).form?.fields[0]?.options[0] ?? '';
  const reported = told(await 负责人.fill({ 哪位检查人员: ill, 客观原因: '住院' }).submit());
  expect(reported).toMatch(/已登记；\d+ 个岗位按抽取顺序递补/);
  await 负责人.close();
  const next = user(nameOf(/由 (MZ\d+) 接替/.exec(reported)?.[1] ?? null)).in('明抽');
  expect(next.sees().join('\n')).toContain('您已递补');
  expect(channel('联席办').join('\n')).not.toContain('债权债务');

  // 五、第二次抽取结果不同，第三次不再受理
  await at('2026-05-06T09:00');
  expect(await freeze()).toContain('第 2 次抽取已锁定：任务 6 项');
  const second = await throughTheLocks(here, { ...hands, ceremony: 2, after: '2026-05-06T11:01' });
  expect(second.result.tasks).not.toEqual(first.result.tasks);
  expect(told(await 联席办.command('/draw', '新建'))).toContain('的任务都已抽取或正在抽取，结果不能重抽');
  await 联席办.close();
  await expectProved(here, first, second);
}, 60_000);
