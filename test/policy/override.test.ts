import { describe, expect, it } from 'vitest';
import { capOf, drawsPerYearOf, windowOf } from '../../core/policy/ask.ts';
import { publicationDue } from '../../core/policy/due.ts';
import { fuan2018 } from '../../core/policy/fuan-2018.ts';
import { ganzhou2023 } from '../../core/policy/ganzhou-2023.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { targetsFor } from '../../core/policy/measure.ts';
import { type Change, type Override, withOverride } from '../../core/policy/override.ts';
import { sanming2025 } from '../../core/policy/sanming-2025.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { wordsOfOverrideRefusal, wordsOfRuling } from '../../core/policy/words.ts';

const source = { document: '示例上级规定', clause: '第二条', quote: '另有规定' };
const higher = (change: Change, from: string, items: readonly string[] = []): Override => ({
  from,
  items,
  source,
  change,
});
const entered = (policy: Policy, override: Override): Policy => {
  const result = withOverride(policy, override);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

describe('上级规定自其施行之日起代替本地的值', () => {
  it('抽查频次', () => {
    const policy = entered(fuan2018, higher({ kind: 'draws-per-year', atLeast: 4 }, '2019-01-01'));
    expect(drawsPerYearOf(policy, '2018-12-31')?.value.atLeast).toBe(2);
    expect(drawsPerYearOf(policy, '2019-01-01')?.value).toEqual({ atLeast: 4, binding: 'in-principle' });
  });

  it('检查实施期', () => {
    const a = { scheme: 'pool', label: 'A' };
    const policy = entered(wannian2022, higher({ kind: 'window', of: a, months: [5, 6] }, '2023-05-01'));
    expect(windowOf(policy, a, '2023-04-30')?.value).toEqual([6]);
    expect(windowOf(policy, a, '2023-05-01')?.value).toEqual([5, 6]);
    expect(windowOf(policy, { scheme: 'pool', label: 'B' }, '2023-05-01')?.value).toEqual([6, 9]);
  });

  it('公示天数', () => {
    const when = { kind: 'working-days', n: 10, after: 'task-end' } as const;
    const policy = entered(ganzhou2023, higher({ kind: 'deadline', key: 'publish', when }, '2023-10-01'));
    const due = (ended: string) =>
      publicationDue(policy, { ended, field: '', planDays: 1 }, chineseCalendar()).workingDays;
    expect([due('2023-09-30'), due('2023-10-01')]).toEqual([20, 10]);
  });

  it('指标', () => {
    const goal = { kind: 'share', bp: 9500 } as const;
    const policy = entered(ganzhou2023, higher({ kind: 'target', figure: 'mobile-entry', goal }, '2023-07-01'));
    expect(targetsFor(policy, 'mobile-entry', '2023-06-30')[0]?.value.goal).toEqual({ kind: 'share', bp: 9000 });
    expect(targetsFor(policy, 'mobile-entry', '2023-07-01')[0]?.value.goal).toEqual(goal);
  });

  it('重点领域的检查次数，不分类别', () => {
    const change = { kind: 'cap', area: 'key', of: null, cap: { kind: 'visits', n: 2 } } as const;
    const policy = entered(sanming2025, higher(change, '2025-09-01'));
    const cap = capOf(policy, { area: 'key', of: { scheme: 'credit', label: 'B' } }, '2025-09-01');
    expect(cap?.value.cap).toEqual({ kind: 'visits', n: 2 });
    expect(cap === null ? '' : wordsOfRuling(cap).zh).toBe(
      '示例上级规定 第二条“另有规定”；代替明双随机〔2025〕1号 一(三)“对重点领域企业,一年检查不得超过法定检查次数上限”',
    );
  });

  it('原来的文件不变', () => {
    entered(fuan2018, higher({ kind: 'draws-per-year', atLeast: 4 }, '2019-01-01'));
    expect(fuan2018.drawsPerYear.replaced).toBeUndefined();
  });
});

describe('代替不成的，说明原因', () => {
  const refusal = (policy: Policy, override: Override) => {
    const result = withOverride(policy, override);
    if (result.ok) throw new Error('entered');
    expect(wordsOfOverrideRefusal(result.error).zh).not.toBe('');
    return result.error.kind;
  };

  it.each([
    ['检查次数', { kind: 'cap', area: 'general', of: null, cap: { kind: 'visits', n: 1 } }],
    ['抽查频次', { kind: 'draws-per-year', atLeast: 2 }],
    ['覆盖率', { kind: 'coverage', bound: 'at-most', bp: 100 }],
    ['实施期', { kind: 'window', of: { scheme: 'pool', label: 'A' }, months: null }],
    ['期限', { kind: 'deadline', key: 'publish', when: { kind: 'month-end', month: 3 } }],
    ['指标', { kind: 'target', figure: 'news', goal: { kind: 'rise' } }],
  ] as const)('文件本来没有%s的规定', (_what, change) => {
    expect(refusal(sanming2025, higher(change, '2025-09-01'))).toBe('nothing-to-replace');
  });

  it('没有文件、条款或原文的', () => {
    const change = { kind: 'draws-per-year', atLeast: 4 } as const;
    for (const missing of ['document', 'clause', 'quote'])
      expect(refusal(fuan2018, { ...higher(change, '2019-01-01'), source: { ...source, [missing]: ' ' } })).toBe(
        'no-source',
      );
  });

  it('只有检查次数能按事项另行规定', () => {
    const change = { kind: 'draws-per-year', atLeast: 4 } as const;
    expect(refusal(fuan2018, higher(change, '2019-01-01', ['X']))).toBe('not-by-item');
  });
});
