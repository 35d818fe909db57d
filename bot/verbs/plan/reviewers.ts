/** Who reviews a plan: the policy's reviewers, each on its own points; where it names none, the office by a second person. */
import type { Approval, Plan } from '../../../core/plan/task.ts';
import { reviewersOf } from '../../../core/policy/ask.ts';
import type { Party, Policy, ReviewPoint } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { type Refusal, refuse } from '../../refusal.ts';

export interface Reviewer {
  readonly by: Party;
  readonly points: readonly ReviewPoint[];
}

/** 审核 without a rule of the policy: share, frequency and repetition, which an office can see for itself. */
const officeAlone: readonly Reviewer[] = [{ by: 'office', points: ['share', 'frequency', 'repetition'] }];

export function reviewersFor(policy: Policy, year: number): readonly Reviewer[] {
  const named = reviewersOf(policy, `${year}-12-31`).map(({ value }) => value);
  return named.length === 0 ? officeAlone : named;
}

/** Points on which nobody entitled has approved yet. */
export const missingReviews = (reviewers: readonly Reviewer[], approvals: readonly Approval[]) =>
  reviewers.flatMap(({ by, points }) =>
    points
      .filter((point) => !approvals.some((each) => each.reviewer === by && each.point === point))
      .map((point) => ({ by, point })),
  );

/** The points on which a party speaks: those asked for, all of its own where none are; never another's. */
export function ownPoints(
  party: Party,
  asked: readonly ReviewPoint[] | undefined,
  reviewers: readonly Reviewer[],
): Result<readonly ReviewPoint[], Refusal> {
  const own = reviewers.filter(({ by }) => by === party).flatMap(({ points }) => points);
  const points = asked ?? own;
  const stray = points.find((point) => !own.includes(point));
  if (stray === undefined) return ok(points);
  const right = reviewers.filter((each) => each.points.includes(stray)).map(({ by }) => by);
  return refuse('plan', { reason: 'not-reviewer', party, point: stray, right });
}

/** Whether somebody speaks of a version that is not the present one, as a refusal. */
export const versionPassed = ({ no, version }: Plan, asked: number | undefined) =>
  asked === undefined || asked === version
    ? null
    : { reason: 'version-passed' as const, plan: no, version: asked, now: version };

/**
 * The party that a person speaks for. 司法局's people judge legality and nothing else; the office never does (万年 2022
 * 三(二)3).
 */
export function partyOf(
  actor: Actor,
  plan: Plan,
  stated: Party | undefined,
  reviewers: readonly Reviewer[],
): Result<Party, Refusal> {
  if (actor.person === plan.drafter) {
    return refuse('plan', { reason: 'drafter-reviews', plan: plan.no, person: actor.person });
  }
  const party = stated ?? (actor.roles.includes('office') ? 'office' : 'legal');
  const needs = party === 'legal' ? 'legal' : 'office';
  if (!actor.roles.includes(needs)) {
    return refuse('rights', { reason: 'no-role', verb: 'approve-plan', person: actor.person, needs: [needs] });
  }
  const right = reviewers.map(({ by }) => by);
  return right.includes(party) ? ok(party) : refuse('plan', { reason: 'not-reviewer', party, point: null, right });
}
