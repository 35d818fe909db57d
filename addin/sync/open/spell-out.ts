/**
 * A table in which a blank cell or 同上 repeats the one above means another thing after every sorting. Before such a table is bound to a book, its
 * cells say what they mean.
 */
import { textOf } from '../../../core/sheet/grid.ts';
import { linesOf } from '../../../core/sheet/read-row.ts';
import type { Recognised } from '../../../core/sheet/recognise.ts';
import type { Work } from '../work.ts';
import { blocksOf, type Put, type Table } from '../worksheet/table.ts';

export async function spellOut(
  { host }: Work,
  worksheet: string,
  { grid }: Table,
  recognised: Recognised,
): Promise<void> {
  const puts: Put[] = [];
  for (const line of linesOf(grid, recognised)) {
    if (line.kind === 'note') continue;
    for (const { column } of recognised.columns) {
      const meant = textOf(line.cells[column]);
      if (meant !== textOf(grid.rows[line.row]?.[column])) puts.push({ row: line.row, column, text: meant });
    }
  }
  if (puts.length > 0) await host.write(worksheet, blocksOf(puts));
}
