/** Dated deadlines of the policy, each owed by those whom the document names. What fell before the policy bound was never owed. */
import type { Calendar, CivilDate } from '../calendar.ts';
import { dueDays, policyYearOf } from '../policy/due.ts';
import type { DeadlineKey, Party, Policy } from '../policy/shape.ts';
import { type Debtor, keyOf, type Owed } from './owed.ts';
import { beforeDue } from './rounds.ts';

/** Lists tell of these themselves: whether each was renewed is on record. */
const ofLists: readonly DeadlineKey[] = ['joint-inspectors-renewed', 'joint-items-filed'];

const workingDaysAhead = 5;

/** @param holders who a party of the document is here; the office where nobody is found */
export function fromPolicy(
  policy: Policy,
  calendar: Calendar,
  today: CivilDate,
  holders: (party: Party) => readonly Debtor[],
): readonly Owed[] {
  const year = policyYearOf(policy, today);
  if (!year.ok) return [];
  return dueDays(policy, year.value, calendar)
    .filter(({ state, due, deadline }) => state === 'binding' && due >= today && !ofLists.includes(deadline.key))
    .flatMap(({ deadline, due, source }) => {
      const found = deadline.by.flatMap(holders);
      const { rounds, unsure } = beforeDue(calendar, due, workingDaysAhead, null);
      return [...new Set(found.length === 0 ? (['office'] as const) : found)].map(
        (by): Owed => ({
          key: keyOf('deadline', [deadline.key], by, due),
          matter: { kind: 'deadline', key: deadline.key },
          by,
          waits: by === 'office' ? null : 'office',
          due,
          until: null,
          missing: [],
          unsure,
          rule: source,
          rounds,
        }),
      );
    });
}
