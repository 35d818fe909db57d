/** What stands between people and a door: decisions, answers, receipts and schemes that somebody waits for. */
import type { Calendar, CivilDate } from '../calendar.ts';
import { type Debtor, keyOf, type Matter, type Owed } from './owed.ts';
import { beforeDue, lying } from './rounds.ts';

export type VisitWork = Extract<Matter, { readonly kind: 'visit-work' }>;

export interface OpenWork extends Omit<VisitWork, 'kind'> {
  readonly by: Debtor;
  readonly waits: Debtor | null;
  readonly since: CivilDate;
  /** Null where nothing sets a day. */
  readonly due: CivilDate | null;
}

/** Working days ahead of a day. Our reading: no document gives a number. */
const ahead = 5;

export function fromVisits(work: readonly OpenWork[], calendar: Calendar): readonly Owed[] {
  return work.map(({ by, waits, since, due, ...matter }): Owed => {
    const { rounds, unsure } = due === null ? lying(calendar, since, 1) : beforeDue(calendar, due, ahead, since);
    return {
      key: keyOf('visit-work', [matter.step, matter.no, matter.book, matter.name], by, due),
      matter: { kind: 'visit-work', ...matter },
      by,
      waits,
      due,
      until: null,
      missing: [],
      unsure,
      rule: null,
      rounds,
    };
  });
}
