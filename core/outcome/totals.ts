/**
 * Totals of outcomes: how many by code, and by the groups in which the national system counts them. They add up, or it is said with both
 * numbers that they do not: every finished check has an outcome, and a table from elsewhere states its own total.
 */
import { err, ok, type Result } from '../result.ts';
import { kindOf, type OutcomeCode, outcomeCodes } from './code.ts';

export interface CodeCount {
  readonly code: OutcomeCode;
  readonly count: number;
}

export interface OutcomeTotals {
  readonly all: number;
  /** Codes that occur, in the order of the list. */
  readonly byCode: readonly CodeCount[];
  /** As the national system names them. */
  readonly national: readonly CodeCount[];
  /** Problems found, and of these what remains to be done. */
  readonly problems: number;
  readonly followUps: number;
}

export function totalsOf(outcomes: readonly { readonly code: OutcomeCode }[]): OutcomeTotals {
  const count = (of: (code: OutcomeCode) => OutcomeCode): readonly CodeCount[] => {
    const counts = new Map<OutcomeCode, number>();
    for (const { code } of outcomes) counts.set(of(code), (counts.get(of(code)) ?? 0) + 1);
    return outcomeCodes.flatMap((code) => {
      const n = counts.get(code) ?? 0;
      return n === 0 ? [] : [{ code, count: n }];
    });
  };
  return {
    all: outcomes.length,
    byCode: count((code) => code),
    national: count((code) => kindOf(code).national),
    problems: outcomes.filter(({ code }) => kindOf(code).problem).length,
    followUps: outcomes.filter(({ code }) => kindOf(code).followUp).length,
  };
}

/** Numbers that a person or another system states of one set. */
export interface StatedTotals {
  /** 抽查户数, 检查项数: whatever the parts are parts of. */
  readonly total: number;
  readonly parts: readonly { readonly name: string; readonly count: number }[];
}

export type TotalsRefusal =
  | { readonly reason: 'sum-differs'; readonly sum: number; readonly total: number }
  | { readonly reason: 'count-not-whole'; readonly name: string; readonly count: number };

/** Stated totals that do not add up are refused with both numbers. */
export function checkStated({ total, parts }: StatedTotals): Result<true, TotalsRefusal> {
  for (const { name, count } of [{ name: '', count: total }, ...parts])
    if (!Number.isSafeInteger(count) || count < 0) return err({ reason: 'count-not-whole', name, count });
  const sum = parts.reduce((all, { count }) => all + count, 0);
  return sum === total ? ok(true) : err({ reason: 'sum-differs', sum, total });
}
