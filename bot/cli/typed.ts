/** What a person types at the command line, read into the value that a verb takes, or refused with how it is written. */
import { type CivilDate, parseDate } from '../../core/calendar.ts';
import { WrongCall } from './door.ts';

export function dayTyped(text: string): CivilDate {
  const date = parseDate(text);
  if (date.ok) return date.value;
  throw new WrongCall({
    zh: `日期应写作 2025-06-23，现为“${text}”。`,
    en: `A date is written 2025-06-23, not “${text}”.`,
  });
}

export const dayIfTyped = (text: string | undefined): CivilDate | null => (text === undefined ? null : dayTyped(text));

/** Several names in one option, or the option several times. An option that took all that follows would swallow the command's own arguments. */
export const namesTyped = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text
    .split(/[,，、]/)
    .map((each) => each.trim())
    .filter((each) => each !== ''),
];

/** One of a few words. */
export function oneOf<K extends string>(text: string, all: readonly K[]): K {
  const found = all.find((each) => each === text);
  if (found !== undefined) return found;
  throw new WrongCall({
    zh: `应为 ${all.join('、')} 之一，现为“${text}”。`,
    en: `It is one of ${all.join(', ')}, not “${text}”.`,
  });
}
