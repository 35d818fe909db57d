/** Conflicts that nobody has solved: kept in the workbook, so that they are still there on another day and another computer. */
import { contextOf } from '../../../core/sheet/context.ts';
import type { Conflict, HeldRow } from '../../../core/sheet/row.ts';
import { examine } from '../check/examine.ts';
import { referenceOf } from '../check/reference.ts';
import { headerOf, labelOf } from '../check/scan.ts';
import type { Done, OnStep, OpenConflict, Sent } from '../filling.ts';
import { type KeptConflict, rowLine, solvedLine } from '../kept/kept.ts';
import { mayWrite, offered } from '../submit/may-write.ts';
import { settleOutbox } from '../submit/send.ts';
import { sendRows } from '../submit/submit.ts';
import { noTally, withNote } from '../submit/tally.ts';
import { done, refused } from '../trouble.ts';
import { conflictReason, noConflict, solvedTheirs, stillCannotBeSent, unchosen } from '../words.ts';
import { type Bench, benchOf, bookOf, quiet, type Work } from '../work.ts';
import { appendRows } from '../worksheet/append-rows.ts';
import { contextFor, deskForm } from '../worksheet/desk-form.ts';
import { type AnySheet, placesOf, textAt } from '../worksheet/table.ts';
import { readTable, writeCells } from '../worksheet/write-cells.ts';

export const openConflict = (
  sheet: AnySheet,
  {
    id,
    row,
    label,
    conflict,
  }: { readonly id: string; readonly row: number; readonly label: string; readonly conflict: KeptConflict },
): OpenConflict => ({
  id,
  row,
  label,
  by: conflict.theirs.by,
  at: conflict.theirs.at,
  fields: conflict.conflicts.map((each) => ({ ...each, header: headerOf(sheet, each.field) })),
});

/** What stands in the worksheet by now is mine; where that has become the same as theirs there is nothing left to ask. */
export async function conflictsOf(work: Work, worksheet: string): Promise<Done<readonly OpenConflict[]>> {
  const found = await benchOf(work, worksheet);
  if (!found.ok) return found;
  const { sheet, kept } = found.value;
  const { conflicts } = await bookOf(work, kept.ref);
  if (conflicts.size === 0) return done([]);
  const table = await readTable(work, found.value, quiet);
  const places = placesOf(table);
  const form = await formOf(work, found.value);
  return done(
    [...conflicts].flatMap(([id, conflict]) => {
      const row = places.get(id) ?? -1;
      const now = conflict.conflicts.map((each): Conflict => {
        const column = table.columns.get(each.field);
        return row < 0 || column === undefined ? each : { ...each, mine: form(each.field, textAt(table, row, column)) };
      });
      const open = now.filter(({ mine, theirs }) => mine !== theirs);
      const label = labelOf(conflict.theirs.cells, row) || id;
      return open.length === 0
        ? []
        : [openConflict(sheet, { id, row, label, conflict: { ...conflict, conflicts: open } })];
    }),
  );
}

async function formOf(work: Work, { sheet, kept }: Bench) {
  const known = await referenceOf(work, kept.ref);
  const context = known.ok ? contextFor(known.value.reference) : contextOf({});
  return (field: string, text: string) => deskForm(sheet, field, text, context);
}

type Side = 'mine' | 'theirs';

/** Theirs goes into the worksheet, and the row counts as known; mine is then a change like any other, made in full knowledge. */
export async function solve(
  work: Work,
  worksheet: string,
  id: string,
  choice: Readonly<Record<string, Side>>,
  step: OnStep,
): Promise<Done<Sent>> {
  const found = await benchOf(work, worksheet);
  if (!found.ok) return found;
  const bench = found.value;
  // Theirs can be taken where nothing can be sent any more.
  const may = Object.values(choice).includes('mine') ? await mayWrite(work, bench) : await offered(work, bench);
  if (!may.ok) return may;
  const earlier = await settleOutbox(work, step);
  if (earlier !== null && !earlier.ok) return earlier;
  const open = await conflictsOf(work, worksheet);
  if (!open.ok) return open;
  const conflict = (await bookOf(work, bench.kept.ref)).conflicts.get(id);
  if (conflict === undefined) return refused(noConflict);
  const fields = open.value.find((each) => each.id === id)?.fields ?? [];
  const without = fields.filter(({ field }) => choice[field] === undefined).map(({ header }) => header);
  if (without.length > 0) return refused(unchosen(without));
  const theirs = fields.filter(({ field }) => choice[field] === 'theirs');
  await takeTheirs(work, bench, id, conflict, theirs, step);
  if (conflict.withdrawn) return withdrawn(work, bench, conflict.theirs, theirs.length === 0, step);
  if (may.value !== null && may.value.readOnly !== null) return done(withNote(noTally, solvedTheirs));
  return sendMine(work, bench, id, conflict.theirs, step);
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
  else if (cells.length > 0) await writeCells(work, bench, [{ ids: [id], cells, newId: null }], step);
  await work.host.appendKept('rows', [solvedLine(ref, id), rowLine(ref, row)]);
}

async function withdrawn(work: Work, bench: Bench, row: HeldRow, still: boolean, step: OnStep): Promise<Done<Sent>> {
  if (!still) return done(withNote(noTally, solvedTheirs));
  const examined = await examine(work, bench, step, { name: true });
  if (!examined.ok) return examined;
  return sendRows(work, bench, examined.value, { rows: [], withdrawn: [row], reason: conflictReason }, step);
}

async function sendMine(work: Work, bench: Bench, id: string, held: HeldRow, step: OnStep): Promise<Done<Sent>> {
  const examined = await examine(work, bench, step, { name: true });
  if (!examined.ok) return examined;
  const row = examined.value.scan.rows.find((each) => each.id === id || each.id === held.id);
  if (row === undefined || row.what === 'unchanged') return done(withNote(noTally, solvedTheirs));
  if (row.what === 'cannot-be-sent') return done(withNote(noTally, stillCannotBeSent(row.label)));
  return sendRows(work, bench, examined.value, { rows: [row], withdrawn: [], reason: conflictReason }, step);
}
