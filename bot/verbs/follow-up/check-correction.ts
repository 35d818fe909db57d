/** 整改复查: corrected, partly, or not; where it was not, a next step is owed. */
import type { CorrectionResult } from '../../../core/follow-up/act.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { atMost, day, evidence, needed } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface CorrectionCheck extends Cases {
  readonly on: string;
  readonly result: CorrectionResult;
  readonly words: string;
  /** One a line: 名称；存放位置；SHA-256. */
  readonly evidence: string;
}

export const checkCorrection = (deps: Deps, actor: Actor, input: CorrectionCheck): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'check-correction', several: true }, input, async () => {
    const on = day('on', input.on);
    if (!on.ok) return on;
    const { result } = input;
    const words = result === 'corrected' ? atMost(input.words) : needed('words', input.words);
    if (!words.ok) return words;
    const shown = evidence(input.evidence);
    if (!shown.ok) return shown;
    return ok([{ kind: 'correction-checked', on: on.value, result, words: words.value, evidence: shown.value }]);
  });
