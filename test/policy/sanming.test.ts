import { describe, expect, it } from 'vitest';
import {
  capOf,
  countsTowardCap,
  coverageOf,
  deskFirst,
  directionOf,
  directionRank,
  fallbackOf,
  leaveToVisit,
  officeBarred,
  orderOf,
  owedOf,
  publicationsOf,
  quietMonths,
  reviewersOf,
  schemeOf,
} from '../../core/policy/ask.ts';
import { dueDays, forceOn, policyYear, publicationDue } from '../../core/policy/due.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { targetsFor, targetsOf } from '../../core/policy/measure.ts';
import { withOverride } from '../../core/policy/override.ts';
import { sanming2025 } from '../../core/policy/sanming-2025.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { said } from './tables.ts';

const sanming: Policy = sanming2025;
const ON = '2025-09-01';
const calendar = chineseCalendar();
const credit = (label: string) => ({ scheme: 'credit', label });
const year2025 = { year: 2025, from: '2025-01-01', to: '2025-12-31' };

describe('三明 2025：文件', () => {
  it('S0-01 文号、索引号、发布日期、印发机关可查', () => {
    expect(sanming.head.number?.value).toBe('明双随机〔2025〕1号');
    expect(sanming.head.indexNumber?.value).toBe('SM00206-3000-2025-00043');
    expect(sanming.head.date.value).toBe('2025-06-23');
    expect(sanming.head.publishedOn?.value).toBe('2025-06-23');
    expect(sanming.head.issuers.value).toEqual(['三明市“双随机、一公开”跨部门联合监管工作联席会议办公室']);
    expect(sanming.head.title.value).toBe('关于印发2025年三明市“双随机、一公开”部门联合抽查检查工作计划的通知');
    expect([sanming.head.disclosure, sanming.head.superiors]).toEqual([null, []]);
  });

  it('S0-02 文件废止之日起不得再据以编制计划，此前的记录仍然有效', () => {
    const abolished: Policy = { ...sanming, state: { kind: 'abolished', from: '2025-11-01' } };
    expect(forceOn(abolished, '2025-10-31')).toEqual({ kind: 'in-force' });
    expect(forceOn(abolished, '2025-11-01')).toEqual({ kind: 'abolished', from: '2025-11-01' });
    expect(forceOn(sanming, '2025-11-01')).toEqual({ kind: 'in-force' });
  });

  it('S0-02 印发之前的日子不算逾期，是文件生效之前', () => {
    expect(forceOn(sanming, '2025-06-22')).toEqual({ kind: 'before-effect', from: '2025-06-23' });
    expect(forceOn(sanming, '2025-06-23')).toEqual({ kind: 'in-force' });
    expect(policyYear(sanming, 2025)).toEqual({ ok: true, value: year2025 });
    expect(policyYear(sanming, 2026).ok).toBe(false);
  });

  it('S0-03 S0-04 印发各成员单位，并发各县（市、区）协作工作机制办公室，后者不是成员', () => {
    expect(sanming.head.addressees.map(({ value }) => value)).toEqual([
      { name: '市联席会议各成员单位', party: 'member', member: true },
      { name: '各县(市、区)协作工作机制办公室', party: 'county-office', member: false },
    ]);
  });

  it('S0-05 6月5日向成员单位征询抽查工作计划', () => {
    expect(sanming.consultation?.value).toEqual({ opened: '2025-06-05' });
  });

  it('S0-79 附件是部门联合抽查检查工作计划表', () => {
    expect(sanming.head.annexes.map(({ value }) => value)).toEqual(['部门联合抽查检查工作计划']);
  });

  it('S0-80 落款由三明市市场监督管理局代章', () => {
    expect(sanming.head.seal?.value).toEqual({ by: '三明市市场监督管理局' });
  });
});

