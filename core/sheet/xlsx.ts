/**
 * Workbooks to grids and back, by hucre: the one file that knows it. Cached values of formulas, dates as dates, merged cells
 * filled; a number is marked as one, since a code that a workbook held as a number may not be the code any more.
 */
import {
  type CellStyle,
  type CellValue,
  type Sheet as HucreSheet,
  readXlsx,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { err, ok, type Result } from '../result.ts';
import { type Cell, columnLetters, type Grid, type Limits, limits } from './grid.ts';
import { choicesOnly } from './look.ts';
import { numberCell, shownAs } from './number-cell.ts';
import { printTitlesName, printTitlesRange } from './print.ts';
import { widthOfText } from './text-width.ts';
import { unpackedSize } from './zip-size.ts';

export type XlsxRefusal =
  | { readonly kind: 'too-large'; readonly bytes: number; readonly allowed: number }
  /** Unpacks to more than is allowed, or hides how much. */
  | { readonly kind: 'unpacks-too-large'; readonly allowed: number }
  | { readonly kind: 'too-many-rows'; readonly allowed: number }
  | { readonly kind: 'too-many-cells'; readonly allowed: number }
  | { readonly kind: 'password' }
  | { readonly kind: 'broken-workbook' }
  | { readonly kind: 'not-a-workbook' }
  /** “Strict Open XML”: it can be read, but not written into. */
  | { readonly kind: 'strict-workbook' }
  /** .ods, as LibreOffice saves by itself. */
  | { readonly kind: 'open-document' };

type Which = (info: { readonly name: string; readonly hidden?: boolean; readonly veryHidden?: boolean }) => boolean;
const shown: Which = ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true;

/** Reads every sheet that is not hidden and not empty. The name of the file plays no part, only its bytes. */
export const readWorkbook = (bytes: Uint8Array, allowed: Limits = limits) => gridsOf(bytes, allowed, shown);

/** One worksheet, hidden or not; without rows where it is empty or not there. */
export async function readWorksheet(
  bytes: Uint8Array,
  name: string,
  allowed: Limits = limits,
): Promise<Result<Grid, XlsxRefusal>> {
  const grids = await gridsOf(bytes, allowed, (info) => info.name === name);
  return grids.ok ? ok(grids.value[0] ?? { name, rows: [] }) : grids;
}

async function gridsOf(
  bytes: Uint8Array,
  allowed: Limits,
  which: Which,
): Promise<Result<readonly Grid[], XlsxRefusal>> {
  if (bytes.length > allowed.bytes) return err({ kind: 'too-large', bytes: bytes.length, allowed: allowed.bytes });
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err({ kind: 'not-a-workbook' });
  if (isOpenDocument(bytes)) return err({ kind: 'open-document' });
  const unpacked = unpackedSize(bytes);
  if (unpacked === null || unpacked > allowed.unpacked)
    return err({ kind: 'unpacks-too-large', allowed: allowed.unpacked });
  const read = await opened(bytes, allowed, which, unpacked <= formatsUpTo);
  if (!read.ok) return read;
  const grids: Grid[] = [];
  for (const sheet of read.value) {
    if (sheet.rows.length > allowed.rows) return err({ kind: 'too-many-rows', allowed: allowed.rows });
    const merges = mergesWithin(sheet);
    let cells = 0;
    for (const row of sheet.rows) cells += row.length;
    for (const { startRow, startCol, endRow, endCol } of merges)
      cells += (endRow - startRow + 1) * (endCol - startCol + 1);
    if (cells > allowed.cells) return err({ kind: 'too-many-cells', allowed: allowed.cells });
    const grid = gridOf(sheet, merges);
    if (grid.rows.length > 0) grids.push(grid);
  }
  return ok(grids);
}

/**
 * Up to this size the numbers' formats are read too, for cells shown as 5% or 00123: plans and rolls are far smaller, and a
 * register of a hundred thousand rows would take twice the time for nothing.
 */
const formatsUpTo = 30_000_000;

/** Its first entry says what it is, unpacked (OpenDocument 1.3 part 2, 3.3). */
const isOpenDocument = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(30, 84)).startsWith('mimetypeapplication/vnd.oasis.opendocument');

