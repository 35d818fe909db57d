/**
 * Who may have the whole record, and when. Whoever watched has everything at opening; the office needs it to work; everybody else
 * gets it after the ceremony's visits, when nobody can be warned by it any more. Until then what is public does not give the seed.
 */
import type { DrawRecord } from '../../../core/draw/record.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { rights } from '../../rights.ts';
import { dayOf } from '../../today.ts';
import { act, already, signed } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { ceremonyHeld, type Held } from './held.ts';
import { wholeRecord } from './record.ts';

/** Makes the record public, on its date or later. */
export function disclose(
  deps: Deps,
  actor: Actor,
  no: number,
): Promise<Result<{ readonly ceremony: number }, Refusal>> {
  return act<{ ceremony: number }>(deps, actor, 'disclose', {}, async (at) => {
    const held = await ceremonyHeld(deps.db, no);
    if (!held.ok) return held;
    if (held.value.state.draws.length === 0) return refuse('draw', { reason: 'not-opened', ceremony: no });
    const early = beforeDate(held.value, at.now);
    if (early !== null) return early;
    if (await isDisclosed(deps, no)) return already({ ceremony: no });
    return ok({ facts: [disclosure(held.value, signed(actor))], value: { ceremony: no } });
  });
}

/** The fact that makes a record public. @param by who signs it: a person, or the clock */
export const disclosure = ({ state }: Held, by: string): Fact => ({
  kind: rights.disclose.fact,
  actor: by,
  body: { ceremony: state.no, record: state.draws.at(-1)?.record ?? '' },
});

export function beforeDate({ manifest }: Held, now: string) {
  const { ceremony, discloseFrom: from } = manifest;
  const day = dayOf(now);
  return day < from ? refuse('draw', { reason: 'before-disclosure', ceremony, from, today: day }) : null;
}

export async function isDisclosed(deps: Pick<Deps, 'db'>, no: number): Promise<boolean> {
  const disclosed = await factBodies<{ ceremony: number }>(deps.db, 'ceremony-disclosed');
  return disclosed.some(({ body }) => body.ceremony === no);
}

/**
 * Whether somebody may have the whole record of a ceremony now.
 * @param actor null for the public
 */
export async function mayHaveRecord(
  deps: Pick<Deps, 'db' | 'now'>,
  actor: Actor | null,
  no: number,
): Promise<Result<true, Refusal>> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return held;
  // The person that was frozen, not whoever has been given that number since.
  const watched = held.value.manifest.participants.some(({ id, name }) => id === actor?.person && name === actor.name);
  if (watched || actor?.roles.includes('office') || (await isDisclosed(deps, no))) return ok(true);
  const { discloseFrom: from } = held.value.manifest;
  return refuse('draw', { reason: 'before-disclosure', ceremony: no, from, today: dayOf(deps.now()) });
}

/** The whole record, for who may have it. */
export async function recordFor(
  deps: Pick<Deps, 'db' | 'now'>,
  actor: Actor | null,
  no: number,
): Promise<Result<DrawRecord, Refusal>> {
  const allowed = await mayHaveRecord(deps, actor, no);
  return allowed.ok ? wholeRecord(deps.db, no) : allowed;
}
