/**
 * Who is visited (README §6). Each tier of each task takes the lowest tickets of its frame. A subject has one ticket for all
 * tasks of a group, so tasks meet at the same doors (进一次门、查多项事), and yet each tier by itself is an exact simple random
 * sample: coordinated sampling with permanent random numbers, Ohlsson 1995, here with new numbers for each ceremony.
 */
import { sizeOf, splitTotal } from '../plan/quota.ts';
import { lowest } from './lowest.ts';
import type { Manifest, ManifestTask, ManifestTier } from './manifest.ts';
import type { Roster } from './roster.ts';
import { NOT_EXCLUDED } from './roster-page.ts';
import { turnAll } from './ticket.ts';

export type TierResult = {
  readonly label: string;
  readonly frame: number;
  readonly eligible: number;
  readonly size: number;
  /** Rows, in the order of their turned tickets. */
  readonly drawn: readonly number[];
  /** Rows whose yearly allowance an earlier group used up, met before the last one drawn. */
  readonly skipped: readonly number[];
  /** Turned ticket of the last one drawn. */
  readonly cutoff: number | null;
};

export type TaskResult = { readonly no: string; readonly tiers: readonly TierResult[] };

/** One door of one group, with the places of its tasks. */
export interface SelectedVisit {
  readonly row: number;
  readonly group: number;
  readonly tasks: readonly number[];
}

export interface Selection {
  readonly tasks: readonly TaskResult[];
  /** By group, then row. */
  readonly visits: readonly SelectedVisit[];
}

/** The whole of §6 for a roster and its tickets. */
export function select(manifest: Manifest, roster: Roster, tickets: Float64Array): Selection {
  const used = roster.columns.used.map((column) => (manifest.groups > 1 ? column.slice() : column));
  const results: TaskResult[] = manifest.tasks.map((task) => ({ no: task.no, tiers: [] }));
  const visits: SelectedVisit[] = [];
  for (let group = 0; group < manifest.groups; group++) {
    const turned = turnAll(tickets, group, manifest.groups);
    const doors = new Map<number, number[]>();
    for (const [place, task] of manifest.tasks.entries()) {
      if (task.group !== group) continue;
      const tiers = drawTask(task, place, roster, turned, used);
      results[place] = { no: task.no, tiers };
      for (const row of tiers.flatMap((tier) => tier.drawn)) {
        const tasks = doors.get(row);
        if (tasks === undefined) doors.set(row, [place]);
        else tasks.push(place);
      }
    }
    for (const row of [...doors.keys()].sort((a, b) => a - b)) {
      const tasks = doors.get(row) ?? [];
      visits.push({ row, group, tasks });
      if (group < manifest.groups - 1) for (const k of countedBy(manifest, tasks)) addOne(used[k], row);
    }
  }
  return { tasks: results, visits };
}

/** Counters that a visit with these tasks counts toward, each once: one door is one check, however many tasks it holds. */
export const countedBy = (manifest: Manifest, tasks: readonly number[]): ReadonlySet<number> =>
  new Set(tasks.flatMap((place) => manifest.tasks[place]?.counts ?? []));

function addOne(column: Int32Array | undefined, row: number): void {
  if (column !== undefined) column[row] = (column[row] ?? 0) + 1;
}

function drawTask(
  task: ManifestTask,
  place: number,
  roster: Roster,
  turned: Float64Array,
  used: readonly Int32Array[],
): TierResult[] {
  const { frames, eligible } = membersOf(task, place, roster);
  const sizes = sizesOf(
    task,
    frames,
    eligible.map((rows) => rows.length),
  );
  return task.tiers.map((tier, t) => {
    const rows = eligible[t] ?? new Int32Array();
    const size = sizes[t] ?? 0;
    const counts = { label: tier.label, frame: frames[t] ?? 0, eligible: rows.length, size };
    return { ...counts, ...drawTier(rows, size, turned, limitsOf(task, tier, used)) };
  });
}

/** Rows of each tier: how many carry its mark, and which of them can be drawn, in row order. */
export function membersOf(
  task: ManifestTask,
  place: number,
  roster: Roster,
): { readonly frames: readonly number[]; readonly eligible: readonly Int32Array[] } {
  const tiers = roster.columns.tiers[place] ?? new Uint8Array();
  const letters = roster.columns.letters[place] ?? new Uint8Array();
  // One counter for each value a tier byte can have: the loop over a million rows stays free of conditions.
  const frames = new Int32Array(256);
  const sizes = new Int32Array(256);
  for (let row = 0; row < tiers.length; row++) {
    const tier = tiers[row] ?? 0;
    frames[tier] = (frames[tier] ?? 0) + 1;
    if (letters[row] === NOT_EXCLUDED) sizes[tier] = (sizes[tier] ?? 0) + 1;
  }
  const eligible = task.tiers.map((_, t) => new Int32Array(sizes[t] ?? 0));
  const filled = new Int32Array(256);
  for (let row = 0; row < tiers.length; row++) {
    if (letters[row] !== NOT_EXCLUDED) continue;
    const tier = tiers[row] ?? 0;
    const rows = eligible[tier];
    if (rows === undefined) continue;
    const at = filled[tier] ?? 0;
    rows[at] = row;
    filled[tier] = at + 1;
  }
  return { frames: task.tiers.map((_, t) => frames[t] ?? 0), eligible };
}

function sizesOf(task: ManifestTask, frames: readonly number[], eligible: readonly number[]): number[] {
  const N = task.denominator === 'frame' ? frames : eligible;
  const wanted =
    task.total === null ? task.tiers.map((tier, t) => sizeOf(tier.quota, N[t] ?? 0)) : splitTotal(task.total, N);
  return wanted.map((n, t) => Math.min(n, eligible[t] ?? 0));
}

export interface Limit {
  readonly limit: number;
  readonly used: Int32Array;
}

/** The yearly allowances that bind a tier of a task. */
export const limitsOf = (task: ManifestTask, tier: ManifestTier, used: readonly Int32Array[]): readonly Limit[] =>
  task.counts.flatMap((k) => {
    const limit = tier.limits[k];
    const column = used[k];
    return limit === null || limit === undefined || column === undefined ? [] : [{ limit, used: column }];
  });

export const isUsedUp = (limits: readonly Limit[], row: number): boolean =>
  limits.some((each) => (each.used[row] ?? 0) >= each.limit);

function drawTier(
  rows: Int32Array,
  size: number,
  turned: Float64Array,
  limits: readonly Limit[],
): Pick<TierResult, 'drawn' | 'skipped' | 'cutoff'> {
  const passed = limits.length === 0 ? new Int32Array() : rows.filter((row) => isUsedUp(limits, row));
  const open = passed.length === 0 ? rows : rows.filter((row) => !isUsedUp(limits, row));
  const drawn = lowest(open, turned, size);
  const last = drawn.at(-1);
  const before = (row: number): boolean =>
    drawn.length < size || (last !== undefined && compareTickets(turned, row, last) < 0);
  const skipped = passed.filter(before).sort((a, b) => compareTickets(turned, a, b));
  return {
    drawn: [...drawn],
    skipped: [...skipped],
    cutoff: last === undefined ? null : (turned[last] ?? null),
  };
}

/** The one order of §6: by turned ticket, then row. */
export const compareTickets = (turned: Float64Array, a: number, b: number): number =>
  (turned[a] ?? 0) - (turned[b] ?? 0) || a - b;
