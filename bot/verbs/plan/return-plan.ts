/** A reviewer returns a plan with what is to be mended; it goes back to its drafters as the next version. */
import { stands } from '../../../core/plan/review/finding.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { Party } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import { planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { factBodies } from '../../fact-bodies.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';
import { partyOf, reviewersFor } from './reviewers.ts';

export interface ReturnRequest {
  readonly plan: string;
  readonly as?: Party;
  /** What the reviewer asks to be mended. */
  readonly words: string;
}

export function returnPlan(deps: Deps, actor: Actor, request: ReturnRequest): Promise<Result<Plan, Refusal>> {
  return act<Plan>(deps, actor, 'return-plan', {}, async (at) => {
    const words = request.words.trim();
    if (words === '') return refuse('plan', { reason: 'no-reason-given' });
    const held = await planWithPolicy(deps, request.plan);
    if (!held.ok) return held;
    const { plan, policy, revision } = held.value;
    const party = partyOf(actor, plan, request.as, reviewersFor(policy, plan.year));
    if (!party.ok) return party;
    const before = await factBodies<{ plan: string; version: number; words: string }>(deps.db, 'plan-returned');
    const last = before.findLast(({ body }) => body.plan === plan.no)?.body;
    if (plan.state === 'draft' && last?.version === plan.version - 1 && last.words === words) return already(plan);
    if (plan.state === 'issued' || plan.state === 'published') {
      const needs = ['draft', 'reviewing', 'approved'] as const;
      return refuse('plan', { reason: 'wrong-state', plan: plan.no, state: plan.state, needs });
    }
    const { findings } = await reviewAsHeld(deps, held.value);
    const standing = findings.filter(stands).map(({ kind, task }) => ({ kind, task }));
    const { no, version } = plan;
    const returned: Plan = { ...plan, version: version + 1, state: 'draft', approvals: [] };
    return ok({
      facts: [factOf(actor, 'return-plan', { plan: no, version, reviewer: party.value, words, findings: standing })],
      rows: [planRow(returned, revision, at)],
      value: returned,
    });
  });
}
