/**
 * 列入本地计划: tasks of a plan from above become tasks of ours, with their numbers, dates and lead. Those of a department that has
 * returned the plan wait; local tasks over the same subjects are then offered to go with them (石狮 四(五)).
 */
import { departmentsOf } from '../../../core/plan/overlap.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, authorise, enact } from '../act.ts';
import { draftPlan } from '../plan/draft-plan.ts';
import { planWithPolicy } from '../plan/review-as-held.ts';
import { nextVersion } from './next-version.ts';
import { superiorPlansIn } from './recorded.ts';
import { tasksFromAbove } from './rows-from-above.ts';

export interface Entered {
  readonly plan: Plan;
  /** Numbers of the tasks that were entered now. */
  readonly entered: readonly string[];
  /** Those that wait because a department returned the plan. */
  readonly waiting: readonly string[];
}

export interface EnterRequest {
  readonly no: number;
  /** Number of our plan; made where there is none yet. */
  readonly plan: string;
  readonly doorLimit: Plan['doorLimit'];
}

export async function enterSuperiorPlan(
  deps: Deps,
  actor: Actor,
  request: EnterRequest,
): Promise<Result<Entered, Refusal>> {
  const { db } = deps;
  const allowed = authorise(actor, 'receive-superior-plan');
  if (!allowed.ok) return allowed;
  const superior = (await superiorPlansIn(db)).find(({ no }) => no === request.no);
  if (superior === undefined) return refuse('invite', { reason: 'no-superior-plan', no: request.no });
  const { tasks, waiting, returnedBy } = await tasksFromAbove(deps, superior);
  if (tasks.length === 0) return refuse('invite', { reason: 'nothing-to-enter', no: superior.no, returnedBy });
  const received = `${superior.on}T00:00`;

  if ((await heldPlan(db, request.plan)) === null) {
    const { year } = superior;
    // The plan's own lead here answers for the line: by its signature, or by the receipt of a plan that binds without one.
    const replies = [...new Set(tasks.map(({ lead }) => lead))].map((id) => ({ id, department: id, at: received }));
    const rows = tasks.map((task, i) => ({ row: i + 2, reply: task.lead, task }));
    const drafted = await draftPlan(deps, actor, {
      no: request.plan,
      year,
      rows,
      replies,
      doorLimit: request.doorLimit,
    });
    return drafted.ok ? ok({ plan: drafted.value.plan, entered: tasks.map(({ no }) => no), waiting }) : drafted;
  }
  return enact<Entered>(deps, async (at) => {
    const may = authorise(actor, 'draft-plan', { department: '' });
    if (!may.ok) return may;
    const held = await planWithPolicy(deps, request.plan);
    if (!held.ok) return held;
    const { plan } = held.value;
    if (plan.year !== superior.year)
      return refuse('invite', { reason: 'other-year', plan: plan.no, year: plan.year, given: superior.year });
    const isEntered = (no: string) =>
      plan.tasks.some((task) => task.above?.plan === superior.number && task.outside.no === no);
    const fresh = tasks.filter(({ no }) => !isEntered(no));
    const taken = fresh.find(({ no }) => plan.tasks.some((task) => task.no === no));
    if (taken !== undefined) return refuse('invite', { reason: 'number-taken', plan: plan.no, task: taken.no });
    if (fresh.length === 0) return already({ plan, entered: [], waiting });
    const lines = fresh.map((task) => ({
      task: task.no,
      department: departmentsOf(task)[0] ?? task.lead,
      at: received,
    }));
    const reason = `列入上级计划“${superior.number}”（${superior.from}）任务 ${fresh.length} 项`;
    const change = { tasks: [...plan.tasks, ...fresh], lines, reason };
    const next = await nextVersion(deps, actor, held.value, change, at);
    return ok({
      facts: [next.fact],
      rows: [next.row],
      value: { plan: next.plan, entered: fresh.map(({ no }) => no), waiting },
    });
  });
}
