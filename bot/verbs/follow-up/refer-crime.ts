/** 涉嫌犯罪移送司法机关: decided by the head; from then on no penalty ends the case (福安 二(二)3 严禁有罪不移、以罚代刑; 万年 三(三)1). */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { day, evidence, line, needed } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface CrimeReferral extends Cases {
  readonly to: string;
  readonly on: string;
  readonly words: string;
  readonly evidence: string;
}

export const referCrime = (deps: Deps, actor: Actor, input: CrimeReferral): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'refer-crime' }, input, async ({ cases }) => {
    const to = line('to', input.to);
    if (!to.ok) return to;
    const on = day('on', input.on);
    if (!on.ok) return on;
    const words = needed('words', input.words);
    if (!words.ok) return words;
    const named = evidence(input.evidence);
    if (!named.ok) return named;
    const all = [...cases.flatMap(({ entry }) => entry.evidence), ...named.value];
    if (all.length === 0) return refuse('follow-up', { reason: 'no-evidence' });
    return ok([{ kind: 'crime-referred', to: to.value, on: on.value, words: words.value, evidence: all }]);
  });
