/** Excel by Office.js, from version 1.14 of its interface on (Excel 2021). Nothing else in the add-in speaks to Excel. */
import type { LayoutColumn } from '../../../core/sheet/layout.ts';
import { shownHeader } from '../../../core/sheet/layout.ts';
import { isKeptWorksheet } from '../kept.ts';
import type { SheetHost } from '../sheet-host.ts';
import { createWorksheet, formatColumn, requiredColour } from './create.ts';
import { figuresWorksheet } from './figures.ts';
import { readKept, writeKept } from './keep.ts';
import { markRows } from './mark.ts';
import { readGrid } from './read.ts';
import { type Run, runner } from './run.ts';
import { writeBlocks } from './write.ts';

/** Rows below a table that people made, for which columns of ours are formatted. */
const formattedRows = 2000;

/** @throws Error where Office is not there or too old; ask `Office.onReady` first */
export async function excelHost(): Promise<SheetHost> {
  const run = runner();
  const title = await run(async (context) => {
    context.workbook.load('name');
    await context.sync();
    return context.workbook.name;
  });
  return {
    kind: 'excel',
    called: { zh: 'Excel 工作簿', en: 'Excel workbook' },
    live: true,
    workbook: () => title,
    worksheets: () => run(worksheets),
    read: (worksheet, progress) => run((context) => readGrid(context, worksheet, progress), worksheet),
    write: (worksheet, blocks, progress) =>
      run((context) => writeBlocks(context, item(context, worksheet), blocks, progress), worksheet),
    create: (layout, progress) => run((context) => createWorksheet(context, layout, progress), layout.name),
    addColumns: (worksheet, headerRow, after, columns) =>
      run((context) => addColumns(context, item(context, worksheet), headerRow, after, columns), worksheet),
    mark: (worksheet, area, marks, progress) =>
      run((context) => markRows(context, item(context, worksheet), area, marks, progress), worksheet),
    removeRows: (worksheet, rows) => run((context) => removeRows(context, item(context, worksheet), rows), worksheet),
    show: (worksheet, row, column) =>
      run(async (context) => {
        const sheet = item(context, worksheet);
        sheet.activate();
        sheet.getRangeByIndexes(row, column, 1, 1).select();
        await context.sync();
      }, worksheet),
    figures: (layout, charts) => run((context) => figuresWorksheet(context, layout, charts), layout.name),
    readKept: (part) => run((context) => readKept(context, part)),
    writeKept: (part, rows) => run((context) => writeKept(context, part, rows, false)),
    appendKept: (part, rows) => run((context) => writeKept(context, part, rows, true)),
    onChange: (heard) => listening(run, heard),
  };
}

const item = (context: Excel.RequestContext, worksheet: string): Excel.Worksheet =>
  context.workbook.worksheets.getItem(worksheet);

async function worksheets(context: Excel.RequestContext) {
  const { worksheets: all } = context.workbook;
  all.load('items/name,items/visibility');
  await context.sync();
  const shown = all.items.filter(({ name, visibility }) => visibility === 'Visible' && !isKeptWorksheet(name));
  const used = shown.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load('rowIndex,rowCount,columnIndex,columnCount');
    return { name: sheet.name, range };
  });
  await context.sync();
  return used.map(({ name, range }) =>
    range.isNullObject
      ? { name, rows: 0, columns: 0 }
      : { name, rows: range.rowIndex + range.rowCount, columns: range.columnIndex + range.columnCount },
  );
}

async function addColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  headerRow: number,
  after: number,
  columns: readonly LayoutColumn[],
): Promise<number> {
  const first = after + 1;
  columns.forEach((column, place) => {
    formatColumn(sheet.getRangeByIndexes(headerRow + 1, first + place, formattedRows, 1), column);
    const header = sheet.getRangeByIndexes(headerRow, first + place, 1, 1);
    header.numberFormat = [['@']];
    header.values = [[shownHeader(column)]];
    header.format.font.bold = true;
    if (column.required) header.format.fill.color = requiredColour;
    if (column.hidden) header.getEntireColumn().columnHidden = true;
  });
  await context.sync();
  return first;
}

/** From below, so that no row moves before it is taken out; rows that lie together go at once. */
async function removeRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: readonly number[],
): Promise<void> {
  const falling = [...new Set(rows)].sort((a, b) => b - a);
  for (let i = 0; i < falling.length; ) {
    const last = falling[i] ?? 0;
    let count = 1;
    while (falling[i + count] === last - count) count += 1;
    sheet
      .getRangeByIndexes(last - count + 1, 0, count, 1)
      .getEntireRow()
      .delete('Up');
    i += count;
  }
  await context.sync();
}

/** Only hints: what people did in detail is often missing, and of our own writing nothing needs to be said. */
function listening(run: Run, heard: (worksheet: string) => void): () => void {
  let stopped = false;
  const registered = run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (event) => {
      if (stopped || event.triggerSource === 'ThisLocalAddin') return;
      const name = await run(async (inner) => {
        const sheet = inner.workbook.worksheets.getItemOrNullObject(event.worksheetId);
        sheet.load('name');
        await inner.sync();
        return sheet.isNullObject ? null : sheet.name;
      });
      if (name !== null) heard(name);
    });
    await context.sync();
    return handler;
  });
  return () => {
    stopped = true;
    void registered.then((handler) =>
      Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      }).catch(() => {}),
    );
  };
}
