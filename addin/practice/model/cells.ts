/** Cells of a worksheet: reading, writing, formats. Only rows in use exist. */
import { type Area, between, intersection, lastColumn, lastRow, maxColumns, maxRows } from './address.ts';
import {
  type Cell,
  type Column,
  plainStyle,
  type Row,
  type Sheet,
  type Style,
  styleIndex,
  type Value,
} from './book.ts';
import { entered } from './enter.ts';
import { calculated } from './formula.ts';
import { namedArea } from './names.ts';
import { shown } from './number-format.ts';
import { refuseLocked } from './protection.ts';
import { growTable, keepHeaders } from './tables.ts';
import { invalid } from './trouble.ts';
import type { Workbook } from './workbook.ts';

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined => sheet.rows[row]?.cells[column];

export function rowAt(sheet: Sheet, index: number): Row {
  const found = sheet.rows[index];
  if (found) return found;
  const made: Row = { cells: [], height: null, hidden: false, filtered: false };
  sheet.rows[index] = made;
  return made;
}

export function columnAt(sheet: Sheet, index: number): Column {
  const found = sheet.columns[index];
  if (found) return found;
  const made: Column = { width: null, hidden: false, style: 0 };
  sheet.columns[index] = made;
  return made;
}

export const styleAt = (workbook: Workbook, sheet: Sheet, row: number, column: number): Style =>
  workbook.book.styles[cellAt(sheet, row, column)?.style ?? sheet.columns[column]?.style ?? 0] ?? plainStyle;

/** The cell, made where there is none, with its column's format. */
function cellFor(sheet: Sheet, row: number, column: number): Cell {
  const { cells } = rowAt(sheet, row);
  const made = cells[column] ?? { value: null, formula: null, style: sheet.columns[column]?.style ?? 0 };
  cells[column] = made;
  return made;
}

const deepest = 40;
let depth = 0;

/** What a cell is worth; a formula is worked out now. */
export function valueAt(workbook: Workbook, sheet: Sheet, row: number, column: number): Value | null {
  const cell = cellAt(sheet, row, column);
  if (cell === undefined || cell.formula === null) return cell?.value ?? null;
  // A formula that leads back to itself shows 0 in Excel, after a warning.
  if (depth > deepest) return 0;
  depth += 1;
  try {
    return calculated(cell.formula.slice(1), around(workbook, sheet, 0, 0));
  } finally {
    depth -= 1;
  }
}

export const around = (workbook: Workbook, home: Sheet, down: number, right: number) => {
  const sheetOf = (name: string | null) => (name === null ? home : workbook.findSheet(name));
  return {
    down,
    right,
    cell: (name: string | null, row: number, column: number): Value | null => {
      const sheet = sheetOf(name);
      return sheet ? valueAt(workbook, sheet, row, column) : { error: '#REF!' };
    },
    area: (name: string | null, area: Area) => {
      const sheet = sheetOf(name);
      const used = sheet && usedArea(sheet, true);
      const part = used && intersection(area, used);
      if (!sheet || !part) return [];
      return grid(part, (row, column) => valueAt(workbook, sheet, row, column));
    },
    name: (name: string) => {
      const found = namedArea(workbook, home, name);
      return found && { sheet: found.sheet.name, area: found.area };
    },
  };
};

export const grid = <T>(area: Area, at: (row: number, column: number) => T): T[][] =>
  Array.from({ length: area.rows }, (_r, r) =>
    Array.from({ length: area.columns }, (_c, c) => at(area.row + r, area.column + c)),
  );

export const textAt = (workbook: Workbook, sheet: Sheet, row: number, column: number): string =>
  shown(valueAt(workbook, sheet, row, column), styleAt(workbook, sheet, row, column).numberFormat);

/** The smallest rectangle that holds everything, or everything of an area; formats count unless only values are asked. null: nothing is there. */
export function usedArea(sheet: Sheet, valuesOnly: boolean, within: Area | null = null): Area | null {
  let [top, left, bottom, right] = [maxRows, maxColumns, -1, -1];
  sheet.rows.forEach((row, r) => {
    if (within && (r < within.row || r > lastRow(within))) return;
    row?.cells.forEach((cell, c) => {
      if (within && (c < within.column || c > lastColumn(within))) return;
      const counts = cell && (cell.value !== null || cell.formula !== null || (!valuesOnly && cell.style !== 0));
      if (!counts) return;
      top = Math.min(top, r);
      bottom = r;
      left = Math.min(left, c);
      right = Math.max(right, c);
    });
  });
  return bottom < 0 ? null : between(top, left, bottom, right);
}

/** Whole columns and rows are walked as far as they are in use. */
export function usedPart(sheet: Sheet, area: Area): Area | null {
  if (area.rows < maxRows && area.columns < maxColumns) return area;
  const used = usedArea(sheet, false);
  return used && intersection(area, used);
}

