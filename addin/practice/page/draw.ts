/** Draws the cells that can be seen, with heads, fills, rules, tables and charts. */
import { type Area, intersection, lastColumn, lastRow, letters, written } from '../model/address.ts';
import type { ConditionalFormat, Sheet, Table } from '../model/book.ts';
import { around, styleAt, textAt, typeAt } from '../model/cells.ts';
import { calculated } from '../model/formula.ts';
import { chartPicture } from './chart-picture.ts';
import { headHeight, headWidth, type View } from './view.ts';
import { words } from './words.ts';

const within = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row <= lastRow(area) && column >= area.column && column <= lastColumn(area);

const box = (className: string, left: number, top: number, width: number, height: number): HTMLDivElement => {
  const made = document.createElement('div');
  made.className = className;
  Object.assign(made.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  return made;
};

export function draw(view: View, layer: HTMLElement): void {
  const { sheet, frozen } = view;
  const rows = view.seen('row');
  const columns = view.seen('column');
  const parts: Element[] = [];
  for (const row of rows) {
    const line = document.createElement('div');
    line.role = 'row';
    line.ariaRowIndex = String(row + 1);
    for (const column of columns) line.append(cell(view, sheet, row, column));
    parts.push(line);
  }
  for (const merge of sheet.merges)
    if (rows.some((row) => row >= merge.row && row <= lastRow(merge))) parts.push(merged(view, sheet, merge));
  parts.push(...heads(view, rows, columns));
  parts.push(...outline(view));
  for (const chart of sheet.charts) {
    const picture = chartPicture(view.workbook, chart);
    picture.classList.add('chart');
    Object.assign(picture.style, {
      left: `${headWidth + (chart.left * 4) / 3 - view.scroll.left}px`,
      top: `${headHeight + (chart.top * 4) / 3 - view.scroll.top}px`,
      width: `${(chart.width * 4) / 3}px`,
      height: `${(chart.height * 4) / 3}px`,
    });
    parts.push(picture);
  }
  if (frozen.rows > 0) parts.push(box('frozen-line', headWidth, headHeight + frozen.height - 1, view.size.width, 1));
  if (frozen.columns > 0) parts.push(box('frozen-line', headWidth + frozen.width - 1, headHeight, 1, view.size.height));
  layer.replaceChildren(...parts);
}

function cell(view: View, sheet: Sheet, row: number, column: number): HTMLElement {
  const made = box('cell', view.screenLeft(column), view.screenTop(row), view.width(column), view.height(row));
  made.role = 'gridcell';
  made.dataset.at = written({ row, column, rows: 1, columns: 1 });
  made.ariaColIndex = String(column + 1);
  made.ariaSelected = String(within(view.selection, row, column));
  if (row < view.frozen.rows || column < view.frozen.columns) made.classList.add('stays');
  if (row < view.frozen.rows && column < view.frozen.columns) made.classList.add('corner-stays');
  dress(view, sheet, row, column, made);
  const text = textAt(view.workbook, sheet, row, column);
  const room = text === '' || made.classList.contains('wraps') ? 0 : roomBeside(view, sheet, row, column);
  if (room > 0 && !made.style.textAlign) made.append(spilling(made, text, room));
  else made.append(text);
  const table = sheet.tables.find(
    ({ area, headers, filterButton }) => headers && filterButton && area.row === row && within(area, row, column),
  );
  if (table) made.append(filterButton(table, column));
  return made;
}

/** A text goes on over the blank cells at its right. @returns how far, 0 where it does not */
function roomBeside(view: View, sheet: Sheet, row: number, column: number): number {
  if (typeAt(view.workbook, sheet, row, column) !== 'String') return 0;
  let end = column + 1;
  while (end < view.columnCount && textAt(view.workbook, sheet, row, end) === '') end += 1;
  return end === column + 1 ? 0 : view.left(end) - view.left(column);
}

function spilling(made: HTMLElement, text: string, room: number): HTMLElement {
  made.classList.add('spills');
  const span = document.createElement('span');
  span.textContent = text;
  span.style.width = `${room - 8}px`;
  return span;
}

function dress(view: View, sheet: Sheet, row: number, column: number, made: HTMLElement): void {
  const style = styleAt(view.workbook, sheet, row, column);
  const table = sheet.tables.find(({ area }) => within(area, row, column));
  const look: Partial<CSSStyleDeclaration> = {};
  if (table && table.style !== '') {
    const header = table.headers && row === table.area.row;
    look.background = header ? '#4472c4' : table.banded && (row - table.area.row) % 2 === 1 ? '#eaf0fa' : '#fff';
    if (header) Object.assign(look, { color: '#fff', fontWeight: '600' });
  }
  if (style.fill) look.background = style.fill;
  if (style.color !== '#000000' || style.fill) look.color = style.color;
  if (style.bold) look.fontWeight = '600';
  if (style.italic) look.fontStyle = 'italic';
  if (style.underline !== 'None') look.textDecoration = 'underline';
  if (style.size !== 11) look.fontSize = `${(style.size * 13) / 11}px`;
  if (style.wrap) made.classList.add('wraps');
  if (style.vertical === 'Top') made.classList.add('top');
  const type = typeAt(view.workbook, sheet, row, column);
  const side = style.horizontal === 'General' ? sides[type] : style.horizontal.toLowerCase();
  if (side) look.textAlign = side;
  for (const format of [...sheet.conditionalFormats].reverse())
    if (holds(view, sheet, format, row, column)) apply(format, look);
  Object.assign(made.style, look);
}

const sides: Readonly<Record<string, string>> = { Double: 'right', Boolean: 'center', Error: 'center' };

function holds(view: View, sheet: Sheet, { area, formula }: ConditionalFormat, row: number, column: number): boolean {
  if (!within(area, row, column) || formula === '') return false;
  const value = calculated(formula.slice(1), around(view.workbook, sheet, row - area.row, column - area.column));
  return value === true || (typeof value === 'number' && value !== 0);
}

function apply(format: ConditionalFormat, look: Partial<CSSStyleDeclaration>): void {
  if (format.fill) look.background = format.fill;
  if (format.color) look.color = format.color;
  if (format.bold) look.fontWeight = '600';
  if (format.italic) look.fontStyle = 'italic';
}

function filterButton(table: Table, column: number): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'filter';
  button.tabIndex = -1;
  button.title = words.filter;
  button.textContent = table.columns[column - table.area.column]?.filter ? '⊽' : '▾';
  button.dataset.filter = `${table.id} ${column}`;
  return button;
}

