/** One act of a ceremony: load it, let core take the step, write the new state with the facts that the step left. */
import type { InStatement } from '@libsql/core/api';
import type { Json } from '../../../core/canonical.ts';
import type { Ceremony, CeremonyAct } from '../../../core/draw/ceremony/state.ts';
import { step } from '../../../core/draw/ceremony/step.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At } from '../../../db/commit.ts';
import { ceremonyRow } from '../../../db/draws.ts';
import { presentCheckpoint } from '../../../db/standing.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { postsOfCeremony } from '../../post/after/draw.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Owner, Verb } from '../../rights.ts';
import { already, authorise, enact, signed } from '../act.ts';
import { toldAgain } from '../visit/told.ts';
import { ceremonyHeld, type Held } from './held.ts';

export interface Prepared {
  readonly act: CeremonyAct;
  /** Rows that go with the act; written only if it takes effect. */
  readonly rows?: readonly InStatement[];
}

/** The department that holds a ceremony: the one that its desk belongs to. */
export const holderOf = ({ manifest }: Held): Owner => ({ department: manifest.participants[0]?.department ?? '' });

/**
 * @param owner whom the ceremony's matter belongs to, for rights that reach only one's own
 * @param prepare the act, from the ceremony as it stands; may run several times
 */
export async function perform(
  deps: Deps,
  actor: Actor,
  verb: Verb,
  no: number,
  owner: (held: Held) => Owner,
  prepare: (held: Held, at: At) => Promise<Result<Prepared, Refusal>>,
): Promise<Result<Ceremony, Refusal>> {
  let wrote = false;
  const done = await enact<Ceremony>(deps, async (at) => {
    wrote = false;
    const held = await ceremonyHeld(deps.db, no);
    if (!held.ok) return held;
    const allowed = authorise(actor, verb, owner(held.value));
    if (!allowed.ok) return allowed;
    // A number that was given to somebody else since the freezing is not the witness that the manifest names.
    const named = held.value.manifest.participants.find(({ id }) => id === actor.person);
    if (named !== undefined && named.name !== actor.name) {
      return refuse('draw', { reason: 'not-participant', ceremony: no, person: actor.person });
    }
    const prepared = await prepare(held.value, at);
    if (!prepared.ok) return prepared;
    const { act, rows = [] } = prepared.value;
    const taken = step(held.value.manifest, held.value.state, act, at.now);
    if (!taken.ok) return refuse('ceremony', taken.error);
    const { state, facts } = taken.value;
    if (facts.length === 0) return already(state);
    wrote = true;
    return ok({
      facts: facts.map((fact) => ({ ...fact, actor: signed(actor) })),
      rows: [ceremonyRow(no, state.stage, asJson(state), at), ...rows],
      outbox: [
        ...postsOfCeremony(held.value.manifest, facts, actor.person),
        ...(await toldAgain(deps.db, no, facts, at.seq)),
      ],
      value: state,
    });
  });
  if (done.ok && wrote) await keepHead(deps);
  return done;
}

/**
 * Keeps outside of the database where the ledger stands now. After each act of a ceremony, so that nobody who disliked how it went on
 * can put the file of this morning back and hold it again, whether or not a checkpoint was posted in between.
 */
export const keepHead = async (deps: Deps): Promise<void> =>
  deps.keepOutside(await presentCheckpoint(deps.db, deps.office));

export const asJson = (state: Ceremony): Json => state;
