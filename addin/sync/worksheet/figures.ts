/**
 * The worksheet 统计: every figure as a small table with what it means above it, and below it a chart of the spreadsheet program's own: beside it
 * the chart would lie out of sight on a screen that also shows the pane.
 */
import type { Figures } from '../../../core/api/shapes.ts';
import type { Layout, LayoutColumn } from '../../../core/sheet/layout.ts';
import type { Chart } from '../../host/sheet-host.ts';
import { figuresTitle } from '../words.ts';

export function figuresSheet({ year, figures }: Figures): {
  readonly layout: Layout;
  readonly charts: readonly Chart[];
} {
  const titles = [`${year} 年${figuresTitle.zh}`];
  const width = Math.max(1, ...figures.map(({ headers }) => headers.length));
  const rows: string[][] = [];
  const charts: Chart[] = [];
  for (const { title, kind, note, headers, rows: lines } of figures) {
    rows.push([title.zh], ...lineAfterLine(note.zh, signsAcross(width)).map((line) => [line]));
    const from = { row: titles.length + rows.length, column: 0, rows: lines.length + 1, columns: headers.length };
    rows.push([...headers]);
    for (const { name, values } of lines)
      rows.push([name, ...values.map((value) => (value === null ? '无数据' : String(value)))]);
    rows.push([]);
    // A chart of nothing would show an empty frame; the note says that there is no data.
    if (!lines.some(({ values }) => values.some((value) => value !== null))) continue;
    const tall = kind === 'bar' ? Math.max(chartRows, lines.length) : chartRows;
    const wide = kind === 'pie' ? pieColumns : Math.max(width, leastColumns);
    const at = { row: titles.length + rows.length, column: 0, rows: tall, columns: wide };
    charts.push({ title: title.zh, kind, from, at });
    for (let row = 0; row <= tall; row++) rows.push([]);
  }
  const columns = Array.from({ length: width }, (_, place) => column(place));
  return { layout: { name: figuresTitle.zh, titles, columns, rows, spare: 0 }, charts };
}

/** Of a chart: as high as it can be read without scrolling, as wide as the table. */
const chartRows = 16;
const leastColumns = 4;
const pieColumns = 3;
const firstWidth = 30;
const otherWidth = 14;

/** Chinese signs that fit on a line of the table; each is as wide as two others. */
const signsAcross = (columns: number): number => Math.floor((firstWidth + otherWidth * Math.max(3, columns - 1)) / 2);

/** Parted where a sentence or a part of it ends, so that no line runs out of the table. */
function lineAfterLine(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const part of text.match(/[^。；，]*[。；，]?/gu) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + [...part].length <= most) lines[lines.length - 1] = last + part;
    else if (part !== '') lines.push(part);
  }
  return lines;
}

const column = (place: number): LayoutColumn => ({
  field: '',
  header: '',
  required: false,
  given: true,
  hidden: false,
  format: 'text',
  width: place === 0 ? firstWidth : otherWidth,
  choices: null,
  hint: { zh: '', en: '' },
});
