/** What a plan comes to in figures, for people to look at beside it: nothing is decided and nothing written. */
import { type Foreseen, foreseenOf } from '../../../core/plan/review/coverage-rules.ts';
import type { Finding } from '../../../core/plan/review/finding.ts';
import { type PlanSummary, summarise } from '../../../core/plan/summary.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { Names } from '../../../core/plan/words.ts';
import type { Ruling } from '../../../core/policy/cited.ts';
import { targetsFor } from '../../../core/policy/measure.ts';
import type { Target } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { namesAsHeld } from './names.ts';
import { planWithPolicy, reviewAsHeld } from './review-as-held.ts';

export interface SummarisedPlan {
  readonly plan: Plan;
  readonly summary: PlanSummary;
  readonly foreseen: readonly (Foreseen & { readonly targets: readonly Ruling<Target>[] })[];
  /** Floors and ceilings of the year beside what is expected, met or not. */
  readonly coverage: readonly Finding[];
  readonly names: Names;
}

const ofCoverage: readonly Finding['kind'][] = ['coverage-expected', 'floor-missed', 'ceiling-passed'];

export async function summarisePlan(deps: Deps, no: string): Promise<Result<SummarisedPlan, Refusal>> {
  const held = await planWithPolicy(deps, no);
  if (!held.ok) return held;
  const { plan, policy } = held.value;
  const { desk, findings } = await reviewAsHeld(deps, held.value);
  return ok({
    plan,
    summary: summarise(desk),
    foreseen: foreseenOf(desk).map((each) => ({ ...each, targets: targetsFor(policy, each.figure, desk.on) })),
    coverage: findings.filter(({ kind }) => ofCoverage.includes(kind)),
    names: await namesAsHeld(deps.db, plan),
  });
}
