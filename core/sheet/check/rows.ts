/**
 * Every filled row of a worksheet, cell by cell: what it would be sent as, what is wrong with a cell, what is doubtful in one that is
 * kept, and which row says the same as an earlier one. No row is ever left out: what stands in a worksheet must be answered for.
 */
import { ok, type Result } from '../../result.ts';
import type { Words } from '../../words.ts';
import type { Checked, CheckedRow, Remark, Weight } from '../check.ts';
import type { Context } from '../context.ts';
import type { Fault } from '../fault.ts';
import { type Cell, type Grid, textOf } from '../grid.ts';
import { idHeader } from '../layout.ts';
import { folded, normalise } from '../normalise.ts';
import { joinedWith } from '../read.ts';
import { columnsOf, linesOf, type RowReading, rowReader } from '../read-row.ts';
import { type Recognised, type RecogniseRefusal, recognise } from '../recognise.ts';
import type { RowCells } from '../row.ts';
import type { NamedField, Sheet } from '../sheet.ts';
import { oneLine, wordsOfDoubt, wordsOfFault } from '../words.ts';
import { misplaced } from './misplaced.ts';
import { shortDoubt, wordsOfLook, wordsOfSameRow } from './words.ts';

/** A row on the way to being checked: rules add what they find. */
export interface OpenRow<V> extends CheckedRow {
  readonly remarks: Remark[];
  /** What the row stands for; null where a cell of it is refused or nothing is filled in yet. */
  readonly value: V | null;
  /** Names of the fields whose cells were kept without being understood in full. */
  readonly doubted: ReadonlySet<string>;
}

export interface OpenSheet<V> {
  readonly recognised: Recognised;
  readonly rows: readonly OpenRow<V>[];
  readonly notes: readonly { readonly row: number; readonly text: string }[];
  /** Said of the whole worksheet. */
  readonly remarks: Checked['remarks'];
  /** Adds a remark to a row, at the cell of a field; '' is the row as a whole. */
  readonly say: (row: OpenRow<V>, field: string, weight: Weight, words: Words) => void;
}

/** @param twice how a row weighs that repeats an earlier one to the letter */
export function openSheet<V>(
  grid: Grid,
  sheet: Sheet<V, string>,
  context: Context,
  twice: Weight = 'notice',
): Result<OpenSheet<V>, RecogniseRefusal> {
  const found = recognise(grid, sheet, Object.keys(context.assume), context.demand);
  if (!found.ok) return found;
  const recognised = found.value;
  const read = rowReader(grid, sheet, context, recognised);
  const columns = columnsOf(sheet, recognised);
  const ids = recognised.own.find(({ header }) => folded(header) === folded(idHeader))?.column ?? -1;
  const placeOf = new Map(sheet.fields.map(({ name }, place) => [name, place]));
  const say: OpenSheet<V>['say'] = (row, field, weight, words) => {
    const place = placeOf.get(field);
    const column = place === undefined ? -1 : (columns[place] ?? -1);
    const header = place === undefined ? '' : (sheet.fields[place]?.header ?? '');
    row.remarks.push({ column, header, value: oneLine(textOf(grid.rows[row.row]?.[column])), weight, words });
  };
  const isLaid = laidOut(sheet, columns);
  const typed = columns.filter((column, place) => column >= 0 && !sheet.given.has(sheet.fields[place]?.name ?? ''));
  const isFilled = (cells: readonly Cell[]) => typed.some((column) => textOf(cells[column]).trim() !== '');
  const rows: OpenRow<V>[] = [];
  const notes: { row: number; text: string }[] = [];
  const repeats = repeated(sheet, columns, twice, say);
  const told = new Set<string>();
  for (const line of linesOf(grid, recognised)) {
    if (line.kind === 'note') {
      notes.push({ row: line.row, text: line.text });
      continue;
    }
    const reading = read(line.row, line.cells);
    // A row of which only what the desk gave is there waits to be filled in; nothing is missing from it yet.
    const filled = sheet.given.size === 0 || isFilled(line.cells);
    const value = filled ? (reading.built?.value ?? null) : null;
    const cells = cellsOf({ sheet, columns, isLaid, context }, line.cells, reading, value);
    const row: OpenRow<V> = {
      row: line.row,
      id: textOf(grid.rows[line.row]?.[ids]).trim(),
      filled,
      cells,
      remarks: [],
      value,
      doubted: doubtedIn(sheet, reading),
    };
    rows.push(row);
    if (!filled) continue;
    remarksOfCells(reading, row.remarks, told);
    if (value !== null) repeats(row, value);
  }
  const remarks = misplaced({ grid, sheet, context, recognised, rows });
  return ok({ recognised, rows, notes, remarks, say });
}

