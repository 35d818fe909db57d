/** When people may be written to: on working days, 08:30 to 17:30 without the midday rest, by the offices' own clock. */
import { addWorkingDays, type Calendar, type CivilDate, isWorkingDay } from '../calendar.ts';

/** Civil minutes, as `08:30`. */
const hours: readonly { readonly from: string; readonly to: string }[] = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '17:30' },
];

/** @param minute civil minute, `2026-03-02T09:00` */
export function isQuiet(calendar: Calendar, minute: string): boolean {
  const { date, time } = parts(minute);
  return !isWorkingDay(calendar, date).working || !hours.some(({ from, to }) => from <= time && time < to);
}

/** The civil minute itself, or the next at which people may be written to. */
export function nextOpen(calendar: Calendar, minute: string): string {
  if (!isQuiet(calendar, minute)) return minute;
  const { date, time } = parts(minute);
  const later = isWorkingDay(calendar, date).working ? hours.find(({ from }) => time < from) : undefined;
  return later === undefined
    ? `${addWorkingDays(calendar, date, 1).date}T${hours[0]?.from ?? '08:30'}`
    : `${date}T${later.from}`;
}

const parts = (minute: string): { readonly date: CivilDate; readonly time: string } => ({
  date: minute.slice(0, 10),
  time: minute.slice(11, 16),
});
