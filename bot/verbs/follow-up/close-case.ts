/**
 * 办结: only where a disposal that is fit for the finding stands and nothing of it is still to be done. An outcome that was corrected into
 * none ends as such, with the reason on record; so does one whose draw was annulled.
 */
import type { ClosedAs } from '../../../core/follow-up/act.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { atMost, needed } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface Closing extends Cases {
  readonly as: ClosedAs;
  readonly words: string;
}

export const closeCase = (deps: Deps, actor: Actor, input: Closing): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'close-case', several: true }, input, async () => {
    const words = input.as === 'disposed' ? atMost(input.words) : needed('words', input.words);
    return words.ok ? ok([{ kind: 'case-closed', as: input.as, words: words.value }]) : words;
  });
