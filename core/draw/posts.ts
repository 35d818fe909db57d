/**
 * The posts of a visit (README §7): for each department that goes, one for each field that its items need and open ones up to
 * the number of its officers. One pair may hold several tasks' items (部门内集中执法): tasks share the posts of a department.
 */
import type { Manifest, ManifestTask, PostAsked } from './manifest.ts';
import { distinctByBytes } from './order.ts';

/** A post of a visit, numbered through all visits. */
export interface Post extends PostAsked {
  readonly visit: number;
  readonly row: number;
}

/** Posts of a visit with these tasks, by places in the manifest. */
export function postsFor(manifest: Pick<Manifest, 'tasks'>, tasks: readonly number[]): readonly PostAsked[] {
  const asked = tasks.map((place) => taskAt(manifest, place)).flatMap((task) => task.bodies);
  const departments = distinctByBytes(asked.map((body) => body.department));
  return departments.flatMap((department) => {
    const bodies = asked.filter((body) => body.department === department);
    const pool = bodies[0]?.pool ?? '';
    const needs = distinctByBytes(bodies.flatMap((body) => body.needs));
    const open = Math.max(0, ...bodies.map((body) => body.officers - needs.length));
    return [...needs, ...Array<string>(open).fill('')].map((need) => ({ department, pool, need }));
  });
}

function taskAt(manifest: Pick<Manifest, 'tasks'>, place: number): ManifestTask {
  const task = manifest.tasks[place];
  if (task === undefined) throw new RangeError(`posts: no task ${place}`);
  return task;
}

/** The same for many visits, most of which hold the same few combinations of tasks. */
export function postsOfVisits(
  manifest: Manifest,
  visits: readonly { readonly row: number; readonly tasks: readonly number[] }[],
): readonly Post[] {
  const known = new Map<string, readonly PostAsked[]>();
  const askedBy = (tasks: readonly number[], visit: number): readonly PostAsked[] => {
    if (manifest.kind === 'people') return manifest.given[visit]?.posts ?? [];
    const key = tasks.join(',');
    const asked = known.get(key) ?? postsFor(manifest, tasks);
    known.set(key, asked);
    return asked;
  };
  return visits.flatMap(({ row, tasks }, visit) =>
    askedBy(tasks, visit).map(({ department, pool, need }) => ({ department, pool, need, visit, row })),
  );
}

/** Pools that a post or an officer names, by bytes. */
export const poolsOf = (manifest: Manifest, posts: readonly PostAsked[]): readonly string[] =>
  distinctByBytes([...posts, ...manifest.officers].map((each) => each.pool));
