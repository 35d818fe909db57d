/** Dates as workbooks count them: days of the 1900 system, or of the 1904 system of old Macs. */
import type { CivilDate } from '../calendar.ts';

/** The 1900 system has a day that never was, its 60th; from there on counting begins at 1899-12-30. */
const epoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;
const neverWas = 60;
/** The 1904 system counts this many days less. */
export const days1904 = 1462;

/** null where a workbook knows no such day: none before 1900 and none after 9999. */
export function dayOfSerial(serial: number): CivilDate | null {
  if (!(serial >= 1 && serial < 2_958_466)) return null;
  const whole = Math.floor(serial);
  return new Date(epoch + (whole < neverWas ? whole + 1 : whole) * dayMs).toISOString().slice(0, 10);
}

/** Which number somebody typed where a workbook shows this day, one of its first; in 1904 an old Mac's count begins. */
export function serialShown(day: CivilDate): number {
  const serial = (Date.parse(`${day}T00:00:00Z`) - epoch) / dayMs;
  if (day.startsWith('1904-')) return serial - days1904;
  return serial <= neverWas ? serial - 1 : serial;
}

/** null for other words, and for days that one of the programs would show as another. */
export function serialOfDay(text: string, is1904: boolean): number | null {
  const date = dateValue(text);
  if (date === null) return null;
  const day = (date.getTime() - epoch) / dayMs;
  if (day < 61) return null;
  const own = is1904 ? day - days1904 : day;
  return own < 0 ? null : own;
}

/** A civil date as the value that becomes a workbook's date; other words stay words. */
export function dateValue(text: string): Date | null {
  if (!/^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : date;
}

/** Signs of day, month and year outside of quotation marks and brackets; `General` and `@` have none, `[$-804]` is none, `mm:ss` is a time. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  return bare !== 'general' && (/[yd]/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare)));
}
