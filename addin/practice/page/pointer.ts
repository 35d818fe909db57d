/** The mouse on the cells: choosing, whole rows and columns, editing, and the menus of heads and filters. */
import { lastColumn, lastRow, maxColumns, maxRows } from '../model/address.ts';
import { columnAt, rowAt, textAt } from '../model/cells.ts';
import { applyFilters, deleteCells, insertCells, sortRows } from '../model/moves.ts';
import { bodyArea } from '../model/tables.ts';
import { ExcelTrouble } from '../model/trouble.ts';
import { type Choice, menu, tell } from './ask.ts';
import type { Editor } from './editor.ts';
import type { Spot, View } from './view.ts';
import { words } from './words.ts';

const mostFilterChoices = 60;

export function listenToPointer(view: View, editor: Editor, layer: HTMLElement): void {
  let from: Spot | null = null;
  const spot = (event: MouseEvent): Spot => {
    const place = layer.getBoundingClientRect();
    return view.spotAt(event.clientX - place.left, event.clientY - place.top);
  };
  const attempt = (act: () => void) => {
    try {
      view.workbook.as('person', act);
    } catch (thrown) {
      if (!(thrown instanceof ExcelTrouble)) throw thrown;
      void tell(thrown.message);
    }
  };
  layer.addEventListener('mousedown', async (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (!target || event.button !== 0) return;
    event.preventDefault();
    if (editor.editing && !(await editor.commit(0, 0))) return;
    editor.field.focus();
    if (target.dataset.filter) return filterMenu(view, target, attempt);
    if (target.dataset.column) {
      const column = Number(target.dataset.column);
      return view.select(
        { row: 0, column: event.shiftKey ? view.active.column : column },
        { row: maxRows - 1, column },
      );
    }
    if (target.dataset.row) {
      const row = Number(target.dataset.row);
      return view.select({ row: event.shiftKey ? view.active.row : row, column: 0 }, { row, column: maxColumns - 1 });
    }
    if (!target.closest('.cell')) return;
    from = event.shiftKey ? view.active : spot(event);
    view.select(from, spot(event));
  });
  layer.addEventListener('mousemove', (event) => {
    if (from === null || event.buttons !== 1) return;
    const to = spot(event);
    const { selection } = view;
    if (
      to.row !== lastRow(selection) ||
      to.column !== lastColumn(selection) ||
      to.row < from.row ||
      to.column < from.column
    )
      view.select(from, to);
  });
  addEventListener('mouseup', () => {
    from = null;
  });
  layer.addEventListener('dblclick', (event) => {
    if (event.target instanceof HTMLElement && event.target.closest('.cell')) editor.edit();
  });
  layer.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const target = event.target instanceof HTMLElement ? event.target : null;
    const { workbook, sheet } = view;
    const { selection } = view;
    if (target?.dataset.row) {
      const area = { ...selection, column: 0, columns: maxColumns };
      const hide = (hidden: boolean) => () => {
        for (let row = area.row; row <= Math.min(lastRow(area), sheet.rows.length); row++)
          rowAt(sheet, row).hidden = hidden;
        workbook.tell({ kind: 'look' });
      };
      const choices: Choice[] = [
        { name: words.insertRow, act: () => attempt(() => insertCells(workbook, sheet, area, 'row')) },
        { name: words.deleteRow, act: () => attempt(() => deleteCells(workbook, sheet, area, 'row')) },
        { name: words.hide, act: hide(true) },
        { name: words.unhide, act: hide(false) },
      ];
      menu(choices, event.clientX, event.clientY, target.textContent ?? '');
    } else if (target?.dataset.column) {
      const area = { ...selection, row: 0, rows: maxRows };
      const hide = (hidden: boolean) => () => {
        for (let column = area.column; column <= lastColumn(area); column++) columnAt(sheet, column).hidden = hidden;
        workbook.tell({ kind: 'look' });
      };
      const choices: Choice[] = [
        { name: words.insertColumn, act: () => attempt(() => insertCells(workbook, sheet, area, 'column')) },
        { name: words.deleteColumn, act: () => attempt(() => deleteCells(workbook, sheet, area, 'column')) },
        { name: words.hide, act: hide(true) },
        { name: words.unhide, act: hide(false) },
      ];
      menu(choices, event.clientX, event.clientY, target.textContent ?? '');
    }
  });
}

function filterMenu(view: View, target: HTMLElement, attempt: (act: () => void) => void): void {
  const [id, at = '0'] = (target.dataset.filter ?? '').split(' ');
  const { workbook, sheet } = view;
  const table = sheet.tables.find((each) => each.id === id);
  if (!table) return;
  const index = Number(at) - table.area.column;
  const column = table.columns[index];
  if (!column) return;
  const body = bodyArea(table);
  const sort = (ascending: boolean) => () =>
    attempt(() => sortRows(workbook, sheet, body, [{ key: index, ascending }], false));
  const filter = (values: readonly string[] | null) => () =>
    attempt(() => {
      column.filter = values;
      applyFilters(workbook, sheet, table);
    });
  const texts = new Set<string>();
  for (let row = body.row; row <= lastRow(body) && texts.size < mostFilterChoices; row++)
    texts.add(textAt(workbook, sheet, row, body.column + index));
  const place = target.getBoundingClientRect();
  const choices: Choice[] = [
    { name: words.ascending, act: sort(true) },
    { name: words.descending, act: sort(false) },
    { name: words.clearFilter, act: filter(null) },
    ...[...texts].map((text) => ({
      name: text === '' ? '（空白）' : text.slice(0, 30),
      act: filter([text]),
      chosen: column.filter?.includes(text) ?? false,
    })),
  ];
  menu(choices, place.left - 120, place.bottom, words.filter);
}
