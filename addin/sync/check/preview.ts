/** What would be sent, row by row and cell by cell, before anything is. */
import { cellAddress } from '../../../core/sheet/grid.ts';
import type { Done, OnStep, Preview, RowState } from '../filling.ts';
import { done } from '../trouble.ts';
import { copiedRows, overwrittenConflict } from '../words.ts';
import { type Bench, benchOf, type Work } from '../work.ts';
import type { AnySheet } from '../worksheet/table.ts';
import { againstDesk } from './compare-desk.ts';
import { type Examined, examine } from './examine.ts';
import { headerOf, labelOf, type ScannedRow } from './scan.ts';

/** Rows without a name get one only by those whose workbook it is. */
export async function preview(work: Work, worksheet: string, step: OnStep): Promise<Done<Preview>> {
  const bench = await benchOf(work, worksheet);
  if (!bench.ok) return bench;
  const { department } = bench.value.binding;
  const own = department === (work.session.who()?.department ?? department);
  const examined = await examine(work, bench.value, step, { name: own });
  if (!examined.ok) return examined;
  const { scan, compared } = own
    ? await againstDesk(work, bench.value, examined.value)
    : { scan: examined.value.scan, compared: 'kept' as const };
  return done(previewOf(bench.value, { ...examined.value, scan }, compared));
}

function previewOf(
  { kept: { worksheet, ref, line }, sheet }: Bench,
  { scan, checked, kept, known, copied }: Examined,
  compared: Preview['compared'],
): Preview {
  const counts = { new: 0, changed: 0, unchanged: 0, 'cannot-be-sent': 0 };
  for (const { what } of scan.rows) counts[what]++;
  return {
    sheet: { worksheet, ref, line },
    rows: scan.rows.map((row) => stateOf(row, sheet, kept.conflicts.has(row.id))),
    counts,
    missing: scan.missing.map(({ id, cells }) => ({ id, label: labelOf(cells, -1) || id })),
    copied,
    compared,
    remarks: [
      ...checked.remarks,
      ...(known.aged === null ? [] : [{ weight: 'notice' as const, words: known.aged }]),
      ...(copied === 0 ? [] : [{ weight: 'notice' as const, words: copiedRows(copied) }]),
    ],
  };
}

function stateOf(
  { row, id, what, filled, label, changes, remarks }: ScannedRow,
  sheet: AnySheet,
  disputed: boolean,
): RowState {
  const dispute = {
    header: '',
    address: '',
    value: '',
    weight: 'in-principle' as const,
    words: overwrittenConflict,
  };
  return {
    row,
    id,
    label,
    what,
    filled,
    changes: Object.entries(changes).map(([field, { was, now }]) => ({
      field,
      header: headerOf(sheet, field),
      was,
      now,
    })),
    remarks: [
      ...remarks.map(({ column, header, value, weight, words }) => ({
        header,
        address: column < 0 ? '' : cellAddress(row, column),
        value,
        weight,
        words,
      })),
      ...(disputed ? [dispute] : []),
    ],
  };
}
