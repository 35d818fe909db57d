/**
 * 反馈: a department's answer to the letter. It is recorded as it was written, once for each message, press or form; a new answer takes the
 * place of the old one and both stay on record; one that comes late is taken and marked.
 */
import { isWithoutLetter, type SentSheet } from '../../../core/consult/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { minuteOf } from '../../today.ts';
import { authorise, enact } from '../act.ts';
import { asText, tooLong, tooMany, withinBounds } from './bounds.ts';
import { decideReply, type Receipt, type ReplyRequest, type Spoken } from './decide-reply.ts';
import { standingConsultation } from './held.ts';
import { rowsAfterReply } from './keep-rows.ts';
import { fewEnough, keepSheet, plainDefaults, planNumberOf, readSent, type SheetRead } from './sheet.ts';

export { type Receipt, type ReplyRequest, repliesMost } from './decide-reply.ts';

export async function replyToConsultation(
  deps: Deps,
  actor: Actor,
  request: ReplyRequest,
): Promise<Result<Receipt, Refusal>> {
  const { consultation, department } = request;
  const allowed = authorise(actor, 'reply-to-consultation', { department });
  if (!allowed.ok) return allowed;
  const words = { words: asText(request.words ?? ''), reason: asText(request.reason ?? '') };
  const written = asText(request.written ?? words.words);
  const changes = request.changes ?? [];
  const fits = [withinBounds(words), withinBounds({ words: written })].find(({ ok: fit }) => !fit);
  if (fits !== undefined && !fits.ok) return fits;
  if (tooMany('changes', changes.length)) return tooLong('changes', changes.length);
  const held = await standingConsultation(deps.db, consultation);
  if (!held.ok) return held;
  const files = await sent(deps, request, held.value.year);
  if (!files.ok) return files;
  const spoken: Spoken = { ...request, ...words, written, changes, ...files.value, whole: false };
  return enact<Receipt>(deps, async (at) => {
    const standing = await standingConsultation(deps.db, consultation);
    if (!standing.ok) return standing;
    const decided = await decideReply(deps, actor, at, standing.value, spoken);
    if (!decided.ok || decided.value.facts.length === 0) return decided;
    const { rows = [], value } = decided.value;
    const kept = await rowsAfterReply(deps, actor, at, standing.value, value.reply);
    return ok({ ...decided.value, rows: [...rows, ...kept] });
  });
}

interface Sent {
  /** Files of which at least one row was taken. */
  readonly kept: readonly SentSheet[];
  readonly read: readonly SheetRead[];
}

/** Reads the files and keeps those that say something. Refused where files are all there is and none can be used. */
async function sent(deps: Deps, request: ReplyRequest, year: number): Promise<Result<Sent, Refusal>> {
  const { sheets = [], department, consultation } = request;
  const few = fewEnough(sheets.length);
  if (!few.ok) return few;
  const read: SheetRead[] = [];
  const kept: SentSheet[] = [];
  const reply = { id: consultation, department, at: minuteOf(deps.now()) };
  for (const given of sheets) {
    const named = withinBounds({ file: given.file });
    if (!named.ok) return named;
    const before = read.reduce((sum, each) => sum + (each.sheet?.rows.length ?? 0), 0);
    const asked = { year, plan: planNumberOf(year), reply, defaults: plainDefaults, before };
    const one = await readSent(deps, given, asked);
    read.push(one);
    if ((one.sheet?.rows.length ?? 0) > 0) kept.push(await keepSheet(deps.db, given, one));
  }
  const isEmpty = sheets.length > 0 && kept.length === 0;
  return isEmpty && (request.answer === null || isWithoutLetter(consultation))
    ? refuse('consult', { reason: 'nothing-taken', sheets: read })
    : ok({ kept, read });
}
