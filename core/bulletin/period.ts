/** The period of a bulletin: its name for ever, and the days that it covers. */
import { type CivilDate, parseDate } from '../calendar.ts';
import { policyYear } from '../policy/due.ts';
import type { Policy } from '../policy/shape.ts';
import type { BulletinKind } from './bulletin.ts';
import { quarterSpan } from './summary.ts';

export interface BulletinPeriod {
  readonly kind: BulletinKind;
  readonly period: string;
  readonly year: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** `quarter/2023-2`, or as people type it: `2023-2`, `2023 上半年`, `2023 全年`, `2023-06-30`. Null where it is none. */
export function bulletinPeriod(text: string): BulletinPeriod | null {
  const typed = text.normalize('NFKC').trim();
  const quarter =
    /^(?:quarter\/)?(\d{4})-([1-4])$/.exec(typed) ?? /^(\d{4})\s*年?\s*第?([1-4一二三四])季度?$/.exec(typed);
  if (quarter !== null) return quarterPeriod(Number(quarter[1]), quarterNumber(quarter[2] ?? ''));
  const half = /^(?:half-year\/)(\d{4})$/.exec(typed) ?? /^(\d{4})\s*年?\s*(?:上半年|half)$/.exec(typed);
  if (half !== null) {
    const year = Number(half[1]);
    return { kind: 'half-year', period: `half-year/${year}`, year, from: `${year}-01-01`, to: `${year}-06-30` };
  }
  const whole = /^(?:year\/)(\d{4})$/.exec(typed) ?? /^(\d{4})\s*年?\s*(?:全年|year)$/.exec(typed);
  if (whole !== null) {
    const year = Number(whole[1]);
    return { kind: 'year', period: `year/${year}`, year, from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const day = parseDate(typed.replace(/^regular\//, ''));
  if (!day.ok) return null;
  const year = Number(day.value.slice(0, 4));
  return { kind: 'regular', period: `regular/${day.value}`, year, from: `${year}-01-01`, to: day.value };
}

/**
 * A year's bulletin covers the policy's year of that name: a scheme that came after its own first dates has a longer first one (万年 2022-08-10 to
 * the end of 2023), and nothing of it falls between two bulletins.
 */
export function inPolicyYear(period: BulletinPeriod, policy: Policy): BulletinPeriod {
  const held = period.kind === 'year' ? policyYear(policy, period.year) : null;
  return held?.ok && held.value.from < period.from ? { ...period, from: held.value.from } : period;
}

export const quarterPeriod = (year: number, quarter: number): BulletinPeriod => ({
  kind: 'quarter',
  period: `quarter/${year}-${quarter}`,
  year,
  ...quarterSpan(year, quarter),
});

const quarterNumber = (sign: string): number =>
  '一二三四'.includes(sign) ? '一二三四'.indexOf(sign) + 1 : Number(sign);

/** The quarter before the one of a day: what a quarterly bulletin issued on that day is about. */
export function quarterBefore(day: CivilDate): BulletinPeriod {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const quarter = Math.ceil(month / 3) - 1;
  return quarter === 0 ? quarterPeriod(year - 1, 4) : quarterPeriod(year, quarter);
}

export const quarterOf = (day: CivilDate): BulletinPeriod =>
  quarterPeriod(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3));

/** 2023年第二季度, 2025年上半年: as a title has it. */
export function periodName({ kind, year, period, to }: BulletinPeriod): string {
  switch (kind) {
    case 'quarter':
      return `${year}年第${'一二三四'[Number(period.at(-1)) - 1]}季度`;
    case 'half-year':
      return `${year}年上半年`;
    case 'year':
      return `${year}年`;
    case 'regular':
      return `${year}年（截至${Number(to.slice(5, 7))}月${Number(to.slice(8))}日）`;
  }
}
