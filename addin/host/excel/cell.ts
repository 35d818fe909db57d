/** Excel's values as `core/sheet` reads cells: dates as civil dates, numbers marked as numbers, errors as errors. */
import { dayOfSerial, days1904, isDateFormat } from '../../../core/sheet/date-serial.ts';
import type { Cell } from '../../../core/sheet/grid.ts';
import { numberCell, shownAs } from '../../../core/sheet/number-cell.ts';

/** What else is known of a cell; only asked for where the value alone does not tell. */
export interface About {
  readonly format: string;
  /** What the person sees there. */
  readonly shown: string;
  /** As Office.js names kinds of values. */
  readonly type: string;
}

/** @param value as Office.js gives it @param about of numbers, and of texts that `mayBeError` */
export function cellOf(value: unknown, { format, shown, type }: About): Cell {
  if (typeof value === 'string') return type === 'Error' ? { text: value, was: 'error' } : value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'number') return '';
  if (isDateFormat(format)) return dateOf(value, shown);
  return shownAs(value, format) ?? numberCell(value);
}

/** An error comes as its text; a person may have typed the same as a text. */
export const mayBeError = (value: unknown): boolean => typeof value === 'string' && /^#[A-Z0-9/]+[!?]?$/.test(value);

function dateOf(serial: number, shown: string): Cell {
  const own = dayOfSerial(serial);
  if (own === null) return { text: String(serial), was: 'number' };
  const seconds = Math.round((serial % 1) * 86_400);
  const time = seconds === 0 ? '' : ` ${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
  // No interface of its version says whether the workbook counts from 1904: what is shown decides where it differs by just those days.
  const seen = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})(?:\D|$)/.exec(shown);
  if (seen === null) return own + time;
  const stated = `${seen[1]}-${seen[2]?.padStart(2, '0')}-${seen[3]?.padStart(2, '0')}`;
  return (dayOfSerial(serial + days1904) === stated ? stated : own) + time;
}

/**
 * A text in such a form that Excel keeps it as one: an apostrophe before what it would take for a number, date, formula, error or truth value. A
 * cell with the text format takes nothing for anything, but swallows a first apostrophe like every other.
 */
export function written(text: string, format: string): string {
  if (text.startsWith("'")) return `'${text}`;
  if (format === '@' || !mayBeTaken(text)) return text;
  if (isDateFormat(format) && /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return `'${text}`;
}

/** Digits of either width, signs, brackets, errors, truth values; marks of dates and times wherever they stand. */
export const mayBeTaken = (text: string): boolean =>
  /^(?:[=+\-@＝＋－＠#]|[\s\d０-９.．,，$¥￥€£(（%％]|true$|false$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|[:：/／年月日]/i.test(
    text,
  );
