/**
 * Finds every cited value of a policy and the numbers that it holds, for the tests that hold them against the documents.
 */
import type { Cited } from '../../core/policy/cited.ts';

export interface Found {
  /** Where it stands in the policy: caps.0 */
  readonly at: string;
  readonly cited: Cited<unknown>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isCited = (value: unknown): value is Cited<unknown> =>
  isObject(value) && 'value' in value && 'document' in value && 'clause' in value && 'quote' in value;

/** Every cited value below `value`, with its path. */
export function citedIn(value: unknown, at = ''): readonly Found[] {
  if (isCited(value)) return [{ at, cited: value }];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => citedIn(each, at === '' ? key : `${at}.${key}`));
}

/** Numbers that a value binds to: plain ones, and month and day of dates. */
export function numbersIn(value: unknown, key = ''): readonly { readonly key: string; readonly n: number }[] {
  if (typeof value === 'number') return [{ key, n: value }];
  if (typeof value === 'string') {
    const date = /^\d{4}-(\d{2})-(\d{2})$/.exec(value);
    return date === null ? [] : [1, 2].map((i) => ({ key: 'date', n: Number(date[i]) }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => numbersIn(each, name));
}

/** The text without what the stored copies add or lose: spaces, line breaks, asterisks. */
export const bare = (text: string): string => text.replace(/[\s*\u3000]/g, '');

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Whether a quote says the number, in Arabic or Chinese; basis points are said as percentages. */
export function says(quote: string, { key, n }: { readonly key: string; readonly n: number }): boolean {
  if (key === 'bp') return bare(quote).includes(`${n / 100}%`);
  return new RegExp(`(?<!\\d)0*${n}(?!\\d)`).test(quote) || bare(quote).includes(digits[n] ?? '\u0000');
}
