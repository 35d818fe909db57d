/**
 * A grid to values, row by row: good rows are kept, corrected cells are named with what was done, and every refused row says
 * which cell, what stands there and what would be right. Refused rows come out as a table that can be mended and given again.
 */
import { ok, type Result } from '../result.ts';
import type { Context } from './context.ts';
import type { Doubt, Fault } from './fault.ts';
import { type Cell, type Grid, textOf } from './grid.ts';
import type { Change } from './normalise.ts';
import { readCell, widestNumber } from './read-cell.ts';
import { type Recognised, type RecogniseRefusal, recognise } from './recognise.ts';
import type { NamedField, Sheet } from './sheet.ts';

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
export interface RejectedRow {
  readonly row: number;
  readonly faults: readonly Faulty[];
}

export interface Reading<V> {
  readonly recognised: Recognised;
  /** In the order of the file, with the row each came from. */
  readonly accepted: readonly { readonly row: number; readonly value: V }[];
  readonly corrections: readonly Correction[];
  readonly doubts: readonly Doubted[];
  readonly rejected: readonly RejectedRow[];
  /** Rows about what an earlier row is about that say the same, or only add to it (another 专项库 of the same firm). */
  readonly repeated: readonly { readonly row: number; readonly firstRow: number }[];
  /** Rows under the table that are notes (注：, 合计, 填表人). */
  readonly notes: readonly { readonly row: number; readonly text: string }[];
  /** Header → word → how many rows took it because their cell was blank. */
  readonly deduced: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Reads a grid as one kind of sheet. Refused as a whole only where its header row or a required column is not there. */
export function readSheet<V>(
  grid: Grid,
  sheet: Sheet<V, string>,
  context: Context,
): Result<Reading<V>, RecogniseRefusal> {
  const recognised = recognise(grid, sheet, Object.keys(context.assume), context.demand);
  if (!recognised.ok) return recognised;
  const { firstRow, continued } = recognised.value;
  const rowReader = reader(grid, sheet, context, recognised.value);
  const report: Report<V> = {
    accepted: [],
    corrections: [],
    doubts: [],
    rejected: [],
    repeated: [],
    notes: [],
    deduced: new Map(),
  };
  const seen = new Map<string, number>();
  let above: readonly Cell[] = [];
  for (let row = firstRow; row < grid.rows.length; row++) {
    const cells = filled(grid.rows[row] ?? [], above, continued);
    if (cells === null) continue;
    const note = noteOf(cells, recognised.value);
    if (note !== null) {
      report.notes.push({ row, text: note });
      continue;
    }
    above = cells;
    const value = rowReader(row, cells, report);
    if (value !== null) place(row, value, sheet, seen, report);
  }
  return ok({ recognised: recognised.value, ...report });
}

interface Report<V> {
  readonly accepted: { row: number; value: V }[];
  readonly corrections: Correction[];
  readonly doubts: Doubted[];
  readonly rejected: RejectedRow[];
  readonly repeated: { row: number; firstRow: number }[];
  readonly notes: { row: number; text: string }[];
  readonly deduced: Map<string, Map<string, number>>;
}

/** One row to its value, with what was corrected and doubted; null where it is refused. All faults of a row are told at once. */
function reader<V>(grid: Grid, sheet: Sheet<V, string>, context: Context, recognised: Recognised) {
  const columns = sheet.fields.map((_, place) => recognised.columns.find((each) => each.field === place)?.column ?? -1);
  const widest = columns.map((column, place) => widestNumber(grid, recognised, column, sheet.fields[place]));
  const fieldByName = new Map(sheet.fields.map((field, place) => [field.name, place]));
  const placeOf = (row: number, place: number): Place => ({
    row,
    column: columns[place] ?? -1,
    header: sheet.fields[place]?.header ?? '',
  });
  return (row: number, cells: readonly Cell[], report: Report<V>): V | null => {
    const faults: Faulty[] = [];
    const values: unknown[] = [];
    const corrections: Correction[] = [];
    const doubts: Doubted[] = [];
    for (let place = 0; place < sheet.fields.length; place++) {
      const field = sheet.fields[place];
      if (field === undefined) continue;
      const column = columns[place] ?? -1;
      const cell = column < 0 ? (context.assume[field.name] ?? '') : (cells[column] ?? '');
      const read = readCell(cell, field, context, widest[place] ?? 0);
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
    if (built === null || !built.ok) {
      report.rejected.push({ row, faults });
      return null;
    }
    report.corrections.push(...corrections);
    report.doubts.push(...doubts);
    for (const { field, doubt } of built.value.doubts)
      report.doubts.push({ ...placeOf(row, fieldByName.get(field) ?? 0), value: '', doubt });
    for (const { field, word } of built.value.deduced) tally(report.deduced, fieldByName, sheet.fields, field, word);
    return built.value.value;
  };
}

/** Puts a row in, unless its key stands already: then it repeats the earlier row, adds to it or contradicts it. */
function place<V>(row: number, value: V, sheet: Sheet<V, string>, seen: Map<string, number>, report: Report<V>): void {
  const key = sheet.keyOf(value);
  const at = seen.get(key);
  const earlier = at === undefined ? undefined : report.accepted[at];
  if (at === undefined || earlier === undefined) {
    seen.set(key, report.accepted.length);
    report.accepted.push({ row, value });
    return;
  }
  const same = JSON.stringify(earlier.value) === JSON.stringify(value);
  const joined = same ? earlier.value : sheet.join(earlier.value, value);
  if (joined !== null) {
    report.accepted[at] = { row: earlier.row, value: joined };
    report.repeated.push({ row, firstRow: earlier.row });
    return;
  }
  const fault: Fault = { kind: 'duplicate', firstRow: earlier.row + 1 };
  report.rejected.push({
    row,
    faults: [{ row, column: -1, header: sheet.fields[0]?.header ?? '', value: key, fault }],
  });
}

/** The row with 同上 and, where the table says so, blanks taken from above; null where it is blank throughout. */
function filled(cells: readonly Cell[], above: readonly Cell[], continued: boolean): readonly Cell[] | null {
  let blank = true;
  let gaps = false;
  for (const cell of cells) {
    const text = textOf(cell);
    if (blank && text.trim() !== '') blank = false;
    if (repeats(text, continued)) gaps = true;
  }
  if (blank) return null;
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

/** A line under a table that is no row of it: at most two of its cells are filled and the first begins like a note. */
function noteOf(cells: readonly Cell[], { columns }: Recognised): string | null {
  if (columns.length < 3) return null;
  const texts = cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '');
  const distinct = new Set(texts);
  const first = texts[0] ?? '';
  return distinct.size <= 2 && noteWords.test(first) ? first : null;
}

function tally(
  deduced: Map<string, Map<string, number>>,
  places: ReadonlyMap<string, number>,
  fields: readonly NamedField[],
  field: string,
  word: string,
): void {
  const header = fields[places.get(field) ?? 0]?.header ?? field;
  const words = deduced.get(header) ?? new Map<string, number>();
  words.set(word, (words.get(word) ?? 0) + 1);
  deduced.set(header, words);
}

/** Names of the fields that the file says something about: its columns and what the importer stated. */
export const givenFields = <V>(reading: Reading<V>, sheet: Sheet<V>): readonly string[] => [
  ...reading.recognised.columns.map((each) => sheet.fields[each.field]?.name ?? ''),
  ...reading.recognised.assumed,
];
