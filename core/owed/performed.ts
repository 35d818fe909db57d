/**
 * 照单尽职 (万年 2022 四(二): 尽职照单免责、失职照单问责): what each one owed about a task or an enterprise, by when, and on which day it was done. A
 * line is one kind of work of one department; it is done when the last of it is.
 */
import type { CivilDate } from '../calendar.ts';

export const works = ['draw', 'approve', 'visit', 'enter', 'review', 'publish', 'dispose', 'finish'] as const;
export type Work = (typeof works)[number];

export interface Performed {
  /** Department code, or `office`. */
  readonly who: string;
  readonly work: Work;
  /** What it is about: a draw, 检查编号, or ''. */
  readonly about: string;
  readonly by: CivilDate | null;
  readonly of: number;
  readonly done: number;
  /** The day of the last one; null while something is open. */
  readonly on: CivilDate | null;
  readonly state: 'done' | 'done-late' | 'open' | 'late';
}

export interface Given {
  readonly who: string;
  readonly work: Work;
  readonly about: string;
  readonly by: CivilDate | null;
  /** One for each that was owed: the day on which it was done, or null. */
  readonly days: readonly (CivilDate | null)[];
}

/** Null where nothing was owed. */
export function performed({ who, work, about, by, days }: Given, today: CivilDate): Performed | null {
  if (days.length === 0) return null;
  const done = days.filter((day) => day !== null);
  const last = done.reduce((latest, day) => (day > latest ? day : latest), '');
  const on = done.length === days.length ? last : null;
  const state =
    on !== null ? (by !== null && on > by ? 'done-late' : 'done') : by !== null && today > by ? 'late' : 'open';
  return { who, work, about, by, of: days.length, done: done.length, on, state };
}
