/** Who has answered what, who has not, and how much time is left. */
import { addWorkingDays, type Calendar, type CivilDate, type CountedDay, workingDaysBetween } from '../calendar.ts';
import { type Answer, isWithoutLetter } from './fact.ts';
import type { ConsultationState } from './state.ts';

export interface Tally {
  readonly asked: number;
  readonly answered: number;
  /** Departments by their standing answer, in the order in which they were asked. */
  readonly by: Readonly<Record<Answer, readonly string[]>>;
  readonly silent: readonly string[];
  readonly late: readonly string[];
  /** The text under the standing answer was changed or taken back since. */
  readonly altered: readonly string[];
}

export function tallyOf({ asked, replies }: ConsultationState): Tally {
  // Departments that sent something without being asked come after those asked.
  const all = [...new Set([...asked, ...replies.keys()])];
  const whose = (is: (department: string) => boolean) => all.filter(is);
  const answer = (department: string) => replies.get(department)?.latest.answer;
  return {
    asked: asked.length,
    answered: asked.filter((department) => replies.has(department)).length,
    by: {
      joins: whose((department) => answer(department) === 'joins'),
      agrees: whose((department) => answer(department) === 'agrees'),
      comments: whose((department) => answer(department) === 'comments'),
      declines: whose((department) => answer(department) === 'declines'),
    },
    silent: asked.filter((department) => !replies.has(department)),
    late: whose((department) => replies.get(department)?.latest.late === true),
    altered: whose((department) => (replies.get(department)?.altered.length ?? 0) > 0),
  };
}

/** The last day for replies; one that was given in working days is counted over the calendar as it is known now. */
export function deadlineOf(
  { openedOn, deadline, workingDays }: Pick<ConsultationState, 'openedOn' | 'deadline' | 'workingDays'>,
  calendar: Calendar,
): CountedDay {
  return workingDays === null
    ? { date: deadline, provisional: false, missing: [] }
    : addWorkingDays(calendar, openedOn, workingDays);
}

export interface TimeLeft extends CountedDay {
  /** Working days left with today's not counted; 0 on the last day itself. */
  readonly days: number;
  readonly over: boolean;
}

/** @param today the civil day of the reader */
export function timeLeft(state: ConsultationState, calendar: Calendar, today: CivilDate): TimeLeft {
  const last = deadlineOf(state, calendar);
  const { days, provisional, missing } = workingDaysBetween(calendar, today, last.date);
  return {
    date: last.date,
    days,
    over: today > last.date,
    provisional: last.provisional || provisional,
    missing: [...new Set([...last.missing, ...missing])],
  };
}

/** Whether a reply that comes now is late: the day is over, or the office has closed. Sheets without a letter have no deadline. */
export const isLate = (state: ConsultationState, calendar: Calendar, today: CivilDate): boolean =>
  !isWithoutLetter(state.no) && (state.closed !== null || today > deadlineOf(state, calendar).date);

/**
 * The standing answers to the letter, for the plan's partners: comments are no consent, silence is none, and an answer whose text was
 * changed since counts only when the department has confirmed it.
 */
export function partnerAnswers(state: ConsultationState): ReadonlyMap<string, 'joins' | 'declines'> {
  const { by, altered } = tallyOf(state);
  const of = (departments: readonly string[], answer: 'joins' | 'declines') =>
    departments
      .filter((department) => !altered.includes(department))
      .map((department) => [department, answer] as const);
  return new Map([...of(by.joins, 'joins'), ...of(by.agrees, 'joins'), ...of(by.declines, 'declines')]);
}
