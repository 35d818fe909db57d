/** Excel's values as `core/sheet` reads cells: dates as civil dates, numbers marked as numbers, errors as errors. */
import type { Cell } from '../../../core/sheet/grid.ts';
import { numberCell, shownAs } from '../../../core/sheet/number-cell.ts';

/** Error values arrive as their texts. */
const errorValue = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;

/** @param value as Office.js gives it @param format of the cell; only looked at for numbers @param shown what the person sees there */
export function cellOf(value: unknown, format: string, shown: string): Cell {
  if (typeof value === 'string') return errorValue.test(value) ? { text: value, was: 'error' } : value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'number') return '';
  if (isDateFormat(format)) return dateOf(value, shown);
  return shownAs(value, format) ?? numberCell(value);
}

/** Signs of day and year outside of quotation marks and brackets; `General` and `@` have none, `[$-804]` is none. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  return bare !== 'general' && /[yd]/.test(bare);
}

/** Days of the 1900 system: its serial 60 is a day that never was, so that counting begins at 1899-12-30. */
const epoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;
/** A workbook of the 1904 system counts this many days less, and no interface of its version says which it is. */
const days1904 = 1462;

function dateOf(serial: number, shown: string): Cell {
  const own = civil(serial);
  if (own === null) return { text: String(serial), was: 'number' };
  // What is shown decides where it differs by just those days.
  const seen = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})(?:\D|$)/.exec(shown);
  if (seen === null) return own;
  const stated = `${seen[1]}-${seen[2]?.padStart(2, '0')}-${seen[3]?.padStart(2, '0')}`;
  return civil(serial + days1904) === stated ? stated : own;
}

function civil(serial: number): string | null {
  // Excel knows no day before 1900 and none after 9999.
  if (!(serial >= 1 && serial < 2_958_466)) return null;
  return new Date(epoch + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
}

/**
 * A text in such a form that Excel keeps it as one: an apostrophe before what it would take for a number, date, formula, error or truth value. In a cell
 * with the text format nothing is taken for anything.
 */
export function written(text: string, format: string): string {
  if (text === '' || format === '@') return text;
  if (isDateFormat(format) && /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return mayBeTaken.test(text) ? `'${text}` : text;
}
const mayBeTaken =
  /^(?:['=+\-@＝＋－＠]|[\s\d.,$¥￥€£(%（]|#|true$|false$)|[:/年月日]|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
