/** Worksheets of a workbook: adding, renaming, hiding, deleting, and which one is shown. */
import type { Area } from './address.ts';
import { newSheet, type Sheet } from './book.ts';
import { freeName, refuseSheetName, renamedSheet } from './names.ts';
import { notAllowed } from './trouble.ts';
import type { Workbook } from './workbook.ts';

export function addSheet(workbook: Workbook, wanted: string | null): Sheet {
  const { book } = workbook;
  const name =
    wanted ??
    freeName(
      book.sheets.map((sheet) => sheet.name),
      'Sheet',
    );
  refuseSheetName(workbook, name, null);
  const sheet = newSheet(book, name);
  book.sheets.push(sheet);
  workbook.tell({ kind: 'sheet-added', sheet: sheet.id });
  return sheet;
}

export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  if (name === sheet.name) return;
  refuseSheetName(workbook, name, sheet);
  const before = sheet.name;
  sheet.name = name;
  const renamed = (formula: string) => renamedSheet(formula, before, name);
  for (const each of [...workbook.book.names, ...workbook.book.sheets.flatMap((other) => other.names)])
    each.formula = renamed(each.formula);
  for (const other of workbook.book.sheets) {
    for (const format of other.conditionalFormats) format.formula = renamed(format.formula);
    other.validations = other.validations.map((each) => ({ ...each, rule: deeply(each.rule, renamed) }));
    for (const row of other.rows)
      for (const cell of row?.cells ?? []) if (cell?.formula) cell.formula = renamed(cell.formula);
  }
  workbook.tell({ kind: 'sheet-renamed', sheet: sheet.id });
}

const deeply = (
  rule: Readonly<Record<string, unknown>>,
  change: (formula: string) => string,
): Record<string, unknown> =>
  JSON.parse(JSON.stringify(rule), (_key, value) =>
    typeof value === 'string' && value.startsWith('=') ? change(value) : value,
  );

const visible = (workbook: Workbook): readonly Sheet[] =>
  workbook.book.sheets.filter((sheet) => sheet.visibility === 'Visible');

export function setVisibility(workbook: Workbook, sheet: Sheet, visibility: Sheet['visibility']): void {
  const last = sheet.visibility === 'Visible' && visible(workbook).length === 1;
  if (visibility !== 'Visible' && last) throw notAllowed('工作簿内至少要有一张可见的工作表。');
  sheet.visibility = visibility;
  if (visibility !== 'Visible' && workbook.book.active === sheet.id) activateAnother(workbook);
  workbook.tell({ kind: 'look' });
}

export function deleteSheet(workbook: Workbook, sheet: Sheet): void {
  if (sheet.visibility === 'Visible' && visible(workbook).length === 1)
    throw notAllowed('工作簿内至少要有一张可见的工作表。');
  // Code has to make such a sheet visible before it can delete it.
  if (sheet.visibility === 'VeryHidden') throw notAllowed('深度隐藏的工作表须先改为可见，才能删除。');
  workbook.book.sheets = workbook.book.sheets.filter((each) => each !== sheet);
  for (const name of workbook.book.names)
    if (renamedSheet(name.formula, sheet.name, '') !== name.formula) name.formula = '=#REF!';
  if (workbook.book.active === sheet.id) activateAnother(workbook);
  workbook.tell({ kind: 'sheet-deleted', sheet: sheet.id });
}

function activateAnother(workbook: Workbook): void {
  const next = visible(workbook)[0];
  if (next) activate(workbook, next);
}

export function activate(workbook: Workbook, sheet: Sheet): void {
  if (sheet.visibility !== 'Visible') throw notAllowed(`工作表“${sheet.name}”已隐藏，不能激活。`);
  if (workbook.book.active === sheet.id) return;
  workbook.book.active = sheet.id;
  workbook.book.selection = { row: 0, column: 0, rows: 1, columns: 1 };
  workbook.tell({ kind: 'sheet-activated', sheet: sheet.id });
}

export function select(workbook: Workbook, sheet: Sheet, area: Area): void {
  activate(workbook, sheet);
  workbook.book.selection = area;
  workbook.tell({ kind: 'selected', sheet: sheet.id, area });
}

export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  const others = workbook.book.sheets.filter((each) => each !== sheet);
  if (!Number.isInteger(position) || position < 0 || position > others.length) throw notAllowed('位置超出范围。');
  workbook.book.sheets = [...others.slice(0, position), sheet, ...others.slice(position)];
  workbook.tell({ kind: 'look' });
}
