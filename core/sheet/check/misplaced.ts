/**
 * What stands where the table does not look: a block that was pasted beside or above it, and one that was pasted a column off, whose rows would
 * otherwise be told hundreds of faults and never the one.
 */
import type { Checked } from '../check.ts';
import type { Context } from '../context.ts';
import { type Cell, cellAddress, type Grid, textOf } from '../grid.ts';
import { normalise } from '../normalise.ts';
import { readCell } from '../read-cell.ts';
import { columnsOf } from '../read-row.ts';
import type { Recognised } from '../recognise.ts';
import type { NamedField, Sheet } from '../sheet.ts';
import { wordsOfOutside, wordsOfShifted } from './misplaced-words.ts';
import type { OpenRow } from './rows.ts';

export interface Looked<V> {
  readonly grid: Grid;
  readonly sheet: Sheet<V, string>;
  readonly context: Context;
  readonly recognised: Recognised;
  readonly rows: readonly OpenRow<V>[];
}

export function misplaced<V>(looked: Looked<V>): Checked['remarks'] {
  const shifted = shiftOf(looked);
  return shifted.length > 0 ? shifted : outsideOf(looked);
}

const isText = (cell: Cell | undefined): boolean => textOf(cell).trim() !== '';

/** Cells without a header over them, and rows above the header row that are no titles. */
function outsideOf({
  grid,
  recognised: { headerRow, headers },
}: Pick<Looked<unknown>, 'grid' | 'recognised'>): Checked['remarks'] {
  const found: { row: number; column: number }[] = [];
  for (let row = 0; row < headerRow; row++) {
    const cells = grid.rows[row] ?? [];
    if (isTitle(cells, headers)) continue;
    cells.forEach((cell, column) => {
      if (column > 0 && isText(cell)) found.push({ row, column });
    });
  }
  for (let row = headerRow + 1; row < grid.rows.length; row++)
    (grid.rows[row] ?? []).forEach((cell, column) => {
      if ((headers[column] ?? '') === '' && isText(cell)) found.push({ row, column });
    });
  const [first] = found;
  if (first === undefined) return [];
  return [
    { weight: 'notice', words: wordsOfOutside(first.row + 1, cellAddress(first.row, first.column), found.length) },
  ];
}

/** Titles say two or three things; a merged one repeats itself, and so do the groups of a header of two rows. */
function isTitle(cells: readonly Cell[], headers: readonly string[]): boolean {
  const texts = cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '');
  const repeats = texts.some((text, place) => place > 0 && text === texts[place - 1]);
  return repeats || new Set(texts).size <= titleMost || texts.some((text) => headers.includes(text));
}
const titleMost = 3;

const shifts = [1, -1, 2, -2] as const;
/** Rows that are read once more. */
const sampled = 40;

interface Typed {
  readonly field: NamedField;
  readonly column: number;
}

function shiftOf<V>({ grid, sheet, context, recognised, rows }: Looked<V>): Checked['remarks'] {
  const filled = rows.filter((row) => row.filled);
  const failing = filled.filter(({ remarks }) => remarks.some(({ weight }) => weight === 'refused'));
  const [first] = failing;
  if (first === undefined || failing.length < 2 || 2 * failing.length <= filled.length) return [];
  if (!failInSameColumns(failing, filled.length)) return [];
  const places = columnsOf(sheet, recognised);
  const typed = sheet.fields
    .flatMap((field, place): Typed[] => {
      const column = places[place] ?? -1;
      return column < 0 || sheet.given.has(field.name) ? [] : [{ field, column }];
    })
    .toSorted((a, b) => a.column - b.column);
  const sample = failing.slice(0, sampled).map(({ row }) => grid.rows[row] ?? []);
  const own = new Set(recognised.own.map(({ column }) => column));
  const stands = fitOf(sample, typed, 0, own, context);
  for (const shift of shifts) {
    const would = fitOf(sample, typed, shift, own, context);
    // Beyond doubt: nearly nothing fails, and cells that are not just any words are read.
    if (would.good < sample.length || would.good <= stands.good || 4 * would.bad > stands.bad) continue;
    const from = typed[0]?.column ?? 0;
    return [{ weight: 'refused', words: wordsOfShifted(shift, first.row + 1, cellAddress(first.row, from)) }];
  }
  return [];
}

function failInSameColumns(failing: readonly OpenRow<unknown>[], filled: number): boolean {
  const times = new Map<number, number>();
  for (const { remarks } of failing) {
    const columns = new Set(
      remarks.filter(({ weight, column }) => weight === 'refused' && column >= 0).map((r) => r.column),
    );
    for (const column of columns) times.set(column, (times.get(column) ?? 0) + 1);
  }
  return [...times.values()].some((count) => 2 * count > filled);
}

/** Cells that would be read, by how sure that is: words take any text, so that they neither speak for a shift nor against it. */
function fitOf(
  sample: readonly (readonly Cell[])[],
  typed: readonly Typed[],
  shift: number,
  own: ReadonlySet<number>,
  context: Context,
): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  for (const cells of sample)
    for (const { field, column } of typed) {
      const at = column + shift;
      // What lies over the edge of the table was overwritten by it.
      if (at < 0 || own.has(at)) continue;
      const cell = cells[at] ?? '';
      const { ok } = readCell(cell, field, context, 0);
      if (!ok) bad++;
      else if (isStrict(field) && normalise(textOf(cell), field.purpose).text !== '') good++;
    }
  return { good, bad };
}

function isStrict({ shape: { kind } }: NamedField): boolean {
  return kind !== 'words' && kind !== 'lines' && kind !== 'list' && kind !== 'code';
}
