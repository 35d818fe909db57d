/**
 * The figures of a bulletin as a workbook with native charts: what the bulletin says, cell by cell, and the rows that do not count.
 * Departments stand in the order of the register; no enterprise is in it.
 */
import type { Bulletin, PrintedFigure, TradeLine } from '../../core/bulletin/bulletin.ts';
import { lackingWords } from '../../core/bulletin/words.ts';
import type { ChartToDraw, SheetToWrite } from '../../core/sheet/xlsx.ts';
import { workbook } from './workbook.ts';

export const bulletinWorkbook = (bulletin: Bulletin): Promise<Uint8Array> =>
  workbook(
    [
      figureSheet(bulletin),
      departmentSheet(bulletin),
      outcomeSheet(bulletin),
      tradeSheet(bulletin),
      overdueSheet(bulletin),
      lackingSheet(bulletin),
    ].filter((sheet): sheet is SheetToWrite => sheet !== null),
    bulletin.on,
  );

const titles = ({ title, issuers, on }: Bulletin, of: string): readonly string[] => [
  title,
  `${of}　${issuers.join('、')}　${on}`,
];

/** A rate in per cent as a number; where there is none the cell is a word, and a chart leaves it out. */
const rate = ({ bp, n, value }: PrintedFigure): string | number => (bp !== null ? bp / 100 : (n ?? value));

const metWords = (met: boolean | null): string => (met === null ? '—' : met ? '达到' : '未达到');

function figureSheet(bulletin: Bulletin): SheetToWrite {
  // Rates first, so that one chart has them all; counts have another measure.
  const rates = bulletin.figures.filter(({ bp }) => bp !== null);
  const others = bulletin.figures.filter(({ bp }) => bp === null);
  const rows = [...rates, ...others].map((figure) => [
    figure.name,
    rate(figure),
    figure.n ?? '无数据',
    figure.of ?? '—',
    figure.goals.map(({ text }) => text).join('；'),
    figure.goals.map(({ met }) => metWords(met)).join('；'),
    figure.definition,
  ]);
  return {
    name: '指标',
    titles: titles(bulletin, '指标、目标及完成情况'),
    headers: ['指标', '数值（%）', '分子', '分母', '目标及依据', '完成情况', '口径'],
    rows,
    widths: [24, 12, 10, 10, 34, 12, 44],
    charts: below(rows.length, rates.length, { kind: 'bar', title: '指标完成情况（%）', names: 0, values: [1] }),
  };
}

/** Rows of the sheet that fit on a page that lies across, whatever its columns are. */
const pageRows = 28;

/** Rows of the sheet that one point of a chart takes, and title and legend. */
const [eachPoint, around] = [2, 4];

/**
 * Under the table, so that it is printed after it, where need be on a page of its own, since none may be cut in two; in as many parts as there are
 * pages of points.
 */
function below(
  rows: number,
  drawn: number,
  {
    columns = 6,
    each = eachPoint,
    ...chart
  }: Omit<ChartToDraw, 'at' | 'rows'> & {
    readonly columns?: number;
    readonly each?: number;
  },
): readonly ChartToDraw[] {
  const most = Math.floor((pageRows - around) / each);
  const parts = Math.ceil(drawn / most);
  const size = Math.ceil(drawn / Math.max(1, parts));
  return Array.from({ length: parts }, (_, i): ChartToDraw => {
    const from = i * size;
    const shown = Math.min(size, drawn - from);
    const tall = Math.max(14, around + shown * each);
    return {
      ...chart,
      title: parts === 1 ? chart.title : `${chart.title}（${i + 1}/${parts}）`,
      ...{ from, rows: shown },
      at: {
        row: rows + 1 + i * (pageRows + 2),
        column: 0,
        rows: tall,
        columns,
      },
      // A short table has its chart on the same page; its rows may be two lines high.
      ...(i === 0 && rows * 2 + tall <= pageRows ? {} : { ownPage: true }),
    };
  });
}

function departmentSheet(bulletin: Bulletin): SheetToWrite | null {
  const [first] = bulletin.departments;
  if (first === undefined) return null;
  const rows = bulletin.departments.map(({ name, figures }) => [name, ...figures.map(rate)]);
  const values = first.figures.flatMap(({ bp }, i) =>
    bp !== null || bulletin.departments.some(({ figures }) => (figures[i]?.bp ?? null) !== null) ? [i + 1] : [],
  );
  return {
    name: '各单位',
    titles: [...titles(bulletin, '各单位指标（%）'), '按成员单位名册顺序排列，不排名。'],
    headers: ['单位', ...first.figures.map(({ name }) => name)],
    rows,
    charts: below(rows.length, rows.length, {
      kind: 'bar',
      title: '各单位指标（%，按名册顺序）',
      names: 0,
      // More than four bars side by side cannot be told apart.
      values: values.slice(0, 4),
      each: 3,
    }),
  };
}

function outcomeSheet(bulletin: Bulletin): SheetToWrite | null {
  const found = bulletin.outcomes.filter(({ n }) => n > 0);
  if (found.length === 0) return null;
  const rows: readonly (readonly (string | number)[])[] = [
    ...found.map(({ name, n }) => [name, n]),
    ['合计', found.reduce((all, { n }) => all + n, 0)],
  ];
  return {
    name: '检查结果',
    titles: titles(bulletin, '已公示检查结果（按结果类别）'),
    headers: ['检查结果', '项数'],
    rows,
    widths: [60, 16],
    charts: below(rows.length, found.length, {
      kind: 'bar',
      title: '已公示检查结果（项）',
      names: 0,
      values: [1],
      columns: 2,
    }),
  };
}

function tradeSheet(bulletin: Bulletin): SheetToWrite | null {
  const { trades, items } = bulletin;
  if (trades.length + items.length === 0) return null;
  const line = (kind: string) => (each: TradeLine) => [
    each.name,
    each.checked,
    each.found,
    each.repeated,
    each.open,
    kind,
  ];
  const rows = [...trades.map(line('抽查领域')), ...items.map(line('抽查事项'))];
  return {
    name: '行业和事项',
    titles: titles(bulletin, '行业和事项分析'),
    headers: ['名称', '检查户次', '发现问题户次', '重复发现问题户数', '未处置问题', '类别'],
    rows,
    widths: [36, 12, 14, 16, 12, 12],
    charts: below(rows.length, trades.length, {
      kind: 'bar',
      title: '按抽查领域：检查和发现问题（户次）',
      names: 0,
      values: [1, 2],
    }),
  };
}

function overdueSheet(bulletin: Bulletin): SheetToWrite | null {
  if (bulletin.overdue.length === 0) return null;
  return {
    name: '逾期事项',
    titles: titles(bulletin, '逾期事项'),
    headers: ['单位', '事项', '期限'],
    rows: bulletin.overdue.map(({ department, what, due }) => [department, what, due]),
    widths: [24, 60, 14],
  };
}

function lackingSheet(bulletin: Bulletin): SheetToWrite | null {
  const rows = bulletin.figures.flatMap(({ name, lacking, lackingInAll }) => [
    ...lacking.map((each) => [name, each.name, lackingWords[each.why].zh]),
    ...(lackingInAll > lacking.length ? [[name, `另有 ${lackingInAll - lacking.length} 项`, '']] : []),
  ]);
  if (rows.length === 0) return null;
  return {
    name: '未计入明细',
    titles: titles(bulletin, '各指标未计入的明细'),
    headers: ['指标', '明细', '原因'],
    rows,
    widths: [28, 60, 16],
  };
}
