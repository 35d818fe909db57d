/** What is owed about re-inspections. */
import type { Calendar } from '../../../core/calendar.ts';
import { fromRecheck } from '../../../core/owed/from-rechecks.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import type { Deps } from '../../deps.ts';
import { drawnOf, isOff, rechecksHeld } from '../recheck/rechecks.ts';

export async function owedOfRechecks({ db }: Deps, calendar: Calendar): Promise<readonly Owed[]> {
  const all = (await rechecksHeld(db)).map(async (recheck) => {
    if (await isOff(db, recheck)) return [];
    const drawn = await drawnOf(db, recheck);
    const left = drawn?.flatMap(({ outcomes }) => outcomes).filter((outcome) => !recheck.records.has(outcome)).length;
    return fromRecheck(recheck, left ?? null, calendar);
  });
  return (await Promise.all(all)).flat();
}
