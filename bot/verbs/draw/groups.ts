/**
 * 联合组 where the office does not set them: those that the review of the plan counted with, so that a draw keeps what the review promised
 * for the year's floor and for what one door takes (core/plan/groups.ts).
 */
import type { Task } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { planWithPolicy, reviewAsHeld } from '../plan/review-as-held.ts';

/** Group of each task that is to be drawn, by number, from 0 without gaps. */
export async function groupsOf(
  deps: Deps,
  plan: string,
  tasks: readonly Task[],
): Promise<Result<ReadonlyMap<string, number>, Refusal>> {
  // One task is one group, whatever a review would say; the lists need not be read for that.
  const [only, ...others] = tasks;
  if (only !== undefined && others.length === 0) return ok(new Map([[only.no, 0]]));
  const held = await planWithPolicy(deps, plan);
  if (!held.ok) return held;
  const { desk } = await reviewAsHeld(deps, held.value);
  const drawn = new Set(tasks.map(({ no }) => no));
  const groups = desk.proposal.ceremonies
    .flatMap((ceremony) => ceremony.groups)
    .map((places) => places.flatMap((place) => desk.reaches[place]?.task.no ?? []).filter((no) => drawn.has(no)))
    .filter((numbers) => numbers.length > 0);
  return ok(new Map(groups.flatMap((numbers, group) => numbers.map((no) => [no, group] as const))));
}
