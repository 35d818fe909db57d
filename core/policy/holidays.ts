/**
 * Fills the calendar. The one file that imports `chinese-days`, and only its data: the package's own functions read the
 * clock and fall back to Monday to Friday for a year that they do not know, without saying so.
 */
import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type Calendar, type CivilDate, type HolidayNotice, parseDate, weekday } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';

const SOURCE = 'chinese-days 1.5.7 (国务院办公厅历年放假通知)';

/** The mainland's calendar, 2004 to 2026, with a place's own holidays if it has any. */
export function chineseCalendar(local: Calendar['local'] = []): Calendar {
  const rest = byYear(Object.keys(days.holidays));
  const makeUp = byYear(Object.keys(days.workdays));
  const years = [...new Set([...rest.keys(), ...makeUp.keys()])].sort((a, b) => a - b);
  return {
    notices: years.map((year) => ({
      year,
      source: SOURCE,
      rest: (rest.get(year) ?? []).sort(),
      makeUp: (makeUp.get(year) ?? []).sort(),
    })),
    local,
  };
}

/** Every post that shows a date asks for the calendar: the dates are sorted by their text, not parsed. */
const byYear = (dates: readonly CivilDate[]): Map<number, CivilDate[]> =>
  Map.groupBy(dates, (date) => Number(date.slice(0, 4)));

export interface NoticeRow {
  readonly date: string;
  /** 休 or 调休上班, as the office writes it down from the notice. */
  readonly type: string;
}

export type NoticeRefusal =
  | { readonly kind: 'not-a-date'; readonly row: number; readonly text: string }
  | { readonly kind: 'unknown-type'; readonly row: number; readonly text: string }
  | { readonly kind: 'twice'; readonly row: number; readonly date: CivilDate }
  /** A notice for 2027 speaks of 2027 and of the last days of 2026, of nothing else. */
  | { readonly kind: 'other-year'; readonly row: number; readonly date: CivilDate; readonly year: number }
  /** Working on Monday to Friday needs no make-up day: most likely a slip of the pen. */
  | { readonly kind: 'make-up-on-weekday'; readonly row: number; readonly date: CivilDate }
  | { readonly kind: 'no-source' }
  | { readonly kind: 'no-rest-days'; readonly year: number };

/** Checks the rows of one year's notice; every fault is named, rows count from 1. */
export function readNotice(
  year: number,
  source: string,
  rows: readonly NoticeRow[],
): Result<HolidayNotice, readonly NoticeRefusal[]> {
  const faults: NoticeRefusal[] = [];
  const rest: CivilDate[] = [];
  const makeUp: CivilDate[] = [];
  if (source.trim() === '') faults.push({ kind: 'no-source' });
  rows.forEach(({ date: text, type }, i) => {
    const row = i + 1;
    const date = parseDate(text);
    if (!date.ok) faults.push({ kind: 'not-a-date', row, text });
    else if (date.value < `${year - 1}-12-28` || date.value > `${year}-12-31`)
      faults.push({ kind: 'other-year', row, date: date.value, year });
    else if (rest.includes(date.value) || makeUp.includes(date.value))
      faults.push({ kind: 'twice', row, date: date.value });
    else if (type === '休') rest.push(date.value);
    else if (type !== '调休上班') faults.push({ kind: 'unknown-type', row, text: type });
    else if (weekday(date.value) <= 5) faults.push({ kind: 'make-up-on-weekday', row, date: date.value });
    else makeUp.push(date.value);
  });
  if (rest.length === 0 && faults.length === 0) faults.push({ kind: 'no-rest-days', year });
  return faults.length > 0 ? err(faults) : ok({ year, source, rest: rest.sort(), makeUp: makeUp.sort() });
}

/** The calendar with a year's notice added; a notice for a year already known takes its place. */
export const withNotice = (calendar: Calendar, notice: HolidayNotice): Calendar => ({
  ...calendar,
  notices: [...calendar.notices.filter((each) => each.year !== notice.year), notice].sort((a, b) => a.year - b.year),
});
