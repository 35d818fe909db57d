/** A figure as it is printed: value, definition, goals, and the rows that do not count, by names that a reader knows. */
import { percentOf, tenthsOf } from '../percent.ts';
import type { Figure } from '../policy/figure.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { PrintedFigure } from './bulletin.ts';
import { definitionOf, type FigureRow, type FigureValue, type Goal, lackingRows, type Part } from './figure.ts';

export const noData = '无数据';

/** A goal as its document has it: `96.5%`. */
export function percent(bp: number): string {
  const whole = Math.floor(bp / 100);
  const rest = bp % 100;
  return rest === 0 ? `${whole}%` : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}%`;
}

/** What a rate counts, where a reader meets it beside another count of another thing. */
const figureUnits: Readonly<Partial<Record<Figure, string>>> = {
  'finding-rate': ' 户次',
  published: ' 项',
  'followed-up': ' 项',
};

/** `100%（1÷1 户次）`: where lines stand below each other, a reader sees that one counts visits and the next items. */
export const valueWithUnit = (figure: Figure, value: string): string =>
  value.replace(/）$/, `${figureUnits[figure] ?? ''}）`);

export function valueText(value: FigureValue): string {
  const { count } = value;
  if (count === 'no-data') return noData;
  return count.of === null || count.of === 0
    ? String(count.n)
    : `${percentOf(count.n, count.of)}（${count.n}÷${count.of}）`;
}

export const partText = ({ n, of }: Part): string =>
  n === null ? noData : of === null ? String(n) : of === 0 ? `${n}÷0` : `${percentOf(n, of)}（${n}÷${of}）`;

export function definitionText(value: Pick<FigureValue, 'figure'>): Words {
  const { numerator, denominator } = definitionOf(value.figure);
  return denominator === null
    ? numerator
    : { zh: `${numerator.zh}÷${denominator.zh}`, en: `${numerator.en} ÷ ${denominator.en}` };
}

export function goalWords({ goal }: Goal): Words {
  switch (goal.kind) {
    case 'share':
      return { zh: goal.bp === 10000 ? '100%' : `不低于 ${percent(goal.bp)}`, en: `${percent(goal.bp)} or more` };
    case 'all':
      return { zh: '全部（100%）', en: 'every one (100%)' };
    case 'rise':
      return { zh: '提高', en: 'to rise' };
    case 'count': {
      const per = goal.per === 'month' ? { zh: '每月', en: 'a month' } : { zh: '全年', en: 'a year' };
      return { zh: `各单位${per.zh}不少于 ${goal.n} 条`, en: `${goal.n} or more ${per.en}, each department` };
    }
    default:
      return never(goal);
  }
}

/** Rows that a printed figure names; the rest is counted, and opens where the figure does. */
export const rowsPrinted = 50;

export interface Names {
  readonly department: (code: string) => string;
  /** Never an enterprise's: 检查编号, task, item, department. */
  readonly row: (row: FigureRow) => string;
}

export function printed(value: FigureValue, names: Names): PrintedFigure {
  const { figure, count, parts, goals, silent } = value;
  const lacking = lackingRows(value);
  return {
    figure,
    name: definitionOf(figure).name.zh,
    definition: definitionText(value).zh,
    value: valueText(value),
    n: count === 'no-data' ? null : count.n,
    of: count === 'no-data' ? null : count.of,
    bp: count === 'no-data' || count.of === null || count.of === 0 ? null : tenthsOf(count.n, count.of) * 10,
    goals: goals.map((goal) => ({
      text: `${goalWords(goal).zh}（${goal.source.document} ${goal.source.clause}）`,
      met: goal.met,
    })),
    parts: parts.map((part) => ({ name: part.name.zh, value: partText(part) })),
    silent: silent.map(names.department),
    lacking: lacking.slice(0, rowsPrinted).map((row) => ({
      kind: row.kind,
      id: row.id,
      name: names.row(row),
      // `lackingRows` keeps none without a reason.
      why: row.lacking ?? 'not-done',
    })),
    lackingInAll: lacking.length,
  };
}
