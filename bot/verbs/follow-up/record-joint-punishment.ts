/** 联合惩戒: on what basis, in which field, from when to when, and which departments were told (甘州 二(二)5, 福安 二(三)1, 万年 三(三)3). */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { day, line } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';
import { departmentsTold } from './told.ts';

export interface JointPunishment extends Cases {
  readonly basis: string;
  /** One of the policy's fields, where it names them. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly told: readonly string[];
}

export const recordJointPunishment = (
  deps: Deps,
  actor: Actor,
  input: JointPunishment,
): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'record-joint-punishment' }, input, async () => {
    const [basis, field] = [line('basis', input.basis), line('field', input.field)];
    if (!basis.ok) return basis;
    if (!field.ok) return field;
    const [from, to] = [day('from', input.from), day('to', input.to)];
    if (!from.ok) return from;
    if (!to.ok) return to;
    const told = await departmentsTold(deps.db, input.told);
    if (!told.ok) return told;
    if (told.value.length === 0) return refuse('follow-up', { reason: 'text-missing', field: 'told' });
    return ok([
      {
        kind: 'joint-punishment-recorded',
        basis: basis.value,
        field: field.value,
        from: from.value,
        to: to.value,
        told: told.value,
      },
    ]);
  });
