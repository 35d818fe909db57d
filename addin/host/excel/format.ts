/** How columns of ours look in Excel. */
import { type LayoutColumn, shownHeader } from '../../../core/sheet/layout.ts';
import { dateFormat, headerColours, promptMost } from '../../../core/sheet/look.ts';

/** Width of a character of the usual font, in points. */
export const characterPoints = 6;

export const formatOf = ({ format }: LayoutColumn): string => (format === 'date' ? dateFormat : '@');

/** One format for all cells of a range: Office.js takes a single value for it, which its types do not say. */
export const formatAll = (range: Excel.Range, format: string): void =>
  void Object.assign(range, { numberFormat: format });

/** Cells of a column, before anything is written: a code that Excel has once taken for a number has lost its zeros. */
export function formatColumn(range: Excel.Range, column: LayoutColumn): void {
  const { width, given, hint, choices } = column;
  formatAll(range, formatOf(column));
  range.format.columnWidth = width * characterPoints;
  range.format.wrapText = true;
  range.format.verticalAlignment = 'Center';
  if (given) range.format.fill.color = `#${headerColours.given}`;
  if (hint.zh !== '' && choices === null)
    range.dataValidation.prompt = { showPrompt: true, title: '', message: hint.zh.slice(0, promptMost) };
}

/** @param plain also a colour for headers that are nothing special, as worksheets of ours have them */
export function formatHeader(cell: Excel.Range, column: LayoutColumn, plain: boolean): void {
  formatAll(cell, '@');
  cell.values = [[shownHeader(column)]];
  cell.format.font.bold = true;
  cell.format.wrapText = true;
  if (column.required) cell.format.fill.color = `#${headerColours.required}`;
  else if (plain) cell.format.fill.color = `#${headerColours[column.given ? 'given' : 'usual']}`;
  if (column.hidden) cell.getEntireColumn().columnHidden = true;
}
