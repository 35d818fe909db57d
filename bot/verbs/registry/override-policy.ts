/** Enters a higher rule into the policy in force (从其规定): its value holds from its date, and both sources stay. */
import { canonical } from '../../../core/canonical.ts';
import { type Override, withOverride } from '../../../core/policy/override.ts';
import { ok, type Result } from '../../../core/result.ts';
import { policyRow } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { endOfTime, overridesOf } from './adopt-policy.ts';
import { policyInForce } from './policy-in-force.ts';

export function overridePolicy(
  deps: Deps,
  actor: Actor,
  override: Override,
): Promise<Result<{ readonly policy: string }, Refusal>> {
  return act<{ policy: string }>(deps, actor, 'override-policy', {}, async (at) => {
    const policy = await policyInForce(deps.db, endOfTime);
    if (policy === null) return refuse('registry', { reason: 'no-policy', on: dayOf(at.now) });
    const same = canonical(asJson(override));
    const entered = await overridesOf(deps.db, policy.id);
    if (entered.some((each) => canonical(asJson(each)) === same)) return already({ policy: policy.id });
    const replaced = withOverride(policy, override);
    if (!replaced.ok) return refuse('registry', { reason: 'override', why: replaced.error });
    return ok({
      facts: [factOf(actor, 'override-policy', { policy: policy.id, override: asJson(override) })],
      rows: [policyRow({ id: policy.id, from: policy.from, body: asJson(replaced.value) }, at)],
      value: { policy: policy.id },
    });
  });
}
