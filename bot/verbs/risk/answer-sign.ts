/** A unit says how a sign of formalism came about (石狮 2024 四(五)). Only a sign that the record shows can be answered. */
import { type CivilDate, yearOf } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { SignAnswered } from '../../../core/risk/warning.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { type Signals, signAnswers, signalsOf } from './signals.ts';

export function answerSign(
  deps: Deps,
  actor: Actor,
  input: Pick<SignAnswered, 'sign' | 'words'>,
): Promise<Result<SignAnswered, Refusal>> {
  const { department } = actor;
  return act<SignAnswered>(deps, actor, 'answer-sign', { department }, async (at) => {
    const words = input.words.trim();
    if (words === '') return refuse('risk', { reason: 'say-it-in-words' });
    const long = tooLong(words);
    if (long !== null) return refuse('risk', long);
    const on = dayOf(at.now);
    const signs = await signsToAnswer(deps, on, department);
    if (!signs.some(({ id }) => id === input.sign)) return refuse('risk', { reason: 'no-sign', sign: input.sign });
    const before = (await signAnswers(deps.db)).findLast(({ sign }) => sign === input.sign);
    const body: SignAnswered = { sign: input.sign, department, words, on };
    return before?.words === words
      ? already(before)
      : ok({ facts: [factOf(actor, 'answer-sign', asJson(body))], value: body });
  });
}

/** Of this year and the one before: what was entered in December is answered in January. */
export async function signsToAnswer(deps: Deps, today: CivilDate, department: string): Promise<Signals['signs']> {
  const year = yearOf(today);
  const [before, now] = [await signalsOf(deps, year - 1, department), await signalsOf(deps, year, department)];
  return [...before.signs, ...now.signs];
}
