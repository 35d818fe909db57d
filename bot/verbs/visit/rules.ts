/** What the policy of a day asks of visits: where they begin, whether the form is signed, and in which months nobody is disturbed. */
import type { CivilDate } from '../../../core/calendar.ts';
import { deskFirst } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { signingAsked, type VisitRule } from '../../../core/visit/need.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { consulted } from '../plan/review-as-held.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { type ClassesThatDay, classesAt, leaveAt } from './classes.ts';
import type { VisitFault } from './fault.ts';
import type { PartVisit } from './part.ts';

export interface RulesOfDay {
  readonly policy: Policy | null;
  readonly ruleOf: (visit: PartVisit) => VisitRule;
  readonly classesOf: (visit: PartVisit) => ClassesThatDay | null;
}

/** Classes are read only where the policy makes a difference by them. */
export async function rulesOn(db: Db, visits: readonly PartVisit[], on: CivilDate): Promise<RulesOfDay> {
  const policy = await policyInForce(db, on);
  const classes = new Map<string, ClassesThatDay>();
  if (policy !== null && (policy.deskFirst.length > 0 || policy.windows.length > 0)) {
    const state = await snapshot(db);
    for (const { id, visit } of visits) classes.set(id, await classesAt(db, state, policy, visit.subject, on));
  }
  const signs = signingAsked(policy, on);
  return {
    policy,
    classesOf: ({ id }) => classes.get(id) ?? null,
    ruleOf: (each) => ({ planned: each.visit.planned, desk: deskAt(policy, each, classes.get(each.id), on), signs }),
  };
}

/** Every class under which the department's tasks drew the subject begins at the desk; one task that sends people to the door is enough to go. */
function deskAt(
  policy: Policy | null,
  { tasks, own }: PartVisit,
  classes: ClassesThatDay | undefined,
  on: CivilDate,
): VisitRule['desk'] {
  if (policy === null || classes === undefined) return null;
  const asked = tasks
    .filter(({ name, method }) => own.tasks.includes(name) && method === 'on-site')
    .map((task) => {
      const of = classes.inTask(task);
      return of === null ? null : (deskFirst(policy, of, on)?.value ?? null);
    });
  if (asked.length === 0 || asked.includes(null)) return null;
  return { suffices: asked.every((each) => each?.cleanSuffices === true) };
}

/** Numbers of a plan's tasks that were let into a quiet month by a filing of the plan's own. */
export async function tasksFiled(deps: Deps, plan: string): Promise<ReadonlySet<string>> {
  const held = await heldPlan(deps.db, plan);
  return new Set(held === null ? [] : (await consulted(deps, held.plan)).filings.map(({ task }) => task));
}

/**
 * 企业安静期: a drawn visit is not made in a month in which its class is left in peace, unless the plan's own filing lets the task in.
 * @param filed numbers of the tasks with such a filing, each reviewed with all its receipts
 */
export function quietFault(
  { policy, classesOf }: RulesOfDay,
  visit: PartVisit,
  on: CivilDate,
  filed: ReadonlySet<string>,
): VisitFault | null {
  const classes = classesOf(visit);
  if (policy === null || classes === null || visit.tasks.some(({ no }) => filed.has(no))) return null;
  const leave = leaveAt(policy, classes.all, { date: on, drawn: true, ground: null });
  return leave.kind === 'ground-needed' ? { kind: 'quiet', on, grounds: leave.grounds } : null;
}
