/** The time of day at which somebody comes, as it is typed: 09:30. */

/** `09:30`; '' where none is given; null where it is no time of day. */
export function readHour(text: string): string | null {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return '';
  const [, hour = '', minute = ''] = /^(\d{1,2})[:时](\d{2})分?$/.exec(typed) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
