/** A value with some of its cells changed: only those are read, so that a row with a cell from another time can still be mended elsewhere. */
import { err, ok, type Result } from '../../../core/result.ts';
import type { Context } from '../../../core/sheet/context.ts';
import { readCell } from '../../../core/sheet/read-cell.ts';
import type { RowCells } from '../../../core/sheet/row.ts';
import type { FieldDoubt, FieldFault } from '../../../core/sheet/row-value.ts';
import type { Sheet } from '../../../core/sheet/sheet.ts';

export interface AmendedValue<V> {
  readonly value: V;
  readonly doubts: readonly FieldDoubt[];
}

export function amendCells<V>(
  sheet: Sheet<V, string>,
  before: V,
  cells: RowCells,
  changed: ReadonlySet<string>,
  context: Context,
): Result<AmendedValue<V>, readonly FieldFault[]> {
  const values = new Map<string, unknown>();
  const faults: FieldFault[] = [];
  const doubts: FieldDoubt[] = [];
  for (const field of sheet.fields) {
    if (!changed.has(field.name)) continue;
    const value = cells[field.name] ?? '';
    const read = readCell(value, field, context, 0);
    if (!read.ok) {
      faults.push({ field: field.name, value, fault: read.error });
      continue;
    }
    values.set(field.name, read.value.value);
    doubts.push(...read.value.doubts.map((doubt) => ({ field: field.name, value, doubt })));
  }
  if (faults.length > 0) return err(faults);
  const amended = sheet.amend(before, values, context);
  return amended.ok
    ? ok({ value: amended.value.value, doubts })
    : err([{ ...amended.error, value: cells[amended.error.field] ?? '' }]);
}
