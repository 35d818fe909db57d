/** What a cell shows: a number under its format, as a Chinese Excel does. Formats beyond those that offices use show as General. */
import type { Value } from './book.ts';
import { isError } from './book.ts';

const dayMs = 86_400_000;
/** Day 0 of the 1900 system; 1900-02-29, which never was, counts as day 60. */
const epoch = Date.UTC(1899, 11, 30);

export const serialOf = (year: number, month: number, day: number): number => {
  const days = Math.round((Date.UTC(year, month - 1, day) - epoch) / dayMs);
  return days < 61 ? days - 1 : days;
};

export function dateOf(serial: number): { year: number; month: number; day: number; ms: number } {
  const days = Math.floor(serial);
  const date = new Date(epoch + (days < 60 ? days + 1 : days) * dayMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    ms: Math.round((serial - days) * dayMs),
  };
}

export const isDateFormat = (format: string): boolean =>
  format !== 'General' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** 12 digits and more go into powers of ten. */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [digits = '', power = '0'] = value.toExponential(5).split('e');
    const exponent = Number(power);
    const short = digits.replace(/\.?0+$/, '');
    return `${short}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const whole = String(Math.trunc(size)).length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

function asDate(serial: number, format: string): string {
  if (serial < 0) return '#'.repeat(10);
  const { year, month, day, ms } = dateOf(serial);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = Math.floor(ms / 1000) % 60;
  let afterHours = false;
  const token = /"([^"]*)"|\\(.)|\[[^\]]*\]|(y+|m+|d+|h+|s+)|(.)/gi;
  return (
    format.split(';')[0]?.replace(token, (_all, text?: string, escaped?: string, part?: string, other?: string) => {
      if (text !== undefined) return text;
      if (escaped !== undefined) return escaped;
      if (part === undefined) return other === '@' ? '' : (other ?? '');
      const letter = part[0]?.toLowerCase();
      const long = part.length > 1;
      const minute = letter === 'm' && afterHours;
      afterHours = letter === 'h';
      if (letter === 'y') return part.length > 2 ? String(year) : two(year % 100);
      if (minute) return long ? two(minutes) : String(minutes);
      if (letter === 'm') return long ? two(month) : String(month);
      if (letter === 'd') return long ? two(day) : String(day);
      if (letter === 'h') return long ? two(hours) : String(hours);
      return long ? two(seconds) : String(seconds);
    }) ?? ''
  );
}

function asNumber(value: number, format: string): string | null {
  const [positive = '', negative] = format.split(';');
  const used = value < 0 && negative !== undefined ? negative : positive;
  const bare = used.replace(
    /"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*./g,
    (_all, text?: string, one?: string) => text ?? one ?? '',
  );
  const match = /^([^#0]*)([#0,]*[#0])(?:\.([#0]+))?(%?)([^#0]*)$/.exec(bare);
  if (!match) return null;
  const [, before = '', whole = '', decimals = '', percent = '', after = ''] = match;
  const scaled = Math.abs(value) * (percent ? 100 : 1);
  const least = decimals.replaceAll('#', '').length;
  let [integer = '0', rest = ''] = scaled.toFixed(decimals.length).split('.');
  while (rest.length > least && rest.endsWith('0')) rest = rest.slice(0, -1);
  integer = integer.padStart(whole.replace(/[#,]/g, '').length, '0');
  if (whole.includes(',')) integer = integer.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const sign = value < 0 && negative === undefined ? '-' : '';
  return `${sign}${before}${integer}${rest ? `.${rest}` : ''}${percent}${after}`;
}

export function shown(value: Value | null, format: string): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (format === 'General' || format === '@' || format === '') return general(value);
  if (isDateFormat(format)) return asDate(value, format);
  return asNumber(value, format) ?? general(value);
}
