/**
 * Dates and windows as tables write them, to civil dates. 长期有效 is 9999-09-09, the day that the provincial platforms' own
 * templates ask for.
 */
import { type CivilDate, lastOfMonth, parseDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import { serialShown } from './date-serial.ts';
import type { Fault } from './fault.ts';
import type { Change } from './normalise.ts';

const longTerm: CivilDate = '9999-09-09';
const longTermWords = new Set([
  '长期有效',
  '长期',
  '永久',
  '永久有效',
  '无固定期限',
  '9999-12-31',
  '9999-99-99',
  '99991231',
]);

const day =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:(?:\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

export interface ReadDay {
  readonly date: CivilDate;
  readonly change: Change | null;
}

interface DayRule {
  /** It may be without end. */
  readonly endless?: boolean;
  /** In which a day without a year would be; it is suggested, never taken. */
  readonly year?: number | null;
}

/** One day; 2025-1-5, 2025/1/5, 2025.1.5, 2025年1月5日, 20250105, any of them with an hour, and the words for long-term validity. */
export function readDate(text: string, { endless = false, year = null }: DayRule = {}): Result<ReadDay, Fault> {
  if (endless && longTermWords.has(text)) return ok({ date: longTerm, change: 'long-term' });
  const found = day.exec(text) ?? compact.exec(text);
  const date = found === null ? null : civil(Number(found[1]), Number(found[2]), Number(found[3]));
  if (date === null || (!endless && date === longTerm))
    return err({ kind: 'date', endless, meant: daysMeant(text, year, false) });
  if (date < earliest) {
    const typed = numberTyped(date, text);
    return err({ kind: 'early-date', typed, meant: daysMeant(typed, year, true) });
  }
  return ok({ date, change: date === text ? null : 'date-form' });
}

/** Departments, certificates and checks of these lists are younger; an older day is nearly always a number that a workbook took for one. */
const earliest: CivilDate = '2000-01-01';
/** Days of a workbook's first ten years: no list holds them, and numbers that people type are seldom larger. */
const countedUntil: CivilDate = '1910-01-01';

/** What was typed where a workbook has counted days: 7.8 stands as 1900-01-07 19:12:00. '' where the day may be meant. */
function numberTyped(date: CivilDate, text: string): string {
  if (date >= countedUntil) return '';
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text);
  const seconds = time === null ? 0 : Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
  return String(Number((serialShown(date) + seconds / 86_400).toFixed(4)));
}

const dayWithoutYear = /^(\d{1,2})\s*[-/.．月]\s*(\d{1,2})\s*日?$/;

/** @param asNumber 7.10 and 7.1 are one number, so that two days may be meant */
function daysMeant(text: string, year: number | null, asNumber: boolean): readonly CivilDate[] {
  const [, month, of] = dayWithoutYear.exec(text) ?? [];
  if (month === undefined || of === undefined) return [];
  const days = asNumber && of.length === 1 ? [Number(of), Number(of) * 10] : [Number(of)];
  return days.flatMap((each) => civil(year, Number(month), each) ?? []);
}

/** The date, or null where the calendar has no such day or the year is not said. */
function civil(year: number | null, month: number, dayOfMonth: number): CivilDate | null {
  if (year === null) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  const parsed = parseDate(`${year}-${two(month)}-${two(dayOfMonth)}`);
  return parsed.ok ? parsed.value : null;
}

/** Either end may be unsaid: “10月底前” has no beginning. */
export interface ReadWindow {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

const dash = '\\s*(?:-|－|—|–|~|～|至|到)+\\s*';
const y = '(\\d{4})\\s*[年./-]\\s*';
const fullDays = new RegExp(
  `^${y}(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})日?${dash}(?:${y})?(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})日?$`,
);
/** “5月6日至6月30日”: with both words, so that no ratio or amount is taken for it. */
const daysOfYear = new RegExp(`^(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日${dash}(?:(\\d{1,2})\\s*月)?\\s*(\\d{1,2})\\s*日$`);
const months = new RegExp(`^(?:${y})?(\\d{1,2})\\s*月?(?:份)?${dash}(?:${y})?(\\d{1,2})\\s*月(?:份|底|底前)?$`);
const oneMonth = new RegExp(`^(?:${y})?(\\d{1,2})\\s*月(?:份)?$`);
const untilMonth = new RegExp(`^(?:${y})?(\\d{1,2})\\s*月(?:底|末)(?:前|之前)?(?:完成)?$`);
const untilDay = new RegExp(`^(?:${y})?(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日(?:前|之前|以前)(?:完成)?$`);

/**
 * A window: 3月—11月, 2026年1月1日-2026年12月31日, 5月6日至6月30日, 5-10月, 10月底, 全年.
 * @param year for windows that name no year; null leaves them unread.
 * @returns null where the words name no dates (“春秋季开学等节点”): nothing is guessed.
 */
export function readWindow(text: string, year: number | null): ReadWindow | null {
  const own = (stated: string | undefined) => (stated === undefined ? year : Number(stated));
  const n = (part: string | undefined) => Number(part);
  if (/^(?:全年|全年度|年内)$/.test(text)) return span(first(year, 1), last(year, 12));
  const days = fullDays.exec(text);
  if (days !== null)
    return span(civil(n(days[1]), n(days[2]), n(days[3])), civil(n(days[4] ?? days[1]), n(days[5]), n(days[6])));
  const within = daysOfYear.exec(text);
  if (within !== null)
    return span(civil(year, n(within[1]), n(within[2])), civil(year, n(within[3] ?? within[1]), n(within[4])));
  const two = months.exec(text);
  if (two !== null) {
    const from = own(two[1]);
    const to = two[3] === undefined ? from : n(two[3]);
    return span(first(from, n(two[2])), last(to, n(two[4])));
  }
  const one = oneMonth.exec(text);
  if (one !== null) return span(first(own(one[1]), n(one[2])), last(own(one[1]), n(one[2])));
  const until = untilMonth.exec(text) ?? untilDay.exec(text);
  if (until === null) return null;
  const [, stated, month, day] = until;
  const to = day === undefined ? last(own(stated), n(month)) : civil(own(stated), n(month), n(day));
  return to === null ? null : { from: null, to };
}

const span = (from: CivilDate | null, to: CivilDate | null): ReadWindow | null =>
  from === null || to === null || from > to ? null : { from, to };

/** First and last day of a month, or null where there is no such month or the year is not said. */
const first = (year: number | null, month: number): CivilDate | null => civil(year, month, 1);
const last = (year: number | null, month: number): CivilDate | null =>
  year === null || civil(year, month, 1) === null ? null : lastOfMonth(year, month);
