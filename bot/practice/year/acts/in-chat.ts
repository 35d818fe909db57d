/** One act in the chat by whoever it belongs to: a command or a button, the form that it opened filled, and what was answered. */
import type { Shown } from '../../workspace/driver.ts';
import type { Given } from '../../workspace/driver-form.ts';
import { allOf, must, NotSo } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { shortOf } from './consult.ts';

export type Opening =
  | { readonly command: string; readonly text?: string }
  | { readonly press: string; readonly of?: string };

export interface InChat {
  readonly opens: Opening;
  /** What is filled in, by label; worked out from the form where options are chosen by what stands in it. */
  readonly fill?: Readonly<Record<string, Given>> | ((shown: Shown, year: Year) => Readonly<Record<string, Given>>);
  /** The form that the first one leads to. */
  readonly next?: Readonly<Record<string, Given>> | ((shown: Shown, year: Year) => Readonly<Record<string, Given>>);
  /** Words that must stand in the answer. */
  readonly says: string;
}

/** @param where channel, or 明抽 for the conversation with the bot */
export const inChat =
  (title: string, where: string, what: string, { opens, fill, next, says }: InChat): Act =>
  async (year) => {
    const person = year.driver.user(title).in(where);
    let shown =
      'command' in opens
        ? await person.command(opens.command, opens.text ?? '')
        : await person.press(opens.press, opens.of === undefined ? {} : { of: opens.of });
    for (const each of [fill, next]) {
      if (each === undefined) continue;
      if (shown.form === null) throw new NotSo(`${title}${what}：应有表单`, allOf(shown));
      shown = await person.fill(typeof each === 'function' ? each(shown, year) : each).submit();
    }
    await person.close();
    year.say.did(year.now(), title, `${what}（群）`, must(what, shown, says));
  };

/** The same by a department's liaison in its own channel. */
export const liaisonInChat =
  (code: string, what: string, how: InChat): Act =>
  (year) =>
    inChat(`${shortOf(year, code)}联络员`, shortOf(year, code), what, how)(year);

/** The first option of a field that has these words. @throws NotSo with those that are there */
export function optionIn({ form }: Shown, label: string, words = ''): string {
  const options = form?.fields.find((field) => field.label === label)?.options ?? [];
  const found = options.find((each) => each.includes(words));
  if (found === undefined) throw new NotSo(`“${label}”应有“${words}”`, options.join('、'));
  return found;
}
