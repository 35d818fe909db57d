/**
 * Who is visited (README §6). Each tier of each task takes the lowest tickets of its frame. A subject has one ticket for all
 * tasks of a group, so tasks meet at the same doors (进一次门、查多项事), and yet each tier by itself is an exact simple random
 * sample: coordinated sampling with permanent random numbers, Ohlsson 1995, here with new numbers for each ceremony.
 */
import { sizeOf, splitTotal } from '../plan/quota.ts';
import type { Manifest, ManifestTask, ManifestTier } from './manifest.ts';
import type { RosterTable } from './roster.ts';
import { TICKETS, turnAll } from './ticket.ts';
import { compareTickets, inTicketOrder } from './ticket-order.ts';

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
export function select(manifest: Manifest, roster: RosterTable, tickets: Float64Array): Selection {
  const used = roster.columns.used.map((column) => (manifest.groups > 1 ? column.slice() : column));
  const results: TaskResult[] = manifest.tasks.map((task) => ({ no: task.no, tiers: [] }));
  const visits: SelectedVisit[] = [];
  for (let group = 0; group < manifest.groups; group++) {
    const turned = turnAll(tickets, group, manifest.groups);
    const drawn: { readonly place: number; readonly rows: readonly number[] }[] = [];
    for (const [place, task] of manifest.tasks.entries()) {
      if (task.group !== group) continue;
      const tiers = drawTask(task, place, roster, turned, used);
      results[place] = { no: task.no, tiers };
      for (const tier of tiers) drawn.push({ place, rows: tier.drawn });
    }
    for (const visit of doorsOf(group, drawn, roster.rows)) {
      visits.push(visit);
      if (group === manifest.groups - 1) continue;
      for (const k of countedBy(manifest, visit.tasks)) addOne(used[k], visit.row);
    }
  }
  return { tasks: results, visits };
}

/** One visit for each row drawn in a group, in row order, with its tasks in the manifest's order. */
function doorsOf(
  group: number,
  drawn: readonly { readonly place: number; readonly rows: readonly number[] }[],
  rows: number,
): readonly SelectedVisit[] {
  const tasksOf: (number[] | undefined)[] = new Array(rows);
  for (const { place, rows: drawnRows } of drawn) {
    for (const row of drawnRows) {
      const tasks = tasksOf[row];
      if (tasks === undefined) tasksOf[row] = [place];
      else tasks.push(place);
    }
  }
  const visits: SelectedVisit[] = [];
  for (let row = 0; row < rows; row++) {
    const tasks = tasksOf[row];
    if (tasks !== undefined) visits.push({ row, group, tasks });
  }
  return visits;
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
  roster: RosterTable,
  turned: Float64Array,
  used: readonly Int32Array[],
): TierResult[] {
  const frames = histogram(roster.columns.tiers[place]);
  const eligible = histogram(roster.columns.open[place]);
  const sizes = sizesOf(task, frames, eligible);
  const bounds = new Float64Array(256);
  for (const [t, size] of sizes.entries()) bounds[t] = boundFor(size, eligible[t] ?? 0);
  const near = rowsBelow(roster, place, turned, bounds);
  return task.tiers.map((tier, t) => {
    const size = sizes[t] ?? 0;
    const limits = limitsOf(task, tier, used);
    const counts = { label: tier.label, frame: frames[t] ?? 0, eligible: eligible[t] ?? 0, size };
    const picked = drawTier(near[t] ?? new Int32Array(), size, turned, limits);
    if (picked.drawn.length === size || bounds[t] === TICKETS) return { ...counts, ...picked };
    return { ...counts, ...drawTier(eligibleRows(roster, place, t), size, turned, limits) };
  });
}

