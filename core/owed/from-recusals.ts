/** Recusals that wait for the head of the inspector's department; the visit waits with them. */
import type { Calendar, CivilDate } from '../calendar.ts';
import { keyOf, type Owed } from './owed.ts';
import { lying } from './rounds.ts';

export interface OpenRecusal {
  readonly case: number;
  readonly ceremony: number;
  readonly applicant: string;
  readonly since: CivilDate;
  /** Persons who may decide; never the applicant. */
  readonly heads: readonly string[];
}

export const fromRecusal = (recusal: OpenRecusal, calendar: Calendar): readonly Owed[] => {
  const { rounds, unsure } = lying(calendar, recusal.since, 1);
  return recusal.heads.map((head): Owed => {
    const by = `person:${head}` as const;
    return {
      key: keyOf('recusal', [recusal.case], by, null),
      matter: { kind: 'recusal', case: recusal.case, ceremony: recusal.ceremony },
      by,
      waits: `person:${recusal.applicant}`,
      due: null,
      until: null,
      missing: [],
      unsure,
      rule: null,
      rounds,
    };
  });
};
