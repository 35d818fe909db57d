import { describe, expect, it } from 'vitest';
import {
  ceilingsOf,
  entryGroundsOf,
  exceptionsOf,
  floorsOf,
  isQuiet,
  jointOnly,
  leaveToVisit,
  officeBarred,
  owedOf,
  platformOf,
  publicationsOf,
  quietMonths,
  reviewersOf,
  schemeOf,
  stewardOf,
  visitsAtLeastOf,
  windowOf,
} from '../../core/policy/ask.ts';
import { dueDays, policyYear, policyYearOf } from '../../core/policy/due.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { adjustmentsOf, bulletinsOf, moveAfter, moveWhenClean, targetsOf } from '../../core/policy/measure.ts';
import type { Ground, Policy } from '../../core/policy/shape.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { asksFor, listsPeoplesWork, readsByItself, said } from './tables.ts';

const wannian: Policy = wannian2022;
const ON = '2023-05-01';
const calendar = chineseCalendar();
const pool = (label: string) => ({ scheme: 'pool', label });
const firstYear = { year: 2023, from: '2022-08-10', to: '2023-12-31' };
const marketSubjects = ['enterprise', 'sole-trader', 'cooperative', 'foreign-office'];

describe('万年 2022：文件', () => {
  it('S3-01 文号和日期可查', () => {
    expect(wannian.head.number?.value).toBe('万府办字〔2022〕55号');
    expect(wannian.head.date.value).toBe('2022-08-10');
    expect(wannian.head.publishedOn?.value).toBe('2022-08-10');
    expect(wannian.head.issuers.value).toEqual(['万年县人民政府办公室']);
    expect(wannian.head.title.value).toBe('万年县全面推进“双随机、一公开、一集中”监管工作实施方案');
    expect(wannian.head.annexes.map(({ value }) => value)).toEqual(['成员单位名单']);
    expect(wannian.from).toBe('2022-08-10');
  });

  it('S3-01 首个政策年度从 2022-08-10 到 2023 年底，2022 年 3 月的期限不算逾期', () => {
    expect(policyYear(wannian, 2023)).toEqual({ ok: true, value: firstYear });
    expect(policyYearOf(wannian, '2022-09-15')).toEqual({ ok: true, value: firstYear });
    expect(policyYearOf(wannian, '2023-06-15')).toEqual({ ok: true, value: firstYear });
    expect(policyYearOf(wannian, '2024-01-01')).toEqual({
      ok: true,
      value: { year: 2024, from: '2024-01-01', to: '2024-12-31' },
    });
    expect(policyYearOf(wannian, '2022-06-15')).toEqual({
      ok: false,
      error: { kind: 'no-such-policy-year', asked: 2022, first: firstYear },
    });
    const march = dueDays(wannian, firstYear, calendar).filter(({ due }) => due === '2022-03-31');
    expect(march).toHaveLength(3);
    expect(march.every(({ state }) => state === 'before-effect')).toBe(true);
  });

  it('S3-02 印发各乡镇人民政府、县政府各部门，乡镇不承担任务', () => {
    expect(wannian.head.addressees.map(({ value }) => value)).toEqual([
      { name: '各乡镇人民政府', party: 'township', member: false },
      { name: '县政府各部门', party: 'member', member: true },
    ]);
    expect(wannian.head.superiors.map(({ value }) => value)).toEqual([
      { title: '关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见', number: '国发〔2019〕5号' },
      { title: '关于深入推进营商环境优化升级“一号改革工程”的意见', number: '赣发〔2022〕5号' },
      { title: '关于全面推进江西省“双随机、一公开”监管工作的通知', number: '赣市监明电〔2022〕2号' },
      {
        title: '关于印发上饶市全面推进“双随机、一公开、一集中”监管工作实施方案的通知',
        number: '饶府办字〔2022〕46号',
      },
    ]);
  });

  it('S3-03 此件主动公开', () => {
    expect(wannian.head.disclosure?.value).toBe('active');
  });

  it('S3-77 成员单位三十家，顺序如附件', () => {
    const members = wannian.members?.value ?? [];
    expect(members).toEqual([
      '县市管局',
      '县司法局',
      '县发改委',
      '县委统战部',
      '县财政局',
      '县人社局',
      '县民政局',
      '县自然资源局',
      '县应急管理局',
      '县工信局',
      '县交运局',
      '县消防救援大队',
      '县住建局',
      '县城管局',
      '县生态环境局',
      '县人防办',
      '县商务局',
      '县农业农村局',
      '县林业局',
      '县水利局',
      '县卫健委',
      '县文广新旅局',
      '县公安局',
      '县医保局',
      '县教体局',
      '县气象局',
      '县统计局',
      '县残联',
      '县高新区管理管委会',
      '县档案馆',
    ]);
    expect(members).toHaveLength(30);
  });

  it('S3-65 县市场监督管理局召集，办公室统筹协调，不是检查机关', () => {
    expect(wannian.convenor?.value).toBe('县市场监督管理局');
    expect(officeBarred(wannian, ON)).toMatchObject({ document: '万府办字〔2022〕55号', clause: '四(一)' });
  });
});