/** The last row that a workbook can have. */
const lastRow = 1_048_576;

async function opened(
  bytes: Uint8Array,
  allowed: Limits,
  sheets: Which,
  readStyles: boolean,
): Promise<Result<readonly HucreSheet[], XlsxRefusal>> {
  try {
    // The reader lengthens rows before it counts cells: only a range keeps it from that.
    const range = `A1:${columnLetters(allowed.columns - 1)}${lastRow}`;
    return ok((await readXlsx(bytes, { sheets, maxRows: allowed.rows + 1, range, readStyles })).sheets);
  } catch (error) {
    // Whatever the reader stumbles over came from the file: the archive, its XML or a coordinate in it.
    const name = error instanceof Error ? error.name : '';
    return err({ kind: name === 'EncryptedFileError' ? 'password' : 'broken-workbook' });
  }
}

type Merge = NonNullable<HucreSheet['merges']>[number];

/** Merged areas as far as rows and columns with cells reach: one that is said to span the whole sheet fills no memory. */
function mergesWithin({ rows, merges = [] }: HucreSheet): readonly Merge[] {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  return merges
    .map((each) => ({
      ...each,
      endRow: Math.min(each.endRow, rows.length - 1),
      endCol: Math.min(each.endCol, width - 1),
    }))
    .filter(({ startRow, startCol, endRow, endCol }) => startRow <= endRow && startCol <= endCol);
}

function gridOf(sheet: HucreSheet, merges: readonly Merge[]): Grid {
  const rows: Cell[][] = sheet.rows.map((row) => row.map(cellOf));
  for (const [address, { type, value, formula, style }] of sheet.cells ?? []) {
    const [row, column] = address.split(',').map(Number);
    const cells = row === undefined ? undefined : rows[row];
    if (cells === undefined || column === undefined) continue;
    if (type === 'error') cells[column] = { text: String(value ?? ''), was: 'error' };
    else if (formula !== undefined && value === null) cells[column] = { text: `=${formula}`, was: 'uncalculated' };
    else if (typeof value === 'number' && style?.numFmt !== undefined)
      cells[column] = shownAs(value, style.numFmt) ?? cells[column] ?? '';
  }
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const cell = rows[startRow]?.[startCol];
    if (cell === undefined || cell === '') continue;
    for (let row = startRow; row <= endRow; row++) {
      const cells = rows[row] ?? [];
      for (let column = startCol; column <= endCol; column++) {
        while (cells.length < column) cells.push('');
        cells[column] = cell;
      }
    }
  }
  // Formats and drop-downs that reach to row 1000 come back as blank rows.
  let last = rows.length;
  while (last > 0 && (rows[last - 1] ?? []).every((cell) => cell === '')) last -= 1;
  return { name: sheet.name, rows: rows.slice(0, last) };
}

function cellOf(value: CellValue): Cell {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return dateText(value);
  return numberCell(value);
}

/** The reader makes dates in UTC, so that no zone moves them. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day, time] = date.toISOString().split('T');
  return time?.startsWith('00:00:00') ? (day ?? '') : `${day} ${time?.slice(0, 8)}`;
}

/** A worksheet in hucre's own terms, for what is laid out beside this file. */
export type WorkbookSheet = WriteSheet;

/** A workbook of worksheets that are laid out already. Texts lie in their cells, so that a part can be taken from it by itself. */
export const writeSheets = async (
  sheets: readonly WorkbookSheet[],
  on: string,
  names: readonly { readonly name: string; readonly range: string; readonly scope?: string }[] = [],
): Promise<Uint8Array> => {
  const stamp = new Date(`${on}T00:00:00Z`);
  return await writeXlsx({
    sheets: [...sheets],
    namedRanges: [...names],
    properties: { created: stamp, modified: stamp },
    stringMode: 'inline',
  });
};

