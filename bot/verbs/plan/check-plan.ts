/** 自动核对: everything that policy, registry and calendar say about a plan, on record. It decides nothing. */
import { canonical } from '../../../core/canonical.ts';
import { type Digest, digest } from '../../../core/digest.ts';
import { departmentsOf } from '../../../core/plan/overlap.ts';
import type { Finding } from '../../../core/plan/review/finding.ts';
import type { Review } from '../../../core/plan/review/review.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import type { Owner } from '../../rights.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';

export interface Checked extends Pick<Review, 'findings' | 'clean'> {
  readonly plan: Plan;
  readonly digest: Digest;
  readonly review: Review;
}

export function checkPlan(deps: Deps, actor: Actor, no: string): Promise<Result<Checked, Refusal>> {
  return enact<Checked>(deps, async () => {
    const held = await planWithPolicy(deps, no);
    if (!held.ok) return held;
    const { plan } = held.value;
    const allowed = authorise(actor, 'check-plan', concerned(plan, actor));
    if (!allowed.ok) return allowed;
    const review = await reviewAsHeld(deps, held.value);
    const { findings, clean } = review;
    const checked = { plan, findings, clean, digest: digestOf(findings), review };
    const body = { plan: no, version: plan.version, digest: checked.digest, clean, ...countsOf(findings) };
    const before = await factBodies<{ plan: string }>(deps.db, 'plan-checked');
    const last = before.findLast((each) => each.body.plan === no);
    if (last !== undefined && canonical(last.body) === canonical(body)) return already(checked);
    return ok({ facts: [factOf(actor, 'check-plan', body)], value: checked });
  });
}

/** A department that has a part in the plan has a right to what concerns it. */
export const concerned = (plan: Plan, actor: Actor): Owner => {
  const [first] = plan.tasks;
  const has = plan.tasks.some((task) => departmentsOf(task).includes(actor.department));
  return { department: has ? actor.department : (first?.lead ?? '') };
};

const digestOf = (findings: readonly Finding[]): Digest => digest('mingchou/findings/1', JSON.stringify(findings));

export const countsOf = (findings: readonly Finding[]) => ({
  refused: findings.filter(({ weight }) => weight === 'refused').length,
  inPrinciple: findings.filter(({ weight }) => weight === 'in-principle').length,
  notices: findings.filter(({ weight }) => weight === 'notice').length,
});
