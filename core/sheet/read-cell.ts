/**
 * One cell to its value. What a workbook did to a code before anybody read it is refused here: fifteen digits are all that it
 * keeps of a number, and no leading zero.
 */
import { ok, type Result } from '../result.ts';
import type { Context } from './context.ts';
import type { Fault } from './fault.ts';
import { none, type Read } from './field.ts';
import { type Cell, type Grid, textOf } from './grid.ts';
import { normalise } from './normalise.ts';
import type { Recognised } from './recognise.ts';
import type { NamedField } from './sheet.ts';

/** One cell through normalising to its value. `widest` is what `widestNumber` says of its column. */
export function readCell(
  cell: Cell,
  field: NamedField,
  context: Context,
  widest: number,
): Result<Read<unknown>, Fault> {
  const odd = typeof cell === 'string' ? null : oddFault(cell.was, cell.text, field, widest);
  if (odd !== null) return { ok: false, error: odd };
  const { text, changes } = normalise(textOf(cell), field.purpose);
  if (text === '') {
    if (field.required || context.demand.includes(field.name)) return { ok: false, error: { kind: 'missing' } };
    return { ok: true, value: { value: field.blank(), changes: none, doubts: none } };
  }
  const read = field.read(text, context);
  if (!read.ok || changes.length === 0) return read;
  return ok({ ...read.value, changes: [...changes, ...read.value.changes] });
}

function oddFault(was: string, text: string, field: NamedField, widest: number): Fault | null {
  if (was === 'error') return { kind: 'cell-error' };
  if (was === 'uncalculated') return { kind: 'uncalculated' };
  if (!isCode(field)) return null;
  if (was === 'imprecise') return { kind: 'digits-lost' };
  return text.length < widest ? { kind: 'zeros-lost', digits: text.length, longest: widest } : null;
}

const isCode = (field: NamedField | undefined): boolean =>
  field?.shape.kind === 'code' || (field?.shape.kind === 'subject-number' && field.purpose === 'code');

/** Serial numbers 1 to 1200 differ in length by nature; longer codes of one column do not. */
const serialDigits = 4;

/**
 * The longest all-digit code of a column in which some were stored as numbers, where all of them should be as long: of a
 * staff number 00123 a workbook keeps 123, and only its neighbours show it. 0 where they show nothing. Numbers of subjects
 * have several lengths by nature and never begin with a zero.
 */
export function widestNumber(
  grid: Grid,
  { firstRow }: Recognised,
  column: number,
  field: NamedField | undefined,
): number {
  if (column < 0 || field?.shape.kind !== 'code') return 0;
  let widest = 0;
  let numbers = false;
  let zeros = false;
  for (let row = firstRow; row < grid.rows.length; row++) {
    const cell = grid.rows[row]?.[column];
    if (cell === undefined || cell === '') continue;
    if (typeof cell !== 'string') numbers ||= cell.was === 'number';
    const text = textOf(cell).trim();
    if (!/^\d+$/.test(text)) continue;
    widest = Math.max(widest, text.length);
    zeros ||= text.startsWith('0');
  }
  return numbers && (zeros || widest > serialDigits) ? widest : 0;
}
