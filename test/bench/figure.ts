/**
 * What a bench says: one line for each thing measured, the rival or limit beside it, and their ratio, which is what can be
 * compared between machines. A figure that has a hold says whether it was kept; no test ever fails for a time.
 */
import type { Time } from './clock.ts';
import type { Work } from './measure.ts';

export interface Figure {
  /** Number of the part that it belongs to. */
  readonly part: number;
  readonly what: string;
  readonly ours: string;
  /** The rival, or the limit that mathematics sets. */
  readonly against: string;
  /** Ours over the other, or null where only a limit is stated. */
  readonly ratio: number | null;
  /** What is to hold, in words; null where nothing was promised. */
  readonly hold: string | null;
  readonly holds: boolean | null;
}

/** A number and how it is written, with a few words on what it is. */
export type Stated = readonly [value: number, words: string];

/** A ratio, and a ceiling over it where one was promised. */
export const under = (
  part: number,
  what: string,
  [ours, oursWords]: Stated,
  [other, otherWords]: Stated,
  most: number | null = null,
): Figure => ({
  part,
  what,
  ours: oursWords,
  against: otherWords,
  ratio: ours / other,
  hold: most === null ? null : `≤ ${most} ×`,
  holds: most === null ? null : ours / other <= most,
});

/** Processor time, by which ratios are made, and the clock's. */
export const timeOf = ({ cpuMs, wallMs }: Time, words = ''): Stated => [
  cpuMs,
  `${words === '' ? '' : `${words}: `}${duration(cpuMs)} (clock ${duration(wallMs)})`,
];

/** The same with the peak of its process's memory. */
export const workOf = ({ time, peakMb }: Work, words = ''): Stated => {
  const [ms, text] = timeOf(time, words);
  return [ms, `${text}, ${whole(peakMb)} MB`];
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

export const duration = (ms: number): string =>
  ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(2)} s`;
export const whole = (n: number): string => Math.round(n).toLocaleString('en-US');

const head = ['what', 'ours', 'rival or limit', 'ratio', 'hold'] as const;

const cells = ({ part, what, ours, against, ratio, hold, holds }: Figure): readonly string[] => [
  `${part}. ${what}`,
  ours,
  against,
  ratio === null ? '' : `${ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2)} ×`,
  hold === null ? '' : `${hold} ${holds === true ? '✓' : '✗'}`,
];

/** The figures as a Markdown table, which a terminal shows well enough. */
export function table(figures: readonly Figure[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...figures.map((figure) => line(cells(figure)))].join('\n');
}
