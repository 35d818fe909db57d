/** Goes to the cell that is meant, wherever its row and column stand by now. */

import { headerOf } from '../check/scan.ts';
import { type Done, quiet } from '../filling.ts';
import { refused } from '../trouble.ts';
import { noColumn } from '../words.ts';
import { benchOf, type Work } from '../work.ts';
import { readTable } from './write-cells.ts';

/** @param header '' for the row as a whole */
export async function showCell(work: Work, worksheet: string, row: number, header: string): Promise<Done<true>> {
  const bench = await benchOf(work, worksheet);
  if (!bench.ok) return bench;
  const table = await readTable(work, bench.value, quiet);
  const column = [...table.columns].find(([field]) => headerOf(bench.value.sheet, field) === header)?.[1];
  const place = column ?? (header === '' ? table.firstColumn : -1);
  if (place < 0 || row < 0) return refused(noColumn(header));
  await work.host.show(worksheet, row, place);
  return { ok: true, value: true };
}
