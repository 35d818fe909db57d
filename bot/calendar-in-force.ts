/** The calendar that counts: the holiday notices that come with the product, and those the office loaded since. */
import type { Calendar, HolidayNotice } from '../core/calendar.ts';
import { chineseCalendar, withNotice } from '../core/policy/holidays.ts';
import type { Db } from '../db/database.ts';
import { factsOf } from '../db/ledger.ts';

/** Later notices of a year take the place of earlier ones. */
export async function calendarInForce(db: Db): Promise<Calendar> {
  const loaded = await factsOf(db, 'holidays-loaded');
  return loaded.reduce((calendar, { body }) => {
    const text = body?.text ?? null;
    return text === null ? calendar : withNotice(calendar, noticeIn(JSON.parse(text)));
  }, chineseCalendar());
}

/** Safe because `load-holidays` alone writes these facts, from a notice that was read. */
const noticeIn = (body: unknown): HolidayNotice => body as HolidayNotice;
