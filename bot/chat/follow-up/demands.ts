/** What the policy in force asks of an act on a finding, so that a form shows only the fields that are asked for. */
import { demandsOf } from '../../../core/follow-up/demand.ts';
import { dayOf } from '../../today.ts';
import { policyInForce } from '../../verbs/registry/policy-in-force.ts';
import type { Asked } from '../door.ts';

export async function demands({ deps }: Asked) {
  const today = dayOf(deps.now());
  return demandsOf(await policyInForce(deps.db, today), today);
}
