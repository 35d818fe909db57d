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