describe('万年 2022：三类库', () => {
  it('S3-10 A 类联合监管库、B 类一般监管库、C 类重点监管库', () => {
    expect(schemeOf(wannian, 'pool', ON)?.value).toEqual({
      id: 'pool',
      types: marketSubjects,
      like: null,
      classes: [
        { label: 'A', zh: '联合监管库' },
        { label: 'B', zh: '一般监管库' },
        { label: 'C', zh: '重点监管库' },
      ],
    });
  });

  it('S3-63 四类信用风险并行，万年的 A 库不是信用风险 A 类', () => {
    expect(schemeOf(wannian, 'credit', ON)?.value).toEqual({
      id: 'credit',
      types: marketSubjects,
      like: null,
      classes: [
        { label: 'A', zh: '信用风险低' },
        { label: 'B', zh: '信用风险一般' },
        { label: 'C', zh: '信用风险较高' },
        { label: 'D', zh: '信用风险高' },
      ],
    });
    expect(windowOf(wannian, { scheme: 'credit', label: 'A' }, ON)).toBeNull();
  });

  it.each([
    ['S3-11', 'A', ['信用优良', '制造业', '旅游业', '数字经济', '招商引资', '纳税大户']],
    ['S3-19', 'B', ['其他市场主体']],
    ['S3-22', 'C', ['信用等级较差', '安全', '质量', '公共利益']],
  ] as const)('%s %s 类库只收%s', (_id, label, grounds) => {
    expect(said(entryGroundsOf(wannian, pool(label), ON))).toEqual([grounds, '三(一)1']);
  });

  it.each([
    ['S3-12 S3-13', 'A', '名单由联席办确定，抽查由联席办组织', 'office', 'office', null],
    ['S3-20', 'B', '各成员单位自行组织', 'member', null, null],
    ['S3-23 S3-24', 'C', '成员单位提出、联席办确定、提出单位组织', 'proposer', 'office', 'member'],
  ] as const)('%s %s 类库%s', (_id, label, _says, organiser, settles, proposes) => {
    expect(said(stewardOf(wannian, pool(label), ON))).toEqual([
      { scheme: 'pool', label, organiser, settles, proposes },
      '三(一)1',
    ]);
  });

  it('S3-14 A 类库抽查比例不高于 10%，全年合计', () => {
    expect(ceilingsOf(wannian, ON).map(said)).toEqual([
      [{ bound: 'at-most', bp: 1000, of: { kind: 'class', scheme: 'pool', label: 'A' }, binding: 'firm' }, '三(一)1'],
    ]);
    expect(floorsOf(wannian, ON)).toEqual([]);
  });

  it('S3-15 A 类库全部采用部门联合检查', () => {
    expect(jointOnly(wannian, pool('A'), ON)?.value).toEqual(pool('A'));
    expect(jointOnly(wannian, pool('B'), ON)).toBeNull();
  });

  it('S3-25 C 类库每年至少检查 1 次', () => {
    expect(said(visitsAtLeastOf(wannian, pool('C'), ON))).toEqual([1, '三(一)1']);
    expect(visitsAtLeastOf(wannian, pool('A'), ON)).toBeNull();
  });

  it('S3-27 每年由联席办牵头进行 1 次调整', () => {
    expect(said(adjustmentsOf(wannian, ON))).toEqual([1, '三(一)1']);
  });

  it.each([
    ['S3-28', '轻微违法', 'minor', 'B'],
    ['S3-28', '一般违法', 'ordinary', 'B'],
    ['S3-29', '重大违法', 'major', 'C'],
  ] as const)('%s A 类库发现%s的移入相应库', (_id, _what, degree, to) => {
    const move = moveAfter(wannian, { scheme: 'pool', label: 'A', degree }, ON);
    expect(said(move)).toEqual([{ scheme: 'pool', from: 'A', to, on: { kind: 'violation', degree } }, '三(一)1']);
    expect(moveAfter(wannian, { scheme: 'pool', label: 'B', degree }, ON)).toBeNull();
  });

  it('S3-30 S3-31 B 类经检查未发现问题的，可申请或由成员单位推荐，联席办核实后进 A 类', () => {
    expect(moveWhenClean(wannian, pool('B'), ON)?.value).toEqual({
      scheme: 'pool',
      from: 'B',
      to: 'A',
      on: { kind: 'clean', requestedBy: ['subject', 'member'], confirmedBy: 'office' },
    });
    expect(moveWhenClean(wannian, pool('C'), ON)).toBeNull();
    expect(wannian.moves).toHaveLength(4);
  });
});

