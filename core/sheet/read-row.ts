/**
 * The rows of a table, one at a time: which rows of the grid are rows of the table, and what each says, cell by cell. Reading a whole
 * file and checking a worksheet beside its cells both go through here.
 */
import type { Result } from '../result.ts';
import type { Context } from './context.ts';
import type { Doubt, Fault } from './fault.ts';
import type { Read } from './field.ts';
import { type Cell, type Grid, textOf } from './grid.ts';
import type { Change } from './normalise.ts';
import { readCell, widestNumber } from './read-cell.ts';
import type { Recognised } from './recognise.ts';
import type { Built, NamedField, Sheet } from './sheet.ts';

/** A cell of the file: row and column from 0 (the column is -1 where the file has none), with its field's header. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly header: string;
}

export interface Correction extends Place {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
}
export interface Doubted extends Place {
  readonly value: string;
  readonly doubt: Doubt;
}
export interface Faulty extends Place {
  readonly value: string;
  readonly fault: Fault;
}

/** What one row says. */
export interface RowReading<V> {
  /** In the order of the sheet's fields. */
  readonly cells: readonly Result<Read<unknown>, Fault>[];
  /** Null where the row is refused; all its faults are told at once. */
  readonly built: Built<V> | null;
  readonly faults: readonly Faulty[];
  readonly corrections: readonly Correction[];
  readonly doubts: readonly Doubted[];
}

export type TableLine =
  /** Cells with 同上 and, where the table says so, blanks taken from above. */
  | { readonly kind: 'row'; readonly row: number; readonly cells: readonly Cell[] }
  /** A line under the table that is no row of it (注：, 合计, 填表人). */
  | { readonly kind: 'note'; readonly row: number; readonly text: string };

/** Rows and notes below the header row; a row of which nothing is filled but its number or what we wrote there is none. */
export function* linesOf(grid: Grid, recognised: Recognised): Generator<TableLine> {
  const lineOf = lineReader(recognised);
  for (let row = recognised.firstRow; row < grid.rows.length; row++) {
    const line = lineOf(row, grid.rows[row] ?? []);
    if (line !== null) yield line;
  }
}

/** Takes the rows below the header row one after the other; null for a row that is none. */
export function lineReader(recognised: Recognised): (row: number, given: readonly Cell[]) => TableLine | null {
  const { continued } = recognised;
  const ours = new Set(recognised.own.filter(({ serial }) => !serial).map(({ column }) => column));
  const serial = new Set(recognised.own.filter((each) => each.serial).map(({ column }) => column));
  const says = (cells: readonly Cell[]): boolean => {
    for (let column = 0; column < cells.length; column++) {
      const text = textOf(cells[column]).trim();
      if (text === '' || ours.has(column) || (serial.has(column) && /^\d+$/.test(text))) continue;
      return true;
    }
    return false;
  };
  let above: readonly Cell[] = [];
  return (row, given) => {
    if (!says(given)) return null;
    const cells = filled(given, above, continued);
    const note = noteOf(cells, recognised, ours);
    if (note !== null) return { kind: 'note', row, text: note };
    above = cells;
    return { kind: 'row', row, cells };
  };
}

/** A function that reads any row of the table. */
export function rowReader<V>(grid: Grid, sheet: Sheet<V, string>, context: Context, recognised: Recognised) {
  const columns = columnsOf(sheet, recognised);
  const widest = columns.map((column, place) => widestNumber(grid, recognised, column, sheet.fields[place]));
  const fieldByName = new Map(sheet.fields.map((field, place) => [field.name, place]));
  const placeOf = (row: number, place: number): Place => ({
    row,
    column: columns[place] ?? -1,
    header: sheet.fields[place]?.header ?? '',
  });
  return (row: number, cells: readonly Cell[]): RowReading<V> => {
    const faults: Faulty[] = [];
    const values: unknown[] = [];
    const corrections: Correction[] = [];
    const doubts: Doubted[] = [];
    const readings: Result<Read<unknown>, Fault>[] = [];
    for (let place = 0; place < sheet.fields.length; place++) {
      const field = sheet.fields[place];
      if (field === undefined) continue;
      const column = columns[place] ?? -1;
      const cell = column < 0 ? (context.assume[field.name] ?? '') : (cells[column] ?? '');
      const read = readCell(cell, field, context, widest[place] ?? 0);
      readings.push(read);
      if (!read.ok) {
        faults.push({ ...placeOf(row, place), value: textOf(cell), fault: read.error });
        continue;
      }
      values[place] = read.value.value;
      if (column >= 0 && read.value.changes.length > 0) {
        const to = field.write(read.value.value, context);
        corrections.push({ ...placeOf(row, place), from: textOf(cell), to, changes: read.value.changes });
      }
      for (const doubt of read.value.doubts) doubts.push({ ...placeOf(row, place), value: textOf(cell), doubt });
    }
    const built = faults.length > 0 ? null : sheet.build(values, context);
    if (built !== null && !built.ok) {
      const place = fieldByName.get(built.error.field) ?? 0;
      faults.push({ ...placeOf(row, place), value: textOf(cells[columns[place] ?? -1]), fault: built.error.fault });
    }
    if (built?.ok)
      for (const { field, doubt } of built.value.doubts)
        doubts.push({ ...placeOf(row, fieldByName.get(field) ?? 0), value: '', doubt });
    return { cells: readings, built: built?.ok ? built.value : null, faults, corrections, doubts };
  };
}

/** Column of each field of the sheet, in their order; -1 where the table has none. */
export const columnsOf = (
  { fields }: { readonly fields: readonly NamedField[] },
  { columns }: Pick<Recognised, 'columns'>,
): readonly number[] => fields.map((_, place) => columns.find((each) => each.field === place)?.column ?? -1);

function filled(cells: readonly Cell[], above: readonly Cell[], continued: boolean): readonly Cell[] {
  const gaps = cells.some((cell) => repeats(textOf(cell), continued));
  if (!gaps && !(continued && cells.length < above.length)) return cells;
  const width = continued ? Math.max(cells.length, above.length) : cells.length;
  return Array.from({ length: width }, (_, i) => {
    const cell = cells[i] ?? '';
    return repeats(textOf(cell), continued) ? (above[i] ?? '') : cell;
  });
}

const repeats = (text: string, continued: boolean): boolean =>
  text === '同上' || text === '〃' || (continued && text.trim() === '');

const noteWords =
  /^(?:注|备注|说明|填表说明|填表人|制表人|审核人|填报单位|填报人|填报日期|联系人|合计|总计|小计|共计)(?:[:：\s0-9（(].*)?$/s;

/** At most two of its cells are filled and the first begins like a note. */
function noteOf(cells: readonly Cell[], { columns }: Recognised, ours: ReadonlySet<number>): string | null {
  if (columns.length < 3) return null;
  let first: string | null = null;
  const distinct = new Set<string>();
  for (let column = 0; column < cells.length; column++) {
    const text = textOf(cells[column]).trim();
    if (text === '' || ours.has(column)) continue;
    first ??= text;
    distinct.add(text);
    if (distinct.size > 2) return null;
  }
  return first !== null && noteWords.test(first) ? first : null;
}
