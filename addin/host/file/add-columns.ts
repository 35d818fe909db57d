/** Columns of ours at the right of a table that people made themselves, with the looks that they have in worksheets of ours. */
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { type Layout, shownHeader } from '../../../core/sheet/layout.ts';
import { writeSheets } from '../../../core/sheet/xlsx.ts';
import { layoutSheet } from '../../../core/sheet/xlsx-layout.ts';
import { tooLarge } from '../sheet-host.ts';
import { fileLimits } from './file-limits.ts';
import type { SheetPart } from './sheet-part.ts';
import { Workbook } from './workbook.ts';

/** @returns the first one's column */
export async function addColumns(
  own: Workbook,
  { worksheet, sheet, rows }: { readonly worksheet: string; readonly sheet: SheetPart; readonly rows: Grid['rows'] },
  {
    headerRow,
    after,
    columns,
  }: {
    readonly headerRow: number;
    readonly after: number;
    readonly columns: Layout['columns'];
  },
  today: string,
): Promise<number> {
  const used = (column: number) => rows.some((row) => textOf(row[column]).trim() !== '');
  let first = after + 1;
  for (let at = first; at < first + columns.length; at++) if (used(at)) first = at + 1;
  // Further out nothing is read: what stands there would be overwritten, and our columns never found again.
  if (first + columns.length > fileLimits.columns) throw tooLarge(worksheet, rows.length, first + columns.length);
  const look = await Workbook.open(
    await writeSheets([layoutSheet({ name: worksheet, titles: [], columns, rows: [], spare: 1 }, () => '""')], today),
  );
  const model = await look.sheet(worksheet);
  columns.forEach((column, place) => {
    const header = own.styles.take(look.styles, model?.styleAt(0, place) ?? 0);
    const body = own.styles.take(look.styles, model?.styleAt(1, place) ?? 0);
    sheet.setColumn(first + place, { width: column.width, hidden: column.hidden, style: body });
    sheet.setCell(headerRow, first + place, () => ({ style: header, text: shownHeader(column) }));
  });
  return first;
}
