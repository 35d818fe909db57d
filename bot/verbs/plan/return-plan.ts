/** A reviewer returns a plan with what is to be mended; it goes back to its drafters as the next version. */
import type { Plan } from '../../../core/plan/task.ts';
import type { Party } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { tooLong } from '../too-long.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';
import { reviewersTold } from './reviewer-people.ts';
import { ownPoints, partyOf, reviewersFor, versionPassed } from './reviewers.ts';
import { type ReturnNote, sendBack } from './send-back.ts';
import { taskReviews, tasksReturned } from './task-reviews.ts';

export interface ReturnRequest {
  readonly plan: string;
  /** The version that the reviewer had before him; whichever stands, where left out. */
  readonly version?: number;
  readonly as?: Party;
  /** What the reviewer asks to be mended. */
  readonly words: string;
  /** Tasks that are meant, beside those that the reviewer has returned one by one. */
  readonly tasks?: readonly string[];
}

export function returnPlan(deps: Deps, actor: Actor, request: ReturnRequest): Promise<Result<Plan, Refusal>> {
  return act<Plan>(deps, actor, 'return-plan', {}, async (at) => {
    const words = request.words.trim();
    if (words === '') return refuse('plan', { reason: 'no-reason-given' });
    const long = tooLong(words);
    if (long !== null) return refuse('plan', long);
    const held = await planWithPolicy(deps, request.plan);
    if (!held.ok) return held;
    const { plan, policy } = held.value;
    const reviewers = reviewersFor(policy, plan.year);
    const party = partyOf(actor, plan, request.as, reviewers);
    if (!party.ok) return party;
    const before = await factBodies<ReturnNote>(deps.db, 'plan-returned');
    const last = before.findLast(({ body }) => body.plan === plan.no)?.body;
    if (plan.state === 'draft' && last?.version === plan.version - 1 && last.words === words) return already(plan);
    const passed = versionPassed(plan, request.version);
    if (passed !== null) return refuse('plan', passed);
    if (plan.state === 'issued' || plan.state === 'published') {
      const needs = ['draft', 'reviewing', 'approved'] as const;
      return refuse('plan', { reason: 'wrong-state', plan: plan.no, state: plan.state, needs });
    }
    const named = request.tasks ?? [];
    const unknown = named.find((task) => !plan.tasks.some(({ no }) => no === task));
    if (unknown !== undefined) return refuse('plan', { reason: 'no-such-task', plan: plan.no, task: unknown });
    const reviewer = party.value;
    const own = ownPoints(reviewer, undefined, reviewers);
    if (!own.ok) return own;
    const marked = tasksReturned(await taskReviews(deps.db, plan.no, plan.version), reviewer, own.value);
    const others = named.filter((task) => !marked.some((each) => each.task === task));
    const tasks = [...marked, ...others.map((task) => ({ task, words: '' }))].sort((a, b) =>
      a.task < b.task ? -1 : 1,
    );
    const { findings } = await reviewAsHeld(deps, held.value);
    const told = await reviewersTold(deps.db, plan.no);
    const back = sendBack(actor, held.value, { reviewer, words, tasks, findings, told }, at);
    return ok({ facts: [back.fact], rows: [back.row], value: back.plan });
  });
}
