/** Excel by Office.js, from version 1.14 of its interface on (Excel 2021). Nothing else in the add-in speaks to Excel. */
import { isKeptWorksheet } from '../kept.ts';
import type { SheetHost, Worksheet } from '../sheet-host.ts';
import { addColumns } from './add-columns.ts';
import { createWorksheet } from './create.ts';
import { figuresWorksheet } from './figures.ts';
import { appendKept, readKept, writeKept } from './keep.ts';
import { listening } from './listen.ts';
import { markRows } from './mark.ts';
import { readGrid } from './read.ts';
import { removeRows } from './remove-rows.ts';
import { type Program, runner } from './run.ts';
import { writeBlocks } from './write.ts';

/** @throws Error where Office is not there or too old; ask `Office.onReady` first */
export async function excelHost(excel: Program = Excel): Promise<SheetHost> {
  const run = runner(excel);
  const title = await run(async (context) => {
    context.workbook.load('name');
    await context.sync();
    return context.workbook.name;
  });
  /** Does something with a worksheet that has to be there. */
  const on = <T>(worksheet: string, act: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>) =>
    run((context) => act(context, context.workbook.worksheets.getItem(worksheet)), worksheet);
  return {
    kind: 'excel',
    called: { zh: 'Excel 工作簿', en: 'Excel workbook' },
    live: true,
    workbook: () => title,
    worksheets: () => run(worksheets),
    read: (worksheet, progress) => run((context) => readGrid(context, worksheet, progress), worksheet),
    write: (worksheet, blocks, progress) =>
      on(worksheet, (context, sheet) => writeBlocks(context, sheet, blocks, progress)),
    create: (layout, progress) => run((context) => createWorksheet(context, layout, progress), layout.name),
    addColumns: (worksheet, headerRow, after, columns) =>
      on(worksheet, (context, sheet) => addColumns(context, sheet, headerRow, after, columns)),
    mark: (worksheet, area, marks, progress) =>
      on(worksheet, (context, sheet) => markRows(context, sheet, area, marks, progress)),
    removeRows: (worksheet, rows) => on(worksheet, (context, sheet) => removeRows(context, sheet, rows)),
    show: (worksheet, row, column) =>
      on(worksheet, async (context, sheet) => {
        sheet.load('visibility');
        await context.sync();
        if (sheet.visibility === 'Hidden') sheet.visibility = 'Visible';
        sheet.activate();
        sheet.getRangeByIndexes(row, column, 1, 1).select();
        await context.sync();
      }),
    figures: (layout, charts) => run((context) => figuresWorksheet(context, layout, charts), layout.name),
    readKept: (part) => run((context) => readKept(context, part)),
    writeKept: (part, rows) => run((context) => writeKept(context, part, rows)),
    appendKept: (part, rows) => run((context) => appendKept(context, part, rows)),
    onChange: (heard) => listening(excel, run, heard),
  };
}

async function worksheets(context: Excel.RequestContext): Promise<readonly Worksheet[]> {
  const { worksheets: all } = context.workbook;
  all.load('items/name,items/visibility');
  await context.sync();
  const people = all.items.filter(({ name, visibility }) => visibility !== 'VeryHidden' && !isKeptWorksheet(name));
  const used = people.map((sheet) => {
    const hidden = sheet.visibility === 'Hidden';
    const range = hidden ? null : sheet.getUsedRangeOrNullObject(true);
    range?.load('rowIndex,rowCount,columnIndex,columnCount');
    return { name: sheet.name, hidden, range };
  });
  await context.sync();
  return used.map(({ name, hidden, range }) =>
    range === null || range.isNullObject
      ? { name, hidden, rows: 0, columns: 0 }
      : { name, hidden, rows: range.rowIndex + range.rowCount, columns: range.columnIndex + range.columnCount },
  );
}
