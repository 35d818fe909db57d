/**
 * 小结、通报和监管动态: each unit owes its summary until it stands with the office; the office owes the quarter's bulletin once the quarter is
 * over; a department that is short of the month's news is told on the 20th (甘州 2023 二(三)3).
 */
import type { SummaryAsked } from '../bulletin/summary.ts';
import { type Calendar, type CivilDate, lastWorkingDay } from '../calendar.ts';
import type { Source } from '../policy/cited.ts';
import { keyOf, type Owed } from './owed.ts';
import { beforeDue, lying, over, type Rounds, together } from './rounds.ts';

const workingDaysAhead = 5;

export interface UnitOwing {
  readonly department: string;
  /** The office sent it back. */
  readonly returned: boolean;
}

/** @param units those whose summary does not stand */
export function fromSummary(asked: SummaryAsked, units: readonly UnitOwing[], calendar: Calendar): readonly Owed[] {
  const { key, period, due, source } = asked;
  const days: Rounds =
    due === null
      ? // No day is given: it is asked about once what it is about is over.
        lying(calendar, asked.to, 1)
      : together(beforeDue(calendar, due, workingDaysAhead, null), over(calendar, due));
  return units.map(({ department, returned }): Owed => {
    const by = `department:${department}` as const;
    return {
      key: keyOf('summary', [period, returned ? 'again' : 'first'], by, due),
      matter: { kind: 'summary', period, key, returned },
      by,
      waits: 'office',
      due,
      until: null,
      missing: [],
      unsure: days.unsure,
      rule: source,
      rounds: days.rounds,
    };
  });
}

/** Reminded of on the first working day after the quarter, when its draft can be looked at. */
export function fromQuarter(
  period: { readonly period: string; readonly to: CivilDate },
  source: Source,
  calendar: Calendar,
): Owed {
  const { rounds, unsure } = over(calendar, period.to);
  return {
    key: keyOf('bulletin', [period.period], 'office', null),
    matter: { kind: 'bulletin', period: period.period },
    by: 'office',
    waits: null,
    due: null,
    until: null,
    missing: [],
    unsure,
    rule: source,
    rounds,
  };
}

/**
 * 牵头股室加强本部门工作督导检查 (甘州 2023 二(四)2): some working days before a quarter ends each department is told to look at what of its own is
 * open. The office neither waits for it nor sees it: it reads the quarter when that is over.
 */
export function fromOwnPoints(
  period: { readonly period: string; readonly to: CivilDate },
  source: Source,
  departments: readonly string[],
  calendar: Calendar,
): readonly Owed[] {
  const { rounds, unsure } = beforeDue(calendar, period.to, workingDaysAhead, null);
  return departments.map((department): Owed => {
    const by = `department:${department}` as const;
    return {
      key: keyOf('own-points', [period.period], by, period.to),
      matter: { kind: 'own-points', period: period.period },
      by,
      waits: null,
      due: period.to,
      until: null,
      missing: [],
      unsure,
      rule: source,
      // Once is enough: nobody is asked to report that it was done.
      rounds: rounds.filter(({ name }) => name === 'ahead'),
    };
  });
}

export interface NewsShort {
  readonly department: string;
  readonly held: number;
}

/** On the 20th of the month, or the working day before. */
export function fromNews(
  month: { readonly name: string; readonly to: CivilDate },
  { n, source }: { readonly n: number; readonly source: Source },
  short: readonly NewsShort[],
  calendar: Calendar,
): readonly Owed[] {
  const day = lastWorkingDay(calendar, `${month.name}-20`);
  return short.map(({ department, held }): Owed => {
    const by = `department:${department}` as const;
    return {
      key: keyOf('news', [month.name], by, month.to),
      matter: { kind: 'news', month: month.name, held, asked: n },
      by,
      waits: 'office',
      due: month.to,
      until: null,
      missing: [],
      unsure: day.missing,
      rule: source,
      rounds: [{ name: 'ahead', from: day.date, to: month.to }],
    };
  });
}
