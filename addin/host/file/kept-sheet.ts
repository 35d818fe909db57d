/** A worksheet of what we keep, written whole: one line a row, all of it text. */
import { columnLetters } from '../../../core/sheet/grid.ts';
import { keptCells } from '../kept.ts';
import { escapeCell } from './xml.ts';

export function keptXml(lines: readonly (readonly string[])[]): string {
  const rows = lines.map((line, row) => {
    const cells = keptCells(line).map(
      (text, column) =>
        `<c r="${columnLetters(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`,
    );
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}
