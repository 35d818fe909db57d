/** 延期: a later last day for replies, with its reason. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Extended } from '../../../core/consult/fact.ts';
import { deadlineOf } from '../../../core/consult/tally.ts';
import { ok, type Result } from '../../../core/result.ts';
import { answered, answerRow } from '../../../db/once.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { calendarInForce } from '../registry/calendar-in-force.ts';
import { asText, withinBounds } from './bounds.ts';
import { letteredConsultation } from './held.ts';
import { type Deadline, lastDay } from './open.ts';

export interface ExtendRequest {
  readonly key: string;
  readonly consultation: string;
  /** Working days count from today. */
  readonly deadline: Deadline;
  readonly reason: string;
}

export interface ExtendedAnswer {
  readonly consultation: string;
  readonly before: CivilDate;
  readonly deadline: CivilDate;
}

export function extendConsultation(
  deps: Deps,
  actor: Actor,
  request: ExtendRequest,
): Promise<Result<ExtendedAnswer, Refusal>> {
  const { consultation } = request;
  const key = `extend-consultation/${request.key}`;
  return act<ExtendedAnswer>(deps, actor, 'extend-consultation', {}, async (at) => {
    const held = await letteredConsultation(deps.db, consultation);
    if (!held.ok) return held;
    const state = held.value;
    if ((await answered(deps.db, key)) !== null) {
      const before = state.extensions.at(-1)?.before ?? state.deadline;
      return already({ consultation, before, deadline: state.deadline });
    }
    if (state.closed !== null) return refuse('consult', { reason: 'closed', consultation, at: state.closed.at });
    const reason = asText(request.reason);
    if (reason === '') return refuse('consult', { reason: 'no-reason-given' });
    const fits = withinBounds({ reason });
    if (!fits.ok) return fits;
    const calendar = await calendarInForce(deps.db);
    const deadline = lastDay(request.deadline, calendar, dayOf(at.now));
    if (!deadline.ok) return deadline;
    const before = deadlineOf(state, calendar).date;
    if (deadline.value <= before) return refuse('consult', { reason: 'not-later', given: deadline.value, before });
    const { asked } = state;
    const extended: Extended = { consultation, before, deadline: deadline.value, reason, asked, by: actor.person };
    const value = { consultation, before, deadline: deadline.value };
    return ok({
      facts: [factOf(actor, 'extend-consultation', asJson(extended))],
      rows: [answerRow(key, asJson(value), at)],
      value,
    });
  });
}