describe('万年 2022：企业安静期', () => {
  it.each([
    ['S3-39', 'A', '2023-06-30', false],
    ['S3-39', 'A', '2023-07-01', true],
    ['S3-39', 'A', '2023-09-15', true],
    ['S3-40', 'B', '2023-09-30', false],
    ['S3-40', 'B', '2023-10-01', true],
    ['S3-44', 'C', '2023-02-15', false],
  ] as const)('%s %s 类库 %s 是否安静期：%s', (_id, label, date, quiet) => {
    expect(isQuiet(wannian, pool(label), date)).toBe(quiet);
  });

  it('S3-41 其余时间为安静期', () => {
    expect(quietMonths(wannian, pool('A'), ON)).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]);
    expect(quietMonths(wannian, pool('B'), ON)).toEqual([1, 2, 3, 4, 5, 7, 8, 10, 11, 12]);
    expect(quietMonths(wannian, pool('C'), ON)).toEqual([]);
    expect(said(windowOf(wannian, pool('A'), ON))).toEqual([[6], '三(二)1']);
    expect(said(windowOf(wannian, pool('B'), ON))).toEqual([[6, 9], '三(二)1']);
    expect(said(windowOf(wannian, pool('C'), ON))).toEqual([null, '三(二)1']);
  });

  it('S3-17 S3-18 A 类库另行检查只限投诉举报、上级交办、外地移送等，报联席办和司法局备案', () => {
    expect(said(exceptionsOf(wannian, ON)[0] ?? null)).toEqual([
      {
        covers: { kind: 'class', scheme: 'pool', label: 'A' },
        grounds: ['complaint', 'assigned', 'transferred', 'other'],
        receivers: ['office', 'legal'],
      },
      '三(一)1',
    ]);
  });

  it('S3-42 S3-43 安静期内入企须有七种原因之一或写明其他原因，报联席办和司法局备案', () => {
    expect(said(exceptionsOf(wannian, ON)[1] ?? null)).toEqual([
      {
        covers: { kind: 'quiet-period' },
        grounds: [
          'safety',
          'environment',
          'fire',
          'occupational-health',
          'emergency',
          'complaint',
          'assigned',
          'other',
        ],
        receivers: ['office', 'legal'],
      },
      '三(二)1',
    ]);
    expect(exceptionsOf(wannian, ON)).toHaveLength(2);
  });

  const leave = (label: string, date: string, drawn: boolean, ground: Ground | null) =>
    leaveToVisit(wannian, { of: pool(label), date, drawn, ground });

  it('S3-39 抽中的 A 类企业 6 月内可以检查，7 月要有原因', () => {
    expect(leave('A', '2023-06-30', true, null)).toEqual({ kind: 'free' });
    expect(leave('A', '2023-07-01', true, null)).toMatchObject({ kind: 'ground-needed' });
    expect(leave('A', '2023-07-01', true, 'safety')).toMatchObject({
      kind: 'with-filing',
      receivers: ['office', 'legal'],
    });
  });

  it('S3-16 S3-17 未抽中的 A 类企业即使在 6 月，也只能因投诉等特殊情况检查', () => {
    expect(leave('A', '2023-06-15', false, null)).toMatchObject({ kind: 'ground-needed' });
    expect(leave('A', '2023-06-15', false, 'safety')).toMatchObject({
      kind: 'ground-needed',
      grounds: ['complaint', 'assigned', 'transferred', 'other'],
    });
    expect(leave('A', '2023-06-15', false, 'transferred')).toMatchObject({ kind: 'with-filing' });
  });

  it('S3-43 未抽中的 A 类企业在安静期：两处都要符合，移送不是安静期的原因', () => {
    expect(leave('A', '2023-07-01', false, 'transferred')).toMatchObject({ kind: 'ground-needed' });
    expect(leave('A', '2023-07-01', false, 'complaint')).toMatchObject({
      kind: 'with-filing',
      ground: 'complaint',
      receivers: ['office', 'legal'],
    });
  });

  it('S3-44 C 类企业任何时候都不需要', () => {
    expect(leave('C', '2023-02-01', false, null)).toEqual({ kind: 'free' });
  });
});

