/**
 * The text of a reply was changed or deleted on its platform. It is recorded, and never changes an answer: the department is asked whether
 * its answer still stands. A change can also overtake the message itself; then the message is no consent when it arrives.
 */
import type { Deleted, Edited } from '../../../core/consult/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import { answered, answerRow } from '../../../db/once.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { minuteOf } from '../../today.ts';
import { act, already, signed } from '../act.ts';
import { asText, withinBounds } from './bounds.ts';
import { standingConsultation } from './held.ts';

export interface AlteredRequest {
  readonly consultation: string;
  readonly department: string;
  /** The message that was changed. */
  readonly source: string;
  readonly key: string;
}

export interface AlteredAnswer {
  /** A reply was recorded from this message before. */
  readonly known: boolean;
  /** The standing answer rests on it. */
  readonly standing: boolean;
  /** Nothing of the words is different, or it was on record already. */
  readonly same: boolean;
}

/** Whoever goes on changing one message is not followed for ever; the posts of the last one say so. */
export const editsMost = 50;
/** Changes of all messages of one department, those aside; what its standing answer rests on is always heard. */
const alterationsMost = 1000;

export const recordEditedReply = (
  deps: Deps,
  actor: Actor,
  request: AlteredRequest & { readonly text: string },
): Promise<Result<AlteredAnswer, Refusal>> => record(deps, actor, request, asText(request.text));

export const recordDeletedReply = (
  deps: Deps,
  actor: Actor,
  request: AlteredRequest,
): Promise<Result<AlteredAnswer, Refusal>> => record(deps, actor, request, null);

/** @param text null where the message was deleted */
function record(
  deps: Deps,
  actor: Actor,
  { consultation, department, source, key: given }: AlteredRequest,
  text: string | null,
): Promise<Result<AlteredAnswer, Refusal>> {
  const key = `reply-altered/${consultation}/${department}/${given}`;
  return act<AlteredAnswer>(deps, actor, 'reply-to-consultation', { department }, async (at) => {
    const held = await standingConsultation(deps.db, consultation);
    if (!held.ok) return held;
    const state = held.value;
    if (!state.asked.includes(department) && !state.replies.has(department))
      return refuse('consult', { reason: 'not-asked', consultation, department });
    const fits = withinBounds(text === null ? {} : { words: text });
    if (!fits.ok) return fits;
    const replies = state.replies.get(department);
    const reply = replies?.history.findLast((each) => each.source.id === source);
    const standing = reply !== undefined && replies?.latest.seq === reply.seq;
    const value = { known: reply !== undefined, standing, same: false };
    const now = state.alterations.get(source);
    const was = now?.kind === 'edited' ? now.text : (reply?.written ?? null);
    const isSame = now?.kind === 'deleted' || (text !== null && text === was);
    if (isSame || (await answered(deps.db, key)) !== null) return already({ ...value, same: true });
    const own = state.changes.filter((each) => each.department === department);
    const edits = own.filter((each) => each.source === source && each.kind === 'edited').length;
    if (text !== null && edits >= editsMost)
      return refuse('consult', { reason: 'too-many-edits', department, most: editsMost });
    if (!standing && own.length >= alterationsMost)
      return refuse('consult', { reason: 'too-many-edits', department, most: alterationsMost });
    const body: Deleted = { consultation, department, source, was, standing, at: minuteOf(at.now), by: actor.person };
    const edited: Edited | null = text === null ? null : { ...body, text };
    return ok({
      facts: [
        edited === null
          ? { kind: 'reply-deleted', actor: signed(actor), body: asJson(body) }
          : { kind: 'reply-edited', actor: signed(actor), body: asJson(edited) },
      ],
      rows: [answerRow(key, null, at)],
      value,
    });
  });
}