export type Matrix = readonly (readonly unknown[])[];

/** One value for all cells, or a rectangle of exactly the area's shape. */
export function shaped(area: Area, input: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) return () => input;
  const rows: readonly unknown[] = input;
  const fits = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw invalid('参数无效：所设数组的行数、列数与区域的大小不符。');
  const matrix = rows as Matrix;
  return (row, column) => matrix[row]?.[column];
}

/** Sets values or formulas as if they were typed; null leaves a cell as it is. */
export function writeCells(workbook: Workbook, sheet: Sheet, area: Area, input: unknown): void {
  const at = shaped(area, input);
  const part = Array.isArray(input) ? area : usedPartOrAll(sheet, area);
  refuseLocked(workbook, sheet, part);
  const single = part.rows === 1 && part.columns === 1;
  const before = single ? valueAt(workbook, sheet, part.row, part.column) : undefined;
  const year = workbook.year();
  for (let r = 0; r < part.rows; r++)
    for (let c = 0; c < part.columns; c++) {
      const value = at(r, c);
      if (value === null || value === undefined) continue;
      writeCell(workbook, sheet, part.row + r, part.column + c, value, year);
    }
  keepHeaders(workbook, sheet, part);
  growTable(workbook, sheet, part);
  const change = { kind: 'cells', sheet: sheet.id, area: part, type: 'RangeEdited' } as const;
  const after = single ? valueAt(workbook, sheet, part.row, part.column) : undefined;
  workbook.tell(single ? { ...change, before, after } : change);
}

/** One value for a whole column would be a million cells; Excel takes it, and so does this one up to the used rows. */
function usedPartOrAll(sheet: Sheet, area: Area): Area {
  return usedPart(sheet, area) ?? { ...area, rows: 1, columns: 1 };
}

function writeCell(workbook: Workbook, sheet: Sheet, row: number, column: number, value: unknown, year: number): void {
  const cell = cellFor(sheet, row, column);
  const style = workbook.book.styles[cell.style] ?? plainStyle;
  const { value: kept, formula, format } = entered(value, style.numberFormat, year);
  cell.value = kept;
  cell.formula = formula;
  if (format !== null && style.numberFormat === 'General')
    cell.style = styleIndex(workbook.book, { ...style, numberFormat: format });
}

/**
 * Changes formats; whole columns keep it for cells to come.
 * @param alike cells of one format all become the same
 */
export function restyle(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  change: (style: Style, row: number, column: number) => Style,
  alike = true,
): void {
  const made = new Map<string, number>();
  const known = new Map<number, number>();
  const restyled = (style: number, row: number, column: number): number => {
    const same = known.get(style);
    if (alike && same !== undefined) return same;
    const before = workbook.book.styles[style] ?? plainStyle;
    const after = change(before, row, column);
    if (after === before) return style;
    const key = JSON.stringify(after);
    const index = made.get(key) ?? styleIndex(workbook.book, after);
    made.set(key, index);
    known.set(style, index);
    return index;
  };
  if (area.rows === maxRows)
    for (let c = area.column; c <= Math.min(lastColumn(area), 1000); c++) {
      const column = columnAt(sheet, c);
      column.style = restyled(column.style, 0, c);
    }
  const part = usedPart(sheet, area);
  if (part)
    for (let r = part.row; r <= lastRow(part); r++)
      for (let c = part.column; c <= lastColumn(part); c++) {
        const cell = area.rows === maxRows ? cellAt(sheet, r, c) : cellFor(sheet, r, c);
        if (cell) cell.style = restyled(cell.style, r - area.row, c - area.column);
      }
  workbook.tell({ kind: 'look' });
}

export type Cleared = 'All' | 'Formats' | 'Contents';

export function clearCells(workbook: Workbook, sheet: Sheet, area: Area, what: Cleared): void {
  const part = usedPart(sheet, area);
  if (what !== 'Formats') refuseLocked(workbook, sheet, part ?? area);
  if (part)
    for (let r = part.row; r <= lastRow(part); r++)
      for (let c = part.column; c <= lastColumn(part); c++) {
        const cell = cellAt(sheet, r, c);
        if (!cell) continue;
        if (what !== 'Formats') Object.assign(cell, { value: null, formula: null });
        if (what !== 'Contents') cell.style = 0;
      }
  if (what !== 'Contents')
    sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => !intersection(each.area, area));
  if (part) keepHeaders(workbook, sheet, part);
  workbook.tell({ kind: 'cells', sheet: sheet.id, area, type: 'RangeEdited' });
}

/** As Office.js names kinds of cells. */
export function typeAt(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const value = valueAt(workbook, sheet, row, column);
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'string' ? 'String' : typeof value === 'boolean' ? 'Boolean' : 'Double';
}