describe('三明 2025：分类与比例', () => {
  it('S0-14 企业和个体工商户按信用风险分为 A、B、C、D 四类', () => {
    const scheme = schemeOf(sanming, 'credit', ON)?.value;
    expect(scheme?.classes).toEqual([
      { label: 'A', zh: '信用风险低' },
      { label: 'B', zh: '信用风险一般' },
      { label: 'C', zh: '信用风险较高' },
      { label: 'D', zh: '信用风险高' },
    ]);
    expect([scheme?.types, scheme?.like]).toEqual([['enterprise', 'sole-trader'], null]);
    expect(sanming.schemes.map(({ value }) => value.id)).toEqual(['own', 'credit']);
  });

  it('S0-14 部门自己的分类同样适用，各类规则与通用分类一致', () => {
    expect(schemeOf(sanming, 'own', ON)?.value).toEqual({
      id: 'own',
      types: ['enterprise', 'sole-trader'],
      classes: [],
      like: 'credit',
    });
    const own = capOf(sanming, { area: 'general', of: { scheme: 'own:YJ', label: 'B' } }, ON);
    expect(own?.value.cap).toEqual({ kind: 'visits', n: 1 });
  });

  it.each([
    ['S0-15', 'A', '原则上无事不扰', 'spared', null],
    ['S0-16 S0-17', 'B', '比例和频次都低于常规', 'below-usual', 'below-usual'],
    ['S0-20', 'C', '比例和频次都高于常规', 'above-usual', 'above-usual'],
    ['S0-21', 'D', '比例和频次大幅提高', 'far-above-usual', 'far-above-usual'],
  ] as const)('%s %s 类：%s', (_id, label, _says, share, frequency) => {
    expect(said(directionOf(sanming, 'share', credit(label), ON))).toEqual([share, '一(二)']);
    expect(directionOf(sanming, 'frequency', credit(label), ON)?.value ?? null).toBe(frequency);
  });

  it('S0-21 抽查比例按 A、B、C、D 依次提高', () => {
    expect(said(orderOf(sanming, 'credit', ON))).toEqual([['A', 'B', 'C', 'D'], '一(二)']);
    expect(orderOf(sanming, 'own:YJ', ON)?.value).toEqual(['A', 'B', 'C', 'D']);
    expect(orderOf(sanming, 'risk-index', ON)).toBeNull();
    const ranks = (['spared', 'below-usual', 'usual', 'above-usual', 'far-above-usual'] as const).map(
      (each) => directionRank[each],
    );
    expect(ranks).toEqual([0, 1, 2, 3, 4]);
  });

  it('S0-18 S0-19 B 类先书式检查，未发现问题的可不开展现场检查', () => {
    expect(said(deskFirst(sanming, credit('B'), ON))).toEqual([
      { scheme: 'credit', label: 'B', cleanSuffices: true },
      '一(二)',
    ]);
    expect(deskFirst(sanming, credit('C'), ON)).toBeNull();
  });

  it('S0-22 没有自己分类的部门先用市场监管部门的分类', () => {
    expect(said(fallbackOf(sanming, ON))).toEqual([{ scheme: 'credit', whose: 'regulator' }, '一(二)']);
  });
});

