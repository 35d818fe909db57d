/** A missing item one step further: taken to the city, to the province, added there, or refused with a reason (甘州 二(一)1). */
import { parseDate } from '../../../core/calendar.ts';
import { type Advance, advanced, type MissingItem, type MissingItemStep } from '../../../core/registry/missing-item.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { advancesIn, missingItemsIn } from './recorded.ts';
import { basisMost } from './report-missing-item.ts';

export interface AdvanceRequest {
  readonly no: number;
  readonly step: MissingItemStep;
  /** The reason of a refusal; the number or edition under which it was added; what was written upward. */
  readonly words: string;
  /** The day on which it happened above; today where left out. */
  readonly on?: string;
}

export function advanceMissingItem(
  deps: Deps,
  actor: Actor,
  request: AdvanceRequest,
): Promise<Result<MissingItem, Refusal>> {
  const { db } = deps;
  return enact<MissingItem>(deps, async (at) => {
    const item = (await missingItemsIn(db)).find(({ no }) => no === request.no);
    if (item === undefined) return refuse('invite', { reason: 'no-missing-item', no: request.no });
    const allowed = authorise(actor, 'advance-missing-item', { department: item.department });
    if (!allowed.ok) return allowed;
    const today = dayOf(at.now);
    const on = parseDate(request.on ?? today);
    if (!on.ok) return refuse('invite', { reason: 'not-a-date', text: request.on ?? '' });
    if (on.value > today) return refuse('plan', { reason: 'in-future', on: on.value, today });
    const words = request.words.trim();
    if (request.step === 'refused' && words === '') return refuse('invite', { reason: 'reason-missing' });
    if (words.length > basisMost) return refuse('invite', { reason: 'too-long', field: 'reason', most: basisMost });
    const advances = await advancesIn(db);
    const last = advances.findLast(({ no }) => no === item.no);
    if (last?.step === request.step && last.words === words) return already(item);
    const may = advanced(item, advances, request.step, on.value);
    if (!may.ok) return refuse('invite', { reason: 'step', why: may.error });
    const advance: Advance & { readonly department: string } = {
      no: item.no,
      step: request.step,
      words,
      on: on.value,
      department: item.department,
    };
    return ok({ facts: [factOf(actor, 'advance-missing-item', asJson(advance))], value: item });
  });
}
