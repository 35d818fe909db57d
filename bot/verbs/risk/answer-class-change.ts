/**
 * 答复分类调整建议 (三明 2025 四(九)): the market regulator, whose classification it is, or the office for it, says yes or no. A yes is a new class from
 * that day.
 */

import { keyOfText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type ClassChangeAnswered, type Suggestion, suggestionOf } from '../../../core/risk/warning.ts';
import { dossierOf } from '../../../db/dossier.ts';
import { addClassifications } from '../../../db/subjects.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { departmentIn } from '../../say/owed.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';

/** Whose classification it is, and the office for everybody. */
export function mayAnswerClass(actor: Actor, { keeper }: Pick<Suggestion, 'keeper'>): Result<true, Refusal> {
  const department = departmentIn(keeper);
  return authorise(actor, 'answer-class-change', department === null ? {} : { department });
}

export function answerClassChange(
  deps: Deps,
  actor: Actor,
  input: Omit<ClassChangeAnswered, 'keeper' | 'on'>,
): Promise<Result<Suggestion, Refusal>> {
  const no = input.suggestion;
  return enact<Suggestion>(deps, async (at) => {
    const { db } = deps;
    const suggestion = suggestionOf(await dossierOf(db, { matter: 'suggestion', id: String(no) }));
    if (suggestion === null) return refuse('risk', { reason: 'no-suggestion', no });
    const { keeper } = suggestion;
    const allowed = mayAnswerClass(actor, suggestion);
    if (!allowed.ok) return allowed;
    const words = input.words.trim();
    const long = tooLong(words);
    if (long !== null) return refuse('risk', long);
    if (!input.accepted && words === '') return refuse('risk', { reason: 'say-it-in-words' });
    const on = dayOf(at.now);
    const answer = { accepted: input.accepted, words, on };
    if (suggestion.answer !== null)
      return suggestion.answer.accepted === input.accepted
        ? already(suggestion)
        : refuse('risk', { reason: 'answered-already', no });
    const key = keyOfText(suggestion.subject);
    const body: ClassChangeAnswered = { suggestion: no, keeper, ...answer };
    return ok({
      facts: [factOf(actor, 'answer-class-change', asJson(body))],
      rows:
        !input.accepted || key === null
          ? []
          : addClassifications(
              [
                {
                  ...key,
                  scheme: suggestion.scheme,
                  class: suggestion.to,
                  source: `分类调整建议第 ${no} 号`,
                  date: on,
                },
              ],
              at,
            ),
      value: { ...suggestion, answer },
    });
  });
}
