/** Whole rows, columns and blocks that are put in, taken out, sorted or filtered; everything that lies on the worksheet moves along. */
import {
  type Area,
  intersection,
  lastColumn,
  lastRow,
  letters,
  maxColumns,
  maxRows,
  readAddress,
  shifted,
} from './address.ts';
import type { Row, Sheet, Table, Value } from './book.ts';
import { rowAt, textAt, usedArea, valueAt } from './cells.ts';
import { formulaOf, referred } from './names.ts';
import { refuseLocked, refuseUnlessAllowed } from './protection.ts';
import { bodyArea } from './tables.ts';
import { ExcelTrouble, invalid } from './trouble.ts';
import type { Workbook } from './workbook.ts';

type Along = 'row' | 'column';

/** @param along which way the others move: down and up are along rows */
export function insertCells(workbook: Workbook, sheet: Sheet, area: Area, along: Along): void {
  const whole = along === 'row' ? area.columns === maxColumns : area.rows === maxRows;
  refuseUnlessAllowed(sheet, along === 'row' ? 'allowInsertRows' : 'allowInsertColumns');
  refuseCutTables(sheet, area, along, whole);
  const used = usedArea(sheet, true);
  if (used && (along === 'row' ? lastRow(used) + area.rows >= maxRows : lastColumn(used) + area.columns >= maxColumns))
    throw new ExcelTrouble('NonBlankCellOffSheet', '为防止数据丢失，不能把非空单元格移出工作表。');
  const inTable = sheet.tables.find((table) => intersection(table.area, area) !== null);
  if (along === 'row') spliceRows(sheet, area, area.rows, whole);
  else spliceColumns(sheet, area, area.columns, whole);
  moveThings(workbook, sheet, area, along, along === 'row' ? area.rows : area.columns, whole);
  if (inTable && along === 'column') nameNewColumns(workbook, sheet, inTable, area);
  workbook.tell({ kind: 'cells', sheet: sheet.id, area, type: along === 'row' ? 'RowInserted' : 'ColumnInserted' });
}

export function deleteCells(workbook: Workbook, sheet: Sheet, area: Area, along: Along): void {
  const whole = along === 'row' ? area.columns === maxColumns : area.rows === maxRows;
  refuseUnlessAllowed(sheet, along === 'row' ? 'allowDeleteRows' : 'allowDeleteColumns');
  refuseLocked(workbook, sheet, whole ? (intersection(area, usedArea(sheet, false) ?? area) ?? area) : area);
  refuseCutTables(sheet, area, along, whole);
  const size = along === 'row' ? area.rows : area.columns;
  if (along === 'row') spliceRows(sheet, area, -size, whole);
  else spliceColumns(sheet, area, -size, whole);
  if (along === 'column')
    for (const table of sheet.tables)
      table.columns = table.columns.filter((_each, index) => {
        const column = table.area.column + index;
        return column < area.column || column > lastColumn(area);
      });
  moveThings(workbook, sheet, area, along, -size, whole);
  workbook.tell({ kind: 'cells', sheet: sheet.id, area, type: along === 'row' ? 'RowDeleted' : 'ColumnDeleted' });
}

/** Moving a part of a table's cells is refused, as Excel does. */
function refuseCutTables(sheet: Sheet, area: Area, along: Along, whole: boolean): void {
  if (whole) return;
  for (const table of sheet.tables) {
    const moved: Area =
      along === 'row' ? { ...area, rows: maxRows - area.row } : { ...area, columns: maxColumns - area.column };
    const part = intersection(table.area, moved);
    if (part === null) continue;
    const fits =
      along === 'row'
        ? part.column === table.area.column && part.columns === table.area.columns
        : part.row === table.area.row && part.rows === table.area.rows;
    if (!fits) throw new ExcelTrouble('InsertDeleteConflict', '此操作会移动工作表上表格中的单元格，不能进行。');
  }
}

function spliceRows(sheet: Sheet, area: Area, count: number, whole: boolean): void {
  if (whole) {
    if (sheet.rows.length <= area.row) return;
    if (count > 0) sheet.rows.splice(area.row, 0, ...Array.from<undefined>({ length: count }));
    else sheet.rows.splice(area.row, -count);
    return;
  }
  for (let column = area.column; column <= lastColumn(area); column++) {
    const cells = sheet.rows.map((row) => row?.cells[column]);
    if (count > 0) cells.splice(area.row, 0, ...Array.from<undefined>({ length: count }));
    else cells.splice(area.row, -count);
    for (let row = area.row; row < Math.max(cells.length, sheet.rows.length); row++)
      if (cells[row] !== undefined || sheet.rows[row] !== undefined) rowAt(sheet, row).cells[column] = cells[row];
  }
}

function spliceColumns(sheet: Sheet, area: Area, count: number, whole: boolean): void {
  const blank = () => Array.from<undefined>({ length: Math.max(count, 0) });
  sheet.rows.forEach((row, index) => {
    if (!row || index < area.row || index > lastRow(area) || row.cells.length <= area.column) return;
    row.cells.splice(area.column, Math.max(-count, 0), ...blank());
  });
  if (whole && sheet.columns.length > area.column) sheet.columns.splice(area.column, Math.max(-count, 0), ...blank());
}

