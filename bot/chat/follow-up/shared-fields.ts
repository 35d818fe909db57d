/** What several of these forms share: how grave a violation is, and what the policy in force asks of an act. */
import { demandsOf } from '../../../core/follow-up/demand.ts';
import { type Degree, degrees, degreeWords } from '../../../core/outcome/degree.ts';
import { type Field, one, type Values } from '../../message/form.ts';
import { dayOf } from '../../today.ts';
import { policyInForce } from '../../verbs/registry/policy-in-force.ts';
import type { Asked } from '../door.ts';
import { chosenFrom } from './act-form.ts';

export const degreeField: Field = {
  ...chosenFrom('degree', { zh: '违法行为程度', en: 'How grave' }, degreeWords, degrees),
  optional: true,
};

export const degreeIn = (values: Values): Degree | null =>
  degrees.find((each) => each === one(values, 'degree')) ?? null;

export async function demands({ deps }: Asked) {
  const today = dayOf(deps.now());
  return demandsOf(await policyInForce(deps.db, today), today);
}
