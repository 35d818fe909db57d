/**
 * Reads a worksheet anew, checks it and compares it with what the desk last gave. Where asked, rows without a name get one, in the worksheet
 * itself, so that they can be found again wherever they are sorted to; of a copied row the lower one gets a new name.
 */

import { rowsMost } from '../../../core/sheet/book.ts';
import type { Checked } from '../../../core/sheet/check.ts';
import { textOf } from '../../../core/sheet/grid.ts';
import { wordsOfRecogniseRefusal } from '../../../core/sheet/words.ts';
import type { Done, OnStep } from '../filling.ts';
import type { KeptBook } from '../kept/book-log.ts';
import { done, refused } from '../trouble.ts';
import { missingColumns, noTable, restless, tooManyRows } from '../words.ts';
import type { Bench, Work } from '../work.ts';
import { bookOf, breathe } from '../work.ts';
import { ensureColumns } from '../worksheet/own-columns.ts';
import { ownHeaders, renamedIn } from '../worksheet/renamed.ts';
import { blocksOf, sameRow, type Table, tableOf } from '../worksheet/table.ts';
import { type Known, referenceOf } from './reference.ts';
import { rules } from './rules.ts';
import { type Scan, scan } from './scan.ts';

export interface Examined {
  readonly table: Table;
  readonly checked: Checked;
  readonly known: Known;
  readonly kept: KeptBook;
  readonly scan: Scan;
  readonly copied: number;
}

/** Somebody who types all the time is asked to pause. */
const tries = 4;

export async function examine(
  work: Work,
  bench: Bench,
  step: OnStep,
  { name }: { readonly name: boolean },
): Promise<Done<Examined>> {
  const { worksheet } = bench.kept;
  const known = await referenceOf(work, bench.kept.ref);
  if (!known.ok) return known;
  let copied = 0;
  for (let turn = 0; turn < tries; turn++) {
    const examined = await once(work, bench, known.value, step);
    if (!examined.ok) return examined;
    const { table, scan: scanned } = examined.value;
    if (name && turn === 0 && (table.id < 0 || table.verdict < 0)) {
      await ensureColumns(work, bench, known.value.reference, step);
      continue;
    }
    const nameless = scanned.rows.filter(({ id }) => id === '');
    if (!name || nameless.length === 0) return done({ ...examined.value, copied });
    if (table.id < 0) return refused(restless(worksheet));
    // Checking took its time: names go only where the same rows still stand.
    const now = tableOf(await work.host.read(worksheet), bench.sheet);
    if (now === null) return refused(noTable(worksheet));
    if (!scanned.rows.every(({ row }) => sameRow(table, now, row))) continue;
    const puts = nameless.map(({ row }) => ({ row, column: table.id, text: work.makeId() }));
    await work.host.write(worksheet, blocksOf(puts), (count, all) => step('writing', count, all));
    copied += scanned.copied.length;
    const ids = new Map(puts.map(({ row, text }) => [row, text]));
    const rows = scanned.rows.map((row) => (row.id === '' ? { ...row, id: ids.get(row.row) ?? '' } : row));
    return done({ ...examined.value, scan: { ...scanned, rows }, copied });
  }
  return refused(restless(worksheet));
}

async function once(work: Work, bench: Bench, known: Known, step: OnStep): Promise<Done<Omit<Examined, 'copied'>>> {
  const { worksheet, ref, fields } = bench.kept;
  const grid = await work.host.read(worksheet, (count, all) => step('reading', count, all));
  const table = tableOf(grid, bench.sheet);
  if (table === null) return refused(noTable(worksheet));
  step('checking', 0, grid.rows.length);
  await breathe();
  const checkGrid = await rules();
  const checked = checkGrid(ownHeaders(table, bench.sheet, bench.kept.renamed), known.reference);
  if (!checked.ok) {
    if (checked.error.kind !== 'missing-columns') return refused(wordsOfRecogniseRefusal(checked.error));
    const { missing } = checked.error;
    const not = refused(missingColumns(worksheet, missing));
    const renamed = renamedIn(grid, bench.sheet, bench.kept, missing);
    return renamed === null || not.ok ? not : { ok: false, trouble: { ...not.trouble, renamed } };
  }
  step('checking', grid.rows.length, grid.rows.length);
  const rows = checked.value.rows.length;
  if (rows > rowsMost) return refused(tooManyRows(worksheet, rows, rowsMost));
  const kept = await bookOf(work, ref);
  const scanned = await scan(checked.value.rows, { table, sheet: bench.sheet, fields, kept });
  return done({ table, checked: withAllSaid(checked.value, scanned), known, kept, scan: scanned });
}

/** What only the kept rows show is said wherever the check is: a row that it calls good is one that can be sent. */
function withAllSaid(checked: Checked, { rows }: Scan): Checked {
  const said = new Map(rows.map(({ row, remarks }) => [row, remarks]));
  return { ...checked, rows: checked.rows.map((row) => ({ ...row, remarks: said.get(row.row) ?? row.remarks })) };
}

/** Field → text, of cells whose text is not in the desk's own form. */
export function typedOf(table: Table, row: number, sent: Readonly<Record<string, { readonly now: string }>>) {
  const typed: Record<string, string> = {};
  for (const [field, { now }] of Object.entries(sent)) {
    const text = textOf(table.grid.rows[row]?.[table.columns.get(field) ?? -1]);
    if (text !== now) typed[field] = text;
  }
  return typed;
}
