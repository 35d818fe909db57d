/**
 * The worksheet 统计: numbers as numbers, and Excel's own charts over them; made anew each time. A name of its own says that it is ours: one that a
 * person called 统计 is left alone, and ours is known when it was renamed. A file marks it in the same way.
 */
import type { Layout } from '../../../core/sheet/layout.ts';
import type { Chart } from '../sheet-host.ts';
import { written } from './cell.ts';
import { characterPoints } from './format.ts';
import { freeName } from './free-name.ts';

const mark = '明抽_统计';
const chartTypes = { column: 'ColumnClustered', bar: 'BarClustered', pie: 'Pie' } as const;

export async function figuresWorksheet(
  context: Excel.RequestContext,
  layout: Layout,
  charts: readonly Chart[],
): Promise<string> {
  const name = (await ownName(context)) ?? (await freeName(context, layout.name));
  // Only here: a library of 15 kB that no other act needs.
  const { freshWorksheet } = await import('./office-helpers.ts');
  const sheet = await freshWorksheet(context.workbook, name);
  await takeAwayCharts(context, sheet);
  const marked = sheet.names.getItemOrNullObject(mark);
  await context.sync();
  if (marked.isNullObject) sheet.names.add(mark, sheet.getRangeByIndexes(0, 0, 1, 1));
  const { titles, columns, rows } = layout;
  titles.forEach((title, row) => {
    const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
    cell.values = [[written(title, 'General')]];
    cell.format.font.bold = row === 0;
  });
  if (rows.length > 0)
    sheet.getRangeByIndexes(titles.length, 0, rows.length, columns.length).values = rows.map((row) =>
      columns.map((_, place) => numberOrText(row[place] ?? '')),
    );
  columns.forEach(({ width }, place) => {
    sheet.getRangeByIndexes(0, place, 1, 1).format.columnWidth = width * characterPoints;
  });
  charts.forEach((chart, place) => {
    addChart(sheet, chart, place);
  });
  sheet.activate();
  await context.sync();
  return name;
}

function addChart(sheet: Excel.Worksheet, { title, kind, from, at }: Chart, place: number): void {
  const source = sheet.getRangeByIndexes(from.row, from.column, from.rows, from.columns);
  const chart = sheet.charts.add(chartTypes[kind], source, 'Columns');
  chart.title.text = title;
  chart.name = `明抽 ${place + 1}`;
  chart.setPosition(
    sheet.getRangeByIndexes(at.row, at.column, 1, 1),
    sheet.getRangeByIndexes(at.row + at.rows - 1, at.column + at.columns - 1, 1, 1),
  );
}

async function ownName(context: Excel.RequestContext): Promise<string | null> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/visibility');
  await context.sync();
  const marked = worksheets.items
    .filter(({ visibility }) => visibility === 'Visible')
    .map(({ name, names }) => ({ name, own: names.getItemOrNullObject(mark) }));
  await context.sync();
  return marked.find(({ own }) => !own.isNullObject)?.name ?? null;
}

/** Emptying a worksheet leaves what floats above its cells. */
async function takeAwayCharts(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.charts.load('items/id');
  await context.sync();
  for (const chart of sheet.charts.items) chart.delete();
}

/** A plain number is one here, everything else stays text. */
const numberOrText = (text: string): string | number =>
  /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : written(text, 'General');