/** A sheet to be written; every cell is text unless it is a number, so that codes keep their zeros and nothing runs. */
export interface SheetToWrite {
  readonly name: string;
  /** Lines above the header. */
  readonly titles?: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Widths in characters of the columns; those not given fit their content. */
  readonly widths?: readonly (number | undefined)[];
  /** Column → words of its drop-down; a choice of several words only suggests them. */
  readonly choices?: ReadonlyMap<number, { readonly options: readonly string[]; readonly several: boolean }>;
  /** Rows for which drop-downs are laid out beyond those written (templates). */
  readonly spareRows?: number;
  /** Native charts over the rows, each beside or below them. */
  readonly charts?: readonly ChartToDraw[];
}

/** A chart of a sheet's own columns: it follows the cells when somebody changes them. */
export interface ChartToDraw {
  readonly kind: 'column' | 'bar' | 'pie' | 'line';
  readonly title: string;
  /** Column that names the points. */
  readonly names: number;
  /** Columns of numbers, one series each; a pie has one. */
  readonly values: readonly number[];
  /** Row and column of its corners on the sheet, counted from 0 under the header. */
  readonly at: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  /** Rows that it draws; all where it is left out. */
  readonly rows?: number;
  /** The first of them, counted from 0; 0 where it is left out. */
  readonly from?: number;
  /** It is printed on a page of its own, so that no page ends in the middle of it. */
  readonly ownPage?: true;
}

const choicesSheet = '选项';

/** A workbook of these sheets: frozen header, text format throughout, drop-downs from a hidden sheet (255 characters are all
 * that a list within a rule may hold). `on` is stamped as its date, so that equal content gives equal bytes. */
export async function writeWorkbook(sheets: readonly SheetToWrite[], on: string): Promise<Uint8Array> {
  const lists: (readonly string[])[] = [];
  const written = sheets.map((sheet) => laidOut(sheet, lists));
  const height = Math.max(0, ...lists.map((list) => list.length));
  const listRows = Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null));
  const hidden = lists.length === 0 ? [] : [{ name: choicesSheet, rows: listRows, veryHidden: true }];
  const stamp = new Date(`${on}T00:00:00Z`);
  const namedRanges = sheets.map(({ name, titles = [] }) => ({
    name: printTitlesName,
    range: printTitlesRange({ name, titles }),
    scope: name,
  }));
  return await writeXlsx({
    sheets: [...written, ...hidden],
    namedRanges,
    properties: { created: stamp, modified: stamp },
  });
}

function laidOut(sheet: SheetToWrite, lists: (readonly string[])[]) {
  const titles = sheet.titles ?? [];
  const headerRow = titles.length;
  const last = headerRow + 1 + sheet.rows.length + (sheet.spareRows ?? 0);
  const edge = { style: 'thin' as const };
  const bold = {
    font: { bold: true },
    numFmt: '@',
    alignment: { horizontal: 'center' as const, vertical: 'center' as const, wrapText: true },
    border: { top: edge, right: edge, bottom: edge, left: edge },
  };
  // A title runs over the whole width instead of being squeezed into the first column.
  const titleStyle = (i: number) => ({
    font: i === 0 ? { bold: true, size: 14 } : {},
    numFmt: '@',
    alignment: { horizontal: 'left' as const, vertical: 'center' as const },
  });
  const lastColumn = sheet.headers.length - 1;
  const columns = sheet.headers.map((header, i) => ({
    width: sheet.widths?.[i] ?? fitting(header, sheet.rows, i),
    style: { numFmt: '@', alignment: { vertical: 'center' as const, wrapText: true } },
  }));
  const dataValidations = [...(sheet.choices ?? [])].map(([column, { options, several }]) => {
    const letters = columnLetters(column);
    lists.push(options);
    const listColumn = columnLetters(lists.length - 1);
    return {
      type: 'list' as const,
      formula1: `'${choicesSheet}'!$${listColumn}$1:$${listColumn}$${options.length}`,
      range: `${letters}${headerRow + 2}:${letters}${Math.max(last, headerRow + 2)}`,
      allowBlank: true,
      showErrorMessage: !several,
      errorStyle: 'stop' as const,
      errorTitle: choicesOnly.title,
      errorMessage: choicesOnly.message,
    };
  });
  return {
    name: sheet.name,
    columns,
    rows: [...titles.map((title) => [title]), [...sheet.headers], ...sheet.rows.map((row) => [...row])],
    cells: new Map<string, { value: string; style: CellStyle }>([
      ...titles.map((title, i) => [`${i},0`, { value: title, style: titleStyle(i) }] as const),
      ...sheet.headers.map((header, i) => [`${headerRow},${i}`, { value: header, style: bold }] as const),
    ]),
    merges: lastColumn < 1 ? [] : titles.map((_, i) => ({ startRow: i, startCol: 0, endRow: i, endCol: lastColumn })),
    freezePane: { rows: headerRow + 1 },
    rowDefs: new Map(
      sheet.rows
        .map((row, i) => [headerRow + 1 + i, { height: heightOf(row, columns) }] as const)
        .filter(([, { height }]) => height > lineHeight),
    ),
    // A4 across, all columns on one page, the header again on each: these lists are printed and carried along.
    pageSetup: {
      paperSize: 'a4' as const,
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      showGridLines: true,
    },
    ...(dataValidations.length > 0 ? { dataValidations } : {}),
    ...(sheet.charts === undefined || sheet.rows.length === 0
      ? {}
      : {
          charts: sheet.charts.map((chart) => chartOf(chart, sheet, headerRow)),
          rowBreaks: [...breaksBefore(sheet.charts, headerRow)],
        }),
  };
}

