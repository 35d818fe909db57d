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
  quietMonths,
  schemeOf,
  stewardOf,
  visitsAtLeastOf,
  windowOf,
} from '../../core/policy/ask.ts';
import { ruling } from '../../core/policy/cited.ts';
import { dueDays, policyYear, policyYearOf } from '../../core/policy/due.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import type { Ground, Move, Policy } from '../../core/policy/shape.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { poolRulesOf } from '../../core/registry/pool-rules.ts';
import { said } from './tables.ts';

const wannian: Policy = wannian2022;
const ON = '2023-05-01';
const calendar = chineseCalendar();
const pool = (label: string) => ({ scheme: 'pool', label });
const movesOn = (is: (on: Move['on']) => boolean) =>
  wannian.moves.map((each) => ruling(each, ON)).filter(({ value }) => is(value.on));
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
    expect(wannian.term.value).toMatchObject({ kind: 'standing' });
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
    expect(said(wannian.adjustmentsPerYear === null ? null : ruling(wannian.adjustmentsPerYear, ON))).toEqual([
      1,
      '三(一)1',
    ]);
    expect(poolRulesOf(wannian, 'pool', ON)?.roundsPerYear).toBe(1);
  });

  it.each([
    ['S3-28', '轻微违法', 'minor', 'B'],
    ['S3-28', '一般违法', 'ordinary', 'B'],
    ['S3-29', '重大违法', 'major', 'C'],
  ] as const)('%s A 类库发现%s的移入相应库', (_id, _what, degree, to) => {
    const moves = movesOn((on) => on.kind === 'violation' && on.degree === degree);
    expect(moves.map(said)).toEqual([
      [{ scheme: 'pool', from: 'A', to, on: { kind: 'violation', degree } }, '三(一)1'],
    ]);
  });

  it('S3-30 S3-31 B 类经检查未发现问题的，可申请或由成员单位推荐，联席办核实后进 A 类', () => {
    expect(movesOn(({ kind }) => kind === 'clean').map(({ value }) => value)).toEqual([
      {
        scheme: 'pool',
        from: 'B',
        to: 'A',
        on: { kind: 'clean', requestedBy: ['subject', 'member'], confirmedBy: 'office' },
      },
    ]);
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