function moveThings(workbook: Workbook, sheet: Sheet, area: Area, along: Along, count: number, whole: boolean): void {
  const at = along === 'row' ? area.row : area.column;
  const within = (each: Area) =>
    whole ||
    (along === 'row'
      ? each.column >= area.column && lastColumn(each) <= lastColumn(area)
      : each.row >= area.row && lastRow(each) <= lastRow(area));
  const moved = (each: Area): Area | null => (within(each) ? shifted(each, along, at, count) : each);
  const kept = <T extends { area: Area }>(all: readonly T[]): T[] =>
    all.flatMap((each) => {
      const next = moved(each.area);
      if (next === null) return [];
      return [Object.assign(each, { area: next })];
    });
  sheet.tables = kept(sheet.tables);
  sheet.conditionalFormats = kept(sheet.conditionalFormats);
  if (whole)
    for (const format of sheet.conditionalFormats) format.formula = movedFormula(format.formula, along, at, count);
  sheet.validations = kept(sheet.validations.map((each) => ({ ...each })));
  sheet.merges = sheet.merges.flatMap((each) => moved(each) ?? []);
  for (const place of workbook.places(sheet)) {
    const next = moved(place.area);
    if (next === null) place.gone = true;
    else place.area = next;
  }
  for (const home of [null, ...workbook.book.sheets])
    for (const name of home ? home.names : workbook.book.names) {
      const where = referred(workbook, home, name.formula);
      if (where === null || where.sheet !== sheet) continue;
      const next = moved(where.area);
      name.formula = next === null ? '=#REF!' : formulaOf({ sheet, area: next });
    }
  for (const each of workbook.book.sheets)
    for (const chart of each.charts) if (chart.sheet === sheet.id) chart.source = moved(chart.source) ?? chart.source;
  if (along === 'row' && at < sheet.freeze.rows && whole) sheet.freeze.rows = Math.max(0, sheet.freeze.rows + count);
}

/** A rule asks for cells of its own worksheet; where these have moved, it asks for them there. */
function movedFormula(formula: string, along: Along, at: number, count: number): string {
  return formula.replace(
    /"[^"]*"|(?<![\p{L}\d_!])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\d_(])/gu,
    (found: string, fixedColumn?: string, _column?: string, fixedRow?: string) => {
      const cell = found.startsWith('"') ? null : readAddress(found)?.area;
      if (!cell) return found;
      const next = shifted(cell, along, at, count);
      return next === null ? '#REF!' : `${fixedColumn}${letters(next.column)}${fixedRow}${next.row + 1}`;
    },
  );
}

function nameNewColumns(workbook: Workbook, sheet: Sheet, table: Table, area: Area): void {
  const fresh = Array.from({ length: area.columns }, () => ({ id: workbook.book.nextId++, name: '', filter: null }));
  table.columns.splice(area.column - table.area.column, 0, ...fresh);
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  for (const column of fresh) {
    let name = '列1';
    for (let n = 1; taken.has(name.toLowerCase()); n++) name = `列${n}`;
    taken.add(name.toLowerCase());
    column.name = name;
  }
  const { cells } = rowAt(sheet, table.area.row);
  table.columns.forEach(({ name }, index) => {
    const column = table.area.column + index;
    cells[column] = { style: 0, ...cells[column], value: name, formula: null };
  });
}

export interface SortField {
  readonly key: number;
  readonly ascending: boolean;
}

const rank = (value: Value | null): number =>
  value === null
    ? 4
    : typeof value === 'number'
      ? 0
      : typeof value === 'string'
        ? 1
        : typeof value === 'boolean'
          ? 2
          : 3;

/** Numbers, texts, logical values, errors; blank cells last whichever way. Texts by sound, as a Chinese Excel sorts them. */
function order(one: Value | null, other: Value | null, ascending: boolean): number {
  if (one === null || other === null) return rank(one) === rank(other) ? 0 : one === null ? 1 : -1;
  const [a, b] = [rank(one), rank(other)];
  const raw =
    a !== b
      ? a - b
      : typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other), 'zh-CN');
  return ascending ? raw : -raw;
}

export function sortRows(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  fields: readonly SortField[],
  headers: boolean,
): void {
  refuseUnlessAllowed(sheet, 'allowSort');
  refuseLocked(workbook, sheet, area);
  if (fields.some(({ key }) => !Number.isInteger(key) || key < 0 || key >= area.columns))
    throw invalid('排序的列不在区域内。');
  const body = headers ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
  const rows = Array.from({ length: body.rows }, (_each, index) => {
    const row = body.row + index;
    const keys = fields.map(({ key }) => valueAt(workbook, sheet, row, area.column + key));
    return { keys, cells: sheet.rows[row]?.cells.slice(body.column, lastColumn(body) + 1) ?? [] };
  });
  rows.sort((one, other) => {
    for (const [index, { ascending }] of fields.entries()) {
      const decided = order(one.keys[index] ?? null, other.keys[index] ?? null, ascending);
      if (decided !== 0) return decided;
    }
    return 0;
  });
  rows.forEach(({ cells }, index) => {
    const target: Row = rowAt(sheet, body.row + index);
    for (let c = 0; c < body.columns; c++) target.cells[body.column + c] = cells[c];
  });
  workbook.tell({ kind: 'rows-sorted', sheet: sheet.id, area: body });
}

/** Shows the rows of a table that every filter leaves. */
export function applyFilters(workbook: Workbook, sheet: Sheet, table: Table): void {
  refuseUnlessAllowed(sheet, 'allowAutoFilter');
  const body = bodyArea(table);
  for (let row = body.row; row <= lastRow(body); row++) {
    const passes = table.columns.every(
      ({ filter }, index) => filter === null || filter.includes(textAt(workbook, sheet, row, body.column + index)),
    );
    if (!passes || sheet.rows[row]) rowAt(sheet, row).filtered = !passes;
  }
  workbook.tell({ kind: 'look' });
}
