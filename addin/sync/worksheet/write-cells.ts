/**
 * Writes cells of rows that are found by their ids in the worksheet as it stands at this moment, and only where a cell still holds what it is
 * supposed to hold: what somebody has typed meanwhile is never overwritten.
 */
import type { OnStep } from '../filling.ts';
import { TableGone } from '../trouble.ts';
import type { Bench, Work } from '../work.ts';
import { blocksOf, type Put, placesOf, type Table, tableOf, textAt } from './table.ts';

export interface CellEdit {
  readonly field: string;
  readonly text: string;
  /** Whether the cell may be overwritten, given what stands in it. */
  readonly stands: (text: string) => boolean;
}
export interface RowEdit {
  /** Any of these names the row; the first that is found. */
  readonly ids: readonly string[];
  readonly cells: readonly CellEdit[];
  /** The name that it gets; null keeps it. */
  readonly newId: string | null;
}
export interface Written {
  /** Cells that were left because they hold something else by now, under the first name of their row. */
  readonly left: readonly { readonly id: string; readonly field: string; readonly here: string }[];
}

export async function readTable(
  { host }: Work,
  { kept, sheet }: Pick<Bench, 'kept' | 'sheet'>,
  step: OnStep,
): Promise<Table> {
  const grid = await host.read(kept.worksheet, (done, all) => step('reading', done, all));
  const table = tableOf(grid, sheet);
  if (table === null) throw new TableGone(kept.worksheet);
  return table;
}

/** @param table as it was read just now */
export async function writeCells(
  work: Work,
  bench: Bench,
  table: Table,
  edits: readonly RowEdit[],
  step: OnStep,
): Promise<Written> {
  const before = placesOf(table);
  const puts: Put[] = [];
  const left: { id: string; field: string; here: string }[] = [];
  for (const { ids, cells, newId } of edits) {
    const row = ids.map((id) => before.get(id)).find((place) => place !== undefined);
    if (row === undefined) continue;
    for (const { field, text, stands } of cells) {
      const column = table.columns.get(field);
      if (column === undefined) continue;
      const here = textAt(table, row, column);
      if (here === text) continue;
      if (stands(here)) puts.push({ row, column, text });
      else left.push({ id: ids[0] ?? '', field, here });
    }
    if (newId !== null && table.id >= 0 && textAt(table, row, table.id) !== newId)
      puts.push({ row, column: table.id, text: newId });
  }
  if (puts.length > 0)
    await work.host.write(bench.kept.worksheet, blocksOf(puts), (done, all) => step('writing', done, all));
  return { left };
}
