/** What every jurisdiction must satisfy. A policy that is silent on a thing skips, and says in words on what. */
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from '../../core/canonical.ts';
import {
  capOf,
  ceilingsOf,
  coverageOf,
  directionOf,
  directionRank,
  exceptionsOf,
  fallbackOf,
  floorsOf,
  leaveToVisit,
  officersPerBody,
  orderOf,
  owedOf,
  ownRatiosOf,
  publicationsOf,
  quietMonths,
  requires,
  reviewersOf,
  schemeOf,
  schemesOf,
  windowOf,
} from '../../core/policy/ask.ts';
import { dueDays, finishBy, forceOn, policyYear, policyYearOf, publicationDue } from '../../core/policy/due.ts';
import { duties } from '../../core/policy/duty.ts';
import { figures } from '../../core/policy/figure.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { policies, policyCalled } from '../../core/policy/index.ts';
import { targetsOf } from '../../core/policy/measure.ts';
import { listKeys } from '../../core/policy/shape.ts';
import { wordsOfCap, wordsOfCoverage, wordsOfSource, wordsOfTarget, wordsOfWhen } from '../../core/policy/words.ts';
import { citedIn } from './cited.ts';

const calendar = chineseCalendar();

it('五个辖区各有自己的文件，名称和代码互不相同', () => {
  expect(policies.map(({ id }) => id)).toEqual([
    'sanming-2025',
    'shishi-2024',
    'fuan-2018',
    'wannian-2022',
    'ganzhou-2023',
  ]);
  expect(policies.map(({ area }) => area)).toEqual([
    { code: '350400', name: '三明市' },
    { code: '350581', name: '石狮市' },
    { code: '350981', name: '福安市' },
    { code: '361129', name: '万年县' },
    { code: '620702', name: '甘州区' },
  ]);
  expect(policies.map(({ name }) => name)).toEqual([
    { zh: '三明市 2025', en: 'Sanming 2025' },
    { zh: '石狮市 2024', en: 'Shishi 2024' },
    { zh: '福安市 2018', en: "Fu'an 2018" },
    { zh: '万年县 2022', en: 'Wannian 2022' },
    { zh: '甘州区 2023', en: 'Ganzhou 2023' },
  ]);
  for (const policy of policies) expect(policyCalled(policy.id)).toBe(policy);
  expect(policyCalled('nowhere-2000')).toBeNull();
});

