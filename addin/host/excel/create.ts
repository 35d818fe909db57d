/** A worksheet of ours from its layout: texts as texts, dates as dates, drop-downs from named ranges, one table, the header frozen. */
import type { Layout } from '../../../core/sheet/layout.ts';
import { pagesAcross, printTitles } from '../../../core/sheet/print.ts';
import { ownPrefix } from '../kept.ts';
import type { Progress } from '../sheet-host.ts';
import { written } from './cell.ts';
import { addChoices } from './choices.ts';
import { formatAll, formatColumn, formatHeader, formatOf } from './format.ts';
import { freeName } from './free-name.ts';
import { portions } from './portion.ts';

/** Its name until it is whole: one that was left half made, because Excel or the pane ended or somebody typed, is known by it and goes. */
const unfinished = `${ownPrefix}未完成`;

export async function createWorksheet(
  context: Excel.RequestContext,
  layout: Layout,
  progress: Progress = () => {},
): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.getItemOrNullObject(unfinished).delete();
  const sheet = worksheets.add(unfinished);
  const { titles, columns } = layout;
  const headerRow = titles.length;
  const first = headerRow + 1;
  const rows = Math.max(1, layout.rows.length + layout.spare);
  context.application.suspendScreenUpdatingUntilNextSync();
  titles.forEach((title, row) => {
    const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
    formatAll(cell, '@');
    cell.values = [[written(title, '@')]];
    cell.format.font.bold = row === 0;
  });
  columns.forEach((column, place) => {
    formatColumn(sheet.getRangeByIndexes(first, place, rows, 1), column);
    formatHeader(sheet.getRangeByIndexes(headerRow, place, 1, 1), column, true);
  });
  await context.sync();
  await fill(context, sheet, first, layout, progress);
  const table = sheet.tables.add(sheet.getRangeByIndexes(headerRow, 0, 1 + rows, columns.length), true);
  table.style = 'TableStyleLight1';
  const frozen = layout.frozen ?? 0;
  if (frozen > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, first, frozen));
  else sheet.freezePanes.freezeRows(first);
  await addChoices(context, sheet, columns, first, rows);
  const name = await freeName(context, layout.name);
  sheet.name = name;
  sheet.activate();
  await context.sync();
  await setPrint(context, sheet, layout);
  return name;
}

/** As the file is printed. A computer without a printer may refuse it, and the worksheet is whole all the same. */
async function setPrint(context: Excel.RequestContext, sheet: Excel.Worksheet, layout: Layout): Promise<void> {
  const { rows, columns } = printTitles(layout);
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.paperSize = 'A4';
  pageLayout.printGridlines = true;
  pageLayout.zoom = { horizontalFitToPages: pagesAcross(layout) };
  pageLayout.setPrintTitleRows(rows);
  if (columns !== '') pageLayout.setPrintTitleColumns(columns);
  await context.sync().catch(() => {});
}

async function fill(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  first: number,
  { rows, columns }: Layout,
  progress: Progress,
): Promise<void> {
  for (const { from, rows: some } of portions(rows)) {
    const range = sheet.getRangeByIndexes(first + from, 0, some.length, columns.length);
    range.values = some.map((row) => columns.map((column, place) => written(row[place] ?? '', formatOf(column))));
    range.untrack();
    await context.sync();
    progress(from + some.length, rows.length);
  }
}
