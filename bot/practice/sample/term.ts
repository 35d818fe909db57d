/**
 * When a sample's plan runs, for each jurisdiction it can be made under: a year that its policy binds, and months in which
 * visits are allowed. A policy in force from its own date has no say about the months before it.
 */
import type { CivilDate } from '../../../core/calendar.ts';

export interface Term {
  readonly year: number;
  readonly draftedOn: CivilDate;
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly due: CivilDate;
  /** The scheme that classes all subjects there. */
  readonly scheme: 'credit' | 'pool';
}

const mayAndJune = (year: number): Term => ({
  year,
  draftedOn: `${year}-03-10`,
  window: { from: `${year}-05-06`, to: `${year}-06-30` },
  due: `${year}-07-31`,
  scheme: 'credit',
});

const terms: Record<string, Term> = {
  'sanming-2025': {
    year: 2025,
    draftedOn: '2025-06-24',
    window: { from: '2025-07-07', to: '2025-08-29' },
    due: '2025-10-31',
    scheme: 'credit',
  },
  'shishi-2024': { ...mayAndJune(2024), draftedOn: '2024-04-26' },
  'fuan-2018': mayAndJune(2026),
  'wannian-2022': { ...mayAndJune(2026), window: { from: '2026-06-01', to: '2026-06-30' }, scheme: 'pool' },
  'ganzhou-2023': mayAndJune(2026),
};

/** @throws RangeError for a policy that the sample knows no term of. */
export function termOf(policy: string): Term {
  const term = terms[policy];
  if (term === undefined) throw new RangeError(`a sample knows no term of ${policy}`);
  return term;
}
