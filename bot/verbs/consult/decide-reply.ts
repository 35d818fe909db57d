/**
 * What an answer comes to beside those on record: whether it may stand, what of the answer before it goes on standing, and the fact that it
 * leaves. Words, files and rows of a workbook are weighed here alike.
 */
import { canonical } from '../../../core/canonical.ts';
import {
  type Answer,
  isWithoutLetter,
  type ProposedChange,
  type Replied,
  type SentSheet,
  type Source,
} from '../../../core/consult/fact.ts';
import type { ConsultationState, ReplyOnRecord } from '../../../core/consult/state.ts';
import { isLate } from '../../../core/consult/tally.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At, Decision } from '../../../db/commit.ts';
import { answered, answerRow } from '../../../db/once.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf, minuteOf } from '../../today.ts';
import { already, factOf } from '../act.ts';
import { calendarInForce } from '../registry/calendar-in-force.ts';
import type { GivenSheet, SheetRead } from './sheet.ts';

export interface ReplyRequest {
  readonly consultation: string;
  /** Whose answer it is; nobody answers for another department. */
  readonly department: string;
  /** Null where files came without an answer in words: then the standing one holds, and 参加 where there is none. */
  readonly answer: Answer | null;
  readonly words?: string;
  /** The message that it was read from, where that is more than `words`. */
  readonly written?: string;
  readonly reason?: string;
  readonly changes?: readonly ProposedChange[];
  readonly sheets?: readonly GivenSheet[];
  readonly source: Source;
  /** The same for every delivery of the same act. */
  readonly key: string;
}

export interface Receipt {
  readonly consultation: string;
  readonly reply: ReplyOnRecord;
  /** The answer that it took the place of. */
  readonly before: Answer | null;
  /** It was on record already, and nothing was written. */
  readonly known: boolean;
  /** What each file came to. */
  readonly read: readonly SheetRead[];
}

/** A whole plan filled in task by task has fewer. */
export const repliesMost = 1000;

/** What a department says, read and within bounds. */
export interface Spoken extends Omit<ReplyRequest, 'sheets'> {
  readonly words: string;
  readonly written: string;
  readonly reason: string;
  readonly changes: readonly ProposedChange[];
  /** Files of which at least one row was taken. */
  readonly kept: readonly SentSheet[];
  readonly read: readonly SheetRead[];
  /** The files are all that the department sends from now on, whatever stood before: the rows of its workbook. */
  readonly whole: boolean;
}

export async function decideReply(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  at: At,
  state: ConsultationState,
  spoken: Spoken,
): Promise<Result<Decision<Receipt>, Refusal>> {
  const { consultation, department, source, written, read } = spoken;
  const history = state.replies.get(department)?.history ?? [];
  const key = `reply/${consultation}/${department}/${spoken.key}`;
  const done = await answered(db, key);
  const recorded = done === null ? undefined : history.find(({ seq }) => seq === done.seq);
  if (recorded !== undefined) return already({ consultation, reply: recorded, before: null, known: true, read });
  const said = check(state, spoken);
  if (!said.ok) return said;
  const latest = history.at(-1) ?? null;
  if (latest !== null && !spoken.whole && saysTheSame(state, said.value, latest, source))
    return already({ consultation, reply: latest, before: null, known: true, read });
  if (history.length >= repliesMost)
    return refuse('consult', { reason: 'too-many-replies', department, most: repliesMost });
  const body: Replied = {
    consultation,
    department,
    ...said.value,
    written,
    source,
    at: minuteOf(at.now),
    late: isLate(state, await calendarInForce(db), dayOf(at.now)),
    settles: (state.replies.get(department)?.altered ?? []).map(({ seq }) => seq),
    by: actor.person,
  };
  const { consultation: _, ...reply } = body;
  return ok({
    facts: [factOf(actor, 'reply-to-consultation', asJson(body))],
    rows: [answerRow(key, null, at)],
    value: { consultation, reply: { ...reply, seq: at.seq }, before: latest?.answer ?? null, known: false, read },
  });
}

type Said = Pick<Replied, 'answer' | 'words' | 'reason' | 'changes' | 'sheets'>;

function check(state: ConsultationState, request: Spoken): Result<Said, Refusal> {
  const { department, source, words, reason, changes, kept, whole } = request;
  const consultation = state.no;
  if (!isWithoutLetter(consultation) && !state.asked.includes(department))
    return refuse('consult', { reason: 'not-asked', consultation, department });
  const altered = state.alterations.get(source.id);
  // Confirmed by a button afterwards it counts, whatever became of the message.
  if (altered !== undefined && (source.kind === 'thread' || source.kind === 'sheet')) {
    const { kind } = altered;
    const text = kind === 'edited' ? altered.text : '';
    return refuse('consult', { reason: 'source-changed', consultation, source: source.id, kind, text });
  }
  const standing = state.replies.get(department)?.latest ?? null;
  const held = standing === null || standing.answer === 'declines' ? null : standing;
  const answer = request.answer ?? held?.answer ?? 'joins';
  // Without a letter there is nothing to answer but by sending rows.
  if (isWithoutLetter(consultation) && kept.length === 0 && !whole)
    return refuse('consult', { reason: 'no-consultation', consultation });
  if (answer === 'declines' && reason === '') return refuse('consult', { reason: 'no-reason-given' });
  const sheets = answer === 'declines' ? [] : joined(whole ? [] : (held?.sheets ?? []), kept);
  if (answer === 'comments' && words === '' && changes.length === 0 && request.answer !== null && kept.length === 0)
    return refuse('consult', { reason: 'no-words', answer });
  // Files alone leave what was said before standing.
  const before = request.answer === null && held !== null && held.answer === 'comments' ? held : null;
  return ok({
    answer,
    words: words === '' ? (before?.words ?? '') : words,
    reason,
    changes: changes.length === 0 ? (before?.changes ?? []) : changes,
    sheets,
  });
}

/** An uploaded file takes the place of the files before it; a task proposed by form is added. Files stand first. */
function joined(before: readonly SentSheet[], now: readonly SentSheet[]): readonly SentSheet[] {
  const files = now.filter(({ kind }) => kind === 'file');
  const forms = now.filter(({ kind }) => kind === 'form');
  const proposed = before.filter(({ kind, pages }) => kind === 'form' && !forms.some((each) => samePages(each, pages)));
  return [...(files.length > 0 ? files : before.filter(({ kind }) => kind === 'file')), ...proposed, ...forms];
}

const samePages = (sheet: SentSheet, pages: SentSheet['pages']): boolean => sheet.pages.join() === pages.join();

/** A button pressed again says nothing new, unless the text under the answer was changed since. */
function saysTheSame(state: ConsultationState, said: Said, latest: ReplyOnRecord, source: Source): boolean {
  const isAltered = (state.replies.get(latest.department)?.altered.length ?? 0) > 0;
  if (isAltered || source.kind === 'thread' || source.kind === 'asked-back') return false;
  const { answer, words, reason, changes, sheets } = latest;
  if (source.kind === 'button' && said.words === '' && said.reason === '') return said.answer === answer;
  return canonical(asJson(said)) === canonical(asJson({ answer, words, reason, changes, sheets }));
}
