/** The good plans of five counties pass; what review says beside is only to be known. And no plan makes it stumble. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Share } from '../../core/plan/ratio.ts';
import { stands } from '../../core/plan/review/finding.ts';
import { reviewPlan } from '../../core/plan/review/review.ts';
import { wordsOfFinding } from '../../core/plan/review/words.ts';
import type { Task } from '../../core/plan/task.ts';
import { type County, county, withPlan, withTask } from './county.ts';
import { makeBody } from './make.ts';

const names = { department: (code: string) => code, item: (code: string) => code, task: (no: string) => no };
const counties: readonly County[] = ['三明', '石狮', '福安', '万年', '甘州'];

describe.each(counties)('%s', (name) => {
  it('a good plan passes its review', () => {
    const review = reviewPlan(county(name));
    expect(review.findings.filter(stands).map((finding) => wordsOfFinding(finding, names).zh)).toEqual([]);
    expect(review.clean).toBe(true);
  });

  it('a plan without any task has nothing drawn and is no reason to stumble', () =>
    expect(reviewPlan(withPlan(county(name), { tasks: [] })).desk.proposal.groups).toBe(0));

  it('the same plan with its tasks in another order has the same findings', () => {
    const input = county(name);
    const said = (tasks: readonly Task[]) =>
      reviewPlan(withPlan(input, { tasks }))
        .findings.map((finding) => wordsOfFinding(finding, names).zh)
        .sort();
    expect(said([...input.plan.tasks].reverse())).toEqual(said(input.plan.tasks));
  });

  it('a subject more in a cell never loses a finding about the plan’s form', () => {
    const input = withTask(county(name), { lead: '', section: '' });
    const grown = { ...input, cells: input.cells.map((cell) => ({ ...cell, count: cell.count + 1 })) };
    const formal = (given: typeof input) => reviewPlan(given).findings.filter(({ kind }) => /lead|section/.test(kind));
    expect(formal(grown)).toEqual(formal(input));
  });
});

describe('whatever a plan holds', () => {
  const share: fc.Arbitrary<Share> = fc.oneof(
    fc.constant<Share>({ kind: 'spared' }),
    fc.record({
      kind: fc.constant('share' as const),
      bp: fc.integer({ min: 1, max: 10_000 }),
      bound: fc.constantFrom('exactly', 'at-least', 'at-most'),
      atLeast: fc.nat(3),
    }),
    fc.record({
      kind: fc.constant('count' as const),
      n: fc.integer({ min: 1, max: 5000 }),
      bound: fc.constantFrom('exactly', 'at-least', 'at-most'),
    }),
    fc.constant<Share>({
      kind: 'range',
      from: { kind: 'count', n: 60, bound: 'exactly' },
      to: { kind: 'count', n: 70, bound: 'exactly' },
    }),
  );
  const day = fc
    .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ month, day: of }) => `2023-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`);
  const change: fc.Arbitrary<Partial<Task>> = fc.record(
    {
      lead: fc.constantFrom('', 'market', 'fire', 'office', 'nobody'),
      partners: fc.subarray(['market', 'fire', 'justice']),
      reach: fc.constantFrom('joint' as const, 'department' as const),
      kind: fc.constantFrom('random' as const, 'special' as const, 'key' as const),
      origin: fc.constantFrom('own' as const, 'city' as const),
      scheme: fc.constantFrom('', 'credit', 'pool', 'key-directory', 'own', 'unknown'),
      quota: fc.oneof(
        fc.array(share, { minLength: 1, maxLength: 4 }).map((shares) => ({
          kind: 'tiers' as const,
          denominator: 'frame' as const,
          tiers: shares.map((of, i) => ({ label: 'ABCD'[i] ?? '', share: of })),
        })),
        fc.record({ kind: fc.constant('total' as const), n: fc.nat(9000), labels: fc.constant(['A', 'B', 'C']) }),
      ),
      drawsPerYear: fc.integer({ min: 1, max: 4 }),
      window: fc.record({ from: day, to: day }),
      due: day,
      bodies: fc
        .subarray(['market', 'fire', 'office', 'nobody'])
        .map((codes) => codes.map((code) => makeBody(code, ['food', 'lifts'], { officers: 1 }))),
      frame: fc.record({
        tags: fc.subarray(['餐饮', '酒店', '无']),
        types: fc.subarray(['enterprise' as const, 'association' as const]),
        places: fc.constantFrom([], ['城区'], ['山区']),
      }),
    },
    { requiredKeys: [] },
  );

  it('review answers, and every answer can be read', () =>
    fc.assert(
      fc.property(fc.constantFrom(...counties), change, change, (name, first, second) => {
        const input = withTask(withTask(county(name), first), second, 'R-003');
        const { findings, clean } = reviewPlan(input);
        expect(clean).toBe(!findings.some(stands));
        for (const finding of findings) {
          const { zh, en } = wordsOfFinding(finding, names);
          expect(`${zh}${en}`).not.toMatch(/undefined|NaN|Infinity|\[object/);
        }
      }),
      { numRuns: 150 },
    ));
});