/** What stands in the first is laid out in the second; where the worksheet has only the first, it must still be sent. */
const addsTo: Readonly<Record<string, string>> = { libraries: 'tags' };
const laidOut = ({ fields }: { readonly fields: readonly NamedField[] }, columns: readonly number[]) =>
  fields.map(({ name }) => (columns[fields.findIndex((each) => each.name === (addsTo[name] ?? name))] ?? -1) >= 0);

interface Laying<V> {
  readonly sheet: Sheet<V, string>;
  readonly columns: readonly number[];
  readonly isLaid: readonly boolean[];
  readonly context: Context;
}

/** As the desk would write it, in the fields that the worksheet has; where a cell cannot be read, what stands in it. */
function cellsOf<V>(
  { sheet, columns, isLaid, context }: Laying<V>,
  cells: readonly Cell[],
  reading: RowReading<V>,
  value: V | null,
): RowCells {
  const laid = value === null ? null : sheet.lay(value, context);
  const texts: Record<string, string> = {};
  for (let place = 0; place < sheet.fields.length; place++) {
    const column = columns[place] ?? -1;
    const field = sheet.fields[place];
    if (column < 0 || field === undefined) continue;
    let text = textOf(cells[column]);
    const own = reading.cells[place];
    const typed = text.trim() === '' ? '' : own?.ok === false ? asTyped(text, own.error) : text;
    const read = typed !== '' && own?.ok ? field.write(own.value.value, context) : null;
    if (laid !== null && isLaid[place] === true) text = laid[place] ?? '';
    else text = read ?? typed;
    // Words that the desk keeps no value of (“根据需要”) are sent as they were written.
    if (text === '' && read === '') text = normalise(typed, field.purpose).text;
    if (text !== '') texts[field.name] = text;
  }
  return texts;
}

const doubtedIn = <V>({ fields }: Sheet<V, string>, { cells }: RowReading<V>): ReadonlySet<string> =>
  new Set(
    fields.flatMap(({ name }, place) => (cells[place]?.ok && cells[place].value.doubts.length > 0 ? [name] : [])),
  );

/** Of a day that a workbook has made of a number nobody knows what he typed. */
const asTyped = (text: string, fault: Fault): string =>
  fault.kind === 'early-date' && fault.typed !== '' ? fault.typed : text;

/** A long list of choices is told in full once in a column. */
function shorter(fault: Fault, header: string, told: Set<string>): Fault {
  if (fault.kind !== 'option' || fault.options.length <= choicesMost) return fault;
  if (told.has(header)) return { ...fault, of: fault.options.length, options: fault.options.slice(0, choicesTold) };
  told.add(header);
  return fault;
}
const choicesMost = 6;
const choicesTold = 3;

/** @param told headers of which the list of choices was told */
function remarksOfCells<V>({ faults, doubts, corrections }: RowReading<V>, remarks: Remark[], told: Set<string>): void {
  for (const { column, header, value, fault } of faults)
    remarks.push({
      column,
      header,
      value: oneLine(asTyped(value, fault)),
      weight: 'refused',
      words: wordsOfFault(shorter(fault, header, told)),
    });
  for (const { column, header, value, doubt } of doubts)
    remarks.push({ column, header, value: oneLine(value), weight: 'notice', words: wordsOfDoubt(shortDoubt(doubt)) });
  for (const { column, header, from, to, changes } of corrections) {
    const words = wordsOfLook(changes, to);
    if (words !== null) remarks.push({ column, header, value: oneLine(from), weight: 'notice', words });
  }
}

/** Compares each row with those above it: nothing is merged here, since each row of a worksheet is somebody's. */
function repeated<V>(
  sheet: Sheet<V, string>,
  columns: readonly number[],
  twice: Weight,
  say: OpenSheet<V>['say'],
): (row: OpenRow<V>, value: V) => void {
  const seen = new Map<string, { readonly row: number; readonly value: V }>();
  const place = sheet.fields.findIndex(({ required }, i) => required && (columns[i] ?? -1) >= 0);
  const field = sheet.fields[place]?.name ?? '';
  return (row, value) => {
    const key = sheet.keyOf(value);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, { row: row.row, value });
      return;
    }
    const firstRow = earlier.row + 1;
    if (joinedWith(sheet, earlier.value, value) !== null) say(row, field, twice, wordsOfSameRow(firstRow));
    else say(row, field, 'refused', wordsOfFault({ kind: 'duplicate', firstRow }));
  };
}
