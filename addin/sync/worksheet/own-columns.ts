/** The two columns of ours in a worksheet that lacks them: one that people made themselves, or one from which somebody has deleted them. */
import type { Reference } from '../../../core/sheet/check.ts';
import { idHeader } from '../../../core/sheet/layout.ts';
import { ownColumns } from '../../../core/sheet/worksheet-layout.ts';
import { contextFor } from '../check/desk-form.ts';
import { rules } from '../check/rules.ts';
import type { OnStep } from '../filling.ts';
import type { Bench, Work } from '../work.ts';
import { bookOf } from '../work.ts';
import { matchRows } from './match.ts';
import { ownHeaders } from './renamed.ts';
import { blocksOf, type Table, tableOf } from './table.ts';

/** Adds what is missing; rows are known again by what they are about, as far as that is beyond doubt. */
export async function ensureColumns(work: Work, bench: Bench, reference: Reference, step: OnStep): Promise<void> {
  const table = tableOf(await work.host.read(bench.kept.worksheet), bench.sheet);
  if (table === null || (table.id >= 0 && table.verdict >= 0)) return;
  const lost = table.id < 0;
  await addOwnColumns(work, bench.kept.worksheet, table);
  if (!lost) return;
  const { rows } = await bookOf(work, bench.kept.ref);
  await nameRows(work, bench, reference, [...rows.values()], step);
}

export async function addOwnColumns({ host }: Work, worksheet: string, table: Table): Promise<void> {
  const wanted = ownColumns.filter(({ header }) => (header === idHeader ? table.id : table.verdict) < 0);
  if (wanted.length > 0) await host.addColumns(worksheet, table.headerRow, table.lastColumn, wanted);
}

/** Writes the desk's ids beside rows that are about the same thing. */
export async function nameRows(
  work: Work,
  { kept, sheet }: Pick<Bench, 'kept' | 'sheet'>,
  reference: Reference,
  rows: Parameters<typeof matchRows>[2],
  step: OnStep,
): Promise<void> {
  const table = tableOf(await work.host.read(kept.worksheet), sheet);
  const checkGrid = await rules();
  const checked = table === null ? null : checkGrid(ownHeaders(table, sheet, kept.renamed), reference);
  if (table === null || table.id < 0 || checked === null || !checked.ok) return;
  const matched = matchRows(sheet, checked.value.rows, rows, contextFor(reference));
  const puts = [...matched].map(([row, id]) => ({ row, column: table.id, text: id }));
  if (puts.length > 0)
    await work.host.write(kept.worksheet, blocksOf(puts), (count, all) => step('writing', count, all));
}
