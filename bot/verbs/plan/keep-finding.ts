/** 说明理由后保留: what binds only in principle (原则上) gives way to a reason, which is on record from then on. */
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import { planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';

export interface KeepRequest {
  readonly plan: string;
  /** Task number, or null for a finding about the plan as a whole. */
  readonly task: string | null;
  /** Kind of the finding, as the check names it. */
  readonly finding: string;
  readonly words: string;
}

export function keepFinding(deps: Deps, actor: Actor, request: KeepRequest): Promise<Result<Plan, Refusal>> {
  return act<Plan>(deps, actor, 'keep-finding', {}, async (at) => {
    const { task, finding } = request;
    const words = request.words.trim();
    if (words === '') return refuse('plan', { reason: 'no-reason-given' });
    const long = tooLong(words);
    if (long !== null) return refuse('plan', long);
    const held = await planWithPolicy(deps, request.plan);
    if (!held.ok) return held;
    const { plan, revision } = held.value;
    if (plan.state !== 'draft')
      return refuse('plan', { reason: 'wrong-state', plan: plan.no, state: plan.state, needs: ['draft'] });
    const { findings } = await reviewAsHeld(deps, held.value);
    const about = findings.filter((each) => each.kind === finding && each.task === task);
    if (about.length === 0) {
      const known = findings
        .filter(({ weight }) => weight === 'in-principle')
        .map((each) => ({ kind: each.kind, task: each.task }));
      return refuse('plan', { reason: 'no-such-finding', plan: plan.no, finding, task, known });
    }
    if (about.every(({ weight }) => weight !== 'in-principle'))
      return refuse('plan', { reason: 'binds-firmly', plan: plan.no, finding, task });
    if (about.some(({ reason }) => reason === words)) return already(plan);
    const kept = task === null ? plan : withReason(plan, task, finding, words);
    return ok({
      facts: [factOf(actor, 'keep-finding', { plan: plan.no, version: plan.version, task, finding, words })],
      rows: [planRow(kept, revision, at)],
      value: kept,
    });
  });
}

/** A later reason for the same finding takes the earlier one's place. */
const withReason = (plan: Plan, no: string, finding: string, words: string): Plan => ({
  ...plan,
  tasks: plan.tasks.map((task) =>
    task.no === no
      ? { ...task, reasons: [...task.reasons.filter((each) => each.finding !== finding), { finding, words }] }
      : task,
  ),
});
