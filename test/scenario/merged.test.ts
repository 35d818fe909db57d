/** Properties of merged visits, whatever tasks, frames, groups, shares and allowances: 进一次门、查多项事, and one door is one check. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ManifestTask } from '../../core/draw/manifest.ts';
import type { RosterRow } from '../../core/draw/roster.ts';
import { select } from '../../core/draw/select.ts';
import { ticketsOf } from '../../core/draw/stream.ts';
import { make, rowsOf, seedFor } from '../draw/make.ts';
import { taking } from './chances.ts';

const ROWS = 40;

interface Case {
  readonly groups: number;
  readonly seed: number;
  readonly tasks: readonly {
    readonly n: number;
    readonly group: number;
    /** Most checks a year for each of two counters, or null. */
    readonly limits: readonly (number | null)[];
    readonly counts: readonly number[];
    readonly frame: number;
  }[];
  readonly used: readonly (readonly number[])[];
}

const allowance = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }));

const aCase: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 3 }).chain((groups) =>
  fc.record({
    groups: fc.constant(groups),
    seed: fc.nat(),
    tasks: fc.array(
      fc.record({
        n: fc.integer({ min: 0, max: 30 }),
        group: fc.integer({ min: 0, max: groups - 1 }),
        limits: fc.tuple(allowance, allowance),
        counts: fc.subarray([0, 1]),
        frame: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    used: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: ROWS, maxLength: ROWS }),
  }),
);

function selected({ groups, tasks, used, seed }: Case) {
  const asked = tasks.map(
    ({ n, group, limits, counts }, i): ManifestTask => ({ ...taking(String(i), n, group, limits), counts }),
  );
  const rows = rowsOf(ROWS, tasks.length).map((row, i): RosterRow => {
    const marks = tasks.map(({ frame, counts, limits }) => {
      if (i % frame !== 0) return null;
      const isFull = counts.some((k) => (used[i]?.[k] ?? 0) >= (limits[k] ?? Infinity));
      return { tier: 0, excluded: isFull ? 'A' : null };
    });
    return { ...row, used: used[i] ?? [], marks };
  });
  const { manifest, roster } = make(rows, { tasks: asked, counters: ['all', 'department:scjg'], groups });
  return select(manifest, roster, ticketsOf(seedFor(seed), ROWS));
}

it('an enterprise has one visit in each group, with exactly the tasks of the group that drew it', () => {
  fc.assert(
    fc.property(aCase, (each) => {
      const { visits, tasks } = selected(each);
      const doors = visits.map(({ row, group }) => `${group}/${row}`);
      expect(new Set(doors).size).toBe(doors.length);
      const drawnBy = (task: number) => tasks[task]?.tiers.flatMap(({ drawn }) => drawn) ?? [];
      const expected = each.tasks.flatMap(({ group }, task) => drawnBy(task).map((row) => `${group}/${row}/${task}`));
      const made = visits.flatMap(({ row, group, tasks: held }) => held.map((task) => `${group}/${row}/${task}`));
      expect(made.sort()).toEqual(expected.sort());
    }),
    { numRuns: 300 },
  );
});

it('a visit counts once against an allowance, however many tasks it holds, and no task draws where the allowance is used up', () => {
  fc.assert(
    fc.property(aCase, (each) => {
      const { visits } = selected(each);
      const used = each.used.map((column) => [...column]);
      // Walked by hand, group after group: every task must find room, then the whole visit counts once.
      for (const group of Array.from({ length: each.groups }, (_, g) => g)) {
        const here = visits.filter((visit) => visit.group === group);
        for (const { row, tasks } of here) {
          for (const task of tasks) {
            const { limits = [], counts = [] } = each.tasks[task] ?? {};
            for (const k of counts) expect(used[row]?.[k] ?? 0).toBeLessThan(limits[k] ?? Infinity);
          }
        }
        for (const { row, tasks } of here) {
          const touched = new Set(tasks.flatMap((task) => each.tasks[task]?.counts ?? []));
          for (const k of touched) {
            const column = used[row];
            if (column !== undefined) column[k] = (column[k] ?? 0) + 1;
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('allowances bind and never more than that: a task falls short of its number only when nobody else has room', () => {
  fc.assert(
    fc.property(aCase, (each) => {
      const { visits, tasks } = selected(each);
      for (const [t, asked] of each.tasks.entries()) {
        const tier = tasks[t]?.tiers[0];
        const drawn = new Set(tier?.drawn ?? []);
        if (tier === undefined || drawn.size === tier.size) continue;
        const free = Array.from({ length: ROWS }, (_, row) => row).filter((row) => {
          if (row % asked.frame !== 0 || drawn.has(row)) return false;
          const before = visits.filter((visit) => visit.row === row && visit.group < asked.group);
          return asked.counts.every((k) => {
            const met = before.filter((visit) => visit.tasks.some((other) => each.tasks[other]?.counts.includes(k)));
            return (each.used[row]?.[k] ?? 0) + met.length < (asked.limits[k] ?? Infinity);
          });
        });
        expect(free).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
