/**
 * Lock 3: the public number (README §4). What a person typed, in whatever width and with whatever separators, becomes the one
 * canonical text or a refusal that says what is wrong; nothing is dropped, rounded or guessed.
 */
import { err, ok, type Result } from '../result.ts';
import type { PublicSource } from './manifest.ts';

export type NumberRefusal =
  | { readonly kind: 'number-unreadable'; readonly text: string }
  | { readonly kind: 'number-count'; readonly expected: number; readonly found: number }
  | { readonly kind: 'number-outside'; readonly number: string; readonly from: number; readonly to: number }
  | { readonly kind: 'number-twice'; readonly number: string };

/**
 * Parses what was typed. Full-width digits, commas, 、 and spaces are read as they are meant; digits without separators are
 * cut where every number has its full width. Where the numbers are ascending they may be typed in the order of the balls.
 */
export function parsePublicNumber(source: PublicSource, text: string): Result<string, NumberRefusal> {
  const typed = text.normalize('NFKC').trim();
  const width = widthOf(source);
  const words = typed.split(/[\s,;、。.\-—+|/]+/).filter((word) => word !== '');
  const strange = words.find((word) => !/^[0-9]+$/.test(word));
  // A sign before the first number is no separator: minus five is not five.
  if (strange !== undefined || words.length === 0 || !/^[0-9]/.test(typed))
    return err({ kind: 'number-unreadable', text: strange ?? text });
  const [run] = words;
  const isRun = words.length === 1 && source.count > 1 && run?.length === source.count * width;
  const numbers = isRun && run !== undefined ? (run.match(new RegExp(`.{${width}}`, 'g')) ?? []) : words;
  if (numbers.length !== source.count) {
    return err({ kind: 'number-count', expected: source.count, found: numbers.length });
  }
  const outside = numbers.find((each) => each.length > width || !isBetween(source, Number(each)));
  if (outside !== undefined) return err({ kind: 'number-outside', number: outside, from: source.from, to: source.to });
  const values = numbers.map(Number);
  if (source.ascending) {
    const twice = values.find((value, i) => values.indexOf(value) !== i);
    if (twice !== undefined) return err({ kind: 'number-twice', number: String(twice) });
    values.sort((a, b) => a - b);
  }
  return ok(values.map((value) => String(value).padStart(width, '0')).join(' '));
}

/** Whether a text is the canonical form that a record must hold. */
export function isCanonical(source: PublicSource, text: string): boolean {
  const parsed = parsePublicNumber(source, text);
  return parsed.ok && parsed.value === text;
}

const widthOf = (source: PublicSource): number => String(source.to).length;
const isBetween = (source: PublicSource, value: number): boolean => value >= source.from && value <= source.to;
