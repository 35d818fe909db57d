/**
 * Rows that a department sends are a reply like any other: the thread's tally, the late mark, the compilation and everything else go on as if
 * it had sent all its rows as a file.
 */
import type { ConsultationState } from '../../../../core/consult/state.ts';
import { err, ok, type Result } from '../../../../core/result.ts';
import type { At, Decision } from '../../../../db/commit.ts';
import { replyRowsInsert } from '../../../../db/reply-rows.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { nothingWritten } from '../../../say/sheet.ts';
import { minuteOf } from '../../../today.ts';
import { already, authorise, enact } from '../../act.ts';
import { decideReply, type Receipt, type Spoken } from '../../consult/decide-reply.ts';
import { contextFor, rowsOnRecord } from '../../consult/keep-rows.ts';
import { keepSheet, plainDefaults, planNumberOf, readSent, sheetBytesMost } from '../../consult/sheet.ts';
import { peopleNames } from '../../people/roll.ts';
import { type RowRegistryAsHeld, rowRegistryAsHeld } from '../../plan/read-plan-sheet.ts';
import { departmentNames } from '../../registry/departments.ts';
import type { SheetReceipt, SheetSubmission } from '../keeper.ts';
import { firstReceipt, receiptRow } from '../once.ts';
import { eachOnce } from '../weigh.ts';
import { receiptNote } from './line.ts';
import { rowsAsFile, rowsAtWork } from './rows-at-work.ts';
import { circumstances, heldFor } from './seen.ts';

export async function submitReply(
  deps: Deps,
  actor: Actor,
  submission: SheetSubmission,
): Promise<Result<SheetReceipt, Refusal>> {
  const { department } = actor;
  const allowed = authorise(actor, 'reply-to-consultation', { department });
  if (!allowed.ok) return allowed;
  const held = await heldFor(deps, actor, submission.ref.book);
  if (!held.ok) return held;
  const registry = await rowRegistryAsHeld(deps.db, held.value.year);
  if (!registry.ok) return registry;
  return enact<SheetReceipt>(deps, (at) => decide(deps, actor, submission, registry.value, at));
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
    nameOf: await peopleNames(deps),
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
  const file = fileOf((await departmentNames(deps.db))(department));
  const given = { kind: 'file', file, bytes } as const;
  if (bytes.length > sheetBytesMost)
    return refuse('consult', { reason: 'file-too-large', file, bytes: bytes.length, most: sheetBytesMost });
  const { no: consultation, year } = state;
  const reply = { id: consultation, department, at: minuteOf(at.now) };
  const asked = { year, plan: planNumberOf(year), reply, defaults: plainDefaults, before: 0 };
  const read = await readSent(deps, given, asked);
  // What the ledger would bind must say what the department is told: a file of too many rows says nothing.
  if (read.trouble !== null) return err(read.trouble);
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

/** Nobody has made this file: the desk lays the rows together, and its name says so wherever it is read later. */
const fileOf = (department: string): string => `征询反馈-${department}（由填报窗格汇总）.csv`;
