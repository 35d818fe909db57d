/** 送审: a draft that nothing stands against goes to those who review it. Each of them is named, so that nobody waits unasked. */
import { canonical } from '../../../core/canonical.ts';
import { stands } from '../../../core/plan/review/finding.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import { planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';
import { lastSubmission, type ReviewerPerson, reviewerPeople } from './reviewer-people.ts';
import { reviewersFor } from './reviewers.ts';

export interface Submitted {
  readonly plan: Plan;
  readonly reviewers: readonly ReviewerPerson[];
}

export function submitPlan(deps: Deps, actor: Actor, no: string): Promise<Result<Submitted, Refusal>> {
  return act<Submitted>(deps, actor, 'submit-plan', {}, async (at) => {
    const held = await planWithPolicy(deps, no);
    if (!held.ok) return held;
    const { plan, policy, revision } = held.value;
    if (plan.state !== 'draft' && plan.state !== 'reviewing') {
      return refuse('plan', { reason: 'wrong-state', plan: no, state: plan.state, needs: ['draft', 'reviewing'] });
    }
    const parties = reviewersFor(policy, plan.year);
    const reviewers = await reviewerPeople(deps.db, plan, parties);
    const lacking = parties.find(({ by }) => !reviewers.some(({ party }) => party === by));
    if (lacking !== undefined) return refuse('plan', { reason: 'no-reviewer', plan: no, party: lacking.by });
    const named = reviewers.map(({ person, party }) => ({ person, party }));
    const before = await lastSubmission(deps.db, no);
    const isSame = before?.version === plan.version && canonical(asJson(before.reviewers)) === canonical(asJson(named));
    if (plan.state === 'reviewing' && isSame) return already({ plan, reviewers });
    const { findings } = await reviewAsHeld(deps, held.value);
    const standing = findings.filter((each) => stands(each) && each.kind !== 'review-missing');
    if (standing.length > 0) return refuse('plan', { reason: 'findings-stand', plan: no, findings: standing });
    const submitted: Plan = { ...plan, state: 'reviewing' };
    return ok({
      facts: [factOf(actor, 'submit-plan', { plan: no, version: plan.version, reviewers: named })],
      rows: [planRow(submitted, revision, at)],
      value: { plan: submitted, reviewers },
    });
  });
}
