/** 整改辅导单: how the enterprise puts it right, beside the penalty slip (三明 三(六)) or by itself (石狮 四(三) 行政指导). */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { day, needed } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface Guidance extends Cases {
  readonly on: string;
  readonly words: string;
}

export const giveGuidance = (deps: Deps, actor: Actor, input: Guidance): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'give-guidance', several: true }, input, async () => {
    const on = day('on', input.on);
    if (!on.ok) return on;
    const words = needed('words', input.words);
    return words.ok ? ok([{ kind: 'guidance-given', on: on.value, words: words.value }]) : words;
  });
