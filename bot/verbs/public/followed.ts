/**
 * What became of a finding that is public: put right, closed, or still being dealt with; no more of the follow-up is anybody's to read before it is
 * published itself. Only asked for outcomes that the public reads today.
 */
import { noticeId } from '../../../core/notice/notice.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { type CaseHeld, casesOf } from '../follow-up/cases.ts';
import { atHead } from './at-head.ts';
import type { PublicOutcome } from './outcomes.ts';

export type Followed = 'corrected' | 'closed' | 'under-way';

/** By the outcome's name; outcomes without a problem have none. */
export async function followedUp(
  deps: Deps,
  outcomes: readonly PublicOutcome[],
): Promise<ReadonlyMap<string, Followed>> {
  const found = new Map<string, Followed>();
  for (const [source, own] of Map.groupBy(outcomes, (each) => each.source)) {
    const cases = await atHead(deps.db, dayOf(deps.now()), `cases/${source}`, () => casesOf(deps, { source }));
    for (const outcome of own) {
      const id = noticeId(outcome);
      // Entered anew since, it is about a version that is not public yet.
      const held = cases.find((each) => each.id === id && each.outcome === outcome.outcome);
      if (held !== undefined) found.set(id, followedOf(held));
    }
  }
  return found;
}

function followedOf({ disposals, state }: CaseHeld): Followed {
  const isMended = disposals.some(({ kind }) => kind === 'corrected' || kind === 'corrected-at-once');
  if (isMended) return 'corrected';
  return state === 'closed' ? 'closed' : 'under-way';
}
