/**
 * When things are owed under a policy. A policy binds from its date: a day before it is “before effect”, not missed. A due
 * day that is a rest day is reminded on the working day before and not moved.
 */
import {
  addWorkingDays,
  type Calendar,
  type CivilDate,
  type CountedDay,
  lastOfMonth,
  lastWorkingDay,
  yearOf,
} from '../calendar.ts';
import { err, never, ok, type Result } from '../result.ts';
import { type Ruling, ruling, type Source } from './cited.ts';
import { national, nationalOn } from './national.ts';
import type { Deadline, DeadlineKey, Policy, When } from './shape.ts';

export type Force =
  | { readonly kind: 'in-force' }
  | { readonly kind: 'before-effect'; readonly from: CivilDate }
  | { readonly kind: 'lapsed'; readonly from: CivilDate }
  | { readonly kind: 'abolished'; readonly from: CivilDate };

/** Whether a plan dated that day can rest on the policy. Records made while it was in force stay valid. */
export function forceOn(policy: Policy, date: CivilDate): Force {
  if (date < policy.from) return { kind: 'before-effect', from: policy.from };
  if (policy.state.kind === 'in-force' || date < policy.state.from) return { kind: 'in-force' };
  return policy.state;
}

/** The span over which yearly floors, ceilings, caps and counts run. */
export interface PolicyYear {
  readonly year: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export type YearRefusal = { readonly kind: 'no-such-policy-year'; readonly asked: number; readonly first: PolicyYear };

/**
 * The policy year called `year`. A yearly plan has one; a standing scheme's first may be longer than a calendar year (万年
 * 2022-08-10 comes after its own March and June, so that its first year runs to the end of 2023).
 */
export function policyYear(policy: Policy, year: number): Result<PolicyYear, YearRefusal> {
  const first = firstYear(policy);
  if (year === first.year) return ok(first);
  if (ruling(policy.term, policy.from).value.kind === 'year' || year < first.year)
    return err({ kind: 'no-such-policy-year', asked: year, first });
  return ok({ year, from: `${year}-01-01`, to: `${year}-12-31` });
}

/** The policy year that a day lies in. */
export function policyYearOf(policy: Policy, date: CivilDate): Result<PolicyYear, YearRefusal> {
  const first = firstYear(policy);
  return first.from <= date && date <= first.to ? ok(first) : policyYear(policy, yearOf(date));
}

function firstYear(policy: Policy): PolicyYear {
  const term = ruling(policy.term, policy.from).value;
  if (term.kind === 'year') return { year: term.year, from: `${term.year}-01-01`, to: `${term.year}-12-31` };
  return { year: yearOf(term.firstYear.to), ...term.firstYear };
}

/** A deadline with its day. `before-effect`: it fell before the policy bound and was never owed. */
export interface DueDay {
  readonly deadline: Deadline;
  readonly due: CivilDate;
  /** The last working day not after the due day; provisional where that year has no holiday notice. */
  readonly remind: CountedDay;
  readonly state: 'binding' | 'before-effect';
  readonly source: Source;
}

/** Every dated deadline of a policy year, earliest first; those that hang on an event (a task's end, a draw) are not dated. */
export function dueDays(policy: Policy, year: PolicyYear, calendar: Calendar): readonly DueDay[] {
  return policy.deadlines
    .flatMap((cited) => {
      const today = ruling(cited, year.to);
      return datesOf(today.value.when, year).map((due) => {
        const { value, source } = ruling(cited, due);
        const state = due < policy.from ? ('before-effect' as const) : ('binding' as const);
        return { deadline: value, due, remind: lastWorkingDay(calendar, due), state, source };
      });
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.deadline.key < b.deadline.key ? -1 : 1));
}

function datesOf(when: When, year: PolicyYear): readonly CivilDate[] {
  const years = Array.from({ length: yearOf(year.to) - yearOf(year.from) + 1 }, (_, i) => yearOf(year.from) + i);
  switch (when.kind) {
    case 'date':
      return years.includes(yearOf(when.date)) ? [when.date] : [];
    case 'yearly':
      return years.map((each) => `${each}-${two(when.month)}-${two(when.day)}`);
    case 'month-end':
      return years.map((each) => lastOfMonth(each, when.month));
    case 'year-end':
      return years.includes(when.year) ? [`${when.year}-12-31`] : [];
    case 'working-days':
    case 'before':
      return [];
    default:
      return never(when);
  }
}

const two = (n: number): string => String(n).padStart(2, '0');

export const deadlineOf = (policy: Policy, key: DeadlineKey, on: CivilDate): Ruling<Deadline> | null =>
  policy.deadlines.map((each) => ruling(each, on)).find((each) => each.value.key === key) ?? null;

/** The day by which the year's tasks are finished; `andPublished` where the policy gives one day for both. */
export function finishBy(
  policy: Policy,
  year: PolicyYear,
  calendar: Calendar,
): (DueDay & { readonly andPublished: boolean }) | null {
  const last = dueDays(policy, year, calendar)
    .filter(({ deadline }) => deadline.key === 'finish' || deadline.key === 'finish-and-publish')
    .at(-1);
  return last === undefined ? null : { ...last, andPublished: last.deadline.key === 'finish-and-publish' };
}

export interface PublicationDue extends CountedDay {
  /** `plan`: the documents give no number, the plan set the days, and it is shown as the plan's. */
  readonly whose: 'policy' | 'national' | 'plan';
  readonly workingDays: number | null;
  readonly source: Source | null;
}

/**
 * The last day on which a task's outcomes may become public: the earliest of the policy's working days from the end of the
 * task, its one date for finished and published, and a national rule for the task's field; else the plan's own days.
 */
export function publicationDue(
  policy: Policy,
  task: { readonly ended: CivilDate; readonly field: string; readonly planDays: number },
  calendar: Calendar,
): PublicationDue {
  const found: PublicationDue[] = [];
  const own = deadlineOf(policy, 'publish', task.ended);
  if (own !== null && own.value.when.kind === 'working-days') {
    const { n } = own.value.when;
    found.push({ ...addWorkingDays(calendar, task.ended, n), whose: 'policy', workingDays: n, source: own.source });
  }
  const year = policyYearOf(policy, task.ended);
  const both = year.ok ? finishBy(policy, year.value, calendar) : null;
  if (both?.andPublished)
    found.push({
      date: both.due,
      provisional: false,
      missing: [],
      whose: 'policy',
      workingDays: null,
      source: both.source,
    });
  const food = nationalOn(national.foodPublication, task.ended);
  if (food !== null && food.value.field === task.field) {
    const n = food.value.workingDays;
    found.push({ ...addWorkingDays(calendar, task.ended, n), whose: 'national', workingDays: n, source: food.source });
  }
  const [earliest] = found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return (
    earliest ?? {
      ...addWorkingDays(calendar, task.ended, task.planDays),
      whose: 'plan',
      workingDays: task.planDays,
      source: null,
    }
  );
}
