/** 涉嫌犯罪移送结果: the judicial organ takes it over, or sends it back; sent back, it is the department's to deal with again. */
import type { CrimeAnswer } from '../../../core/follow-up/act.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { atMost, day, line } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface CrimeAnswered extends Cases {
  readonly answer: CrimeAnswer;
  /** 受案回执, 立案通知或不予立案通知书的文号. */
  readonly number: string;
  readonly on: string;
  readonly words: string;
}

export const answerCrime = (deps: Deps, actor: Actor, input: CrimeAnswered): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'answer-crime' }, input, async () => {
    const number = line('number', input.number);
    if (!number.ok) return number;
    const on = day('on', input.on);
    if (!on.ok) return on;
    const words = atMost(input.words);
    if (!words.ok) return words;
    const { answer } = input;
    return ok([{ kind: 'crime-answered', answer, number: number.value, on: on.value, words: words.value }]);
  });
