/**
 * 案源移交: to the department whose matter it is (福安 二(二)3, 万年 三(三)1), or to the department's own enforcement body (三明 四(十)), with the
 * evidence by name, place and digest (甘州 二(二)2 线索、证据材料移交). It runs until the receiver has signed and told what became of it.
 */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { departmentNamed } from '../registry/departments.ts';
import { lineMost } from '../too-long.ts';
import { atMost, evidence, needed } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface CaseTransfer extends Cases {
  /** Code or name of a department. */
  readonly to: string;
  /** 办案机构 in it; needed where the department hands over to its own. */
  readonly unit: string;
  readonly reason: string;
  /** One a line: 名称；存放位置；SHA-256. What the outcomes name already goes with it. */
  readonly evidence: string;
}

export const transferCase = (deps: Deps, actor: Actor, input: CaseTransfer): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'transfer-case' }, input, async ({ cases, department }) => {
    const to = await departmentNamed(deps.db, input.to);
    if (to === null) return refuse('follow-up', { reason: 'no-receiver', to: input.to.slice(0, 60) });
    const unit = atMost(input.unit, lineMost);
    if (!unit.ok) return unit;
    if (to.code === department && unit.value === '') return refuse('follow-up', { reason: 'unit-missing' });
    const reason = needed('reason', input.reason);
    if (!reason.ok) return reason;
    const named = evidence(input.evidence);
    if (!named.ok) return named;
    const all = [...cases.flatMap(({ entry }) => entry.evidence), ...named.value];
    if (all.length === 0) return refuse('follow-up', { reason: 'no-evidence' });
    return ok([
      {
        kind: 'case-transferred',
        to: to.code,
        unit: unit.value,
        reason: reason.value,
        evidence: all,
        giver: actor.person,
      },
    ]);
  });
