/** What a door answered, and whether it is what the year says comes of the act. */
import type { Shown } from '../workspace/driver.ts';
import type { Year } from './year.ts';

/** A door refused, or said something else than the year tells. */
export class NotSo extends Error {
  constructor(what: string, answered: string) {
    super(`${what}\n——答复：${answered}`);
    this.name = 'NotSo';
  }
}

/** What stands in the window that an answer opened; what was said where there is none. */
export const told = ({ said, form }: Shown): string => form?.text ?? said.at(-1) ?? '';

/** Everything that an act brought, as one text. */
export const allOf = ({ said, form }: Shown): string =>
  [...said, form?.text ?? '', ...Object.values(form?.errors ?? {})].filter((each) => each !== '').join('\n');

/** @throws NotSo where none of what was answered has these words */
export function must(what: string, shown: Shown, words: string): string {
  const all = allOf(shown);
  const line = all.split('\n').find((each) => each.includes(words));
  if (line === undefined) throw new NotSo(`${what}：应有“${words}”`, all);
  return line;
}

/** A command that must succeed; what it printed. */
export async function done(year: Year, as: string, ...args: readonly string[]): Promise<string> {
  const { exit, out, err } = await year.mingchou(as, ...args);
  if (exit !== 0) throw new NotSo(`mingchou ${args.join(' ')}`, `${out}\n${err}`);
  return out;
}

/** What a command answers to programs. @param read takes what it needs out of the value */
export async function answerTo<T>(
  year: Year,
  as: string,
  args: readonly string[],
  read: (value: unknown) => T,
): Promise<T> {
  const answered: unknown = JSON.parse(await done(year, as, ...args, '--json'));
  return read(fieldOf(answered, 'value'));
}

/** A field of what was answered, whatever that is. */
export const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === field)?.[1] : undefined;

export const textIn = (value: unknown, field: string): string => {
  const found = fieldOf(value, field);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
