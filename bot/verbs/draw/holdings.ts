/** What a draw is made from, read once at one state of the lists. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Plan, Task } from '../../../core/plan/task.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Expert, Inspector, Recusal } from '../../../core/registry/inspector.ts';
import type { Item } from '../../../core/registry/item.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type Snapshot, snapshot } from '../../../db/imports.ts';
import { heldPlan } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { consulted } from '../plan/review-as-held.ts';
import { policyInForce } from '../registry/policy-in-force.ts';

export interface Holdings {
  readonly state: Snapshot;
  readonly policy: Policy;
  readonly plan: Plan;
  /** Those of the plan that are to be drawn, in the plan's order. */
  readonly tasks: readonly Task[];
  readonly departments: ReadonlyMap<string, Department>;
  readonly inspectors: readonly Inspector[];
  readonly experts: readonly Expert[];
  readonly recusals: readonly Recusal[];
  readonly items: ReadonlyMap<string, Item>;
  /** Numbers of tasks whose entering in the quiet period is filed; the review has asked for every receipt. */
  readonly filed: ReadonlySet<string>;
}

/** The lists, the published plan, and the policy in force on the first day of its visits. */
export async function holdings(
  { db }: Deps,
  planNo: string,
  taskNos: readonly string[],
): Promise<Result<Holdings, Refusal>> {
  const held = await heldPlan(db, planNo);
  if (held === null) return refuse('draw', { reason: 'no-plan', plan: planNo });
  const { plan } = held;
  // 提前向社会公布 (福安 2018 二(一)3): nothing is drawn from a plan that the public has not seen.
  if (plan.state !== 'published')
    return refuse('draw', { reason: 'plan-not-published', plan: planNo, state: plan.state });
  const missing = taskNos.find((no) => !plan.tasks.some((task) => task.no === no));
  if (missing !== undefined) return refuse('draw', { reason: 'task-not-in-plan', plan: planNo, task: missing });
  const tasks = plan.tasks.filter((task) => taskNos.includes(task.no));
  const [first] = tasks;
  if (first === undefined) return refuse('draw', { reason: 'no-tasks' });
  const from = firstDay(tasks);
  const [policy, state, said] = await Promise.all([policyInForce(db, from), snapshot(db), consulted({ db }, plan)]);
  if (policy === null) return refuse('draw', { reason: 'no-policy', on: from });
  const [departments, inspectors, experts, recusals, items] = await Promise.all([
    kept(db, state, 'department'),
    kept(db, state, 'inspector'),
    kept(db, state, 'expert'),
    kept(db, state, 'recusal'),
    kept(db, state, 'item'),
  ]);
  return ok({
    state,
    policy,
    plan,
    tasks,
    departments: new Map(departments.map((each) => [each.code, each])),
    inspectors,
    experts,
    recusals,
    items: new Map(items.map((each) => [each.code, each])),
    filed: new Set(said.filings.map(({ task }) => task)),
  });
}

export const firstDay = (tasks: readonly Task[]): CivilDate =>
  tasks.reduce((first, { window }) => (window.from < first ? window.from : first), '9999-12-31');
export const lastDay = (tasks: readonly Task[]): CivilDate =>
  tasks.reduce((last, { window }) => (window.to > last ? window.to : last), '0000-01-01');
