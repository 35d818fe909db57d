/**
 * Subjects counted together: those of one type, place, set of tags and set of classes. No task can tell them apart, so the
 * review of a plan works on these counts, of which a county has hundreds, and never on its million rows.
 */
import type { SubjectType } from '../registry/subject.ts';
import { never } from '../result.ts';
import { sizeOf, splitTotal } from './quota.ts';
import type { Share } from './ratio.ts';
import type { Frame, Task } from './task.ts';

export interface Cell {
  readonly type: SubjectType;
  readonly place: string;
  readonly tags: readonly string[];
  /** Scheme → class, as they stand on the day of the count; a scheme without a class for the subject is absent. */
  readonly classes: Readonly<Record<string, string>>;
  readonly count: number;
}

/** Counts subjects into cells. Tags in any order are the same tags. One pass; only active subjects are to be given. */
export function countCells(subjects: Iterable<Omit<Cell, 'count'>>): readonly Cell[] {
  const counted = new Map<string, { cell: Omit<Cell, 'count'>; count: number }>();
  for (const { type, place, tags, classes } of subjects) {
    const names = Object.keys(classes).sort();
    const key = JSON.stringify([type, place, [...tags].sort(), names.map((name) => [name, classes[name]])]);
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { cell: { type, place, tags, classes }, count: 1 });
    else known.count += 1;
  }
  return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { cell, count }]) => ({ ...cell, count }));
}

/** The same subjects in fewer cells: places and tags that none of the frames names tell nobody apart. */
export function mergeCells(cells: readonly Cell[], frames: readonly Frame[]): readonly Cell[] {
  const places = new Set(frames.flatMap((frame) => frame.places));
  const tags = new Set(frames.flatMap((frame) => frame.tags));
  const merged = new Map<string, { cell: Cell; count: number }>();
  for (const cell of cells) {
    const place = places.has(cell.place) ? cell.place : '';
    const asked = cell.tags.filter((tag) => tags.has(tag)).sort();
    const key = JSON.stringify([cell.type, place, asked, Object.entries(cell.classes).sort()]);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { cell: { ...cell, place, tags: asked }, count: cell.count });
    else known.count += cell.count;
  }
  return [...merged.values()].map(({ cell, count }) => ({ ...cell, count }));
}

/** Whether a task with this frame can draw the cell's subjects: an empty list asks nothing. */
export const isInFrame = (frame: Frame, cell: Pick<Cell, 'type' | 'place' | 'tags'>): boolean =>
  (frame.types.length === 0 || frame.types.includes(cell.type)) &&
  (frame.places.length === 0 || frame.places.includes(cell.place)) &&
  (frame.tags.length === 0 || frame.tags.some((tag) => cell.tags.includes(tag)));

/** A class under a task's scheme, else under the scheme that the policy lets it fall back on; null where neither knows it. */
export const classOf = (cell: Pick<Cell, 'classes'>, scheme: string, fallback: string | null): string | null =>
  cell.classes[scheme] ?? (fallback === null ? undefined : cell.classes[fallback]) ?? null;

export interface TierReach {
  readonly label: string;
  /** Subjects of the frame in this tier. */
  readonly size: number;
  /** How many of them one draw takes. */
  readonly drawn: number;
}

/** What one task reaches on these cells. */
export interface TaskReach {
  readonly task: Task;
  readonly frame: number;
  readonly tiers: readonly TierReach[];
  /** Subjects of the frame whose class is not known or is not among the task's tiers: they cannot be drawn. */
  readonly outside: { readonly unclassed: number; readonly otherClass: number };
  /** Cells with a chance, ascending, and the chance of each of their subjects in one draw. */
  readonly cells: readonly number[];
  readonly chances: readonly number[];
}

/** Tiers of a task with the share of each; a stated total is split over its labels by their sizes. */
const labelsOf = (task: Task): readonly string[] =>
  task.quota.kind === 'tiers' ? task.quota.tiers.map(({ label }) => label) : task.quota.labels;

export function reachOf(task: Task, cells: readonly Cell[], fallback: string | null): TaskReach {
  const labels = labelsOf(task);
  const place = new Map(labels.map((label, i) => [label, i]));
  const sizes = labels.map(() => 0);
  const inTier: { cell: number; tier: number }[] = [];
  let frame = 0;
  let unclassed = 0;
  let otherClass = 0;
  cells.forEach((cell, i) => {
    if (!isInFrame(task.frame, cell)) return;
    frame += cell.count;
    const label = task.scheme === '' ? (labels[0] ?? null) : classOf(cell, task.scheme, fallback);
    const tier = label === null ? undefined : place.get(label);
    if (label === null) unclassed += cell.count;
    else if (tier === undefined) otherClass += cell.count;
    else {
      sizes[tier] = (sizes[tier] ?? 0) + cell.count;
      inTier.push({ cell: i, tier });
    }
  });
  const wanted = drawnOf(task, sizes);
  const tiers = labels.map((label, i) => {
    const size = sizes[i] ?? 0;
    return { label, size, drawn: Math.min(size, wanted[i] ?? 0) };
  });
  const withChance = inTier.filter(({ tier }) => (tiers[tier]?.drawn ?? 0) > 0);
  return {
    task,
    frame,
    tiers,
    outside: { unclassed, otherClass },
    cells: withChance.map(({ cell }) => cell),
    chances: withChance.map(({ tier }) => {
      const { drawn, size } = tiers[tier] ?? { drawn: 0, size: 1 };
      return drawn / size;
    }),
  };
}

function drawnOf(task: Task, sizes: readonly number[]): readonly number[] {
  switch (task.quota.kind) {
    case 'tiers':
      return task.quota.tiers.map(({ share }, i) => sizeOf(lowestOf(share), sizes[i] ?? 0));
    case 'total':
      return splitTotal(task.quota.n, sizes);
    default:
      return never(task.quota);
  }
}

/** A range that the plan has not settled yet is counted at its lower end, so that coverage is not promised too high. */
function lowestOf(share: Share): Share {
  if (share.kind === 'range') return lowestOf(share.from);
  if (share.kind === 'steps')
    return { kind: 'steps', steps: share.steps.map((step) => ({ ...step, share: lowestOf(step.share) })) };
  return share;
}

/** How many subjects one draw of a task takes in all. */
export const drawnBy = (reach: TaskReach): number => reach.tiers.reduce((sum, { drawn }) => sum + drawn, 0);
