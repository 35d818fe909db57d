/** Offers to join tasks of drafts as they stand, and missing items on their way up. */
import type { Calendar, CivilDate } from '../../../core/calendar.ts';
import { yearOf } from '../../../core/calendar.ts';
import { fromMissingItem, fromOffer } from '../../../core/owed/from-offers.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import type { Db } from '../../../db/database.ts';
import { heldPlan, plans } from '../../../db/plans.ts';
import { joiningOf, offerIn } from '../invite/offers.ts';
import { advancesIn, missingItemsIn } from '../invite/recorded.ts';
import { draftNote } from '../plan/review-as-held.ts';

export async function owedOfOffers(db: Db, calendar: Calendar, today: CivilDate): Promise<readonly Owed[]> {
  const owed: Owed[] = [];
  for (const { no, state } of await plans(db)) {
    if (state !== 'draft') continue;
    const held = await heldPlan(db, no);
    if (held === null || held.plan.year < yearOf(today)) continue;
    for (const { tasks } of (await draftNote({ db }, held.plan))?.suggestions ?? []) {
      const offer = await offerIn(db, no, tasks);
      if (offer === null || offer.standing.kind !== 'open' || (await joiningOf(db, no, tasks)) !== null) continue;
      const { suggestion, standing } = offer;
      const isFixed = suggestion.kind === 'follow-superior' || suggestion.departments.length === 1;
      const open = {
        plan: no,
        version: held.plan.version,
        tasks: suggestion.tasks,
        waiting: standing.waiting,
        way: suggestion.lead !== null || isFixed ? ('accept' as const) : ('lead' as const),
        since: held.plan.draftedOn,
      };
      owed.push(...fromOffer(open, calendar));
    }
  }
  const advances = await advancesIn(db);
  const missing = (await missingItemsIn(db)).flatMap((item) => fromMissingItem(item, advances, calendar));
  return [...owed, ...missing];
}
