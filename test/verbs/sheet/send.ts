/** Rows handed in as a workbook hands them in. */
import type { Actor } from '../../../bot/actor.ts';
import type { Refusal } from '../../../bot/refusal.ts';
import type { HeldRows, SheetReceipt, SheetSubmission } from '../../../bot/verbs/sheet/keeper.ts';
import { rowsOf } from '../../../bot/verbs/sheet/rows.ts';
import { submitRows, type Workbook } from '../../../bot/verbs/sheet/submit.ts';
import type { Result } from '../../../core/result.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import type { HeldRow, RowChange } from '../../../core/sheet/row.ts';
import { type TestDesk, value } from '../../desk.ts';

let batches = 0;

/** A new row, or changes of a held one. */
export const fresh = (id: string, cells: Readonly<Record<string, string>>): RowChange => ({
  id,
  base: null,
  set: Object.fromEntries(Object.entries(cells).map(([field, now]) => [field, { was: '', now }])),
  withdrawn: false,
});

export const changed = (row: HeldRow, cells: Readonly<Record<string, string>>): RowChange => ({
  id: row.id,
  base: row.version,
  set: Object.fromEntries(Object.entries(cells).map(([field, now]) => [field, { was: row.cells[field] ?? '', now }])),
  withdrawn: false,
});

export const withdrawn = (row: HeldRow): RowChange => ({
  id: row.id,
  base: row.version,
  set: Object.fromEntries(Object.entries(row.cells).map(([field, was]) => [field, { was, now: '' }])),
  withdrawn: true,
});

export function send(
  desk: TestDesk,
  actor: Actor,
  ref: BookRef,
  rows: readonly RowChange[],
  change: Partial<SheetSubmission> & { readonly workbook?: Partial<Workbook> } = {},
): Promise<Result<SheetReceipt, Refusal>> {
  batches += 1;
  const { workbook = {}, ...rest } = change;
  const submission = { ref, batch: `batch-${String(batches).padStart(6, '0')}`, rows, reason: '', ...rest };
  const year = Number(desk.now().slice(0, 4));
  return submitRows(desk, actor, submission, { office: desk.office, department: actor.department, year, ...workbook });
}

export const page = async (desk: TestDesk, actor: Actor, ref: BookRef, after = ''): Promise<HeldRows> =>
  value(await rowsOf(desk, actor, ref, after));

/** Rows by name. */
export async function named(desk: TestDesk, actor: Actor, ref: BookRef): Promise<ReadonlyMap<string, HeldRow>> {
  const { rows } = await page(desk, actor, ref);
  return new Map(rows.map((row) => [row.cells.name ?? '', row]));
}

export function rowNamed(rows: ReadonlyMap<string, HeldRow>, name: string): HeldRow {
  const row = rows.get(name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
}
