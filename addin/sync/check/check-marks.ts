/** Checks a worksheet and says beside each row what is wrong. Needs no desk where what checking needs was got before. */
import type { Checked } from '../../../core/sheet/check.ts';
import type { Done, OnStep } from '../filling.ts';
import { done, refused } from '../trouble.ts';
import { restless } from '../words.ts';
import { benchOf, type Work } from '../work.ts';
import { ensureColumns } from '../worksheet/own-columns.ts';
import { areaOf, sameRow, tableOf } from '../worksheet/table.ts';
import { examine } from './examine.ts';
import { marksOfCheck } from './marks.ts';

const tries = 3;

export async function checkAndMark(work: Work, worksheet: string, step: OnStep): Promise<Done<Checked>> {
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
      if (turn > 0) return done(said);
      await ensureColumns(work, bench, known.reference, step);
      continue;
    }
    // Marks beside the wrong rows would be worse than none.
    const now = tableOf(await work.host.read(worksheet), bench.sheet);
    if (now === null || !scan.rows.every(({ row }) => sameRow(table, now, row))) continue;
    const marks = marksOfCheck(scan, table, bench.sheet, kept.conflicts);
    await work.host.mark(worksheet, areaOf(table), marks, (count, all) => step('marking', count, all));
    return done(said);
  }
  return refused(restless(worksheet));
}
