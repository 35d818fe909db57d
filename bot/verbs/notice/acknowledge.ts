/**
 * 登记回执: what a destination said of what went to it, outcome by outcome: sent, accepted with its number there, or refused with its words. Read back
 * from its file, rows that do not fit are named and good ones are kept.
 */
import { matcher } from '../../../core/notice/match.ts';
import type { Notice, ReceiptState } from '../../../core/notice/notice.ts';
import { receiptSheet } from '../../../core/notice/receipt.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Faulty } from '../../../core/sheet/read.ts';
import { receiptRows, receipts } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { type GivenFile, readGiven } from './file.ts';
import {
  type AnswerTo,
  acknowledgedBody,
  countsOf,
  freshReceipts,
  type Line,
  publicOf,
  versionOf,
} from './receipts.ts';
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

/** What was said of the outcomes of one draw that are public today. */
async function acknowledging(
  deps: Deps,
  actor: Actor,
  about: AnswerTo,
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