describe('万年 2022：计划、审查、时限', () => {
  it('S3-36 S3-38 S3-47 每年 3 月底前更新人员库、报备联合清单、录入计划；S3-07 2022 年底全覆盖', () => {
    const due = dueDays(wannian, firstYear, calendar).filter(({ state }) => state === 'binding');
    expect(due).toMatchObject([
      {
        deadline: { key: 'mechanism-coverage', by: ['member'], to: [], binding: 'firm' },
        due: '2022-12-31',
        remind: { date: '2022-12-30' },
        source: { clause: '二' },
      },
      {
        deadline: { key: 'joint-inspectors-renewed', by: ['office'], to: [], binding: 'firm' },
        due: '2023-03-31',
        source: { clause: '三(一)2' },
      },
      {
        deadline: { key: 'joint-items-filed', by: ['member'], to: ['office', 'legal'], binding: 'firm' },
        due: '2023-03-31',
        source: { clause: '三(一)3' },
      },
      {
        deadline: { key: 'plans-registered', by: ['member'], to: [], binding: 'firm' },
        due: '2023-03-31',
        source: { clause: '三(二)2' },
      },
    ]);
    expect(wannian.deadlines).toHaveLength(4);
  });

  it('S3-50 联席办审核抽查比例、检查频次、是否重复检查；S3-51 司法局审核合法性', () => {
    expect(reviewersOf(wannian, ON).map(said)).toEqual([
      [{ by: 'office', points: ['share', 'frequency', 'repetition'] }, '三(二)3'],
      [{ by: 'legal', points: ['legality'] }, '三(二)3'],
    ]);
  });

  it('S3-32 执法检查人员名录库包括三种人', () => {
    expect(wannian.inspectorKinds?.value).toEqual(['civil-servant', 'qualified', 'daily']);
  });

  it('S3-34 检测机构、科研院所、专家学者在人数满足后参与', () => {
    expect(wannian.assistants?.value).toEqual(['检测机构', '科研院所', '专家学者']);
  });

  it('S3-46 S3-57 计划和结果以江西省行政执法监督平台为准，抽取不在平台', () => {
    const name = '江西省“双随机、一公开”行政执法监督平台';
    expect(said(platformOf(wannian, 'plan', ON))).toEqual([name, '三(二)2']);
    expect(said(platformOf(wannian, 'outcomes', ON))).toEqual([name, '三(三)2']);
    expect(platformOf(wannian, 'subjects', ON)).toBeNull();
    expect(platformOf(wannian, 'inspectors', ON)).toBeNull();
  });

  it('S3-58 结果同步归集至国家企业信用信息公示系统和全国信用信息共享平台，两处都要', () => {
    expect(publicationsOf(wannian, 'outcome', ON).map(said)).toEqual([
      [
        {
          what: 'outcome',
          channels: ['江西省“双随机、一公开”行政执法监督平台', '国家企业信用信息公示系统', '全国信用信息共享平台'],
          each: 'all',
        },
        '三(三)2',
      ],
    ]);
  });

  it('S3-75 门户网站公示投诉举报电话，S3-76 查处结果向社会公开', () => {
    expect(publicationsOf(wannian, 'complaint-telephone', ON).map(({ value }) => value)).toEqual([
      { what: 'complaint-telephone', channels: ['门户网站'], each: 'all' },
    ]);
    expect(publicationsOf(wannian, 'complaint-result', ON).map(({ value }) => value)).toEqual([
      { what: 'complaint-result', channels: [], each: 'any' },
    ]);
  });

  it('S3-45 每个监管事项至少制定并完成一个计划；S3-07 监管全覆盖', () => {
    expect(targetsOf(wannian, ON).map(said)).toEqual([
      [{ figure: 'departments-drawing', goal: { kind: 'all' } }, '二'],
      [{ figure: 'items-finished', goal: { kind: 'all' } }, '三(二)2'],
    ]);
  });

  it('S3-74 联席办和司法局督查，常态化通报', () => {
    expect(wannian.supervisors?.value).toEqual(['office', 'legal']);
    expect(bulletinsOf(wannian, ON).map(({ value }) => value)).toEqual([{ every: 'regular', by: ['office', 'legal'] }]);
  });

  it.each([
    ['S3-67', 'inspectors', 'member', []],
    ['S3-09', 'subjects', 'office', []],
    ['S3-35', 'joint-inspectors', 'office', []],
    ['S3-67', 'items', 'member', []],
    ['S3-38', 'joint-items', 'member', ['office', 'legal']],
    ['S3-64', 'exemption', 'member', []],
    ['S3-67', 'method', 'member', []],
  ] as const)('%s %s 由 %s 建立', (_id, list, by, to) => {
    expect(owedOf(wannian, list, ON).map(({ value }) => value)).toEqual([{ list, by: [by], to, elements: [] }]);
  });
});