describe('三明 2025：一年检查几次', () => {
  const cap = (area: 'general' | 'key', label: string) => capOf(sanming, { area, of: credit(label) }, ON);

  it('S0-24 一般领域 B 类企业一年检查不得超过 1 次', () => {
    expect(cap('general', 'B')?.value.cap).toEqual({ kind: 'visits', n: 1 });
    expect(cap('general', 'B')?.source).toMatchObject({ clause: '一(三)', basis: 'text' });
  });

  it('S0-25 一般领域 C 类企业一年不得超过 2 次', () => {
    expect(cap('general', 'C')?.value.cap).toEqual({ kind: 'visits', n: 2 });
  });

  it('S0-26 一般领域 D 类企业按监管工作实际需要确定，没有次数上限', () => {
    expect(cap('general', 'D')?.value.cap).toEqual({ kind: 'as-needed' });
  });

  it('S0-23 S0-27 涉及健康安全的重点领域不分类别，按事项的法定检查次数上限', () => {
    expect(sanming.keyArea?.value).toBe('health-and-safety');
    for (const label of ['A', 'B', 'C', 'D']) expect(cap('key', label)?.value.cap).toEqual({ kind: 'statutory' });
    expect(capOf(sanming, { area: 'key', of: null }, ON)?.value.cap).toEqual({ kind: 'statutory' });
  });

  it('S0-15 一般领域 A 类没有次数，因为本来就不抽', () => {
    expect(cap('general', 'A')).toBeNull();
    expect(capOf(sanming, { area: 'general', of: null }, ON)).toBeNull();
  });

  it('S0-24 一般领域的次数各部门合计；重点领域按每个行政机关分别计', () => {
    expect(cap('general', 'B')?.value).toMatchObject({
      across: 'all-departments',
      scopeSource: { basis: 'our-reading', clause: '一(三)' },
    });
    expect(cap('key', 'B')?.value).toMatchObject({
      across: 'each-department',
      scopeSource: { basis: 'our-reading', clause: '一(三)' },
    });
    expect(sanming.capCounts?.value).toEqual({ methods: ['on-site', 'desk'], occasions: ['drawn', 'triggered'] });
  });

  const check = { kind: 'uscc', number: '9135', date: '2025-03-01', department: 'YJ', items: [] } as const;
  it.each([
    ['现场检查', 'on-site', 'drawn', true],
    ['书式检查', 'desk', 'drawn', true],
    ['投诉举报引起的检查', 'on-site', 'triggered', true],
    ['网络监测', 'online', 'drawn', false],
    ['对本单位检查的再检查', 'on-site', 'recheck', false],
  ] as const)('S0-24 计次：%s', (_what, method, occasion, counts) => {
    const asked = countsTowardCap(sanming, { ...check, method, occasion }, ON);
    expect(asked).toMatchObject({ value: counts, source: { basis: 'our-reading' } });
  });

  it('S0-28 国家另有规定的，只对该规定的事项、自其施行之日起让位，两个出处都保留', () => {
    const source = { document: '卫生监督某规定', clause: '第三条', quote: '不超过2次' };
    const change = { kind: 'cap', area: 'general', of: credit('B'), cap: { kind: 'visits', n: 2 } } as const;
    const entered = withOverride(sanming, { from: '2025-08-01', items: ['WJ-01'], source, change });
    if (!entered.ok) throw new Error(entered.error.kind);
    const b = (item: string, on: string) => capOf(entered.value, { area: 'general', of: credit('B'), item }, on);
    expect(b('WJ-01', '2025-07-31')?.value.cap).toEqual({ kind: 'visits', n: 1 });
    expect(b('YJ-01', '2025-08-01')?.value.cap).toEqual({ kind: 'visits', n: 1 });
    expect(b('WJ-01', '2025-08-01')).toMatchObject({
      value: { cap: { kind: 'visits', n: 2 } },
      source: { document: '卫生监督某规定', clause: '第三条' },
      instead: { document: '明双随机〔2025〕1号', clause: '一(三)' },
    });
  });
});

