/**
 * 录入 and 审核: what departments have inspected, or should have by now, and not entered; what came back from review; and what waits for a reviewer. No
 * document gives a number of days for either, so that they lie, and are reminded of: our reading of 及时录入 and 严格审核.
 */
import type { Calendar, CivilDate } from '../calendar.ts';
import { keyOf, type Owed } from './owed.ts';
import { lying } from './rounds.ts';

export interface OutcomesOwed {
  readonly book: string;
  readonly department: string;
  /** Items without an outcome at visits that took place, or whose weeks are over. */
  readonly missing: number;
  readonly returned: number;
  /** Since when the first of them is owed. */
  readonly since: CivilDate;
}

export interface ReviewOwed {
  readonly book: string;
  readonly department: string;
  readonly waiting: number;
  readonly since: CivilDate;
  /** Persons who may review. */
  readonly reviewers: readonly string[];
}

/** Working days after which somebody is written to. Our reading. */
const lies = { entry: 3, review: 3 } as const;

const nothingSet = { due: null, until: null, missing: [], rule: null } as const;

export function fromOutcomes(
  { book, department, missing, returned, since }: OutcomesOwed,
  calendar: Calendar,
): readonly Owed[] {
  if (missing === 0 && returned === 0) return [];
  const by = `department:${department}` as const;
  return [
    {
      ...nothingSet,
      key: keyOf('outcome-entry', [book, since], by, null),
      matter: { kind: 'outcome-entry', book, missing, returned },
      by,
      waits: 'office',
      ...lying(calendar, since, lies.entry),
    },
  ];
}

export function fromReview(
  { book, department, waiting, since, reviewers }: ReviewOwed,
  calendar: Calendar,
): readonly Owed[] {
  if (waiting === 0) return [];
  return reviewers.map((person): Owed => {
    const by = `person:${person}` as const;
    return {
      ...nothingSet,
      key: keyOf('outcome-review', [book, department, since], by, null),
      matter: { kind: 'outcome-review', book, department, waiting },
      by,
      waits: `department:${department}`,
      ...lying(calendar, since, lies.review),
    };
  });
}
