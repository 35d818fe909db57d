/** 印发: an approved plan becomes the year's plan, unless the lists have changed since so that something stands against it. */
import { canonical } from '../../../core/canonical.ts';
import { type Digest, digest } from '../../../core/digest.ts';
import { departmentsOf } from '../../../core/plan/overlap.ts';
import { stands } from '../../../core/plan/review/finding.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import { issuedPlans, planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { addresseesOf } from './addressees.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';
import { reviewersTold } from './reviewer-people.ts';
import { missingReviews, reviewersFor } from './reviewers.ts';

export function issuePlan(deps: Deps, actor: Actor, no: string): Promise<Result<Plan, Refusal>> {
  return act<Plan>(deps, actor, 'issue-plan', {}, async (at) => {
    const held = await planWithPolicy(deps, no);
    if (!held.ok) return held;
    const { plan, policy, revision } = held.value;
    if (plan.state === 'issued' || plan.state === 'published') return already(plan);
    const missing = missingReviews(reviewersFor(policy, plan.year), plan.approvals);
    if (missing.length > 0) return refuse('plan', { reason: 'review-missing', plan: no, missing });
    if (plan.state !== 'approved')
      return refuse('plan', { reason: 'wrong-state', plan: no, state: plan.state, needs: ['approved'] });
    const standing = (await reviewAsHeld(deps, held.value)).findings.filter(stands);
    if (standing.length > 0) return refuse('plan', { reason: 'findings-stand', plan: no, findings: standing });
    const issued: Plan = { ...plan, state: 'issued' };
    const { version, year, tasks } = plan;
    // Departments of an earlier version hear of the new one, too, where it leaves them out.
    const versions = [...(await issuedPlans(deps.db, no)), plan];
    const concerned = versions.flatMap((each) => each.tasks.flatMap(departmentsOf));
    const addressed = await addresseesOf(deps.db, policy, dayOf(at.now));
    const departments = [...new Set([...concerned, ...addressed.departments])].sort();
    const told = asJson(await reviewersTold(deps.db, no));
    return ok({
      facts: [
        factOf(actor, 'issue-plan', {
          plan: no,
          version,
          year,
          tasks: tasks.length,
          digest: digestOf(plan),
          departments,
          persons: addressed.persons,
          /** All that were ever issued: posts of earlier ones say that this one takes their place. */
          versions: [...new Set(versions.map((each) => each.version))],
          told,
        }),
      ],
      rows: [planRow(issued, revision, at)],
      value: issued,
    });
  });
}

/** What was issued can be shown to be what was approved: the digest of the plan's own content. */
const digestOf = ({ no, year, version, policy, tasks, doorLimit }: Plan): Digest =>
  digest('mingchou/plan/1', canonical(asJson({ no, year, version, policy, tasks, doorLimit })));
