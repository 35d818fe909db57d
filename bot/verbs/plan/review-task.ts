/**
 * 逐项审核: a reviewer goes through the tasks one by one and says of each, on its own points only, whether it passes. All tasks passed
 * on a point are that point's approval; when every task has had its word and some were returned, the plan goes back with exactly these
 * named. Nobody reviews what he drafted.
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
import { tooLong } from '../too-long.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';
import { reviewersTold } from './reviewer-people.ts';
import { missingReviews, ownPoints, partyOf, reviewersFor, versionPassed } from './reviewers.ts';
import { type ReturnedTask, sendBack } from './send-back.ts';
import { lastWord, type TaskReview, taskReviews, tasksReturned, type Verdict } from './task-reviews.ts';

export interface ReviewTaskRequest {
  readonly plan: string;
  /** The version that the reviewer had before him. */
  readonly version: number;
  readonly as?: Party;
  /** All points of that reviewer, where left out. */
  readonly points?: readonly ReviewPoint[];
  readonly verdicts: readonly { readonly task: string; readonly verdict: Verdict; readonly words: string }[];
}

export interface TaskReviewed {
  /** As it stands after it: with approvals, or as the next draft where it went back. */
  readonly plan: Plan;
  readonly party: Party;
  /** Tasks that this party has still to speak of. */
  readonly open: readonly string[];
  readonly returned: readonly ReturnedTask[];
  readonly wentBack: boolean;
}

export function reviewTask(
  deps: Deps,
  actor: Actor,
  request: ReviewTaskRequest,
): Promise<Result<TaskReviewed, Refusal>> {
  return act<TaskReviewed>(deps, actor, 'review-task', {}, async (at) => {
    const held = await planWithPolicy(deps, request.plan);
    if (!held.ok) return held;
    const { plan, policy, revision } = held.value;
    const { no, version } = plan;
    const reviewers = reviewersFor(policy, plan.year);
    const party = partyOf(actor, plan, request.as, reviewers);
    if (!party.ok) return party;
    const reviewer = party.value;
    const points = ownPoints(reviewer, request.points, reviewers);
    if (!points.ok) return points;
    const passed = versionPassed(plan, request.version);
    if (passed !== null) return refuse('plan', passed);
    if (plan.state !== 'draft' && plan.state !== 'reviewing') {
      return refuse('plan', { reason: 'wrong-state', plan: no, state: plan.state, needs: ['draft', 'reviewing'] });
    }
    for (const { task, verdict, words } of request.verdicts) {
      if (!plan.tasks.some((each) => each.no === task))
        return refuse('plan', { reason: 'no-such-task', plan: no, task });
      if (verdict === 'returned' && words.trim() === '') return refuse('plan', { reason: 'no-reason-given' });
      const long = tooLong(words);
      if (long !== null) return refuse('plan', long);
    }
    const before = await taskReviews(deps.db, no, version);
    const given = request.verdicts
      .map(({ task, verdict, words }): TaskReview => {
        return { task, reviewer, points: points.value, verdict, words: words.trim() };
      })
      .filter((each) => !isSaid(before, each));
    const reviews = [...before, ...given];
    const all = ownPoints(reviewer, undefined, reviewers);
    const own = all.ok ? all.value : points.value;
    const open = plan.tasks
      .filter((task) => own.some((point) => lastWord(reviews, reviewer, task.no, point) === undefined))
      .map((task) => task.no);
    const returned = tasksReturned(reviews, reviewer, own);
    const standing = { party: reviewer, open, returned, wentBack: false };
    if (given.length === 0) return already({ ...standing, plan });
    const told = await reviewersTold(deps.db, no);
    const facts = given.map((each) =>
      factOf(actor, 'review-task', { plan: no, version, ...each, points: [...each.points], told: asJson(told) }),
    );

    if (open.length === 0 && returned.length > 0) {
      const { findings } = await reviewAsHeld(deps, held.value);
      const words = [...new Set(returned.map((each) => each.words))].join('；');
      const back = sendBack(actor, held.value, { reviewer, words, tasks: returned, findings, told }, at);
      return ok({
        facts: [...facts, back.fact],
        rows: [back.row],
        value: { ...standing, plan: back.plan, wentBack: true },
      });
    }

    const passedOn = own.filter(
      (point) =>
        plan.tasks.every((task) => lastWord(reviews, reviewer, task.no, point)?.verdict === 'approved') &&
        !plan.approvals.some((each) => each.reviewer === reviewer && each.point === point),
    );
    if (passedOn.length === 0) return ok({ facts, value: { ...standing, plan } });
    const { findings } = await reviewAsHeld(deps, held.value);
    const against = findings.filter((each) => stands(each) && each.kind !== 'review-missing');
    if (against.length > 0) return refuse('plan', { reason: 'findings-stand', plan: no, findings: against });
    const approved = passedOn.map((point): Approval => ({ reviewer, point, by: actor.person, at: at.now }));
    const approvals = [...plan.approvals, ...approved];
    const state = missingReviews(reviewers, approvals).length === 0 ? 'approved' : 'reviewing';
    const after: Plan = { ...plan, approvals, state };
    return ok({
      facts: [
        ...facts,
        factOf(actor, 'approve-plan', { plan: no, version, reviewer, points: passedOn, state, told: asJson(told) }),
      ],
      rows: [planRow(after, revision, at), ...approved.map((each) => approvalRow(no, version, each, at))],
      value: { ...standing, plan: after },
    });
  });
}

/** The very words stand already on each of the points. */
const isSaid = (reviews: readonly TaskReview[], { reviewer, task, points, verdict, words }: TaskReview): boolean =>
  points.every((point) => {
    const last = lastWord(reviews, reviewer, task, point);
    return last?.verdict === verdict && last.words === words;
  });
