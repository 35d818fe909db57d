/** Letters of the public that wait for an answer, counted for whom they are for; nothing of what they say. */
import type { Calendar, CivilDate } from '../calendar.ts';
import { type Debtor, keyOf, type Owed } from './owed.ts';
import { lying } from './rounds.ts';

/** @param since the day on which the oldest of them came */
export function fromVoices(by: Debtor, count: number, since: CivilDate, calendar: Calendar): readonly Owed[] {
  if (count === 0) return [];
  const { rounds, unsure } = lying(calendar, since, 5);
  return [
    {
      key: keyOf('voices', [since], by, null),
      matter: { kind: 'voices', count },
      by,
      waits: null,
      due: null,
      until: null,
      missing: [],
      unsure,
      rule: null,
      rounds,
    },
  ];
}
