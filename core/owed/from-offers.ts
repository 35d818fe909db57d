/** Offers to join tasks that a lead has not answered, and missing items that the office has not taken to the city. */
import type { Calendar, CivilDate } from '../calendar.ts';
import { type Advance, lastStep, type MissingItem } from '../registry/missing-item.ts';
import { keyOf, type Owed } from './owed.ts';
import { lying } from './rounds.ts';

export interface OpenOffer {
  readonly plan: string;
  readonly version: number;
  readonly tasks: readonly string[];
  /** Leads that have not answered. */
  readonly waiting: readonly string[];
  readonly way: 'accept' | 'lead';
  readonly since: CivilDate;
}

/** Working days before a first reminder. Our reading: no document gives a number. */
const patience = 3;

export function fromOffer(offer: OpenOffer, calendar: Calendar): readonly Owed[] {
  const { rounds, unsure } = lying(calendar, offer.since, patience);
  const { plan, tasks, way } = offer;
  return offer.waiting.map((lead): Owed => {
    const by = `department:${lead}` as const;
    return {
      key: keyOf('joining', [plan, offer.version, ...tasks], by, null),
      matter: { kind: 'joining', plan, tasks, way },
      by,
      waits: 'office',
      due: null,
      until: null,
      missing: [],
      unsure,
      rule: null,
      rounds,
    };
  });
}

export function fromMissingItem(item: MissingItem, advances: readonly Advance[], calendar: Calendar): readonly Owed[] {
  if (lastStep(item, advances) !== 'reported') return [];
  const { rounds, unsure } = lying(calendar, item.on, patience);
  return [
    {
      key: keyOf('missing-item', [item.no], 'office', null),
      matter: { kind: 'missing-item', no: item.no, name: item.matter },
      by: 'office',
      waits: `department:${item.department}`,
      due: null,
      until: null,
      missing: [],
      unsure,
      rule: null,
      rounds,
    },
  ];
}
