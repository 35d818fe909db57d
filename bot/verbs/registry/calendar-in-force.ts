/** The calendar that counts: the holiday notices that come with the product, and those the office loaded since. */
import type { Calendar, HolidayNotice } from '../../../core/calendar.ts';
import { chineseCalendar, withNotice } from '../../../core/policy/holidays.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

/** Later notices of a year take the place of earlier ones. */
export async function calendarInForce(db: Db): Promise<Calendar> {
  const loaded = await factBodies<HolidayNotice>(db, 'holidays-loaded');
  return loaded.reduce((calendar, { body }) => withNotice(calendar, body), chineseCalendar());
}
