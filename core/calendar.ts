/**
 * Civil dates and working days. A calendar is a value that the caller passes in: the years whose holiday notice is known,
 * and the days that a place adds of its own. Where a count touches a year without a notice, the result says so
 * (暂定, provisional) instead of guessing Monday to Friday. No clock is read here.
 */
import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from './result.ts';
import type { Words } from './words.ts';

/** Civil dates as 'YYYY-MM-DD' in Asia/Shanghai. Their order is the order of their text. */
export type CivilDate = string;

/** One year's 放假通知: what departs from Monday to Friday. Days carry their own year: a notice may move the last days of December. */
export interface HolidayNotice {
  readonly year: number;
  /** Who says so, as it is shown beside a date: a document number or a data source with its version. */
  readonly source: string;
  /** 放假 */
  readonly rest: readonly CivilDate[];
  /** 调休上班 */
  readonly makeUp: readonly CivilDate[];
}

export interface Calendar {
  readonly notices: readonly HolidayNotice[];
  /** 少数民族习惯的节日, set by the place itself (全国年节及纪念日放假办法 第四条). */
  readonly local: readonly { readonly date: CivilDate; readonly name: string; readonly source: string }[];
}

/** A day that was counted. `provisional`: a year that it rests on has no holiday notice yet (`missing` names it). */
export interface CountedDay {
  readonly date: CivilDate;
  readonly provisional: boolean;
  readonly missing: readonly number[];
}

export type DateRefusal = { readonly kind: 'not-a-date'; readonly text: string };

/** Parses exactly 'YYYY-MM-DD'; a day that no month has is refused and not carried over. */
export function parseDate(text: string): Result<CivilDate, DateRefusal> {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = [Number(found?.[1]), Number(found?.[2]), Number(found?.[3])];
  // Lists hold hundreds of thousands of dates; this is all that has to be asked of one.
  return day >= 1 && day <= daysOf(year, month) ? ok(text) : err({ kind: 'not-a-date', text });
}

/** Days of a month in the Gregorian calendar; NaN for no month. Tables in a browser need no more of a calendar than this. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? Number.NaN;
}

const plain = (date: CivilDate): Temporal.PlainDate => Temporal.PlainDate.from(date);

/** Negative, zero or positive, as Array.sort wants it. */
export const compareDates = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0);
/** The day so many days later; earlier for a negative number. */
export const addDays = (date: CivilDate, days: number): CivilDate => plain(date).add({ days }).toString();
/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => plain(from).until(plain(to)).days;
/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekday = (date: CivilDate): number => plain(date).dayOfWeek;
export const yearOf = (date: CivilDate): number => plain(date).year;
/** 1 to 12. */
export const monthOf = (date: CivilDate): number => plain(date).month;
/** @param month 1 to 12; another one is a bug and throws RangeError */
export function lastOfMonth(year: number, month: number): CivilDate {
  const day = daysOf(year, month);
  if (Number.isNaN(day)) throw new RangeError(`lastOfMonth: no month ${month}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day}`;
}

/** 2025年6月23日, as a document is dated. What was typed and is no date stays as it is. */
export const dateInChinese = (date: CivilDate): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** Whether people work on that day, and whether that is certain. */
export function isWorkingDay(calendar: Calendar, date: CivilDate): { readonly working: boolean } & CountedDay {
  const rest = calendar.local.some((each) => each.date === date) || calendar.notices.some((n) => n.rest.includes(date));
  const makeUp = calendar.notices.some((n) => n.makeUp.includes(date));
  return { working: makeUp || (!rest && weekday(date) <= 5), ...counted(calendar, date, [date]) };
}

/**
 * The n-th working day after `from`. Counting starts on the next day (行政处罚法 第八十五条 counts working days; by custom the
 * first day is not counted), whether or not `from` is a working day itself.
 * @throws RangeError when n is not a whole number of at least one.
 */
export function addWorkingDays(calendar: Calendar, from: CivilDate, n: number): CountedDay {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`addWorkingDays: ${n} working days`);
  return walk(calendar, from, 1, n);
}

/** The last working day strictly before a date. */
export const workingDayBefore = (calendar: Calendar, date: CivilDate): CountedDay => walk(calendar, date, -1, 1);

/**
 * The day on which people are reminded at the latest: the date itself, or the working day before when it is a rest day.
 * The due date is not moved by this.
 */
export const lastWorkingDay = (calendar: Calendar, date: CivilDate): CountedDay =>
  walk(calendar, addDays(date, 1), -1, 1);

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  calendar: Calendar,
  from: CivilDate,
  to: CivilDate,
): { readonly days: number } & CountedDay {
  const touched: CivilDate[] = [];
  let days = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    touched.push(date);
    if (isWorkingDay(calendar, date).working) days += 1;
  }
  return { days, ...counted(calendar, to, touched) };
}

function walk(calendar: Calendar, from: CivilDate, step: 1 | -1, n: number): CountedDay {
  const touched: CivilDate[] = [];
  let date = from;
  for (let left = n; left > 0; ) {
    date = addDays(date, step);
    touched.push(date);
    if (isWorkingDay(calendar, date).working) left -= 1;
  }
  return counted(calendar, date, touched);
}

function counted(calendar: Calendar, date: CivilDate, touched: readonly CivilDate[]): CountedDay {
  const needed = new Set(touched.flatMap(noticesFor));
  const missing = [...needed].filter((year) => !calendar.notices.some((n) => n.year === year)).sort((a, b) => a - b);
  return { date, provisional: missing.length > 0, missing };
}

/** The notice for 2019 made 2018-12-29 a working day: the last days of a year also need the next year's notice. */
const noticesFor = (date: CivilDate): readonly number[] => {
  const year = yearOf(date);
  return date >= `${year}-12-28` ? [year, year + 1] : [year];
};

/** A day as people read it, with 暂定 wherever it is not certain. */
export const wordsOfDay = (day: CountedDay): Words =>
  day.provisional
    ? {
        zh: `${dateInChinese(day.date)}（暂定，${day.missing.join('、')}年放假通知尚未录入）`,
        en: `${day.date} (provisional: no holiday notice for ${day.missing.join(', ')} yet)`,
      }
    : { zh: dateInChinese(day.date), en: day.date };

export const wordsOfDateRefusal = (refusal: DateRefusal): Words => ({
  zh: `“${refusal.text}”不是日期，应写作2025-06-23`,
  en: `"${refusal.text}" is not a date; write it as 2025-06-23`,
});
