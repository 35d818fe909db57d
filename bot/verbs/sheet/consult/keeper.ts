/**
 * 征询反馈: the plan rows of a department, kept one by one. Sending some of them is a reply like any other: the thread's tally, the late
 * mark, the compilation and everything else go on as if the department had sent all its rows as a file.
 */
import { isWithoutLetter, withoutLetter } from '../../../../core/consult/fact.ts';
import { type ConsultationState, consultationOf } from '../../../../core/consult/state.ts';
import { ok, type Result } from '../../../../core/result.ts';
import type { BookLine } from '../../../../core/sheet/book.ts';
import type { HeldRow } from '../../../../core/sheet/row.ts';
import type { At, Decision } from '../../../../db/commit.ts';
import { heldPlan } from '../../../../db/plans.ts';
import { replyRowsInsert } from '../../../../db/reply-rows.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { may } from '../../../rights.ts';
import { nothingWritten } from '../../../say/sheet.ts';
import { dayOf, minuteOf } from '../../../today.ts';
import { already, authorise, enact } from '../../act.ts';
import { decideReply, type Receipt, type Spoken } from '../../consult/decide-reply.ts';
import { consultationFacts, standingConsultation } from '../../consult/held.ts';
import { contextFor, rowsOnRecord } from '../../consult/keep-rows.ts';
import { keepSheet, plainDefaults, planNumberOf, readSent, sheetBytesMost } from '../../consult/sheet.ts';
import { roll } from '../../people/roll.ts';
import { type RowRegistryAsHeld, rowRegistryAsHeld } from '../../plan/read-plan-sheet.ts';
import { calendarInForce } from '../../registry/calendar-in-force.ts';
import { departmentNames } from '../../registry/departments.ts';
import type { BookKeeper, SheetReceipt, SheetSubmission } from '../keeper.ts';
import { firstReceipt, receiptRow } from '../once.ts';
import { pageOf } from '../page.ts';
import { planReference } from '../plan/reference.ts';
import { eachOnce } from '../weigh.ts';
import { consultationLine, receiptNote } from './line.ts';
import { heldRow, planFields, rowsAsFile, rowsAtWork } from './rows-at-work.ts';

export const consultKeeper: BookKeeper = {
  books: async (deps, actor) => {
    const today = dayOf(deps.now());
    const facts = await consultationFacts(deps.db);
    const opened = facts.flatMap((fact) => (fact.kind === 'consultation-opened' ? [fact.body] : [])).reverse();
    const thisYear = Number(today.slice(0, 4));
    const isAutumn = today.slice(5, 7) >= '10';
    const years = isAutumn ? [thisYear, thisYear + 1] : [thisYear];
    const numbers = [
      ...opened.filter(({ year }) => year >= thisYear).map(({ consultation }) => consultation),
      ...years.map(withoutLetter),
    ];
    const states = numbers.flatMap((no) => consultationOf(no, facts) ?? []);
    // Where a letter asks, the file without a letter is offered only to those who have sent something there.
    const asksByLetter = (year: number) => opened.some((letter) => letter.year === year);
    const lines: BookLine[] = [];
    for (const state of states) {
      const part = partOf(actor, state);
      const isUsed = part === 'office' ? state.replies.size > 0 : state.replies.has(actor.department);
      if (part === 'none' || (isWithoutLetter(state.no) && asksByLetter(state.year) && !isUsed)) continue;
      lines.push((await seenBy(deps, actor, state)).line);
    }
    return lines;
  },

  rows: async (deps, actor, { book }, after) => {
    const held = await heldFor(deps, actor, book);
    if (!held.ok) return held;
    const { line, rows } = await seenBy(deps, actor, held.value);
    return pageOf({ line, fields: [...planFields], rows }, after, (page) => page);
  },

  reference: planReference,

  submit: async (deps, actor, submission) => {
    const { department } = actor;
    const allowed = authorise(actor, 'reply-to-consultation', { department });
    if (!allowed.ok) return allowed;
    const held = await heldFor(deps, actor, submission.ref.book);
    if (!held.ok) return held;
    const registry = await rowRegistryAsHeld(deps.db, held.value.year);
    if (!registry.ok) return registry;
    return enact<SheetReceipt>(deps, (at) => decide(deps, actor, submission, registry.value, at));
  },
};

type Part = 'fills' | 'office' | 'none';

/** Those who were asked fill their own rows; the office looks at all. Without a letter every department may send. */
function partOf(actor: Actor, { no, asked }: Pick<ConsultationState, 'no' | 'asked'>): Part {
  const { department } = actor;
  const answers = department !== '' && may(actor, 'reply-to-consultation', { department }).ok;
  if (answers && (isWithoutLetter(no) || asked.includes(department))) return 'fills';
  return may(actor, 'open-consultation').ok ? 'office' : 'none';
}

