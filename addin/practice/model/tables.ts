/** Tables: where they may lie, what their headers must be, and when they take in a row or column that is written beside them. */
import { type Area, areaWithin, intersection, lastColumn, lastRow } from './address.ts';
import type { Sheet, Table } from './book.ts';
import { cellAt, rowAt, textAt } from './cells.ts';
import { freeName, refuseDefinedName } from './names.ts';
import { refuseProtected } from './protection.ts';
import { invalid, notAllowed } from './trouble.ts';
import type { Workbook } from './workbook.ts';

const headerRows = (table: Table): number => (table.headers ? 1 : 0);

export function headerArea(table: Table): Area {
  if (!table.headers) throw notAllowed('该表格不显示标题行。');
  return { ...table.area, rows: 1 };
}

export function bodyArea(table: Table): Area {
  const { area } = table;
  const rows = area.rows - headerRows(table) - (table.totals ? 1 : 0);
  return { ...area, row: area.row + headerRows(table), rows: Math.max(1, rows) };
}

export function totalArea(table: Table): Area {
  if (!table.totals) throw notAllowed('该表格没有汇总行。');
  return { ...table.area, row: lastRow(table.area), rows: 1 };
}

export function addTable(workbook: Workbook, sheet: Sheet, wanted: Area, hasHeaders: boolean): Table {
  refuseProtected(sheet);
  let area = wanted;
  const other = sheet.tables.find((table) => intersection(table.area, area));
  if (other) throw notAllowed(`表格不能与另一表格“${other.name}”重叠。`);
  if (sheet.merges.some((merge) => intersection(merge, area))) throw notAllowed('表格区域内不能有合并单元格。');
  if (!hasHeaders) {
    // Excel moves the data down by one row and writes its own headers.
    insertHeader(sheet, area);
    area = areaWithin({ ...area, rows: area.rows + 1 });
  } else if (area.rows === 1) area = areaWithin({ ...area, rows: 2 });
  const names = workbook.tables.map(({ table }) => table.name);
  const table: Table = {
    id: `{${String(workbook.book.nextId++).padStart(8, '0')}-000C-0000-FFFF-FFFF00000000}`,
    name: freeName([...names, ...workbook.book.names.map(({ name }) => name)], '表'),
    area,
    columns: [],
    headers: true,
    totals: false,
    style: 'TableStyleMedium2',
    filterButton: true,
    banded: true,
  };
  sheet.tables.push(table);
  readHeaders(workbook, sheet, table);
  workbook.tell({ kind: 'table-added', table: table.id, sheet: sheet.id });
  return table;
}

function insertHeader(sheet: Sheet, area: Area): void {
  for (let row = lastRow(area); row >= area.row; row--)
    for (let column = area.column; column <= lastColumn(area); column++) {
      const cell = cellAt(sheet, row, column);
      rowAt(sheet, row + 1).cells[column] = cell;
      rowAt(sheet, row).cells[column] = undefined;
    }
}

/** Headers are texts, none blank, none twice; Excel gives what is missing. */
function readHeaders(workbook: Workbook, sheet: Sheet, table: Table): void {
  const taken = new Set<string>();
  const columns = Array.from({ length: table.area.columns }, (_each, index) => {
    const column = table.area.column + index;
    const found = table.headers ? textAt(workbook, sheet, table.area.row, column) : (table.columns[index]?.name ?? '');
    let name = found;
    if (name === '') for (let n = index + 1; name === '' || taken.has(name.toLowerCase()); n++) name = `列${n}`;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${found || '列'}${n}`;
    taken.add(name.toLowerCase());
    if (table.headers) {
      const { cells } = rowAt(sheet, table.area.row);
      cells[column] = { style: sheet.columns[column]?.style ?? 0, ...cells[column], value: name, formula: null };
    }
    const before = table.columns.find((each) => each.name === name) ?? table.columns[index];
    return {
      id: before && !taken.has(`#${before.id}`) ? before.id : workbook.book.nextId++,
      name,
      filter: before?.filter ?? null,
    };
  });
  table.columns = columns;
}

/** After cells were written: headers that were touched are made whole again. */
export function keepHeaders(workbook: Workbook, sheet: Sheet, area: Area): void {
  for (const table of sheet.tables)
    if (table.headers && intersection(headerArea(table), area)) readHeaders(workbook, sheet, table);
}

const hasContent = (sheet: Sheet, area: Area): boolean => {
  for (let row = area.row; row <= lastRow(area); row++)
    for (let column = area.column; column <= lastColumn(area); column++) {
      const cell = cellAt(sheet, row, column);
      if (cell && (cell.value !== null || cell.formula !== null)) return true;
    }
  return false;
};

/**
 * Writing right below a table, or right beside it, makes the table larger; not where a data validation or another table lies there,
 * where something else stands in the row, below a totals row, or on a protected worksheet.
 */
export function growTable(_workbook: Workbook, sheet: Sheet, area: Area): void {
  if (sheet.protection !== null || !hasContent(sheet, area)) return;
  for (const table of sheet.tables) {
    if (table.totals) continue;
    const strip: Area = { ...table.area, row: lastRow(table.area) + 1, rows: area.rows };
    if (area.row !== strip.row || area.column < table.area.column || lastColumn(area) > lastColumn(table.area))
      continue;
    const blocked =
      sheet.validations.some((each) => intersection(each.area, strip)) ||
      sheet.tables.some((other) => other !== table && intersection(other.area, strip));
    if (blocked) continue;
    table.area = { ...table.area, rows: table.area.rows + area.rows };
  }
}

export function resizeTable(workbook: Workbook, sheet: Sheet, table: Table, area: Area): void {
  refuseProtected(sheet);
  if (area.row !== table.area.row || !intersection(area, table.area))
    throw invalid('调整大小时，标题行须保持在原来的行。');
  const other = sheet.tables.find((each) => each !== table && intersection(each.area, area));
  if (other) throw notAllowed(`表格不能与另一表格“${other.name}”重叠。`);
  table.area = area.rows === 1 ? { ...area, rows: 2 } : area;
  readHeaders(workbook, sheet, table);
  workbook.tell({ kind: 'look' });
}

export function renameTable(workbook: Workbook, table: Table, name: string): void {
  refuseDefinedName(workbook, name, table);
  table.name = name;
}

export function dropTable(workbook: Workbook, sheet: Sheet, table: Table): void {
  sheet.tables = sheet.tables.filter((each) => each !== table);
  workbook.tell({ kind: 'table-deleted', table: table.id, sheet: sheet.id });
}
