/** Addresses as Excel writes them: B2, A1:C3, A:C, 1:3, with or without a worksheet's name before them. Rows and columns count from 0. */
import { invalid } from './trouble.ts';

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function letters(column: number): string {
  let text = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
}

const columnOf = (text: string): number =>
  [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** @throws where a worksheet has no such cells */
export function areaWithin(area: Area): Area {
  const { row, column, rows, columns } = area;
  const whole = [row, column, rows, columns].every(Number.isInteger);
  if (
    !whole ||
    row < 0 ||
    column < 0 ||
    rows < 1 ||
    columns < 1 ||
    row + rows > maxRows ||
    column + columns > maxColumns
  )
    throw invalid('区域超出了工作表的范围。');
  return area;
}

export interface Address {
  /** null: the worksheet that is asked. */
  readonly sheet: string | null;
  readonly area: Area;
}

const cells = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?$/;
const wholeColumns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const wholeRows = /^\$?([0-9]{1,7}):\$?([0-9]{1,7})$/;

/** null where the text is no address; it may be a name. */
export function readAddress(text: string): Address | null {
  const named = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text.trim());
  const sheet = named ? (named[1]?.replaceAll("''", "'") ?? named[2] ?? null) : null;
  const rest = named?.[3] ?? text.trim();
  const area = readArea(rest);
  return area === null ? null : { sheet, area };
}

function readArea(text: string): Area | null {
  const cell = cells.exec(text);
  if (cell) {
    const [, column = '', row = '', lastColumn = column, lastRow = row] = cell;
    return between(Number(row) - 1, columnOf(column), Number(lastRow) - 1, columnOf(lastColumn));
  }
  const columns = wholeColumns.exec(text);
  if (columns) return between(0, columnOf(columns[1] ?? ''), maxRows - 1, columnOf(columns[2] ?? ''));
  const rows = wholeRows.exec(text);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, maxColumns - 1);
  return null;
}

export const between = (row: number, column: number, lastRow: number, lastColumn: number): Area =>
  areaWithin({
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  });

export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;

export function intersection(one: Area, other: Area): Area | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(lastRow(one), lastRow(other)) - row + 1;
  const columns = Math.min(lastColumn(one), lastColumn(other)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export const bounding = (one: Area, other: Area): Area =>
  between(
    Math.min(one.row, other.row),
    Math.min(one.column, other.column),
    Math.max(lastRow(one), lastRow(other)),
    Math.max(lastColumn(one), lastColumn(other)),
  );

export const sameArea = (one: Area, other: Area): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;

export const quoted = (sheet: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && readArea(sheet) === null ? sheet : `'${sheet.replaceAll("'", "''")}'`;

export function written({ row, column, rows, columns }: Area, fixed = false): string {
  const sign = fixed ? '$' : '';
  const name = (r: number, c: number) => `${sign}${letters(c)}${sign}${r + 1}`;
  if (rows === maxRows && columns === maxColumns) return `${sign}1:${sign}${maxRows}`;
  if (rows === maxRows) return `${sign}${letters(column)}:${sign}${letters(column + columns - 1)}`;
  if (columns === maxColumns) return `${sign}${row + 1}:${sign}${row + rows}`;
  const first = name(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${name(row + rows - 1, column + columns - 1)}`;
}

/**
 * Where an area lies after rows or columns were put in (count > 0) or taken out (count < 0) at a place.
 * @returns null when nothing of it is left
 */
export function shifted(area: Area, along: 'row' | 'column', at: number, count: number): Area | null {
  const first = area[along];
  const size = along === 'row' ? area.rows : area.columns;
  const whole = along === 'row' ? area.rows === maxRows : area.columns === maxColumns;
  if (whole) return area;
  const move = (index: number): number => {
    if (count > 0) return index >= at ? index + count : index;
    return index >= at - count ? index + count : Math.min(index, at);
  };
  const start = move(first);
  const end = count > 0 ? move(first + size - 1) : move(first + size);
  const length = count > 0 ? end - start + 1 : end - start;
  if (length <= 0) return null;
  return along === 'row' ? { ...area, row: start, rows: length } : { ...area, column: start, columns: length };
}
