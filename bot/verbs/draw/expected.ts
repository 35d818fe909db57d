/** What a ceremony of these tasks is expected to come to, worked out from the lists in numbers before anything is frozen. */
import { drawnBy } from '../../../core/plan/cells.ts';
import { coverageOf } from '../../../core/plan/coverage.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { planWithPolicy, reviewAsHeld } from '../plan/review-as-held.ts';

export interface Expected {
  readonly tasks: number;
  /** Selections over these tasks, and the doors that they come to after merging. */
  readonly selections: number;
  readonly doors: number;
  readonly groups: number;
}

export async function expectedOf(
  deps: Deps,
  plan: string,
  numbers: readonly string[],
): Promise<Result<Expected, Refusal>> {
  const held = await planWithPolicy(deps, plan);
  if (!held.ok) return held;
  const { desk } = await reviewAsHeld(deps, held.value);
  const drawn = new Set(numbers);
  // One ceremony is one round, however often a year its tasks are drawn.
  const reaches = desk.reaches.map((reach) => ({ ...reach, task: { ...reach.task, drawsPerYear: 1 } }));
  const groups = desk.proposal.ceremonies
    .flatMap((ceremony) => ceremony.groups)
    .map((places) => places.filter((place) => drawn.has(reaches[place]?.task.no ?? '')))
    .filter((places) => places.length > 0);
  const { visits } = coverageOf(
    reaches,
    [{ groups }],
    desk.cells.map(() => null),
  );
  const chosen = reaches.filter(({ task }) => drawn.has(task.no));
  return ok({
    tasks: chosen.length,
    selections: chosen.reduce((sum, reach) => sum + drawnBy(reach), 0),
    doors: Math.round(desk.cells.reduce((sum, { count }, place) => sum + count * (visits[place] ?? 0), 0)),
    groups: groups.length,
  });
}
