/** Lists and papers that are not there, those owed anew by a day, and receipts for what was sent. */
import type { Calendar, CivilDate } from '../calendar.ts';
import type { Source } from '../policy/cited.ts';
import type { ListKey } from '../policy/shape.ts';
import { type Debtor, keyOf, type Owed } from './owed.ts';
import { beforeDue, lying, over, together } from './rounds.ts';

/** One list on a department's board, as far as this needs it. */
export interface ListStanding {
  readonly list: ListKey;
  readonly source: Source;
  readonly optional: boolean;
  readonly absent: boolean;
  /** Owed anew by a day and not done, be the day over or not; null where it is done or no day is set. */
  readonly renewBy: CivilDate | null;
  /** Receivers that it was sent to and who have not given their receipt. */
  readonly unreceived: readonly { readonly receivers: readonly Debtor[]; readonly sent: CivilDate }[];
}

export function fromLists(
  department: string,
  isOffice: boolean,
  lists: readonly ListStanding[],
  calendar: Calendar,
): readonly Owed[] {
  const by: Debtor = isOffice ? 'office' : `department:${department}`;
  const waits = isOffice ? null : ('office' as const);
  const renewals = lists.flatMap(({ list, source, renewBy }): readonly Owed[] => {
    if (renewBy === null) return [];
    const { rounds, unsure } = together(beforeDue(calendar, renewBy, 5, null), over(calendar, renewBy));
    const key = keyOf('renewal', [list], by, renewBy);
    return [
      {
        key,
        matter: { kind: 'renewal', list },
        by,
        waits,
        due: renewBy,
        until: null,
        missing: [],
        unsure,
        rule: source,
        rounds,
      },
    ];
  });
  const receipts = lists.flatMap(({ list, unreceived }) =>
    unreceived.flatMap(({ receivers, sent }) =>
      receivers.map((receiver): Owed => {
        const { rounds, unsure } = lying(calendar, sent, 3);
        return {
          key: keyOf('receipt', [list, department, sent], receiver, null),
          matter: { kind: 'receipt', list, from: department },
          by: receiver,
          waits: by,
          due: null,
          until: null,
          missing: [],
          unsure,
          rule: null,
          rounds,
        };
      }),
    ),
  );
  const absent = lists.filter((each) => each.absent && !each.optional && each.renewBy === null);
  // No document gives a day for these: they stand on the board and in what one owes, and nobody is written to about them.
  const standing: readonly Owed[] =
    absent.length === 0
      ? []
      : [
          {
            key: keyOf('lists', [], by, null),
            matter: { kind: 'lists', lists: absent.map(({ list }) => list) },
            by,
            waits,
            due: null,
            until: null,
            missing: [],
            unsure: [],
            rule: absent[0]?.source ?? null,
            rounds: [],
          },
        ];
  return [...renewals, ...receipts, ...standing];
}
