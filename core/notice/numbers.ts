/**
 * Numbers of plans and tasks in the form of the national system (raninsPlanId, raninsTaskId): six digits of the area, the year or the day, and
 * four digits from 1000. They are used where the platform has not given one of its own.
 */
import type { CivilDate } from '../calendar.ts';

const first = 1000;
/** Four digits hold no more. */
const most = 9999 - first;

const ordinal = (n: number): string => {
  if (!Number.isSafeInteger(n) || n < 0 || n > most) throw new RangeError(`no number of four digits for ${n}`);
  return String(first + n);
};

/** @param area code of the jurisdiction, six digits @param n place among the plans of the year, from 0 */
export const planIdOf = (area: string, year: number, n: number): string => `${areaOf(area)}${year}${ordinal(n)}`;

/** @param day on which the task was drawn @param n place among the tasks drawn on that day, from 0 */
export const taskIdOf = (area: string, day: CivilDate, n: number): string =>
  `${areaOf(area)}${day.replaceAll('-', '')}${ordinal(n)}`;

/** Codes of provinces and cities come with two or four digits. */
const areaOf = (code: string): string => code.slice(0, 6).padEnd(6, '0');
