/**
 * How many different subjects a year's plan is expected to reach once its tasks are merged. Within a joint group all tasks
 * use one ticket a row, so a subject is visited with the largest of its chances; groups of one ceremony turn the ticket, so
 * they take arcs of one circle; ceremonies draw afresh and are independent. A yearly cap of one visit makes later draws
 * pass over the subject and take another, which adds up instead of overlapping. Checked against simulated draws in the tests.
 */
import type { TaskReach } from './cells.ts';

/** Tasks, by their places in the list of reaches, that share a ticket. */
export type Group = readonly number[];

/** One ceremony: its joint groups in the order in which they turn the ticket. */
export interface Ceremony {
  readonly groups: readonly Group[];
}

export interface Coverage {
  /** Per cell: the chance that one of its subjects is visited at least once in the year. */
  readonly reached: Float64Array;
  /** Per cell: visits expected for one of its subjects in the year. */
  readonly visits: Float64Array;
}

/**
 * `limits`: for each cell the most visits a year, or null. A task that is drawn several times a year is drawn in as many
 * ceremonies, each on a fresh ticket.
 */
export function coverageOf(
  reaches: readonly TaskReach[],
  ceremonies: readonly Ceremony[],
  limits: readonly (number | null)[],
): Coverage {
  const cells = limits.length;
  const missed = new Float64Array(cells).fill(1);
  const visits = new Float64Array(cells);
  for (const { groups } of ceremonies) {
    const rounds = Math.max(0, ...groups.flat().map((task) => reaches[task]?.task.drawsPerYear ?? 0));
    for (let round = 1; round <= rounds; round += 1) {
      const chances = groups.map((group) => groupChances(reaches, group, cells, round));
      addCeremony(chances, cells, missed, visits);
    }
  }
  return withLimits(missed, visits, limits);
}

/** The largest chance of each cell among a group's tasks that are still drawn in this round. */
function groupChances(reaches: readonly TaskReach[], group: Group, cells: number, round: number): Float64Array {
  const most = new Float64Array(cells);
  for (const place of group) {
    const reach = reaches[place];
    if (reach === undefined || reach.task.drawsPerYear < round) continue;
    reach.cells.forEach((cell, i) => {
      const chance = reach.chances[i] ?? 0;
      if (chance > (most[cell] ?? 0)) most[cell] = chance;
    });
  }
  return most;
}

function addCeremony(
  chances: readonly Float64Array[],
  cells: number,
  missed: Float64Array,
  visits: Float64Array,
): void {
  for (let cell = 0; cell < cells; cell += 1) {
    const arcs = chances.map((group) => group[cell] ?? 0);
    missed[cell] = (missed[cell] ?? 0) * (1 - unionOfArcs(arcs));
    visits[cell] = (visits[cell] ?? 0) + arcs.reduce((a, b) => a + b, 0);
  }
}

/**
 * Share of the circle that the arcs cover. Group g of K turns a ticket by g/K and takes the lowest, so it takes the tickets
 * from 1 − g/K on (draw protocol §6): neighbours meet only where an arc is longer than 1/K.
 */
export function unionOfArcs(lengths: readonly number[]): number {
  const K = lengths.length;
  const longest = Math.max(0, ...lengths);
  if (longest >= 1) return 1;
  if (longest <= 1 / K) return lengths.reduce((a, b) => a + b, 0);
  const arcs = lengths
    .map((length, g) => ({ from: (K - g) % K, length }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.from - b.from)
    .map(({ from, length }) => ({ from: from / K, to: from / K + length }));
  // What runs over the end of the circle covers its beginning.
  let end = Math.max(0, ...arcs.map(({ to }) => to - 1));
  let covered = end;
  for (const { from, to } of arcs) {
    const upTo = Math.min(1, to);
    if (upTo <= end) continue;
    covered += upTo - Math.max(from, end);
    end = upTo;
  }
  return Math.min(1, covered);
}

function withLimits(missed: Float64Array, visits: Float64Array, limits: readonly (number | null)[]): Coverage {
  const reached = missed.map((share) => 1 - share);
  limits.forEach((limit, cell) => {
    if (limit === null) return;
    const expected = visits[cell] ?? 0;
    // With one visit allowed nobody is met twice: those drawn later are others, until all are used up.
    if (limit <= 1) reached[cell] = Math.min(limit, expected);
    visits[cell] = Math.min(limit, expected);
  });
  return { reached, visits };
}
