/** Charts, kept as a description: kind, source, title and place. The window draws them simply. */
import { type Chart, type Sheet, standardHeight, standardWidth } from '../model/book.ts';
import { freeName } from '../model/names.ts';
import { refuseProtected } from '../model/protection.ts';
import { invalid, notFound } from '../model/trouble.ts';
import type { Session } from '../session.ts';
import { asFlag, asNumber, asText, type Class, isThing, nothing, thing } from '../thing.ts';
import { addressed, areaOf, placeOf } from './range.ts';
import { worksheetClass } from './worksheet.ts';

interface Placed {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

/** The kinds that the window can draw; Excel has some eighty. */
const kinds = [
  'ColumnClustered',
  'ColumnStacked',
  'BarClustered',
  'BarStacked',
  'Pie',
  'Doughnut',
  'Line',
  'LineMarkers',
];

const find = (sheet: Sheet, key: unknown): Placed | undefined => {
  const chart = sheet.charts.find(({ id, name }) => id === key || name === key);
  return chart && { sheet, chart };
};

const got = (sheet: Sheet, key: unknown) => {
  const found = find(sheet, key);
  if (!found) throw notFound(`图表“${String(key)}”`);
  return thing(chartClass, found);
};

export const chartsClass: Class<Sheet> = {
  name: 'ChartCollection',
  properties: { Count: { get: (sheet) => sheet.charts.length } },
  items: (sheet) => sheet.charts.map((chart) => thing(chartClass, { sheet, chart })),
  at: got,
  methods: {
    Add: (sheet, [type, source, seriesBy = 'Auto'], session) => {
      refuseProtected(sheet);
      if (!kinds.includes(String(type)))
        throw invalid(`演练窗口画不了“${String(type)}”这种图表；可以用 ${kinds.join('、')}。`);
      const place = placeOf(source);
      const names = session.workbook.book.sheets.flatMap((each) => each.charts.map(({ name }) => name));
      const chart: Chart = {
        id: `{${String(session.workbook.book.nextId++).padStart(8, '0')}-000D-0000-0000-000000000000}`,
        name: freeName(names, '图表 '),
        type: String(type),
        sheet: place.sheet.id,
        source: areaOf(place, session),
        seriesBy: asText(seriesBy, '系列'),
        title: '',
        titleShown: true,
        legend: true,
        legendPosition: 'Bottom',
        top: 60,
        left: 240,
        width: 360,
        height: 216,
      };
      sheet.charts.push(chart);
      session.workbook.tell({ kind: 'look' });
      return thing(chartClass, { sheet, chart });
    },
    GetCount: (sheet) => sheet.charts.length,
    GetItem: (sheet, [key]) => got(sheet, key),
    GetItemAt: (sheet, [index]) => {
      const chart = sheet.charts[asNumber(index, '序号')];
      if (!chart) throw notFound('图表');
      return thing(chartClass, { sheet, chart });
    },
    GetItemOrNullObject: (sheet, [key]) => {
      const found = find(sheet, key);
      return found ? thing(chartClass, found) : nothing;
    },
  },
};

const size = (key: 'top' | 'left' | 'width' | 'height') => ({
  get: ({ chart }: Placed) => chart[key],
  set: ({ chart }: Placed, value: unknown, session: Session) => {
    chart[key] = asNumber(value, key);
    session.workbook.tell({ kind: 'look' });
  },
});

/** Points from the worksheet's corner to a row or column. */
export const topOf = (sheet: Sheet, row: number): number =>
  Array.from({ length: row }, (_each, r) =>
    sheet.rows[r]?.hidden ? 0 : (sheet.rows[r]?.height ?? standardHeight),
  ).reduce((sum, each) => sum + each, 0);
export const leftOf = (sheet: Sheet, column: number): number =>
  Array.from({ length: column }, (_each, c) =>
    sheet.columns[c]?.hidden ? 0 : (sheet.columns[c]?.width ?? standardWidth),
  ).reduce((sum, each) => sum + each, 0);

const chartClass: Class<Placed> = {
  name: 'Chart',
  identity: ({ chart }) => ({ Id: chart.id }),
  properties: {
    Id: { get: ({ chart }) => chart.id },
    Name: {
      get: ({ chart }) => chart.name,
      set: ({ chart }, value) => {
        chart.name = asText(value, '名称');
      },
    },
    ChartType: { get: ({ chart }) => chart.type },
    Top: size('top'),
    Left: size('left'),
    Width: size('width'),
    Height: size('height'),
    Title: { get: (placed) => thing(titleClass, placed) },
    Legend: { get: (placed) => thing(legendClass, placed) },
    Worksheet: { get: ({ sheet }) => thing(worksheetClass, sheet) },
  },
  methods: {
    SetData: ({ chart }, [source, seriesBy = 'Auto'], session) => {
      const place = placeOf(source);
      Object.assign(chart, {
        sheet: place.sheet.id,
        source: areaOf(place, session),
        seriesBy: asText(seriesBy, '系列'),
      });
      session.workbook.tell({ kind: 'look' });
    },
    SetPosition: ({ sheet, chart }, [start, end], session) => {
      const area = (cell: unknown) =>
        areaOf(placeOf(isThing(cell) ? cell : addressed(sheet, asText(cell, '单元格'), session)), session);
      const first = area(start);
      const last = end === undefined || end === null ? null : area(end);
      chart.top = topOf(sheet, first.row);
      chart.left = leftOf(sheet, first.column);
      if (last) {
        chart.height = topOf(sheet, last.row + last.rows) - chart.top;
        chart.width = leftOf(sheet, last.column + last.columns) - chart.left;
      }
      session.workbook.tell({ kind: 'look' });
    },
    Delete: ({ sheet, chart }, _args, session) => {
      sheet.charts = sheet.charts.filter((each) => each !== chart);
      session.workbook.tell({ kind: 'look' });
    },
    Activate: () => null,
  },
};

const titleClass: Class<Placed> = {
  name: 'ChartTitle',
  properties: {
    Text: {
      get: ({ chart }) => chart.title,
      set: ({ chart }, value, session) => {
        chart.title = asText(value, '标题');
        session.workbook.tell({ kind: 'look' });
      },
    },
    Visible: {
      get: ({ chart }) => chart.titleShown,
      set: ({ chart }, value) => {
        chart.titleShown = asFlag(value, 'visible');
      },
    },
  },
  methods: {},
};

const legendClass: Class<Placed> = {
  name: 'ChartLegend',
  properties: {
    Visible: {
      get: ({ chart }) => chart.legend,
      set: ({ chart }, value) => {
        chart.legend = asFlag(value, 'visible');
      },
    },
    Position: {
      get: ({ chart }) => chart.legendPosition,
      set: ({ chart }, value) => {
        chart.legendPosition = asText(value, '位置');
      },
    },
  },
  methods: {},
};
