/**
 * 登记回执: what a destination said of what went to it, outcome by outcome: sent, accepted with its number there, or refused with its words. Read back
 * from its file, rows that do not fit are named and good ones are kept.
 */
import { matcher } from '../../../core/notice/match.ts';
import type { Notice, Receipt, ReceiptState } from '../../../core/notice/notice.ts';
import { receiptSheet } from '../../../core/notice/receipt.ts';
import { type OutcomeKey, outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Faulty } from '../../../core/sheet/read.ts';
import { receiptRows, receipts, standingNotices } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import { outcomeBook } from '../outcome/book.ts';
import { tooLong } from '../too-long.ts';
import { type GivenFile, readGiven } from './file.ts';
import { stageBound } from './pages.ts';
import { authorisedFor, ownBody } from './whose.ts';

export interface AcknowledgeInput {
  readonly book: string;
  /** '' for the actor's own. */
  readonly department: string;
  readonly destination: string;
  /** Names of outcomes; empty for all of that department's which the destination has not answered for yet. */
  readonly outcomes: readonly string[];
  readonly state: Extract<ReceiptState, 'sent' | 'accepted' | 'refused'>;
  readonly number: string;
  readonly words: string;
}

/** The fact's body; also that of a comparison. */
export interface NoticeAcknowledged {
  readonly plan: string;
  readonly book: string;
  readonly source: string;
  readonly department: string;
  readonly tasks: readonly string[];
  readonly destination: string;
  readonly file: string;
  readonly counts: Readonly<Partial<Record<ReceiptState, number>>>;
  readonly pages: readonly string[];
}

export interface Acknowledged {
  readonly destination: string;
  readonly recorded: Readonly<Partial<Record<ReceiptState, number>>>;
  /** Said already. */
  readonly same: number;
  readonly unread: readonly Unread[];
}

/** A row of a file that was left. */
export type Unread =
  | { readonly kind: 'faulty'; readonly row: number; readonly faults: readonly Faulty[] }
  /** None of ours, or it tells too little; `row` as the file counts, from 1. */
  | { readonly kind: 'unknown' | 'ambiguous'; readonly row: number };

export interface Line {
  readonly notice: Notice;
  readonly state: ReceiptState;
  readonly number: string;
  readonly words: string;
}

export async function acknowledgeNotices(
  deps: Deps,
  actor: Actor,
  input: AcknowledgeInput,
): Promise<Result<Acknowledged, Refusal>> {
  const words = input.words.trim();
  const long = tooLong(words) ?? tooLong(input.number, 200);
  if (long !== null) return refuse('notice', long);
  const { state, number } = input;
  return acknowledging(deps, actor, { ...input, file: '' }, async (notices) => {
    const asked = new Set(input.outcomes.map((each) => each.trim()));
    const absent = [...asked].find((id) => !notices.some((each) => outcomeId(each) === id));
    if (absent !== undefined) return refuse('notice', { reason: 'no-outcome', id: absent });
    const answered = new Set(
      asked.size > 0 || state === 'refused' ? [] : await answeredFor(deps, notices, input.destination, state),
    );
    const meant = notices.filter((each) =>
      asked.size === 0 ? !answered.has(versionOf(each)) : asked.has(outcomeId(each)),
    );
    return ok({ lines: meant.map((notice) => ({ notice, state, number: number.trim(), words })), unread: [] });
  });
}

/** All at once says nothing new of what the destination has answered for already. */
async function answeredFor(
  { db }: Pick<Deps, 'db'>,
  notices: readonly Notice[],
  destination: string,
  state: ReceiptState,
): Promise<readonly string[]> {
  const said = await receipts(db, { keys: notices });
  return said
    .filter((each) => each.destination === destination && (each.state === 'accepted' || each.state === state))
    .map((each) => `${outcomeId(each)} ${each.notice}`);
}

const versionOf = (notice: Notice): string => `${outcomeId(notice)} ${notice.seq}`;

export async function acknowledgeFile(
  deps: Deps,
  actor: Actor,
  input: {
    readonly book: string;
    readonly department: string;
    readonly destination: string;
    readonly given: GivenFile;
  },
): Promise<Result<Acknowledged, Refusal>> {
  const read = await readGiven(input.given, receiptSheet);
  if (!read.ok) return read;
  const { accepted, rejected } = read.value;
  return acknowledging(deps, actor, { ...input, file: input.given.file }, async (notices) => {
    const match = matcher(notices);
    const lines: Line[] = [];
    const unread: Unread[] = rejected.map(({ row, faults }) => ({ kind: 'faulty', row: row + 1, faults }));
    for (const { row, value } of accepted) {
      const found = match(value);
      if (found.kind !== 'found') unread.push({ kind: found.kind, row: row + 1 });
      else
        lines.push(
          ...found.notices.map((notice) => ({ notice, state: value.state, number: value.number, words: value.words })),
        );
    }
    return ok({ lines, unread });
  });
}

