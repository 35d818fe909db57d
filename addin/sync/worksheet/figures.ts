/** The worksheet 统计: every figure as a small table with what it means above it, and a chart of the spreadsheet program's own. */
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
    rows.push([title.zh], [note.zh]);
    const from = { row: titles.length + rows.length, column: 0, rows: lines.length + 1, columns: headers.length };
    rows.push([...headers]);
    for (const { name, values } of lines)
      rows.push([name, ...values.map((value) => (value === null ? '无数据' : String(value)))]);
    rows.push([]);
    // A chart of nothing would show an empty frame; the note says that there is no data.
    if (lines.some(({ values }) => values.some((value) => value !== null)))
      charts.push({ title: title.zh, kind, from });
  }
  const columns = Array.from({ length: width }, (_, place) => column(place));
  return { layout: { name: figuresTitle.zh, titles, columns, rows, spare: 0 }, charts };
}

const column = (place: number): LayoutColumn => ({
  field: '',
  header: '',
  required: false,
  given: true,
  hidden: false,
  format: 'text',
  width: place === 0 ? 30 : 14,
  choices: null,
  hint: { zh: '', en: '' },
});
