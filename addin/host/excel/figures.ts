/** The worksheet 统计: numbers as numbers, and Excel's own charts over them; made anew each time. */
import type { Layout } from '../../../core/sheet/layout.ts';
import type { Chart } from '../sheet-host.ts';
import { freshWorksheet } from './office-helpers.ts';

const chartTypes = { column: 'ColumnClustered', bar: 'BarClustered', pie: 'Pie' } as const;
const chartRows = 16;
const chartColumns = 7;

export async function figuresWorksheet(
  context: Excel.RequestContext,
  layout: Layout,
  charts: readonly Chart[],
): Promise<string> {
  const sheet = await freshWorksheet(context.workbook, layout.name);
  const width = layout.columns.length;
  layout.titles.forEach((title, row) => {
    sheet.getRangeByIndexes(row, 0, 1, 1).values = [[`'${title}`]];
  });
  const first = layout.titles.length;
  if (layout.rows.length > 0) {
    const range = sheet.getRangeByIndexes(first, 0, layout.rows.length, width);
    range.values = layout.rows.map((row) =>
      Array.from({ length: width }, (_, place) => numberOrText(row[place] ?? '')),
    );
  }
  layout.columns.forEach(({ width: characters }, place) => {
    sheet.getRangeByIndexes(0, place, 1, 1).format.columnWidth = characters * 6;
  });
  charts.forEach(({ title, kind, from }, place) => {
    const source = sheet.getRangeByIndexes(from.row, from.column, from.rows, from.columns);
    const chart = sheet.charts.add(chartTypes[kind], source, kind === 'pie' ? 'Columns' : 'Auto');
    chart.title.text = title;
    chart.name = `明抽 ${place + 1}`;
    const top = place * (chartRows + 1);
    chart.setPosition(
      sheet.getRangeByIndexes(top, width + 1, 1, 1),
      sheet.getRangeByIndexes(top + chartRows, width + chartColumns, 1, 1),
    );
  });
  sheet.activate();
  await context.sync();
  return layout.name;
}

/** A plain number is one here, everything else stays text. */
const numberOrText = (text: string): string | number => {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return text === '' ? '' : `'${text}`;
};