describe.each(policies)('$name.zh', (policy) => {
  const on = policy.from;
  const year = policyYearOf(policy, on);

  it('文件是纯数据：写成 JSON 再读回来，一字不差', () => {
    const back: unknown = JSON.parse(JSON.stringify(policy));
    expect(back).toEqual(policy);
    const plain: Json = JSON.parse(JSON.stringify(policy));
    expect(canonical(plain)).toContain(policy.id);
  });

  it('自成文之日起施行，此前是生效之前，此后有效', () => {
    expect(policy.from).toBe(policy.head.date.value);
    expect(forceOn(policy, '2014-01-01').kind).toBe('before-effect');
    expect(forceOn(policy, on)).toEqual({ kind: 'in-force' });
  });

  it('每一天最多属于一个政策年度，年度首尾相接', () => {
    if (!year.ok) throw new Error('the first day has no policy year');
    expect(policyYear(policy, year.value.year)).toEqual(year);
    expect(year.value.from <= on && on <= year.value.to).toBe(true);
    const next = policyYear(policy, year.value.year + 1);
    if (next.ok) expect(next.value.from).toBe(`${year.value.year + 1}-01-01`);
    else expect(next.error.kind).toBe('no-such-policy-year');
  });

  it('每个检查主体至少两名执法人员，这是国家法律，不由文件决定', () => {
    expect(officersPerBody(on)?.value).toEqual({ atLeast: 2 });
  });

  it('规则里说到的分类，都是文件列出的分类', () => {
    const known = schemesOf(policy, on).flatMap(({ value }) =>
      value.classes.map(({ label }) => `${value.id}/${label}`),
    );
    const spoken = [
      ...policy.directions,
      ...policy.visitsPerYear,
      ...policy.jointOnly,
      ...policy.deskFirst,
      ...policy.stewardships,
      ...policy.entryGrounds,
      ...policy.windows,
    ].map(({ value }) => `${value.scheme}/${value.label}`);
    expect(spoken.filter((each) => !known.includes(each))).toEqual([]);
    const moves = policy.moves.flatMap(({ value }) => [`${value.scheme}/${value.from}`, `${value.scheme}/${value.to}`]);
    expect(moves.filter((each) => !known.includes(each))).toEqual([]);
    const fallback = fallbackOf(policy, on);
    if (fallback !== null) expect(schemeOf(policy, fallback.value.scheme, on)).not.toBeNull();
  });

  it('文件从不出现的分类得不到任何规则，而不是得到默认值', () => {
    const stranger = { scheme: 'nobody', label: 'Z' };
    expect(directionOf(policy, 'share', stranger, on)).toBeNull();
    expect(capOf(policy, { area: 'general', of: stranger }, on)).toBeNull();
    expect(windowOf(policy, stranger, on)).toBeNull();
    expect(quietMonths(policy, stranger, on)).toEqual([]);
    expect(policy.moves.filter(({ value }) => value.scheme === stranger.scheme)).toEqual([]);
    expect(leaveToVisit(policy, { of: stranger, date: on, drawn: true, ground: null })).toEqual({ kind: 'free' });
  });

  it('方向与顺序一致：顺序靠后的类别，方向不低于靠前的', (context) => {
    const order = policy.order === null ? null : orderOf(policy, policy.order.value.scheme, on);
    if (order === null || policy.order === null) return context.skip('文件没有规定比例随风险提高');
    const { scheme } = policy.order.value;
    const ranks = order.value.flatMap((label) => {
      const direction = directionOf(policy, 'share', { scheme, label }, on);
      return direction === null ? [] : [directionRank[direction.value]];
    });
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('各类各有比例的分类，文件确有列出', (context) => {
    const own = ownRatiosOf(policy, on);
    if (own === null) return context.skip('文件没有要求各类各有比例');
    expect(schemeOf(policy, own.value.scheme, on)?.value.classes.length).toBeGreaterThan(1);
  });

  it('检查次数上限：同一领域同一类别只有一个，并写明各部门合计还是分别计', (context) => {
    if (policy.caps.length === 0) return context.skip('文件没有规定一年检查几次');
    const keys = policy.caps.map(({ value }) => `${value.area}/${value.of?.scheme}/${value.of?.label}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { value } of policy.caps) {
      const asked = capOf(policy, value, on);
      expect(asked?.value.cap).toEqual(value.cap);
      expect(asked?.value.scopeSource).not.toBeNull();
      if (asked) expect(wordsOfCap(asked.value.cap, asked.value.across).zh).not.toBe('');
    }
    expect(policy.capCounts).not.toBeNull();
  });

  it('覆盖率的下限和上限都在 0 与 100% 之间，有出处有说法', (context) => {
    if (policy.coverage.length === 0) return context.skip('文件没有规定全年抽查比例');
    expect([...floorsOf(policy, on), ...ceilingsOf(policy, on)]).toHaveLength(coverageOf(policy, on).length);
    for (const { value } of coverageOf(policy, on)) {
      expect(value.bp > 0 && value.bp <= 10000).toBe(true);
      expect(wordsOfCoverage(value).zh).toMatch(/^全年抽查比例/);
    }
  });

  it('安静期的每个例外都有原因、有备案单位，抽中且在实施期内的不需要', (context) => {
    if (policy.exceptions.length === 0) return context.skip('文件没有安静期，也没有对某类主体无事不扰的规定');
    for (const { value } of exceptionsOf(policy, on)) {
      expect(value.grounds.length).toBeGreaterThan(0);
      if (value.covers.kind === 'quiet-period') expect(value.receivers).toContain('office');
    }
    for (const { value } of policy.windows) {
      const month = value.months?.[0] ?? 2;
      const date = `2023-${String(month).padStart(2, '0')}-15`;
      expect(leaveToVisit(policy, { of: value, date, drawn: true, ground: null })).toEqual({ kind: 'free' });
    }
  });

  it('审查各有分工：同一审查点不由两家审', (context) => {
    const reviews = reviewersOf(policy, on);
    if (reviews.length === 0) return context.skip('文件没有设计划审查');
    const points = reviews.flatMap(({ value }) => value.points);
    expect(new Set(points).size).toBe(points.length);
  });

  it('本年度的每个期限有日期、有提醒日，提醒日是工作日且不晚于期限', (context) => {
    if (!year.ok) throw new Error('no year');
    const due = dueDays(policy, year.value, calendar);
    if (due.length === 0) return context.skip('文件没有带日期的期限');
    for (const each of due) {
      expect(each.remind.date <= each.due).toBe(true);
      expect(each.remind.provisional).toBe(false);
      expect(each.state).toBe(each.due < policy.from ? 'before-effect' : 'binding');
      expect(wordsOfWhen(each.deadline.when).zh).not.toBe('');
    }
    expect(due.map((each) => each.due)).toEqual(due.map((each) => each.due).sort());
  });

  it('任务完成后总有公示的最后一天，并写明是谁定的', () => {
    const ended = on;
    const due = publicationDue(policy, { ended, field: '旅游', planDays: 15 }, calendar);
    expect(due.date > ended).toBe(true);
    expect(due.source === null).toBe(due.whose === 'plan');
    const finish = year.ok ? finishBy(policy, year.value, calendar) : null;
    if (finish?.andPublished) expect(due.date <= finish.due).toBe(true);
  });

  it('食品检查另有国家规定：结果形成后 20 个工作日，取较早的一天', () => {
    const task = { ended: '2022-09-22', field: '食品', planDays: 60 };
    const due = publicationDue(policy, task, calendar);
    if (due.whose === 'plan') throw new Error('the plan may not give food more days than the law');
    expect(due.date).toBe('2022-10-25');
  });

  it('指标都有定义，能说成一句话', () => {
    for (const { value } of targetsOf(policy, on)) {
      expect(figures[value.figure].numerator.zh).not.toBe('');
      expect(wordsOfTarget(value).zh).toContain(figures[value.figure].name.zh);
    }
  });

  it('结果向谁公开、部门各自有什么计划，都有着落', () => {
    const published = [...publicationsOf(policy, 'outcome', on), ...publicationsOf(policy, 'draw', on)];
    expect(published.length).toBeGreaterThan(0);
    expect(listKeys.flatMap((list) => owedOf(policy, list, on)).length).toBe(policy.owed.length);
  });

  it('每条规则有中英文，人的工作也有，一条不漏', () => {
    for (const { value } of policy.duties) {
      expect(requires(policy, value, on)?.value).toBe(value);
      expect(duties[value].zh).not.toBe('');
      expect(duties[value].en).not.toBe('');
    }
    for (const { value } of policy.peoplesWork) expect([value.zh === '', value.en === '']).toEqual([false, false]);
    expect(policy.peoplesWork.length).toBeGreaterThan(0);
  });

  it('每个出处都能说成文件、条款和原文；我们的理解注明是理解', () => {
    for (const { cited } of citedIn(policy)) {
      const words = wordsOfSource(cited).zh;
      expect(words.startsWith(`${cited.document} ${cited.clause}“`)).toBe(true);
      expect(words.includes('为本系统的理解')).toBe(cited.basis === 'our-reading');
    }
  });
});
