/**
 * One row between its cells and its value: what comes over the wire is read by the same fields and rules as a file, every fault under the
 * name of its field; what is held is laid out as the cells that everybody sees.
 */
import { err, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import type { Context } from './context.ts';
import type { Doubt, Fault } from './fault.ts';
import { readCell } from './read-cell.ts';
import { cellOf, type RowCells } from './row.ts';
import type { Sheet } from './sheet.ts';
import { wordsOfDoubt, wordsOfFault } from './words.ts';

export interface FieldFault {
  readonly field: string;
  readonly value: string;
  readonly fault: Fault;
}
export interface FieldDoubt {
  readonly field: string;
  readonly value: string;
  readonly doubt: Doubt;
}

export interface RowValue<V> {
  readonly value: V;
  /** As the desk writes them: equal for equal values, whichever way they were typed. */
  readonly cells: RowCells;
  readonly doubts: readonly FieldDoubt[];
}

/** Reads the cells of one row; all that is wrong with it is told at once. */
export function readRow<V>(
  sheet: Sheet<V, string>,
  cells: RowCells,
  context: Context,
): Result<RowValue<V>, readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const doubts: FieldDoubt[] = [];
  const known = new Set(sheet.fields.map(({ name }) => name));
  for (const [field, value] of Object.entries(cells))
    if (!known.has(field)) faults.push({ field, value, fault: { kind: 'no-field' } });
  const values = sheet.fields.map((field) => {
    const value = cellOf(cells, field.name) || (context.assume[field.name] ?? '');
    const read = readCell(value, field, context, 0);
    if (!read.ok) {
      faults.push({ field: field.name, value, fault: read.error });
      return undefined;
    }
    for (const doubt of read.value.doubts) doubts.push({ field: field.name, value, doubt });
    return read.value.value;
  });
  if (faults.length > 0) return err(faults);
  const built = sheet.build(values, context);
  if (!built.ok) {
    const { field, fault } = built.error;
    return err([{ field, value: cellOf(cells, field), fault }]);
  }
  const { value } = built.value;
  for (const { field, doubt } of built.value.doubts) doubts.push({ field, value: cellOf(cells, field), doubt });
  return ok({ value, cells: layRow(sheet, value, context), doubts });
}

/** The value as cells; blank ones are left out. */
export function layRow<V>(sheet: Sheet<V, string>, value: V, context: Context): RowCells {
  const texts = sheet.lay(value, context);
  return Object.fromEntries(
    sheet.fields.flatMap(({ name }, place) => {
      const text = texts[place] ?? '';
      return text === '' ? [] : [[name, text]];
    }),
  );
}

/**
 * Cells of given fields that do not read as the desk gives them. A block that was pasted one row too low is known by them, before its
 * results stand under somebody else's name.
 */
export function givenFaults(
  { given }: Pick<Sheet<unknown, string>, 'given'>,
  held: RowCells,
  sent: RowCells,
): readonly FieldFault[] {
  return [...given].flatMap((field) => {
    const [stands, value] = [cellOf(held, field), cellOf(sent, field)];
    return value === stands ? [] : [{ field, value, fault: { kind: 'given' as const, held: stands } }];
  });
}

/** Whether people have filled in anything: a row that holds only what the desk gave says nothing yet. */
export const isFilled = (
  { fields, given }: Pick<Sheet<unknown, string>, 'fields' | 'given'>,
  cells: RowCells,
): boolean => fields.some(({ name }) => !given.has(name) && cellOf(cells, name).trim() !== '');

export interface FieldRemark {
  readonly field: string;
  readonly words: Words;
}
export const remarksOfFaults = (faults: readonly FieldFault[]): readonly FieldRemark[] =>
  faults.map(({ field, fault }) => ({ field, words: wordsOfFault(fault) }));
export const remarksOfDoubts = (doubts: readonly FieldDoubt[]): readonly FieldRemark[] =>
  doubts.map(({ field, doubt }) => ({ field, words: wordsOfDoubt(doubt) }));