interface About {
  readonly book: string;
  readonly department: string;
  readonly destination: string;
  readonly file: string;
}

/** What was said of the outcomes of one draw that are public today. */
async function acknowledging(
  deps: Deps,
  actor: Actor,
  about: About,
  read: (
    notices: readonly Notice[],
  ) => Promise<Result<{ readonly lines: readonly Line[]; readonly unread: readonly Unread[] }, Refusal>>,
): Promise<Result<Acknowledged, Refusal>> {
  const department = about.department === '' ? await ownBody(deps, actor) : about.department;
  const allowed = await authorisedFor(deps, actor, 'acknowledge-notice', department);
  if (!allowed.ok) return allowed;
  const destination = about.destination.trim();
  return enact<Acknowledged>(deps, async (at) => {
    const notices = await publicOf(deps, about.book, department, dayOf(at.now));
    if (!notices.ok) return notices;
    const wanted = [...new Set(notices.value.flatMap(({ body }) => body.destinations))];
    if (!wanted.includes(destination))
      return refuse('notice', { reason: 'not-a-destination', destination, destinations: wanted });
    // What did not go there is not answered for by it, whatever its file says.
    const told = await read(notices.value.filter(({ body }) => body.destinations.includes(destination)));
    if (!told.ok) return told;
    const { lines, unread } = told.value;
    const fresh = await freshReceipts(deps, lines, destination, at.seq);
    const counts = countsOf(fresh);
    const answer: Acknowledged = { destination, recorded: counts, same: lines.length - fresh.length, unread };
    if (fresh.length === 0) return already(answer);
    const body = await acknowledgedBody(deps, { ...about, department, destination }, notices.value, fresh);
    return ok({
      facts: [factOf(actor, 'acknowledge-notice', asJson(body))],
      rows: [receiptRows(fresh)],
      value: answer,
    });
  });
}

/** Notices of a department in a draw that the public reads on that day; refused where there is none. */
export async function publicOf(
  deps: Deps,
  name: string,
  department: string,
  today: string,
): Promise<Result<readonly Notice[], Refusal>> {
  const worked = await outcomeBook(deps, name);
  if (!worked.ok) return worked;
  const { source } = worked.value;
  const notices = await standingNotices(deps.db, { source, department, today, states: ['public'] });
  return notices.length === 0 ? refuse('notice', { reason: 'none-public', book: name, department }) : ok(notices);
}

/** What the destination has not said of that version last. */
export async function freshReceipts(
  { db }: Pick<Deps, 'db'>,
  lines: readonly Line[],
  destination: string,
  seq: number,
): Promise<readonly Receipt[]> {
  const keys: readonly OutcomeKey[] = lines.map(({ notice }) => notice);
  const last = new Map(
    (await receipts(db, { keys }))
      .filter((each) => each.destination === destination)
      .map((each) => [`${outcomeId(each)} ${each.notice}`, each]),
  );
  const fresh = new Map<string, Receipt>();
  for (const { notice, state, number, words } of lines) {
    const before = last.get(versionOf(notice));
    if (before !== undefined && before.state === state && before.number === number && before.words === words) continue;
    const { source, visit, department, item } = notice;
    fresh.set(versionOf(notice), {
      source,
      visit,
      department,
      item,
      destination,
      seq,
      notice: notice.seq,
      state,
      number,
      words,
    });
  }
  return [...fresh.values()];
}

export function countsOf(fresh: readonly Receipt[]): Readonly<Partial<Record<ReceiptState, number>>> {
  const counts: Partial<Record<ReceiptState, number>> = {};
  for (const { state } of fresh) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export async function acknowledgedBody(
  deps: Deps,
  { book, department, destination, file }: About,
  notices: readonly Notice[],
  fresh: readonly Receipt[],
): Promise<NoticeAcknowledged> {
  const told = new Set(fresh.map(outcomeId));
  const about = notices.filter((each) => told.has(outcomeId(each)));
  return {
    plan: about[0]?.plan ?? '',
    book,
    source: about[0]?.source ?? '',
    department,
    tasks: [...new Set(about.map(({ plan, task }) => `${plan}/${task}`))],
    destination,
    file,
    counts: countsOf(fresh),
    pages: await stageBound(deps, [], fresh),
  };
}
