/** Rows of the desk that a worksheet has not yet, written below everything that stands in it. */
import type { HeldRow } from '../../../core/sheet/row.ts';
import type { OnStep } from '../filling.ts';
import type { Bench, Work } from '../work.ts';
import { firstFreeRow, placesOf } from './table.ts';
import { readTable } from './write-cells.ts';

export async function appendRows(work: Work, bench: Bench, rows: readonly HeldRow[], step: OnStep): Promise<void> {
  if (rows.length === 0) return;
  const table = await readTable(work, bench, step);
  if (table.id < 0) return;
  const places = placesOf(table);
  const columns = [...table.columns.values(), table.id];
  const first = Math.min(...columns);
  const width = Math.max(...columns) - first + 1;
  const cells = rows
    .filter(({ id }) => !places.has(id))
    .map((row) => {
      const line: (string | null)[] = Array.from({ length: width }, () => null);
      for (const [field, column] of table.columns) line[column - first] = row.cells[field] ?? '';
      line[table.id - first] = row.id;
      return line;
    });
  if (cells.length === 0) return;
  await work.host.write(bench.kept.worksheet, [{ row: firstFreeRow(table), column: first, cells }], (count, all) =>
    step('writing', count, all),
  );
}
