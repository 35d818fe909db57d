/**
 * Subjects of a pool that a member put forward and that are to be checked every year by it (万年 2022 三(一)1: 每年至少检查1次, 由各提出单位自行组织实施):
 * those not checked yet, owed by the last day of the year.
 */
import type { Calendar } from '../calendar.ts';
import type { Source } from '../policy/cited.ts';
import { type Debtor, keyOf, type Owed } from './owed.ts';
import { beforeDue } from './rounds.ts';

export interface ProposedUnchecked {
  readonly label: string;
  /** Department code. */
  readonly proposer: string;
  readonly unchecked: number;
  /** Where it is written how often they are checked. */
  readonly source: Source;
}

/** Working days ahead. Our reading: checks of a whole pool are not made in a week. */
const ahead = 60;

export function fromPools(year: number, proposed: readonly ProposedUnchecked[], calendar: Calendar): readonly Owed[] {
  const due = `${year}-12-31`;
  return proposed.flatMap(({ label, proposer, unchecked, source }): readonly Owed[] => {
    if (unchecked === 0) return [];
    const by: Debtor = `department:${proposer}`;
    const { rounds, unsure } = beforeDue(calendar, due, ahead, null);
    return [
      {
        key: keyOf('pool-checks', [label], by, due),
        matter: { kind: 'pool-checks', label, count: unchecked },
        by,
        waits: 'office',
        due,
        until: null,
        missing: [],
        unsure,
        rule: source,
        rounds,
      },
    ];
  });
}
