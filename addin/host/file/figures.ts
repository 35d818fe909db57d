/** The worksheet 统计 as a file: numbers as numbers, and native charts over them. */

import { columnLetters } from '../../../core/sheet/grid.ts';
import type { Layout } from '../../../core/sheet/layout.ts';
import type { WorkbookSheet } from '../../../core/sheet/xlsx.ts';
import type { Chart } from '../sheet-host.ts';
import type { Workbook } from './workbook.ts';

export function figuresSheet(layout: Layout, charts: readonly Chart[]): WorkbookSheet {
  const { titles, columns, rows } = layout;
  const wrapped = { numFmt: 'General', alignment: { vertical: 'center' as const, wrapText: true } };
  return {
    name: layout.name,
    columns: columns.map(({ width }) => ({ width, style: wrapped })),
    rows: [
      ...titles.map((title) => [title]),
      ...rows.map((row) => columns.map((_, place) => numberOrText(row[place] ?? ''))),
    ],
    cells: new Map([...linesAbove(titles), ...linesAlone(layout)]),
    charts: charts.map((chart) => ({
      type: chart.kind,
      title: chart.title,
      series: seriesOf(layout, chart),
      legend: chart.kind === 'pie' || chart.from.columns > 2 ? 'bottom' : false,
      anchor: {
        from: { row: chart.at.row, col: chart.at.column },
        to: { row: chart.at.row + chart.at.rows, col: chart.at.column + chart.at.columns },
      },
    })),
  };
}

type Style = NonNullable<NonNullable<WorkbookSheet['columns']>[number]['style']>;
type Styled = readonly [string, { readonly value: string; readonly style: Style }];

const linesAbove = (titles: readonly string[]): readonly Styled[] =>
  titles.map((value, row) => [`${row},0`, { value, style: row === 0 ? { font: { bold: true, size: 14 } } : {} }]);

/** A line that stands alone goes on over the blank cells beside it; wrapped in the first column it would lie over the next lines. */
const linesAlone = ({ titles, rows }: Layout): readonly Styled[] =>
  rows.flatMap(([value = '', ...rest], place): readonly Styled[] =>
    value !== '' && rest.every((text) => text === '')
      ? [[`${titles.length + place},0`, { value, style: { numFmt: '@' } }]]
      : [],
  );

/** Names at the left, one series a column, its header above; of a pie, one. */
function seriesOf({ name, titles, rows }: Layout, { kind, from }: Chart) {
  const sheet = quoted(name);
  const column = (place: number) => {
    const letters = columnLetters(from.column + place);
    return `${sheet}!$${letters}$${from.row + 2}:$${letters}$${from.row + from.rows}`;
  };
  const header = (place: number) => rows[from.row - titles.length]?.[from.column + place] ?? '';
  const count = kind === 'pie' ? 1 : Math.max(1, from.columns - 1);
  return Array.from({ length: count }, (_, i) => ({
    name: header(i + 1),
    values: column(i + 1),
    categories: column(0),
  }));
}

/** A plain number is one here, everything else stays text. */
const numberOrText = (text: string): string | number | null =>
  text === '' ? null : /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : text;

const quoted = (worksheet: string): string => `'${worksheet.replaceAll("'", "''")}'`;

/** A name of its own says which worksheet is ours: one that a person called 统计 is left alone, and ours is known when it was renamed. */
const mark = '明抽_统计';
export const markFigures = (workbook: Workbook, worksheet: string): Promise<void> =>
  workbook.addName(mark, `${quoted(worksheet)}!$A$1`, worksheet);

export async function takeAwayFigures(workbook: Workbook): Promise<void> {
  for (const { name, means } of await workbook.names()) {
    const ours = workbook
      .sheets()
      .find((each) => [quoted(each.name), each.name].some((form) => means === `${form}!$A$1`));
    if (name === mark && ours !== undefined) await workbook.removeSheet(ours.name);
  }
}
