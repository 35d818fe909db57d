/**
 * A reviewer approves a plan on its own points. Nobody approves what he drafted; what must be mended is mended first, what
 * binds in principle has its reason. When every reviewer has approved every point, the plan is approved.
 */
import { stands } from '../../../core/plan/review/finding.ts';
import type { Approval, Plan } from '../../../core/plan/task.ts';
import type { Party, ReviewPoint } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import { approvalRow, planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';
import { reviewersTold } from './reviewer-people.ts';
import { missingReviews, ownPoints, partyOf, reviewersFor, versionPassed } from './reviewers.ts';
import { taskReviews, tasksReturned } from './task-reviews.ts';

export interface ApproveRequest {
  readonly plan: string;
  /** The version that the reviewer had before him; whichever stands, where left out. */
  readonly version?: number;
  /** For whom the person speaks; follows from the roles where left out. */
  readonly as?: Party;
  /** All points of that reviewer, where left out. */
  readonly points?: readonly ReviewPoint[];
}

export interface Approved {
  readonly plan: Plan;
  /** Reviews that are still to be given. */
  readonly missing: readonly { readonly by: Party; readonly point: ReviewPoint }[];
}

export function approvePlan(deps: Deps, actor: Actor, request: ApproveRequest): Promise<Result<Approved, Refusal>> {
  return act<Approved>(deps, actor, 'approve-plan', {}, async (at) => {
    const held = await planWithPolicy(deps, request.plan);
    if (!held.ok) return held;
    const { plan, policy, revision } = held.value;
    const reviewers = reviewersFor(policy, plan.year);
    const party = partyOf(actor, plan, request.as, reviewers);
    if (!party.ok) return party;
    const passed = versionPassed(plan, request.version);
    if (passed !== null) return refuse('plan', passed);
    const points = ownPoints(party.value, request.points, reviewers);
    if (!points.ok) return points;
    const open = points.value.filter(
      (point) => !plan.approvals.some((each) => each.reviewer === party.value && each.point === point),
    );
    if (open.length === 0) return already({ plan, missing: missingReviews(reviewers, plan.approvals) });
    if (plan.state !== 'draft' && plan.state !== 'reviewing') {
      const needs = ['draft', 'reviewing'] as const;
      return refuse('plan', { reason: 'wrong-state', plan: plan.no, state: plan.state, needs });
    }
    // What this reviewer has returned by itself is not passed over with the rest.
    const returned = tasksReturned(await taskReviews(deps.db, plan.no, plan.version), party.value, open);
    if (returned.length > 0) {
      return refuse('plan', { reason: 'tasks-returned', plan: plan.no, tasks: returned.map(({ task }) => task) });
    }
    const { findings } = await reviewAsHeld(deps, held.value);
    // That reviews are missing is no ground against the reviews themselves.
    const standing = findings.filter((each) => stands(each) && each.kind !== 'review-missing');
    if (standing.length > 0) return refuse('plan', { reason: 'findings-stand', plan: plan.no, findings: standing });

    const given = open.map((point): Approval => ({ reviewer: party.value, point, by: actor.person, at: at.now }));
    const approvals = [...plan.approvals, ...given];
    const missing = missingReviews(reviewers, approvals);
    const approved: Plan = { ...plan, approvals, state: missing.length === 0 ? 'approved' : 'reviewing' };
    const { no, version } = plan;
    return ok({
      facts: [
        factOf(actor, 'approve-plan', {
          plan: no,
          version,
          reviewer: party.value,
          points: open,
          state: approved.state,
          told: asJson(await reviewersTold(deps.db, no)),
        }),
      ],
      rows: [planRow(approved, revision, at), ...given.map((each) => approvalRow(no, version, each, at))],
      value: { plan: approved, missing },
    });
  });
}
