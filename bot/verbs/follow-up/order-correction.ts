/** 责令改正: by which day; the department looks again when it is over (三明 三(六), 甘州 二(二)2 及时跟进整改情况). */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { atMost, day } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface CorrectionOrder extends Cases {
  readonly by: string;
  readonly words: string;
}

export const orderCorrection = (deps: Deps, actor: Actor, input: CorrectionOrder): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'order-correction', several: true }, input, async () => {
    const by = day('by', input.by);
    if (!by.ok) return by;
    const words = atMost(input.words);
    return words.ok ? ok([{ kind: 'correction-ordered', by: by.value, words: words.value }]) : words;
  });
