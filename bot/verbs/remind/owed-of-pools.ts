/** Checks that members owe of the subjects that they put into a pool (万年 2022 三(一)1). */
import { type Calendar, type CivilDate, yearOf } from '../../../core/calendar.ts';
import { fromPools } from '../../../core/owed/from-pools.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import { stewardOf, visitsAtLeastOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Deps } from '../../deps.ts';
import { poolBoards } from '../registry/pool-board.ts';

export async function owedOfPools(
  deps: Deps,
  policy: Policy,
  calendar: Calendar,
  today: CivilDate,
): Promise<readonly Owed[]> {
  const boards = await poolBoards(deps);
  const proposed = boards.flatMap(({ scheme, duties }) =>
    duties.flatMap(({ label, proposer, unchecked }) => {
      const of = { scheme, label };
      const least = visitsAtLeastOf(policy, of, today);
      const organiser = stewardOf(policy, of, today)?.value.organiser;
      return least === null || organiser !== 'proposer' || proposer === ''
        ? []
        : [{ label, proposer, unchecked: unchecked.length, source: least.source }];
    }),
  );
  return fromPools(yearOf(today), proposed, calendar);
}