/** Named by the row after which the page ends: the one above the chart's first. Rows are counted from 0, titles and header among them. */
const breaksBefore = (charts: readonly ChartToDraw[], headerRow: number): readonly number[] =>
  charts.filter(({ ownPage }) => ownPage === true).map(({ at }) => headerRow + at.row);

function chartOf(
  { kind, title, names, values, at, rows, from = 0 }: ChartToDraw,
  sheet: SheetToWrite,
  headerRow: number,
) {
  const sheetName = `'${sheet.name.replaceAll("'", "''")}'`;
  const [first, last] = [
    headerRow + 2 + from,
    headerRow + 1 + Math.min(from + (rows ?? sheet.rows.length), sheet.rows.length),
  ];
  const range = (column: number): string => {
    const letters = columnLetters(column);
    return `${sheetName}!$${letters}$${first}:$${letters}$${last}`;
  };
  const top = headerRow + 1 + at.row;
  return {
    type: kind,
    title,
    series: values.map((column) => ({
      name: sheet.headers[column] ?? '',
      values: range(column),
      categories: range(names),
      dataLabels: { showValue: true },
    })),
    anchor: { from: { row: top, col: at.column }, to: { row: top + at.rows, col: at.column + at.columns } },
    legend: values.length > 1 || kind === 'pie' ? ('bottom' as const) : (false as const),
    // Bars are read from above, in the order of the rows.
    ...(kind === 'bar' ? { axes: { x: { reverse: true } } } : {}),
  };
}

/** A Han character is two wide. The first hundred rows tell enough. */
function fitting(header: string, rows: SheetToWrite['rows'], column: number): number {
  let widest = widthOfText(header);
  for (let row = 0; row < Math.min(rows.length, 100); row++)
    widest = Math.max(widest, widthOfText(String(rows[row]?.[column] ?? '')));
  return Math.min(28, Math.max(8, widest + 2));
}

/** Points of one line of text at the usual size. */
export const lineHeight = 15;

/** Not every program grows a row for its wrapped text by itself, so the height is stated: as many lines as the fullest cell needs. */
export const heightOf = (row: readonly (string | number)[], columns: readonly { readonly width: number }[]): number =>
  lineHeight *
  row.reduce<number>((most, cell, i) => {
    const lines = String(cell)
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(widthOfText(line) / Math.max(1, (columns[i]?.width ?? 8) - 1))),
        0,
      );
    return Math.max(most, lines);
  }, 1);
