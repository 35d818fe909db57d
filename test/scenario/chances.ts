/**
 * Counting over many seeds who is drawn and who meets whom, and what pure chance allows. Seeds are fixed, so every count comes out
 * alike each time; the bounds say how far an honest draw can stray.
 */
import type { Manifest, ManifestTask } from '../../core/draw/manifest.ts';
import type { RosterRow } from '../../core/draw/roster.ts';
import { select } from '../../core/draw/select.ts';
import { ticketsOf } from '../../core/draw/stream.ts';
import { type Made, make, rowsOf, seedFor, task } from '../draw/make.ts';

/**
 * Between these lie 998 of 1,000 honest values of χ² with k degrees of freedom (Wilson and Hilferty 1931): z = ±3.09 in
 * k·(1 − 2/9k + z·√(2/9k))³. The lower bound notices a draw that is more even than chance, which is a pattern too.
 */
export function chi2Bounds(k: number): { readonly low: number; readonly high: number } {
  const at = (z: number): number => k * (1 - 2 / (9 * k) + z * Math.sqrt(2 / (9 * k))) ** 3;
  return { low: at(-3.09), high: at(3.09) };
}

/** A task that takes n of its only tier; `limits` for each counter. */
export const taking = (
  no: string,
  n: number,
  group = 0,
  limits: readonly (number | null)[] = [null],
): ManifestTask => ({
  ...task,
  no,
  group,
  tiers: [{ label: 'B', quota: { kind: 'count', n }, limits }],
});

/** Rows and tasks; row i stands in the frame of task t where `inFrame` says so, all in one tier. */
export function framed(
  rows: number,
  tasks: readonly ManifestTask[],
  inFrame: (row: number, task: number) => boolean,
  used: (row: number) => number = () => 0,
  changes: Partial<Manifest> = {},
): Made {
  const marked = rowsOf(rows, tasks.length).map(
    (row, i): RosterRow => ({
      ...row,
      used: [used(i)],
      marks: tasks.map((_, t) => (inFrame(i, t) ? { tier: 0, excluded: null } : null)),
    }),
  );
  return make(marked, { tasks, ...changes });
}

/** Rows drawn by each task under one seed. */
export const drawnUnder = ({ manifest, roster }: Made, seed: number): readonly (readonly number[])[] =>
  select(manifest, roster, ticketsOf(seedFor(seed), roster.rows)).tasks.map(({ tiers }) =>
    tiers.flatMap((tier) => tier.drawn),
  );

/** For one task: how often each row was left for it, and how often it was drawn. */
export interface Inclusion {
  readonly left: Float64Array;
  readonly drawn: Float64Array;
}

/**
 * Counts over seeds 0 to draws − 1.
 * @param isLeft whether a row could still be drawn by the task, given what the other tasks drew
 */
export function inclusions(
  made: Made,
  draws: number,
  isLeft: (row: number, task: number, drawn: readonly (readonly number[])[]) => boolean,
): readonly Inclusion[] {
  const rows = made.roster.rows;
  const counts = made.manifest.tasks.map(() => ({ left: new Float64Array(rows), drawn: new Float64Array(rows) }));
  for (let seed = 0; seed < draws; seed += 1) {
    const drawn = drawnUnder(made, seed);
    for (const [t, count] of counts.entries()) {
      for (let row = 0; row < rows; row += 1) if (isLeft(row, t, drawn)) count.left[row] = (count.left[row] ?? 0) + 1;
      for (const row of drawn[t] ?? []) count.drawn[row] = (count.drawn[row] ?? 0) + 1;
    }
  }
  return counts;
}

/**
 * χ² of “each row that was left is drawn with the same chance p”, over rows that were left at least once. A row's count has
 * variance left·p·(1 − p); that n are always drawn in all takes one degree of freedom, and with it the factor (k)/(k + 1).
 * @returns the statistic and its degrees of freedom
 */
export function evenness({ left, drawn }: Inclusion): { readonly chi2: number; readonly k: number } {
  const sum = (column: Float64Array): number => column.reduce((a, b) => a + b, 0);
  const p = sum(drawn) / sum(left);
  const rows = [...left.keys()].filter((row) => (left[row] ?? 0) > 0);
  const k = rows.length - 1;
  const squares = rows.reduce((total, row) => {
    const expected = (left[row] ?? 0) * p;
    return total + ((drawn[row] ?? 0) - expected) ** 2 / (expected * (1 - p));
  }, 0);
  return { chi2: (squares * k) / (k + 1), k };
}

/** How many different lists of drawn rows come up. */
export function differentLists(made: Made, draws: number): number {
  const lists = new Set<string>();
  for (let seed = 0; seed < draws; seed += 1)
    lists.add([...(drawnUnder(made, seed)[0] ?? [])].sort((a, b) => a - b).join());
  return lists.size;
}

/**
 * What a provincial platform's source does (跳号): every ⌊N/n⌋-th row from a random start below ⌊N/n⌋. All lists that it can
 * ever give, one for each start.
 */
export const skippingLists = (rows: number, n: number): readonly (readonly number[])[] => {
  const range = Math.floor(rows / n);
  return Array.from({ length: range }, (_, start) => Array.from({ length: n }, (__, i) => start + i * range));
};

/**
 * Total variation between counted and uniform, and what uniform sampling gives: each of L shares of n samples strays by
 * √(2/π · p(1 − p)/n) on average with p = 1/L, half the sum of which is the mean; its standard deviation is at most
 * ½·√(L·(1 − 2/π)·p(1 − p)/n).
 */
export function variation(counts: readonly number[]): { readonly found: number; readonly most: number } {
  const L = counts.length;
  const n = counts.reduce((a, b) => a + b, 0);
  const spread = ((1 / L) * (1 - 1 / L)) / n;
  const mean = (L / 2) * Math.sqrt((2 / Math.PI) * spread);
  const deviation = 0.5 * Math.sqrt(L * (1 - 2 / Math.PI) * spread);
  const found = counts.reduce((sum, count) => sum + Math.abs(count / n - 1 / L), 0) / 2;
  return { found, most: mean + 4 * deviation };
}

/** A people ceremony: visits of `posts` posts, officers who take `capacity` each, and who is barred from which visit. */
export function sending(
  visits: number,
  posts: number,
  officers: number,
  capacity: number,
  barred: readonly (readonly [officer: number, visit: number])[] = [],
): Made {
  const pool = '市场监管局';
  const rows = rowsOf(visits, 0, 0);
  return make(rows, {
    kind: 'people',
    tasks: [],
    counters: [],
    officers: Array.from({ length: officers }, (_, i) => ({
      number: `S${10 + i}`,
      pool,
      fields: [],
      place: '',
      capacity,
    })),
    given: rows.map((_, row) => ({
      row,
      posts: Array.from({ length: posts }, () => ({ department: pool, pool, need: '' })),
    })),
    barred: barred.map(([officer, visit]) => [`S${10 + officer}`, 'uscc', rows[visit]?.number ?? ''] as const),
  });
}
