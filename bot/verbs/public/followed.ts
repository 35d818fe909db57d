/**
 * What became of a finding that is public: put right, closed, or still being dealt with; and its entries on lists of bad credit with basis, from,
 * to (福安 2018 三: 诚信档案和行业黑名单). No more of the follow-up is anybody's to read before it is published itself, and entries go once the
 * credit is repaired. Only asked for outcomes that the public reads today.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { type CaseHeld, casesOf } from '../follow-up/cases.ts';
import { atHead } from './at-head.ts';
import type { PublicOutcome } from './outcomes.ts';

export interface Followed {
  readonly state: 'corrected' | 'closed' | 'under-way';
  readonly entries: readonly CreditEntry[];
}

export type CreditEntry =
  /** 经营异常名录; it ends when it is repaired. */
  | { readonly list: 'abnormal'; readonly basis: string; readonly from: CivilDate }
  /** 联合惩戒 in a field. */
  | {
      readonly list: 'joint';
      readonly basis: string;
      readonly field: string;
      readonly from: CivilDate;
      readonly to: CivilDate;
    };

/** By the outcome's name; outcomes without a problem have none. */
export async function followedUp(
  deps: Deps,
  outcomes: readonly PublicOutcome[],
): Promise<ReadonlyMap<string, Followed>> {
  const today = dayOf(deps.now());
  const found = new Map<string, Followed>();
  const bySource = await Promise.all(
    [...Map.groupBy(outcomes, (each) => each.source)].map(async ([source, own]) => {
      return { own, cases: await atHead(deps.db, today, `cases/${source}`, () => casesOf(deps, { source })) };
    }),
  );
  for (const { own, cases } of bySource) {
    for (const outcome of own) {
      const id = outcomeId(outcome);
      // Entered anew since, it is about a version that is not public yet.
      const held = cases.find((each) => each.id === id && each.outcome === outcome.outcome);
      if (held !== undefined) found.set(id, { state: stateOf(held), entries: entriesOf(held, today) });
    }
  }
  return found;
}

function stateOf({ disposals, state }: CaseHeld): Followed['state'] {
  const isMended = disposals.some(({ kind }) => kind === 'corrected' || kind === 'corrected-at-once');
  if (isMended) return 'corrected';
  return state === 'closed' ? 'closed' : 'under-way';
}

function entriesOf({ acts, repair }: CaseHeld, today: CivilDate): readonly CreditEntry[] {
  if (repair?.step === 'granted' || repair?.step === 'carried-out') return [];
  return acts.flatMap((act): readonly CreditEntry[] => {
    if (act.kind === 'abnormal-listed')
      return act.body.on > today ? [] : [{ list: 'abnormal', basis: act.body.number, from: act.body.on }];
    if (act.kind !== 'joint-punishment-recorded') return [];
    const { basis, field, from, to } = act.body;
    return from > today || to < today ? [] : [{ list: 'joint', basis, field, from, to }];
  });
}