/** How many rows carry each value of a column. */
function histogram(column: Uint8Array = new Uint8Array()): Int32Array {
  const counts = new Int32Array(256);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/**
 * A ticket below which the n lowest of N are all but certain to lie (six standard deviations): only those are looked at
 * further. Where they do not suffice, all are: the bound saves time and decides nothing.
 */
function boundFor(n: number, N: number): number {
  const enough = n + 6 * Math.sqrt(n) + 20;
  return n === 0 ? 0 : enough * 2 >= N ? TICKETS : Math.floor((enough / N) * TICKETS);
}

/** For each tier, its eligible rows with a turned ticket below the tier's bound, in row order. */
function rowsBelow(roster: RosterTable, place: number, turned: Float64Array, bounds: Float64Array): Int32Array[] {
  const open = roster.columns.open[place] ?? new Uint8Array();
  const rows = new Int32Array(open.length);
  let n = 0;
  for (let row = 0; row < open.length; row++) {
    if ((turned[row] ?? 0) < (bounds[open[row] ?? 0] ?? 0)) rows[n++] = row;
  }
  const tiers = bounds.reduce((last, bound, t) => (bound > 0 ? t : last), -1) + 1;
  const sizes = new Int32Array(256);
  for (let i = 0; i < n; i++) {
    const t = open[rows[i] ?? 0] ?? 0;
    sizes[t] = (sizes[t] ?? 0) + 1;
  }
  const parts = Array.from({ length: tiers }, (_, t) => new Int32Array(sizes[t] ?? 0));
  const filled = new Int32Array(256);
  for (let i = 0; i < n; i++) {
    const row = rows[i] ?? 0;
    const t = open[row] ?? 0;
    const part = parts[t];
    const at = filled[t] ?? 0;
    if (part !== undefined) part[at] = row;
    filled[t] = at + 1;
  }
  return parts;
}

/** The rows of one tier of one task that can be drawn, in row order. */
export function eligibleRows(roster: RosterTable, place: number, tier: number): Int32Array {
  const open = roster.columns.open[place] ?? new Uint8Array();
  const rows: number[] = [];
  for (let row = 0; row < open.length; row++) if (open[row] === tier) rows.push(row);
  return Int32Array.from(rows);
}

/** How many of each tier a task draws, if no allowance stands in the way. */
export const sizesIn = (task: ManifestTask, place: number, roster: RosterTable): readonly number[] =>
  sizesOf(task, histogram(roster.columns.tiers[place]), histogram(roster.columns.open[place]));

function sizesOf(task: ManifestTask, frames: Int32Array, eligible: Int32Array): number[] {
  const N = [...(task.denominator === 'frame' ? frames : eligible).subarray(0, task.tiers.length)];
  const wanted =
    task.total === null ? task.tiers.map((tier, t) => sizeOf(tier.quota, N[t] ?? 0)) : splitTotal(task.total, N);
  return wanted.map((n, t) => Math.min(n, eligible[t] ?? 0));
}

export interface Limit {
  readonly limit: number;
  readonly used: Int32Array;
}

/** The yearly allowances that bind a tier of a task. */
const limitsOf = (task: ManifestTask, tier: ManifestTier, used: readonly Int32Array[]): readonly Limit[] =>
  task.counts.flatMap((k) => {
    const limit = tier.limits[k];
    const column = used[k];
    return limit === null || limit === undefined || column === undefined ? [] : [{ limit, used: column }];
  });

function isUsedUp(limits: readonly Limit[], row: number): boolean {
  for (const { limit, used } of limits) if ((used[row] ?? 0) >= limit) return true;
  return false;
}

function drawTier(
  rows: Int32Array,
  size: number,
  turned: Float64Array,
  limits: readonly Limit[],
): Pick<TierResult, 'drawn' | 'skipped' | 'cutoff'> {
  const { open, passed } = partByAllowance(rows, limits);
  const drawn = inTicketOrder(open, turned).subarray(0, size);
  const last = drawn.at(-1);
  const before = passed.filter(
    (row) => drawn.length < size || (last !== undefined && compareTickets(turned, row, last) < 0),
  );
  return {
    drawn: Array.from(drawn),
    skipped: [...inTicketOrder(before, turned)],
    cutoff: last === undefined ? null : (turned[last] ?? null),
  };
}

function partByAllowance(
  rows: Int32Array,
  limits: readonly Limit[],
): { readonly open: Int32Array; readonly passed: Int32Array } {
  if (limits.length === 0) return { open: rows, passed: new Int32Array() };
  const open = new Int32Array(rows.length);
  const passed: number[] = [];
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (isUsedUp(limits, row)) passed.push(row);
    else open[n++] = row;
  }
  return { open: open.subarray(0, n), passed: Int32Array.from(passed) };
}
