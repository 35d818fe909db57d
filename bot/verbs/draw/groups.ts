/** 联合组 where the office does not set them: the fewest that keep to the windows and to what one door takes (core/plan/groups.ts). */
import type { Framing } from '../../../core/draw/frame.ts';
import { type Cell, reachOf } from '../../../core/plan/cells.ts';
import { proposeGroups } from '../../../core/plan/groups.ts';
import type { Holdings } from './holdings.ts';

/** Group of each task, by number. */
export function groupsOf(
  { tasks, plan }: Holdings,
  { fallback }: Framing,
  cells: readonly Cell[],
): ReadonlyMap<string, number> {
  const reaches = tasks.map((task) => reachOf(task, cells, fallback));
  const { ceremonies } = proposeGroups(
    reaches,
    cells,
    cells.map(() => null),
    [],
    plan.doorLimit,
  );
  const groups = ceremonies.flatMap((ceremony) => ceremony.groups);
  return new Map(groups.flatMap((places, group) => places.map((place) => [tasks[place]?.no ?? '', group] as const)));
}
