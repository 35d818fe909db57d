/** The pools of a policy, from its cited values as they hold on a day. */
import type { CivilDate } from '../calendar.ts';
import { restOf } from '../policy/ask.ts';
import { ruling } from '../policy/cited.ts';
import type { Policy } from '../policy/shape.ts';
import type { PoolRules } from './pool.ts';

/** Null where the policy has no such scheme, or names no grounds by which its classes are entered. */
export function poolRulesOf(policy: Policy, scheme: string, on: CivilDate): PoolRules | null {
  const found = policy.schemes.map((each) => ruling(each, on).value).find((each) => each.id === scheme);
  const grounds = policy.entryGrounds.map((each) => ruling(each, on).value).filter((each) => each.scheme === scheme);
  if (found === undefined || grounds.length === 0) return null;
  const stewards = policy.stewardships.map((each) => ruling(each, on).value).filter((each) => each.scheme === scheme);
  const rest = restOf(policy, scheme, on)?.value;
  if (rest === undefined) return null;
  return {
    labels: found.classes.map((each) => each.label),
    rest,
    grounds: grounds.map(({ label, grounds: words }) => ({ label, grounds: words })),
    proposedByMembers: stewards.filter((each) => each.proposes !== null).map((each) => each.label),
    moves: policy.moves
      .map((each) => ruling(each, on).value)
      .filter((each) => each.scheme === scheme)
      .map(({ from, to, on: cause }) => ({
        from,
        to,
        on: cause.kind === 'violation' ? cause : { kind: 'clean' as const },
      })),
    roundsPerYear: policy.adjustmentsPerYear === null ? null : ruling(policy.adjustmentsPerYear, on).value,
  };
}
