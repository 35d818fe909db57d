/** The issued plans of the years from the first to the last, with the tasks that a later version took out. */
import type { Plan, Task } from '../../../core/plan/task.ts';
import type { Db } from '../../../db/database.ts';
import { heldPlan, issuedPlans, plans } from '../../../db/plans.ts';

export interface YearPlan {
  /** As it was last issued. */
  readonly plan: Plan;
  /** Tasks of earlier issued versions that are in none of the last; a version is issued with its reason. */
  readonly withdrawn: readonly Task[];
}

export async function plansOfYears(db: Db, from: number, to: number): Promise<readonly YearPlan[]> {
  const found: YearPlan[] = [];
  for (const { no } of await plans(db)) {
    const held = await heldPlan(db, no);
    if (held === null || held.plan.year < from || held.plan.year > to) continue;
    const versions = await issuedPlans(db, no);
    const last = versions.at(-1);
    if (last === undefined) continue;
    const standing = new Set(last.tasks.map((task) => task.no));
    const gone = new Map(
      versions
        .flatMap(({ tasks }) => tasks)
        .flatMap((task) => (standing.has(task.no) ? [] : [[task.no, task] as const])),
    );
    found.push({ plan: last, withdrawn: [...gone.values()] });
  }
  return found;
}
