/**
 * 指标的数值: a figure as counted, with the rows behind it. It prints its definition; where what it counts was not entered it is `no-data`
 * and reads 无数据, never 100 %. Nothing is ranked: rows stand in the order in which they were given.
 */
import type { Source } from '../policy/cited.ts';
import { type Figure, type FigureDefinition, figures } from '../policy/figure.ts';
import type { Target } from '../policy/shape.ts';
import type { Words } from '../words.ts';

/** What a row behind a figure is; its id is that matter's own. */
export type RowKind =
  | 'task'
  | 'outcome'
  | 'visit'
  | 'case'
  | 'item'
  | 'department'
  | 'inspector'
  | 'draw'
  /** Numbers that a department stated, by the fact that stated them. */
  | 'statement';

/** Why a row does not count. */
export type Lacking =
  | 'late'
  | 'not-finished'
  | 'not-published'
  | 'not-inspected'
  | 'no-disposal'
  | 'not-by-class'
  | 'not-mobile'
  | 'no-finding'
  | 'not-planned'
  | 'not-drawn'
  | 'not-collected'
  | 'not-on-roll'
  | 'no-act'
  | 'not-done';

/** A row weighs what it adds: one outcome, or the subjects of a draw. */
export interface FigureRow {
  readonly kind: RowKind;
  readonly id: string;
  /** Code of whom it concerns; '' where it concerns all. */
  readonly department: string;
  readonly n: number;
  readonly of: number;
  /** Null where it counts in full. */
  readonly lacking: Lacking | null;
}

/** A figure told apart: by the five kinds of records, by door of entry, by task and class. */
export interface Part {
  readonly key: string;
  readonly name: Words;
  /** Null where its number was not entered. */
  readonly n: number | null;
  readonly of: number | null;
}

export interface Count {
  readonly n: number;
  /** Null for a plain count. */
  readonly of: number | null;
  readonly rows: readonly FigureRow[];
}

export interface Goal {
  readonly goal: Target['goal'];
  readonly source: Source;
  /** Null where it cannot be said: no data, or a direction without a number. */
  readonly met: boolean | null;
}

export interface FigureValue {
  readonly figure: Figure;
  readonly count: Count | 'no-data';
  readonly parts: readonly Part[];
  readonly goals: readonly Goal[];
  /** Codes of those whose number is not there, in the order of the register. */
  readonly silent: readonly string[];
}

export const definitionOf = (figure: Figure): FigureDefinition => figures[figure];

/** Rows that do not count, or not in full: what a person has to look at. */
export const lackingRows = ({ count }: FigureValue): readonly FigureRow[] =>
  count === 'no-data' ? [] : count.rows.filter(({ lacking }) => lacking !== null);

/** Basis points rounded down: 99.999 % is no 100 %. Null for a plain count, and without data. */
export const shareOf = ({ count }: Pick<FigureValue, 'count'>): number | null =>
  count === 'no-data' || count.of === null || count.of === 0 ? null : Math.floor((count.n * 10000) / count.of);

/** A rate over rows; without a row there is nothing to have a rate of. */
export function rateOf(rows: readonly FigureRow[]): Count | 'no-data' {
  const of = sum(rows.map((row) => row.of));
  return of === 0 ? 'no-data' : { n: sum(rows.map((row) => row.n)), of, rows };
}

/** A plain count; null where nobody has counted. */
export const countOf = (rows: readonly FigureRow[] | null): Count | 'no-data' =>
  rows === null ? 'no-data' : { n: sum(rows.map((row) => row.n)), of: null, rows };

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** One row that counts or does not. */
export const row = (kind: RowKind, id: string, department: string, counts: boolean, lacking: Lacking): FigureRow => ({
  kind,
  id,
  department,
  n: counts ? 1 : 0,
  of: 1,
  lacking: counts ? null : lacking,
});

/** What every document is about, whether it sets a number for it or not. */
const plain: readonly Figure[] = [
  'plan-finished',
  'on-time',
  'published',
  'followed-up',
  'finding-rate',
  'visits-merged',
];

/** Whether a report shows the figure: the policy sets a goal for it, or it is one of the plain ones and there is something to count. */
export const isReported = ({ figure, goals, count }: FigureValue): boolean =>
  goals.length > 0 || (plain.includes(figure) && count !== 'no-data');