function merged(view: View, sheet: Sheet, area: Area): HTMLElement {
  const left = view.screenLeft(area.column);
  const top = view.screenTop(area.row);
  const width = view.left(area.column + area.columns) - view.left(area.column);
  const made = box('cell merged', left, top, width, view.top(area.row + area.rows) - view.top(area.row));
  dress(view, sheet, area.row, area.column, made);
  if (made.style.background === '') made.style.background = '#fff';
  made.dataset.at = written({ ...area, rows: 1, columns: 1 });
  made.append(textAt(view.workbook, sheet, area.row, area.column));
  return made;
}

function heads(view: View, rows: readonly number[], columns: readonly number[]): HTMLElement[] {
  const { selection } = view;
  const parts: HTMLElement[] = [];
  for (const column of columns) {
    const head = box('head column-head', view.screenLeft(column), 0, view.width(column), headHeight);
    head.role = 'columnheader';
    head.textContent = letters(column);
    head.dataset.column = String(column);
    if (column >= selection.column && column <= lastColumn(selection)) head.classList.add('chosen');
    if (column > 0 && view.width(column - 1) === 0) head.classList.add('after-hidden');
    if (column < view.frozen.columns) head.classList.add('stays');
    parts.push(head);
  }
  for (const row of rows) {
    const head = box('head row-head', 0, view.screenTop(row), headWidth, view.height(row));
    head.role = 'rowheader';
    head.textContent = String(row + 1);
    head.dataset.row = String(row);
    if (row >= selection.row && row <= lastRow(selection)) head.classList.add('chosen');
    if (row < view.frozen.rows) head.classList.add('stays');
    parts.push(head);
  }
  parts.push(box('head corner', 0, 0, headWidth, headHeight));
  return parts;
}

function outline(view: View): HTMLElement[] {
  const { selection } = view;
  const shown = intersection(selection, { row: 0, column: 0, rows: view.rowCount, columns: view.columnCount });
  if (!shown) return [];
  const left = view.screenLeft(shown.column);
  const top = view.screenTop(shown.row);
  const right = view.screenLeft(lastColumn(shown)) + view.width(lastColumn(shown));
  const bottom = view.screenTop(lastRow(shown)) + view.height(lastRow(shown));
  return right > left && bottom > top ? [box('outline', left, top, right - left, bottom - top)] : [];
}
