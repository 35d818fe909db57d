/** 退回: the office sends a summary back with what is to be mended; the unit owes it again. */
import { isIn, type SummaryReturned, summariesHeld } from '../../../core/bulletin/summary.ts';
import { ok, type Result } from '../../../core/result.ts';
import { dossierOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { departmentNamed } from '../registry/departments.ts';
import { tooLong } from '../too-long.ts';

export function returnSummary(
  deps: Deps,
  actor: Actor,
  input: { readonly period: string; readonly department: string; readonly words: string },
): Promise<Result<SummaryReturned, Refusal>> {
  return act<SummaryReturned>(deps, actor, 'return-summary', {}, async () => {
    const words = input.words.toWellFormed().trim();
    if (words === '') return refuse('bulletin', { reason: 'no-words' });
    const long = tooLong(words);
    if (long !== null) return refuse('bulletin', long);
    const own = await departmentNamed(deps.db, input.department);
    if (own === null) return refuse('bulletin', { reason: 'no-department', department: input.department });
    const { period } = input;
    const held = summariesHeld(await dossierOf(deps.db, { matter: 'period', id: period })).get(own.code);
    if (held === undefined) return refuse('bulletin', { reason: 'not-submitted', period, department: own.name });
    const body: SummaryReturned = { period, department: own.code, summary: held.seq, words };
    if (!isIn(held))
      return held.returned === words
        ? already(body)
        : refuse('bulletin', { reason: 'returned-already', period, department: own.name });
    return ok({ facts: [factOf(actor, 'return-summary', asJson(body))], value: body });
  });
}
