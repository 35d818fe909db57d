/** A person who is told that something could not be done, and does the same once more: the same button, the same form as it still stands there. */

import type { Shown } from '../../bot/practice/workspace/driver.ts';
import type { Person } from '../../bot/practice/workspace/driver-person.ts';
import { allOf } from '../../bot/practice/year/told.ts';
import type { Act, Year } from '../../bot/practice/year/year.ts';

/** Told after an act during which the database went away. @returns when it is back */
export type Away = { readonly isDown: () => boolean; readonly back: (words: string) => void };

export const withPatience =
  (act: Act, away: Away): Act =>
  (year) =>
    act(patient(year, away));

/** An opening is recorded, and then its checkpoint: where only the second is missing, the thread offers that in place of the first. */
const leftToPress: Readonly<Record<string, string>> = { 开签: '张贴台账校验点' };

function patient(year: Year, away: Away): Year {
  const { driver } = year;
  const again =
    <A extends readonly unknown[]>(person: Person, doing: (...given: A) => Promise<Shown>, closes: boolean) =>
    async (...given: A): Promise<Shown> => {
      for (;;) {
        const shown = await doing(...given);
        // An act may record one thing after another, and the database be away at each of them.
        if (!away.isDown()) return shown;
        away.back(allOf(shown));
        await driver.settle();
        // The window that said so; a form that could not be taken stays open.
        if (closes && shown.form !== null) await person.close();
      }
    };
  const careful = (person: Person): Person => ({
    ...person,
    in: (channel) => careful(person.in(channel)),
    fill: (values) => careful(person.fill(values)),
    command: again(person, person.command, true),
    press: again(
      person,
      (label, how) => {
        const left = leftToPress[label];
        const isDone = left !== undefined && !person.buttons().includes(label) && person.buttons().includes(left);
        return isDone ? person.press(left) : person.press(label, how);
      },
      true,
    ),
    choose: again(person, person.choose, true),
    submit: again(person, person.submit, false),
    reply: again(person, person.reply, false),
    write: again(person, person.write, false),
    upload: again(person, person.upload, false),
    edit: again(person, person.edit, false),
    delete: again(person, person.delete, false),
  });
  return { ...year, driver: { ...driver, user: (name) => careful(driver.user(name)) } };
}
