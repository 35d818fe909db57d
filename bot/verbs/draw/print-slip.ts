/**
 * Prints the 密封条 of the desk: that it was printed, by whom and for whom is on record before anybody sees it. One for each ceremony;
 * another one takes a reason and is on record as another one. Whoever reads the ledger sees who has known the desk's secret since when.
 */
import { commitmentOf } from '../../../core/draw/seal.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { SealedSlip } from '../../paper/sealed-slip.ts';
import { postsOfCeremony } from '../../post/after/draw.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise, enact, factOf } from '../act.ts';
import { roll } from '../people/roll.ts';
import { tooLong } from '../too-long.ts';
import { ceremonyHeld } from './held.ts';
import { checkOnRecord } from './on-record.ts';
import { holderOf, keepHead } from './perform.ts';
import { secretHeld } from './seal.ts';
import { mayTake, slipsOf, stillUseful } from './slips.ts';

export interface SlipInput {
  readonly ceremony: number;
  /** Number of the person who takes it. */
  readonly supervisor: string;
  /** Why there is another one; '' for the first. */
  readonly reason: string;
}

export async function printSlip(deps: Deps, actor: Actor, input: SlipInput): Promise<Result<SealedSlip, Refusal>> {
  const { ceremony: no } = input;
  const done = await enact<SealedSlip>(deps, async (at) => {
    const held = await ceremonyHeld(deps.db, no);
    if (!held.ok) return held;
    const { state, manifest } = held.value;
    const allowed = authorise(actor, 'print-slip', holderOf(held.value));
    if (!allowed.ok) return allowed;
    const useful = stillUseful(held.value);
    if (!useful.ok) return useful;
    const named = input.supervisor.trim();
    const supervisor = (await roll(deps)).find(({ person }) => person === named);
    if (supervisor === undefined || !mayTake(held.value, actor, supervisor))
      return refuse('draw', { reason: 'takes-no-slip', ceremony: no, person: named });
    const before = await slipsOf(deps.db, no);
    const last = before.at(-1);
    const reason = last === undefined ? '' : input.reason.trim();
    if (last !== undefined && reason === '')
      return refuse('draw', { reason: 'slip-printed', ceremony: no, by: last.by, copies: before.length, at: last.at });
    const long = tooLong(reason);
    if (long !== null) return refuse('draw', long);
    const recorded = await checkOnRecord(deps.db, state);
    if (!recorded.ok) return recorded;
    const secret = await secretHeld(deps, no, '0');
    const sealed = state.sealed.find(({ id }) => id === '0');
    if (secret === null || sealed === undefined)
      return refuse('draw', { reason: 'no-secret', ceremony: no, participant: '0' });
    const commitment = commitmentOf(no, state.manifest, '0', secret);
    // A slip that does not open what was sealed would be found out only when it is needed.
    if (commitment !== sealed.commitment)
      return refuse('draw', { reason: 'not-as-recorded', ceremony: no, part: 'commitments' });
    const copy = before.length + 1;
    const fact = factOf(actor, 'print-slip', { ceremony: no, supervisor: named, copy, reason });
    return ok({
      facts: [fact],
      outbox: postsOfCeremony(manifest, [fact], actor.person),
      value: {
        ceremony: no,
        office: manifest.office,
        manifestDigest: state.manifest,
        commitment,
        sealedAt: sealed.at,
        ...secret,
        supervisor: supervisor.name,
        printedBy: actor.name,
        printedAt: at.now,
        copy,
      },
    });
  });
  if (done.ok) await keepHead(deps);
  return done;
}
