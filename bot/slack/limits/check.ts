/** The small checks that all others are made of; each notes what is wrong at its place and goes on. */
import { lengthOf } from '../text.ts';

/** Shaped as `blocks.validate` answers. */
export interface Broken {
  readonly pointer: string;
  readonly code: 'missing' | 'too_long' | 'too_many' | 'too_few' | 'duplicate' | 'unknown' | 'not_here' | 'bad_value';
  readonly message: string;
}

export type Json = Readonly<Record<string, unknown>>;

export interface Check {
  readonly broken: Broken[];
  readonly where: 'message' | 'view';
  /** Characters in cells, and tables, of all the blocks. */
  cells: number;
  tables: number;
}

export type Checking = (check: Check, at: string, json: Json) => void;

export function fail({ broken }: Check, pointer: string, code: Broken['code'], message: string): void {
  broken.push({ pointer, code, message });
}

export function need(check: Check, at: string, value: unknown): void {
  if (textOf(value) === '') fail(check, at, 'missing', 'missing required field');
}

export function longest(check: Check, at: string, words: unknown, most: number): void {
  if (lengthOf(textOf(words)) > most) fail(check, at, 'too_long', `must be less than ${most + 1} characters`);
}

export function atMost(check: Check, at: string, count: number, most: number): void {
  if (count > most) fail(check, at, 'too_many', `no more than ${most} items allowed`);
}

/** A list of one to so many, each looked at. */
export function several(check: Check, at: string, value: unknown, most: number, one: Checking): void {
  const all = listOf(value);
  if (all.length === 0) fail(check, at, 'too_few', 'no fewer than 1 items');
  atMost(check, at, all.length, most);
  all.forEach((element, i) => {
    one(check, `${at}/${i}`, objectOf(element));
  });
}

export function anyText(check: Check, at: string, value: unknown, most: number): void {
  const { type, text } = objectOf(value);
  if (type !== 'plain_text' && type !== 'mrkdwn') fail(check, `${at}/type`, 'bad_value', 'plain_text or mrkdwn');
  need(check, `${at}/text`, text);
  longest(check, `${at}/text`, text, most);
}

export function plainText(check: Check, at: string, value: unknown, most: number): void {
  anyText(check, at, value, most);
  if (objectOf(value).type === 'mrkdwn') fail(check, `${at}/type`, 'bad_value', 'plain_text');
}

export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
