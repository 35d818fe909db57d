/** Solves a conflict, field by field as a person has chosen. Theirs goes into the worksheet and counts as known; mine is then a change like any other, made in full knowledge. */
import type { Conflict, HeldRow } from '../../../core/sheet/row.ts';
import { examine } from '../check/examine.ts';
import type { Done, OnStep, Sent } from '../filling.ts';
import { type KeptConflict, rowLine, solvedLine } from '../kept/book-log.ts';
import { mayWrite, offered } from '../submit/may-write.ts';
import { settleOutbox } from '../submit/send.ts';
import { reasonMost, sendRows } from '../submit/submit.ts';
import { noTally, withNote } from '../submit/tally.ts';
import { done, refused } from '../trouble.ts';
import { conflictReason, noConflict, reasonTooLong, solvedTheirs, stillCannotBeSent, unchosen } from '../words.ts';
import { type Bench, benchOf, bookOf, type Work } from '../work.ts';
import { appendRows } from '../worksheet/append-rows.ts';
import { readTable, writeCells } from '../worksheet/write-cells.ts';
import { conflictsOf } from './open-conflicts.ts';

export interface Solution {
  /** Field → whose value holds. */
  readonly sides: Readonly<Record<string, 'mine' | 'theirs'>>;
  /** '' where none was given. */
  readonly reason: string;
}

export async function solve(
  work: Work,
  worksheet: string,
  id: string,
  { sides, reason }: Solution,
  step: OnStep,
): Promise<Done<Sent>> {
  const found = await benchOf(work, worksheet);
  if (!found.ok) return found;
  const bench = found.value;
  if (reason.length > reasonMost) return refused(reasonTooLong(reason.length, reasonMost));
  const why = reason.trim() === '' ? conflictReason : reason;
  // Theirs can be taken where nothing can be sent any more.
  const may = Object.values(sides).includes('mine') ? await mayWrite(work, bench) : await offered(work, bench);
  if (!may.ok) return may;
  const earlier = await settleOutbox(work, step);
  if (earlier !== null && !earlier.ok) return earlier;
  const open = await conflictsOf(work, worksheet);
  if (!open.ok) return open;
  const conflict = (await bookOf(work, bench.kept.ref)).conflicts.get(id);
  if (conflict === undefined) return refused(noConflict);
  const fields = open.value.find((each) => each.id === id)?.fields ?? [];
  const without = fields.filter(({ field }) => sides[field] === undefined).map(({ header }) => header);
  if (without.length > 0) return refused(unchosen(without));
  const theirs = fields.filter(({ field }) => sides[field] === 'theirs');
  await takeTheirs(work, bench, id, conflict, theirs, step);
  if (conflict.withdrawn) {
    if (theirs.length > 0) return done(withNote(noTally, solvedTheirs));
    return withdraw(work, bench, conflict.theirs, why, step);
  }
  if (may.value !== null && may.value.readOnly !== null) return done(withNote(noTally, solvedTheirs));
  return sendMine(work, bench, id, conflict.theirs, why, step);
}

async function takeTheirs(
  work: Work,
  bench: Bench,
  id: string,
  { theirs: row, withdrawn: gone }: KeptConflict,
  fields: readonly Conflict[],
  step: OnStep,
): Promise<void> {
  const { ref } = bench.kept;
  const cells = fields.map(({ field, theirs }) => ({ field, text: theirs, stands: () => true }));
  if (gone && fields.length > 0) await appendRows(work, bench, [row], step);
  else if (cells.length > 0) {
    const table = await readTable(work, bench, step);
    await writeCells(work, bench, table, [{ ids: [id], cells, newId: null }], step);
  }
  await work.host.appendKept('rows', [solvedLine(ref, id), rowLine(ref, row)]);
}

async function withdraw(work: Work, bench: Bench, row: HeldRow, reason: string, step: OnStep): Promise<Done<Sent>> {
  const examined = await examine(work, bench, step, { name: true });
  if (!examined.ok) return examined;
  return sendRows(work, bench, examined.value, { rows: [], withdrawn: [row], reason }, step);
}

async function sendMine(
  work: Work,
  bench: Bench,
  id: string,
  held: HeldRow,
  reason: string,
  step: OnStep,
): Promise<Done<Sent>> {
  const examined = await examine(work, bench, step, { name: true });
  if (!examined.ok) return examined;
  const row = examined.value.scan.rows.find((each) => each.id === id || each.id === held.id);
  if (row === undefined || row.what === 'unchanged') return done(withNote(noTally, solvedTheirs));
  if (row.what === 'cannot-be-sent') return done(withNote(noTally, stillCannotBeSent(row.label)));
  return sendRows(work, bench, examined.value, { rows: [row], withdrawn: [], reason }, step);
}
