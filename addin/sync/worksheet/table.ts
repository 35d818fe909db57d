/** Where things lie in a worksheet as it stands at this moment: people sort, filter, insert and move columns between any two looks. */
import type { BookSheet } from '../../../core/sheet/book.ts';
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { idHeader, verdictHeader } from '../../../core/sheet/layout.ts';
import { recognise } from '../../../core/sheet/recognise.ts';
import type { Sheet } from '../../../core/sheet/sheet.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import type { Area, Block } from '../../host/sheet-host.ts';

/** A kind of sheet, whatever its rows become. */
export type AnySheet = Sheet<unknown, string>;
export const sheetOf = (sheet: BookSheet): AnySheet => sheets[sheet];

export interface Table {
  readonly grid: Grid;
  readonly headerRow: number;
  readonly firstRow: number;
  /** Field → column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns of ours; -1 where somebody has deleted them. */
  readonly id: number;
  readonly verdict: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** null where no row of the worksheet is its header row. Columns that are missing are for the check to tell. */
export function tableOf(grid: Grid, sheet: AnySheet): Table | null {
  const found = recognise(
    grid,
    sheet,
    sheet.fields.map((field) => field.name),
  );
  if (!found.ok) return null;
  const { headerRow, firstRow, headers, columns } = found.value;
  const titled = headers.flatMap((header, column) => (header.trim() === '' ? [] : [column]));
  const own = (wanted: string) => headers.findIndex((header) => header.replace(/[\s*＊]+/g, '') === wanted);
  return {
    grid,
    headerRow,
    firstRow,
    columns: new Map(columns.map(({ field, column }) => [sheet.fields[field]?.name ?? '', column])),
    id: own(idHeader),
    verdict: own(verdictHeader),
    firstColumn: titled[0] ?? 0,
    lastColumn: titled[titled.length - 1] ?? 0,
  };
}

export const textAt = ({ grid }: Table, row: number, column: number): string =>
  column < 0 ? '' : textOf(grid.rows[row]?.[column]);

/** Row of each id. Of a copied row the upper one keeps the name. */
export function placesOf(table: Table): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let row = table.firstRow; row < table.grid.rows.length; row++) {
    const id = textAt(table, row, table.id).trim();
    if (id !== '' && !places.has(id)) places.set(id, row);
  }
  return places;
}

/** The first row below everything that stands in the worksheet. */
export function firstFreeRow({ grid, headerRow }: Table): number {
  let row = grid.rows.length - 1;
  while (row > headerRow && (grid.rows[row] ?? []).every((cell) => textOf(cell).trim() === '')) row--;
  return row + 1;
}

export const areaOf = (table: Table, lastRow = firstFreeRow(table) - 1): Area => ({
  headerRow: table.headerRow,
  firstRow: table.firstRow,
  lastRow: Math.max(lastRow, table.firstRow),
  firstColumn: table.firstColumn,
  lastColumn: table.lastColumn,
  verdict: table.verdict,
});

/** Whether a row stands as it stood, apart from the column that we write ourselves. */
export function sameRow(before: Table, after: Table, row: number): boolean {
  const one = before.grid.rows[row] ?? [];
  const other = after.grid.rows[row] ?? [];
  for (let column = 0; column < Math.max(one.length, other.length); column++)
    if (column !== before.verdict && textOf(one[column]) !== textOf(other[column])) return false;
  return before.id === after.id && before.verdict === after.verdict;
}

export interface Put {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Gaps up to this many rows are bridged, since one block more costs a host more than some empty cells. */
const bridged = 40;

/** Single cells as few blocks: one column each, from top to bottom. */
export function blocksOf(puts: readonly Put[]): readonly Block[] {
  const blocks: { row: number; column: number; cells: (string | null)[][] }[] = [];
  for (const { row, column, text } of puts.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = blocks.at(-1);
    const next = last === undefined || last.column !== column ? null : last.row + last.cells.length;
    if (last === undefined || next === null || row - next > bridged) {
      blocks.push({ row, column, cells: [[text]] });
      continue;
    }
    for (let gap = next; gap < row; gap++) last.cells.push([null]);
    last.cells.push([text]);
  }
  return blocks;
}