async function heldFor(deps: Deps, actor: Actor, book: string): Promise<Result<ConsultationState, Refusal>> {
  const held = await standingConsultation(deps.db, book);
  if (!held.ok) return held;
  if (partOf(actor, held.value) !== 'none') return held;
  const allowed = authorise(actor, 'reply-to-consultation', { department: actor.department });
  return allowed.ok
    ? refuse('consult', { reason: 'not-asked', consultation: book, department: actor.department })
    : allowed;
}

interface Seen {
  readonly line: BookLine;
  readonly rows: readonly HeldRow[];
}

async function seenBy(deps: Deps, actor: Actor, state: ConsultationState): Promise<Seen> {
  const fills = partOf(actor, state) === 'fills';
  const senders = fills ? [actor.department] : [...new Set([...state.asked, ...state.replies.keys()])];
  const nameOf = await namesOfPeople(deps);
  const departmentOf = await departmentNames(deps.db);
  const rows: HeldRow[] = [];
  for (const department of senders) {
    const { rows: own } = await rowsOnRecord(deps, state, department);
    const name = departmentOf(department);
    const words = fills ? null : { zh: `由${name}联络员填报`, en: `filled by the liaison of ${name}` };
    for (const row of own) {
      const held = heldRow(row, nameOf, words);
      // Two departments may have come to one id; the office reads them side by side.
      if (held !== null) rows.push(fills ? held : { ...held, id: `${department}/${held.id}` });
    }
  }
  const line = consultationLine({ ...(await circumstances(deps, state)), rows: rows.length, fills });
  return {
    line,
    rows: line.readOnly === null ? rows : rows.map((row) => ({ ...row, locked: row.locked ?? line.readOnly })),
  };
}

async function circumstances({ db, now }: Deps, state: ConsultationState) {
  const compiled = (await heldPlan(db, planNumberOf(state.year))) !== null;
  return { state, calendar: await calendarInForce(db), today: dayOf(now()), compiled };
}

async function namesOfPeople(deps: Deps): Promise<(person: string) => string> {
  const names = new Map((await roll(deps)).map(({ person, name }) => [person, name]));
  return (person) => names.get(person) ?? person;
}

async function decide(
  deps: Deps,
  actor: Actor,
  submission: SheetSubmission,
  { registry }: RowRegistryAsHeld,
  at: At,
): Promise<Result<Decision<SheetReceipt>, Refusal>> {
  const first = await firstReceipt(deps.db, actor, submission);
  if (!first.ok) return first;
  if (first.value !== null) return already(first.value);
  const held = await heldFor(deps, actor, submission.ref.book);
  if (!held.ok) return held;
  const state = held.value;
  const { department, person } = actor;
  const { rows, catchUp } = await rowsOnRecord(deps, state, department);
  const work = rowsAtWork({
    rows,
    context: await contextFor(deps.db, state.year),
    registry,
    version: { department, seq: at.seq, person, at: minuteOf(at.now) },
    nameOf: await namesOfPeople(deps),
  });
  const answers = eachOnce(submission.rows, work.settle);
  const written = work.written();
  if (written.length === 0) return already({ answers, note: nothingWritten });
  const replied = await replyOf(
    deps,
    actor,
    submission,
    state,
    rowsAsFile(work.standing()),
    work.standing().length,
    at,
  );
  if (!replied.ok) return replied;
  const seen = { ...(await circumstances(deps, state)), rows: work.standing().length, fills: true };
  const receipt = { answers, note: receiptNote(seen, replied.value.value.reply) };
  return ok({
    facts: replied.value.facts,
    rows: [
      ...(replied.value.rows ?? []),
      ...catchUp,
      ...replyRowsInsert(state.no, at.seq, written),
      await receiptRow(deps.db, actor, submission, receipt, at),
    ],
    value: receipt,
  });
}

/** The reply that all the department's rows make together, as a file would. */
async function replyOf(
  deps: Deps,
  actor: Actor,
  { batch }: SheetSubmission,
  state: ConsultationState,
  bytes: Uint8Array,
  rows: number,
  at: At,
): Promise<Result<Decision<Receipt>, Refusal>> {
  const { department, person } = actor;
  const given = { kind: 'file', file: fileName, bytes } as const;
  if (bytes.length > sheetBytesMost)
    return refuse('consult', { reason: 'file-too-large', file: fileName, bytes: bytes.length, most: sheetBytesMost });
  const { no: consultation, year } = state;
  const reply = { id: consultation, department, at: minuteOf(at.now) };
  const asked = { year, plan: planNumberOf(year), reply, defaults: plainDefaults, before: 0 };
  const read = await readSent(deps, given, asked);
  const spoken: Spoken = {
    consultation,
    department,
    answer: null,
    words: '',
    written: '',
    reason: '',
    changes: [],
    kept: rows === 0 ? [] : [await keepSheet(deps.db, given, read)],
    read: [read],
    whole: true,
    source: { kind: 'sheet', id: batch },
    key: `rows/${person}/${batch}`,
  };
  return decideReply(deps, actor, at, state, spoken);
}

const fileName = '征询反馈（加载项填报）.csv';
