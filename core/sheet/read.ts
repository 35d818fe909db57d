/**
 * A grid to values, row by row: good rows are kept, corrected cells are named with what was done, and every refused row says
 * which cell, what stands there and what would be right. Refused rows come out as a table that can be mended and given again.
 */
import { ok, type Result } from '../result.ts';
import type { Context } from './context.ts';
import type { Fault } from './fault.ts';
import type { Grid } from './grid.ts';
import {
  type Correction,
  type Doubted,
  type Faulty,
  linesOf,
  type Place,
  type RowReading,
  rowReader,
  type TableLine,
} from './read-row.ts';
import { type Recognised, type RecogniseRefusal, recognise } from './recognise.ts';
import type { Built, NamedField, Sheet } from './sheet.ts';

export type { Correction, Doubted, Faulty, Place };

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
  const reader = sheetReader(grid, sheet, context, recognised.value);
  for (const line of linesOf(grid, recognised.value)) reader.take(line);
  return ok(reader.reading());
}

/** Takes the lines of a table one after the other. */
export interface SheetReader<V> {
  take(line: TableLine): void;
  /** Accepted rows so far of which no other row of the file says anything (`isAlone`); each is given once, and kept no longer. */
  settled(): readonly { readonly row: number; readonly value: V }[];
  /** What is left, and everything that was said of all rows. */
  reading(): Reading<V>;
}

/**
 * @param grid at least the rows down to the header row; of a workbook all, since what one of its numbers lost shows only beside the others
 * @param isAlone whether a key is known to stand in one row of the file; without it every row waits to the end
 */
export function sheetReader<V>(
  grid: Grid,
  sheet: Sheet<V, string>,
  context: Context,
  recognised: Recognised,
  isAlone: (key: string) => boolean = () => false,
): SheetReader<V> {
  const read = rowReader(grid, sheet, context, recognised);
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
  let alone: { row: number; value: V }[] = [];
  return {
    take(line) {
      if (line.kind === 'note') {
        report.notes.push({ row: line.row, text: line.text });
        return;
      }
      const built = keep(line.row, read(line.row, line.cells), sheet, report);
      if (built === null) return;
      if (isAlone(sheet.keyOf(built.value))) alone.push({ row: line.row, value: built.value });
      else place(line.row, built.value, sheet, seen, report);
    },
    settled() {
      const given = alone;
      alone = [];
      return given;
    },
    reading: () => ({ recognised, ...report }),
  };
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

/** Keeps what is said of a row, and why it is refused (null). */
function keep<V>(
  row: number,
  { built, faults, corrections, doubts }: RowReading<V>,
  sheet: Sheet<V, string>,
  report: Report<V>,
): Built<V> | null {
  if (built === null) {
    report.rejected.push({ row, faults });
    return null;
  }
  report.corrections.push(...corrections);
  report.doubts.push(...doubts);
  for (const { field, word } of built.deduced) tally(report.deduced, sheet.fields, field, word);
  return built;
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
  const joined = joinedWith(sheet, earlier.value, value);
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

/** Two rows about the same thing as one: they say the same, or the later only adds to it; null where they contradict each other. */
export const joinedWith = <V>(sheet: Sheet<V, string>, earlier: V, later: V): V | null =>
  JSON.stringify(earlier) === JSON.stringify(later) ? earlier : sheet.join(earlier, later);

function tally(
  deduced: Map<string, Map<string, number>>,
  fields: readonly NamedField[],
  field: string,
  word: string,
): void {
  const header = fields.find(({ name }) => name === field)?.header ?? field;
  const words = deduced.get(header) ?? new Map<string, number>();
  words.set(word, (words.get(word) ?? 0) + 1);
  deduced.set(header, words);
}

/** Names of the fields that the file says something about: its columns and what the importer stated. */
export const givenFields = <V>(reading: Reading<V>, sheet: Sheet<V>): readonly string[] => [
  ...reading.recognised.columns.map((each) => sheet.fields[each.field]?.name ?? ''),
  ...reading.recognised.assumed,
];
