/** Plans as they stand, with who has still to speak on them and which of their tasks are drawn. */
import { type Calendar, type CivilDate, yearOf } from '../../../core/calendar.ts';
import { fromPlan } from '../../../core/owed/from-plan.ts';
import { fromTasks } from '../../../core/owed/from-tasks.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { publicationsOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Db } from '../../../db/database.ts';
import { entryAt } from '../../../db/ledger.ts';
import { approvals, heldPlan, issuedPlans, plans } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { standingCeremonies } from '../draw/held.ts';
import { reviewerPeople } from '../plan/reviewer-people.ts';
import { missingReviews, reviewersFor } from '../plan/reviewers.ts';

/** The version that is in force. */
export interface IssuedNow {
  readonly plan: Plan;
  readonly drawn: ReadonlySet<string>;
}

/**
 * Plans of this year and the next.
 * @param inspected `plan/task department` where nothing is left to inspect
 */
export async function owedOfPlans(
  deps: Deps,
  policy: Policy | null,
  calendar: Calendar,
  today: CivilDate,
  inspected: ReadonlySet<string>,
): Promise<{ readonly owed: readonly Owed[]; readonly issued: readonly IssuedNow[] }> {
  const owed: Owed[] = [];
  const issued: IssuedNow[] = [];
  const [ceremonies, all] = await Promise.all([standingCeremonies(deps.db), plans(deps.db)]);
  const read = await Promise.all(
    all.map(async ({ no }) => {
      const [held, issues] = await Promise.all([heldPlan(deps.db, no), issuedPlans(deps.db, no)]);
      return { no, held, inForce: issues.at(-1) };
    }),
  );
  for (const { no, held, inForce } of read) {
    if (held === null || held.plan.year < yearOf(today)) continue;
    const { plan, seq } = held;
    const since = dayOf((await entryAt(deps.db, seq))?.row.at ?? deps.now());
    const toPublish = policy !== null && publicationsOf(policy, 'plan', today).length > 0;
    const reviewers = plan.state === 'reviewing' && policy !== null ? await stillToReview(deps.db, plan, policy) : [];
    owed.push(...fromPlan({ plan, since, reviewers, toPublish }, calendar));
    if (inForce === undefined) continue;
    const drawn = new Set(
      ceremonies
        .filter(({ manifest }) => manifest.plan === no)
        .flatMap(({ manifest }) => manifest.tasks.map((task) => task.no)),
    );
    issued.push({ plan: inForce, drawn });
    const own = new Set(
      [...inspected].flatMap((part) => (part.startsWith(`${no}/`) ? [part.slice(no.length + 1)] : [])),
    );
    if (policy !== null) owed.push(...fromTasks({ plan: inForce, drawn, inspected: own }, policy, calendar, today));
  }
  return { owed, issued };
}

/** Persons of the parties whose points nobody has approved yet. */
async function stillToReview(db: Db, plan: Plan, policy: Policy): Promise<readonly string[]> {
  const reviewers = reviewersFor(policy, plan.year);
  const missing = missingReviews(reviewers, await approvals(db, plan.no, plan.version));
  const waiting = await reviewerPeople(db, plan, reviewers);
  return waiting.filter(({ party }) => missing.some(({ by }) => by === party)).map(({ person }) => person);
}