describe('万年 2022：没有数字的规则', () => {
  asksFor(wannian, [
    ['S3-04', '涉企检查事项清单管理', 'items-from-list', '一'],
    ['S3-05', '避免多头执法、重复检查', 'no-repeated-checks', '一'],
    ['S3-06', '进一次门、填一张表、查多项事', 'one-form', '二'],
    ['S3-07', '双随机为手段、重点监管补充、信用监管基础', 'three-kinds-of-task', '二'],
    ['S3-09', '监管库依据三种来源构建', 'pool-sources', '三(一)1'],
    ['S3-06', '一次入户检查', 'one-combined-visit', '三(一)1'],
    ['S3-16', 'A 类库除双随机外原则上不开展其他检查', 'no-other-checks', '三(一)1'],
    ['S3-21', '自动比对重叠对象，联合开展', 'overlaps-found', '三(一)1'],
    ['S3-26', 'C 类重叠的自行协商牵头', 'overlap-agree-lead', '三(一)1'],
    ['S3-33', '按资质、专长分类标注', 'inspectors-marked', '三(一)2'],
    ['S3-37', '每年对照权力清单调整目录', 'items-revised-yearly', '三(一)3'],
    ['S3-41', '其余时间为企业安静期', 'quiet-period-shown', '三(二)1'],
    ['S3-48', '专项计划另行录入', 'special-plans-apart', '三(二)2'],
    ['S3-49', '计划审查、全程闭环', 'reviews-before-draw', '三(二)3'],
    ['S3-52', '清单之外无检查', 'nothing-off-list', '三(二)3'],
    ['S3-53', '本部门职责内及时查处', 'finding-handled', '三(三)1'],
    ['S3-54', '其他部门职责的及时移送', 'transfer-to-competent', '三(三)1'],
    ['S3-55', '涉嫌犯罪的移送司法机关', 'crimes-transferred', '三(三)1'],
    ['S3-56', '谁检查、谁录入、谁公开', 'who-inspects-enters', '三(三)2'],
    ['S3-57', '公示并接受社会监督', 'public-watches', '三(三)2'],
    ['S3-59', '结果部门间互通互认互用', 'others-results-used', '三(三)3'],
    ['S3-60', '依法实施联合惩戒', 'joint-punishment', '三(三)3'],
    ['S3-61', '违法行为分类管理', 'violations-classified', '三(三)4'],
    ['S3-62', '风险预测预警和动态监测', 'risk-warnings', '三(三)4'],
    ['S3-66', '成员单位可适当调整', 'members-may-change', '四(一)'],
    ['S3-65', '联席办统筹协调', 'office-not-inspecting', '四(一)'],
    ['S3-68', '尽职照单免责、失职照单问责', 'done-by-list', '四(二)'],
    ['S3-73', '完善档案管理', 'archives', '四(四)'],
  ]);
});

describe('万年 2022：人的工作', () => {
  listsPeoplesWork(wannian, [
    ['S3-08', '到2025年形成现代市场监管体系', 'a modern system of market supervision by 2025', '二'],
    ['S3-69', '对未履行职责的严肃处理', 'those who fail are dealt with', '四(二)'],
    ['S3-70', '宣传解读，回应社会关注', 'explain to the public and answer it', '四(三)'],
    ['S3-71', '执法人员业务培训', 'training of inspectors', '四(三)'],
    ['S3-72', '经费保障、装备水平', 'money and equipment', '四(四)'],
  ]);
  readsByItself(wannian, ['term']);
});
