/** Tiers of a task by credit grade, risk index and type of item: whatever scheme a task names, its own classes alone divide the frame. */
import { describe, expect, it } from 'vitest';
import { framing, marksOf } from '../../core/draw/frame.ts';
import { quotaOf } from '../../core/plan/task-of-row.ts';
import { schemeOf } from '../../core/policy/ask.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { shishi2024 } from '../../core/policy/shishi-2024.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { makeTask, percent } from '../plan/make.ts';

const subject = (classes: Readonly<Record<string, string>>, tags: readonly string[] = []) => ({
  ...{ type: 'enterprise' as const, tags, place: '', status: 'active' as const, used: [0, 0, 0, 0] },
  classOf: (scheme: string) => classes[scheme] ?? null,
});

const tiered = (labels: readonly string[]) => ({
  kind: 'tiers' as const,
  tiers: labels.map((label, i) => ({ label, share: percent(100 * (i + 1)) })),
  denominator: 'frame' as const,
});

const tierIn = (policy: Policy, task: ReturnType<typeof makeTask>, candidate: ReturnType<typeof subject>) => {
  const frame = framing(policy, [task], new Map(), task.window.from);
  const [mark] = marksOf(frame, candidate);
  return mark?.tier == null || mark.excluded !== null ? null : (frame.tasks[0]?.tiers[mark.tier]?.label ?? null);
};

describe('what a task’s tiers are formed from', () => {
  it('S1-17: a task can be tiered by the risk index as by the credit grade; the same subject stands in the class of the scheme that it names', () => {
    const window = { from: '2024-06-03', to: '2024-06-28' };
    const firm = subject({ credit: 'C', 'risk-index': '高' });
    expect(schemeOf(shishi2024, 'risk-index', window.from)).not.toBeNull();
    const byIndex = makeTask({ scheme: 'risk-index', frame: anybody, quota: tiered(['低', '中', '高']), window });
    const byGrade = makeTask({ scheme: 'credit', frame: anybody, quota: tiered(['A', 'B', 'C', 'D']), window });
    expect([tierIn(shishi2024, byIndex, firm), tierIn(shishi2024, byGrade, firm)]).toEqual(['高', 'C']);
    expect(tierIn(shishi2024, byIndex, subject({ credit: 'C' }))).toBeNull();
  });

  it('S1-17: a row of the plan sheet names the classes of the index; without the scheme said they are of none', () => {
    const share = percent(500);
    const ratio = {
      kind: 'tiered' as const,
      tiers: [
        { label: '高', share, stated: null },
        { label: '中', share, stated: null },
      ],
      drawsPerYear: null,
      provisional: false,
    };
    const schemes = [
      { id: 'credit', labels: ['A', 'B', 'C', 'D'] },
      { id: 'risk-index', labels: [] },
    ];
    expect(quotaOf({ ratio }, { schemes }, { scheme: 'risk-index' })).toMatchObject({
      ok: true,
      value: { scheme: 'risk-index' },
    });
    expect(quotaOf({ ratio }, { schemes }, {})).toMatchObject({ ok: false, error: { kind: 'no-such-scheme' } });
  });

  it('S3-63: a task over the general pool draws by the four credit classes beside the three pools', () => {
    const window = { from: '2023-06-01', to: '2023-06-30' };
    const frame = { ...anybody, tags: ['一般监管库'] };
    const task = makeTask({ scheme: 'credit', frame, quota: tiered(['A', 'B', 'C', 'D']), window });
    const classes = ['A', 'B', 'C', 'D'].map((credit) => subject({ pool: 'B', credit }, ['一般监管库']));
    expect(classes.map((each) => tierIn(wannian2022, task, each))).toEqual(['A', 'B', 'C', 'D']);
    expect(tierIn(wannian2022, task, subject({ pool: 'A', credit: 'A' }, ['联合监管库']))).toBeNull();
  });
});

const anybody = { tags: [], types: [], places: [] };
