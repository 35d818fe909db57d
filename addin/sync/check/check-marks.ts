/** Checks a worksheet and says beside each row what is wrong. Needs no desk where what checking needs was got before. */
import type { Checked } from '../../../core/sheet/check.ts';
import type { Mark } from '../../host/sheet-host.ts';
import type { Done, OnStep } from '../filling.ts';
import { done, refused } from '../trouble.ts';
import { restless } from '../words.ts';
import { benchOf, type Work } from '../work.ts';
import { ensureColumns } from '../worksheet/own-columns.ts';
import { areaOf, sameRow, type Table, tableOf, textAt } from '../worksheet/table.ts';
import { examine } from './examine.ts';
import { marksOfCheck } from './marks.ts';

const tries = 3;

/** @param sparing nothing is written where the worksheet says the same already, and no column of ours is put back */
export async function checkAndMark(
  work: Work,
  worksheet: string,
  step: OnStep,
  sparing = false,
): Promise<Done<Checked>> {
  const found = await benchOf(work, worksheet);
  if (!found.ok) return found;
  const bench = found.value;
  for (let turn = 0; turn < tries; turn++) {
    const examined = await examine(work, bench, step, { name: false });
    if (!examined.ok) return examined;
    const { table, scan, checked, kept, known } = examined.value;
    const remarks = known.aged === null ? [] : [{ weight: 'notice' as const, words: known.aged }];
    const said: Checked = { ...checked, remarks: [...checked.remarks, ...remarks] };
    if (table.verdict < 0) {
      if (turn > 0 || sparing) return done(said);
      await ensureColumns(work, bench, known.reference, step);
      continue;
    }
    // Marks beside the wrong rows would be worse than none.
    const now = tableOf(await work.host.read(worksheet), bench.sheet);
    if (now === null || !scan.rows.every(({ row }) => sameRow(table, now, row))) continue;
    const marks = marksOfCheck(scan, table, bench.sheet, kept.conflicts);
    if (!sparing || !saysTheSame(now, marks))
      await work.host.mark(worksheet, areaOf(table), marks, (count, all) => step('marking', count, all));
    return done(said);
  }
  return refused(restless(worksheet));
}

function saysTheSame(table: Table, marks: readonly Mark[]): boolean {
  const texts = new Map(marks.map(({ row, text }) => [row, text]));
  for (let row = table.firstRow; row < table.grid.rows.length; row++)
    if (textAt(table, row, table.verdict) !== (texts.get(row) ?? '')) return false;
  return true;
}
