/**
 * When a debt is reminded of: a few rounds, each at most once. A due day that is a rest day is reminded on the working day before and is
 * not moved. What fell due before the policy bound never comes here.
 */
import {
  addWorkingDays,
  type Calendar,
  type CivilDate,
  type CountedDay,
  lastWorkingDay,
  workingDayBefore,
} from '../calendar.ts';

export interface Round {
  readonly name: 'ahead' | 'eve' | 'last' | 'over' | 'waiting' | 'soon';
  readonly from: CivilDate;
  /** The last day on which it is still worth sending; null for ever. */
  readonly to: CivilDate | null;
  /** Server time before which it is not sent. */
  readonly after?: string;
}

export interface Rounds {
  readonly rounds: readonly Round[];
  /** Years without a holiday notice that these days rest on. */
  readonly unsure: readonly number[];
}

const missingOf = (days: readonly CountedDay[]): readonly number[] =>
  [...new Set(days.flatMap(({ missing }) => missing))].sort((a, b) => a - b);

/**
 * Some working days ahead, and on the last working day. Where that is the day on which it began or earlier, there is no first round.
 * @param ahead working days before the last reminder @param since the day on which it came to be owed
 */
export function beforeDue(calendar: Calendar, due: CivilDate, ahead: number, since: CivilDate | null): Rounds {
  const last = lastWorkingDay(calendar, due);
  const first = daysBefore(calendar, last, ahead);
  const rounds: Round[] = [];
  if (since === null || first.date > since)
    rounds.push({ name: 'ahead', from: first.date, to: before(calendar, last.date) });
  if (since === null || last.date > since) rounds.push({ name: 'last', from: last.date, to: due });
  return { rounds, unsure: missingOf([last, first]) };
}

/** Of what begins on a day: once, some working days before, or as late as the day itself. */
export function onceAhead(calendar: Calendar, day: CivilDate, ahead: number): Rounds {
  const first = daysBefore(calendar, lastWorkingDay(calendar, day), ahead);
  return { rounds: [{ name: 'ahead', from: first.date, to: day }], unsure: first.missing };
}

/** To the office: on the working day before the last one, and once when the day is over. */
export function escalation(calendar: Calendar, due: CivilDate, since: CivilDate): Rounds {
  const last = lastWorkingDay(calendar, due);
  const eve = workingDayBefore(calendar, last.date);
  const over = addWorkingDays(calendar, due, 1);
  const rounds: Round[] = [{ name: 'over', from: over.date, to: null }];
  return {
    rounds:
      eve.date > since
        ? [{ name: 'eve', from: eve.date, to: due }, ...rounds]
        : [{ name: 'last', from: last.date, to: due }, ...rounds],
    unsure: missingOf([last, eve, over]),
  };
}

/** For what has no day: once, after it has lain for some working days. */
export function lying(calendar: Calendar, since: CivilDate, days: number): Rounds {
  const from = addWorkingDays(calendar, since, days);
  return { rounds: [{ name: 'waiting', from: from.date, to: null }], unsure: from.missing };
}

/** Once more, some working days after a day. */
export function over(calendar: Calendar, day: CivilDate, days = 1): Rounds {
  const from = addWorkingDays(calendar, day, days);
  return { rounds: [{ name: 'over', from: from.date, to: null }], unsure: from.missing };
}

/** For what is due at an hour: once, some minutes before. @param day the civil day of that hour */
export const beforeHour = (day: CivilDate, after: string): Rounds => ({
  rounds: [{ name: 'soon', from: day, to: day, after }],
  unsure: [],
});

export const together = (...all: readonly Rounds[]): Rounds => ({
  rounds: all.flatMap(({ rounds }) => rounds),
  unsure: [...new Set(all.flatMap(({ unsure }) => unsure))].sort((a, b) => a - b),
});

/** The round that a day and hour fall into: the latest that has begun and is not over. */
export const roundAt = (rounds: readonly Round[], today: CivilDate, now: string): Round | null =>
  rounds.findLast(
    ({ from, to, after }) => from <= today && (to === null || today <= to) && (after === undefined || now >= after),
  ) ?? null;

/** The last day before a working day on which the earlier round may still go out. */
const before = (calendar: Calendar, date: CivilDate): CivilDate => workingDayBefore(calendar, date).date;

function daysBefore(calendar: Calendar, last: CountedDay, n: number): CountedDay {
  let day = last;
  for (let left = n; left > 0; left -= 1) {
    const earlier = workingDayBefore(calendar, day.date);
    day = { ...earlier, missing: [...day.missing, ...earlier.missing] };
  }
  return day;
}
