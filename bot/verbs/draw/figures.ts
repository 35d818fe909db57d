/**
 * What a draw came to, in figures alone: how many of each tier, how many doors, what each pool carries. No enterprise and no
 * inspector is named, so that it may be shown where lists may not.
 */
import type { Manifest } from '../../../core/draw/manifest.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import type { DrawResult, PostResult, VisitResult } from '../../../core/draw/result.ts';
import type { Db } from '../../../db/database.ts';
import { type HeldRecord, heldRecord, recordText } from '../../../db/draws.ts';

export interface TierFigures {
  readonly label: string;
  readonly drawn: number;
  /** What the share counts over: the whole class, or those that could be drawn. */
  readonly of: number;
  /** Those that could be drawn. */
  readonly eligible: number;
}

export interface TaskFigures {
  readonly no: string;
  readonly name: string;
  readonly tiers: readonly TierFigures[];
}

/** Posts of one pool of inspectors, and how they lie on its people. */
export interface PoolFigures {
  readonly pool: string;
  readonly officers: number;
  readonly posts: number;
  readonly open: number;
  readonly least: number;
  readonly most: number;
}

export interface DepartmentFigures {
  readonly department: string;
  readonly visits: number;
  readonly open: number;
  /** Names of the tasks that its visits serve. */
  readonly tasks: readonly string[];
}

export interface DrawFigures {
  readonly record: HeldRecord;
  readonly openedAt: string;
  readonly tasks: readonly TaskFigures[];
  /** Selections over all tasks, and the doors that they come to: 进一次门、查多项事. */
  readonly drawn: number;
  readonly doors: number;
  readonly open: number;
  readonly pools: readonly PoolFigures[];
  readonly departments: readonly DepartmentFigures[];
}

type Text = Omit<DrawRecord, 'roster' | 'events'>;

/** Figures of the record that stands, as it was opened; null where nothing was opened. */
export async function drawFigures(db: Db, no: number): Promise<DrawFigures | null> {
  const record = await heldRecord(db, no);
  if (record === null) return null;
  const text: Text = JSON.parse(await recordText(db, record));
  return { record, openedAt: text.openedAt, ...figuresOf(text.manifest, text.result) };
}

function figuresOf(manifest: Manifest, result: DrawResult): Omit<DrawFigures, 'record' | 'openedAt'> {
  const tasks = manifest.tasks.map(({ no, name, denominator }, t): TaskFigures => {
    const tiers = result.tasks[t]?.tiers ?? [];
    return {
      no,
      name,
      tiers: tiers.map(({ label, frame, eligible, drawn }) => ({
        label,
        drawn: drawn.length,
        of: denominator === 'frame' ? frame : eligible,
        eligible,
      })),
    };
  });
  const posts = result.visits.flatMap((visit) => visit.posts);
  return {
    tasks,
    drawn: sum(tasks.flatMap(({ tiers }) => tiers.map(({ drawn }) => drawn))),
    doors: result.visits.length,
    open: posts.filter(isOpen).length,
    pools: poolsOf(manifest, posts),
    departments: departmentsOf(manifest, result.visits),
  };
}

const isOpen = ({ officer }: PostResult): boolean => officer === null;

function poolsOf({ officers }: Manifest, posts: readonly PostResult[]): readonly PoolFigures[] {
  const names = [...new Set(posts.map(({ pool }) => pool))].sort();
  return names.map((pool) => {
    const own = posts.filter((post) => post.pool === pool);
    const load = new Map(officers.filter((each) => each.pool === pool).map(({ number }) => [number, 0]));
    for (const { officer } of own) if (officer !== null) load.set(officer, (load.get(officer) ?? 0) + 1);
    const loads = [...load.values()];
    return {
      pool,
      officers: load.size,
      posts: own.length,
      open: own.filter(isOpen).length,
      least: load.size === 0 ? 0 : Math.min(...loads),
      most: Math.max(0, ...loads),
    };
  });
}

function departmentsOf(manifest: Manifest, visits: readonly VisitResult[]): readonly DepartmentFigures[] {
  const goes = (visit: VisitResult, code: string): boolean => visit.posts.some(({ department }) => department === code);
  const codes = [...new Set(visits.flatMap(({ posts }) => posts.map(({ department }) => department)))].sort();
  return codes.map((department) => {
    const own = visits.filter((visit) => goes(visit, department));
    const places = new Set(own.flatMap((visit) => visit.tasks));
    return {
      department,
      visits: own.length,
      open: own.flatMap(({ posts }) => posts).filter((post) => post.department === department && isOpen(post)).length,
      tasks: manifest.tasks.flatMap(({ name, bodies }, place) =>
        places.has(place) && bodies.some((body) => body.department === department) ? [name] : [],
      ),
    };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