describe('三明 2025：时限', () => {
  const due = () => dueDays(sanming, year2025, calendar);

  it('S0-73 7月4日前报送上半年工作小结，成员单位和县（市、区）办公室都要报', () => {
    expect(due()[0]).toMatchObject({
      deadline: { key: 'half-year-report', by: ['member', 'county-office'], to: ['office'], binding: 'firm' },
      due: '2025-07-04',
      remind: { date: '2025-07-04', provisional: false },
      state: 'binding',
      source: { clause: '五(十四)' },
    });
  });

  it('S0-74 S0-75 12月14日是星期日：提醒落在12月12日星期五，期限本身不移', () => {
    expect(due().slice(1)).toMatchObject([
      {
        deadline: { key: 'next-year-plan', by: ['member', 'county-office'], to: ['office'], binding: 'firm' },
        due: '2025-12-14',
        remind: { date: '2025-12-12' },
      },
      {
        deadline: { key: 'year-report', by: ['member', 'county-office'], to: ['office'], binding: 'firm' },
        due: '2025-12-14',
        remind: { date: '2025-12-12' },
      },
    ]);
    expect(due()).toHaveLength(3);
  });

  it('S0-76 总结应有工作成效、典型经验做法、特色亮点、案例四部分', () => {
    expect(sanming.reportParts?.value).toEqual(['工作成效', '典型经验做法', '特色亮点', '案例']);
  });

  it('文件没有规定公示天数：由计划定，并注明是计划定的', () => {
    const task = { ended: '2025-09-22', field: '旅游', planDays: 20 };
    expect(publicationDue(sanming, task, calendar)).toMatchObject({ date: '2025-10-24', whose: 'plan', source: null });
  });
});

describe('三明 2025：公开与运用', () => {
  it('S0-11 计划通过公示系统或本部门官网公示，任一即可', () => {
    expect(publicationsOf(sanming, 'plan', ON).map(said)).toEqual([
      [{ what: 'plan', channels: ['国家企业信用信息公示系统(福建)', '本部门官网'], each: 'any' }, '一(一)'],
    ]);
  });

  it('S0-49 S0-50 检查信息和行政处罚信息应归集尽归集、应公示尽公示', () => {
    expect(targetsFor(sanming, 'outcomes-collected', ON)[0]?.value.goal).toEqual({ kind: 'all' });
    expect(targetsFor(sanming, 'penalties-collected', ON)[0]?.value.goal).toEqual({ kind: 'all' });
    expect(targetsOf(sanming, ON)).toHaveLength(2);
    for (const what of ['outcome', 'penalty'] as const)
      expect(publicationsOf(sanming, what, ON)[0]?.value).toEqual({
        what,
        channels: ['国家企业信用信息公示平台(福建)'],
        each: 'all',
      });
  });

  it('S0-09 各部门还要制定印发本部门的抽查计划', () => {
    expect(owedOf(sanming, 'own-plan', ON)[0]?.value).toEqual({
      list: 'own-plan',
      by: ['member'],
      to: [],
      elements: [],
    });
  });

  it('S0-41 包容审慎“四张清单”', () => {
    expect(owedOf(sanming, 'leniency', ON)[0]?.value).toEqual({
      list: 'leniency',
      by: ['member'],
      to: [],
      elements: ['不予处罚', '减轻处罚', '从轻处罚', '免予行政强制'],
    });
    expect(sanming.owed).toHaveLength(2);
  });

  it('S0-43 检查员队伍还包括技术核查、审查人员，他们只是协助', () => {
    expect(sanming.assistants?.value).toEqual(['技术核查人员', '审查人员']);
  });

  it('S0-63 再检查评价合规性、完整性、精准性三项', () => {
    expect(sanming.recheckCriteria?.value).toEqual(['compliance', 'completeness', 'precision']);
  });

  it('S0-66 防止四种检查', () => {
    expect(sanming.badChecks?.value).toEqual(['任性检查', '多头重复检查', '运动式检查', '形式主义检查']);
  });

  it('文件没有说的不替它说：没有年度覆盖率，没有安静期，没有审查单位', () => {
    expect(coverageOf(sanming, ON).map(({ source }) => source.document)).toEqual(['企业公示信息抽查办法']);
    expect(quietMonths(sanming, credit('B'), ON)).toEqual([]);
    expect(reviewersOf(sanming, ON)).toEqual([]);
    expect(leaveToVisit(sanming, { of: credit('B'), date: ON, drawn: false, ground: null })).toEqual({ kind: 'free' });
  });

  it('联席办不能当检查机关：2025年起有国办发〔2024〕54号', () => {
    expect(officeBarred(sanming, ON)?.document).toBe('国办发〔2024〕54号');
  });
});
