/** Which row of a worksheet is which of the desk's where no name says so: those that are about the same thing, if exactly one of each is. */

import type { CheckedRow } from '../../../core/sheet/check.ts';
import type { Context } from '../../../core/sheet/context.ts';
import type { HeldRow, RowCells } from '../../../core/sheet/row.ts';
import { readRow } from '../../../core/sheet/row-value.ts';
import type { AnySheet } from './table.ts';

/** @returns row of the worksheet → id */
export function matchRows(
  sheet: AnySheet,
  here: readonly Pick<CheckedRow, 'row' | 'id' | 'cells'>[],
  held: readonly HeldRow[],
  context: Context,
): ReadonlyMap<number, string> {
  const keyOf = (cells: RowCells): string | null => {
    const read = readRow(sheet, cells, context);
    return read.ok ? sheet.keyOf(read.value.value) : null;
  };
  const byKey = alone(held.map((row) => [keyOf(row.cells), row.id] as const));
  const taken = new Set(here.map(({ id }) => id.trim()).filter((id) => id !== ''));
  const rows = alone(here.filter(({ id }) => id.trim() === '').map(({ row, cells }) => [keyOf(cells), row] as const));
  const matched = new Map<number, string>();
  for (const [key, row] of rows) {
    const id = byKey.get(key);
    if (id !== undefined && !taken.has(id)) matched.set(row, id);
  }
  return matched;
}

/** Those whose key nobody else has. */
function alone<T>(pairs: readonly (readonly [string | null, T])[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const twice = new Set<string>();
  for (const [key, value] of pairs) {
    if (key === null) continue;
    if (found.has(key)) twice.add(key);
    found.set(key, value);
  }
  for (const key of twice) found.delete(key);
  return found;
}
