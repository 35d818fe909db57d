/** A chart drawn simply: columns, bars, a line or a pie, with its title and its names. */
import type { Chart } from '../model/book.ts';
import { grid, textAt, valueAt } from '../model/cells.ts';
import type { Workbook } from '../model/workbook.ts';

const colours = ['#4472c4', '#ed7d31', '#a5a5a5', '#ffc000', '#5b9bd5', '#70ad47'];
const space = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

interface Figures {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Names at the left, headers above. */
function figures(workbook: Workbook, chart: Chart): Figures {
  const sheet = workbook.findSheet(chart.sheet);
  if (!sheet) return { names: [], series: [] };
  const texts = grid(chart.source, (row, column) => textAt(workbook, sheet, row, column));
  const values = grid(chart.source, (row, column) => valueAt(workbook, sheet, row, column));
  const [head = [], ...rows] = texts;
  const series = head.slice(1).map((name, index) => ({
    name,
    values: values.slice(1).map((row) => {
      const value = row[index + 1];
      return typeof value === 'number' ? value : 0;
    }),
  }));
  return { names: rows.map(([name = '']) => name), series };
}

export function chartPicture(workbook: Workbook, chart: Chart): SVGSVGElement {
  const [width, height] = [480, 288];
  const picture = document.createElementNS(space, 'svg');
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', chart.title || chart.name);
  picture.append(shape('rect', { x: 0, y: 0, width, height, fill: '#fff', stroke: '#c8c8c8' }));
  if (chart.titleShown && chart.title !== '')
    picture.append(shape('text', { x: width / 2, y: 24, 'text-anchor': 'middle', 'font-size': 15 }, chart.title));
  const found = figures(workbook, chart);
  if (chart.type === 'Pie' || chart.type === 'Doughnut') pie(picture, found, width, height);
  else if (chart.type.startsWith('Bar')) bars(picture, found, width, height);
  else columns(picture, found, width, height, chart.type.startsWith('Line'));
  if (chart.legend && found.series.length > 1) legend(picture, found, height);
  return picture;
}

const most = ({ series }: Figures): number => Math.max(1, ...series.flatMap(({ values }) => values));

function columns(picture: SVGElement, found: Figures, width: number, height: number, line: boolean): void {
  const { names, series } = found;
  const [left, bottom, top] = [24, height - 56, 42];
  const step = (width - left * 2) / Math.max(1, names.length);
  const top1 = most(found);
  names.forEach((name, i) => {
    const x = left + step * i;
    picture.append(
      shape('text', { x: x + step / 2, y: bottom + 16, 'text-anchor': 'middle', 'font-size': 11 }, name.slice(0, 8)),
    );
    series.forEach(({ values }, s) => {
      const value = values[i] ?? 0;
      const high = ((bottom - top) * value) / top1;
      const wide = (step * 0.7) / series.length;
      const at = x + step * 0.15 + wide * s;
      const fill = colours[s % colours.length] ?? '#4472c4';
      if (line) {
        picture.append(shape('circle', { cx: x + step / 2, cy: bottom - high, r: 3, fill }));
        const next = values[i + 1];
        if (next !== undefined)
          picture.append(
            shape('line', {
              x1: x + step / 2,
              y1: bottom - high,
              x2: x + step * 1.5,
              y2: bottom - ((bottom - top) * next) / top1,
              stroke: fill,
              'stroke-width': 2,
            }),
          );
      } else
        picture.append(shape('rect', { x: at, y: bottom - high, width: Math.max(1, wide - 1), height: high, fill }));
      picture.append(
        shape(
          'text',
          { x: line ? x + step / 2 : at + wide / 2, y: bottom - high - 3, 'text-anchor': 'middle', 'font-size': 10 },
          String(value),
        ),
      );
    });
  });
  picture.append(shape('line', { x1: left, y1: bottom, x2: width - left, y2: bottom, stroke: '#999' }));
}

function bars(picture: SVGElement, found: Figures, width: number, height: number): void {
  const { names, series } = found;
  const [left, top, bottom] = [110, 38, height - 34];
  const step = (bottom - top) / Math.max(1, names.length);
  const longest = most(found);
  names.forEach((name, i) => {
    const y = top + step * i;
    picture.append(
      shape('text', { x: left - 6, y: y + step / 2 + 4, 'text-anchor': 'end', 'font-size': 11 }, name.slice(0, 9)),
    );
    series.forEach(({ values }, s) => {
      const value = values[i] ?? 0;
      const thick = (step * 0.7) / series.length;
      const at = y + step * 0.15 + thick * s;
      const long = ((width - left - 50) * value) / longest;
      picture.append(
        shape('rect', {
          x: left,
          y: at,
          width: long,
          height: Math.max(1, thick - 1),
          fill: colours[s % colours.length] ?? '#4472c4',
        }),
      );
      picture.append(shape('text', { x: left + long + 4, y: at + thick / 2 + 4, 'font-size': 10 }, String(value)));
    });
  });
}

function pie(picture: SVGElement, { names, series }: Figures, width: number, height: number): void {
  const values = series[0]?.values ?? [];
  const sum = values.reduce((all, value) => all + value, 0) || 1;
  const [x, y, r] = [width / 3, height / 2 + 14, Math.min(width, height) / 2 - 44];
  let angle = -Math.PI / 2;
  values.forEach((value, i) => {
    const next = angle + (value / sum) * Math.PI * 2;
    const fill = colours[i % colours.length] ?? '#4472c4';
    const point = (at: number) => `${x + r * Math.cos(at)} ${y + r * Math.sin(at)}`;
    if (value === sum) picture.append(shape('circle', { cx: x, cy: y, r, fill }));
    else if (value > 0)
      picture.append(
        shape('path', {
          d: `M${x} ${y} L${point(angle)} A${r} ${r} 0 ${next - angle > Math.PI ? 1 : 0} 1 ${point(next)} Z`,
          fill,
          stroke: '#fff',
        }),
      );
    picture.append(shape('rect', { x: width * 0.64, y: 56 + i * 20, width: 10, height: 10, fill }));
    picture.append(
      shape(
        'text',
        { x: width * 0.64 + 16, y: 65 + i * 20, 'font-size': 11 },
        `${(names[i] ?? '').slice(0, 10)} ${value}`,
      ),
    );
    angle = next;
  });
}

function legend(picture: SVGElement, { series }: Figures, height: number): void {
  series.forEach(({ name }, s) => {
    picture.append(
      shape('rect', {
        x: 24 + s * 110,
        y: height - 24,
        width: 10,
        height: 10,
        fill: colours[s % colours.length] ?? '#4472c4',
      }),
    );
    picture.append(shape('text', { x: 38 + s * 110, y: height - 15, 'font-size': 11 }, name.slice(0, 8)));
  });
}
