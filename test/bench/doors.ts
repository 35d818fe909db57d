/**
 * Part 1: how many doors a batch of tasks visits. Σ max p is the fewest that any way of drawing can expect, given each task's
 * frame and shares (Matei and Tillé 2005); tasks that draw on their own meet the same door only by accident.
 */
import type { Manifest } from '../../core/draw/manifest.ts';
import type { Roster } from '../../core/draw/roster.ts';
import { select, sizesIn } from '../../core/draw/select.ts';
import { ticketsOf } from '../../core/draw/stream.ts';
import { seedFor } from '../draw/make.ts';
import { type Figure, under, whole } from './figure.ts';
import { manifestOf, rosterOf, taskOf } from './rows.ts';

const tasks = 20;

interface Batch {
  readonly name: string;
  /** How many in a thousand of all rows a task means. */
  readonly permille: (task: number) => number;
  readonly groups: number;
}

const batches: readonly Batch[] = [
  { name: 'frames of three rows in four, one joint group', permille: () => 750, groups: 1 },
  { name: 'frames of one trade each (18–54 % of rows), one joint group', permille: (t) => 180 + t * 19, groups: 1 },
  { name: 'frames of three rows in four, four joint groups', permille: () => 750, groups: 4 },
];

/** Coordinated, independent and bound, as means over a few seeds: means are what the bound is about. */
export function doors(rows: number, seeds: number): readonly Figure[] {
  return batches.flatMap((batch) => {
    const { manifest, roster } = made(rows, batch);
    const bound = fewest(manifest, roster);
    const coordinated = mean(seeds, (s) => select(manifest, roster, ticketsOf(seedFor(s), rows)).visits.length);
    const independent = mean(Math.ceil(seeds / 5), (s) => apart(manifest, roster, s));
    const what = `doors of ${tasks} tasks over ${whole(rows)} subjects, ${batch.name}`;
    return [
      under(
        1,
        what,
        [coordinated, `${whole(coordinated)} doors (${whole(independent)} if each task drew apart)`],
        [bound, `${bound.toFixed(1)} = Σ max p given the groups`],
        1.05,
      ),
    ];
  });
}

/** Shares of 3–10 % by class, a quarter more or less by task; three tasks in ten draw all classes alike. */
function made(rows: number, { permille, groups }: Batch): { manifest: Manifest; roster: Roster } {
  const classes = [300, 450, 700, 1000];
  const list = Array.from({ length: tasks }, (_, t) => {
    const factor = 0.75 + (t % 6) / 10;
    const bp = t % 10 < 3 ? classes.map(() => 500) : classes.map((share) => Math.round(share * factor));
    return taskOf(t, bp, { group: t % groups });
  });
  const chances = Array.from({ length: tasks }, (_, t) => ticketsOf(seedFor(1_000_000 + t), rows));
  const classMarks = ticketsOf(seedFor(2_000_000), rows);
  const roster = rosterOf(rows, tasks, (row, t) =>
    ((chances[t]?.[row] ?? 0) / 2 ** 53) * 1000 < permille(t) ? classAt((classMarks[row] ?? 0) / 2 ** 53) : null,
  );
  return { manifest: manifestOf(rows, list), roster };
}

/** A 30 %, B 50 %, C 15 %, D 5 %. */
const classAt = (u: number): number => (u < 0.3 ? 0 : u < 0.8 ? 1 : u < 0.95 ? 2 : 3);

/** Σ over groups and rows of the largest chance that a task of the group gives the row. */
function fewest(manifest: Manifest, roster: Roster): number {
  const chances = manifest.tasks.map((task, place) => {
    const sizes = sizesIn(task, place, roster);
    const column = roster.columns.tiers[place] ?? new Uint8Array();
    const frames = sizes.map((_, t) => column.reduce((n, tier) => (tier === t ? n + 1 : n), 0));
    return sizes.map((n, t) => n / (frames[t] ?? 1));
  });
  let sum = 0;
  for (let group = 0; group < manifest.groups; group++) {
    for (let row = 0; row < roster.rows; row++) {
      let most = 0;
      for (const [place, task] of manifest.tasks.entries()) {
        if (task.group !== group) continue;
        const chance = chances[place]?.[roster.columns.tiers[place]?.[row] ?? 255] ?? 0;
        if (chance > most) most = chance;
      }
      sum += most;
    }
  }
  return sum;
}

/** Doors if every task had tickets of its own; two tasks of different groups never share a visit. */
function apart(manifest: Manifest, roster: Roster, seed: number): number {
  const met = new Set<number>();
  for (const [place, task] of manifest.tasks.entries()) {
    const tickets = ticketsOf(seedFor(10_000 + seed * tasks + place), roster.rows);
    const { visits } = select({ ...manifest, groups: 1, tasks: [{ ...task, group: 0 }] }, only(roster, place), tickets);
    for (const { row } of visits) met.add(task.group * roster.rows + row);
  }
  return met.size;
}

const only = (roster: Roster, place: number): Roster => {
  const pick = <T>(columns: readonly T[]): readonly T[] => columns.slice(place, place + 1);
  const { starts, tiers, letters, open, used } = roster.columns;
  return { ...roster, columns: { starts, used, tiers: pick(tiers), letters: pick(letters), open: pick(open) } };
};

function mean(count: number, of: (n: number) => number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += of(n);
  return sum / count;
}
