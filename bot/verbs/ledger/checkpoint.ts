/** Posts the ledger's checkpoint: to a thread, onto paper, into the file beside the database. Copies elsewhere are the evidence. */
import type { Checkpoint } from '../../../core/ledger/checkpoint.ts';
import { ok, type Result } from '../../../core/result.ts';
import { gapResolved, posted, presentCheckpoint, standing } from '../../../db/standing.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, authorise, enact, signed } from '../act.ts';

/** @param place where it is posted: a thread, a form's number, a file */
export async function postCheckpoint(deps: Deps, actor: Actor, place: string): Promise<Result<Checkpoint, Refusal>> {
  const done = await act<Checkpoint>(deps, actor, 'post-checkpoint', {}, async (at) => {
    if (at.head.seq === 0) return refuse('ledger', { reason: 'empty-ledger' });
    const checkpoint = await presentCheckpoint(deps.db, deps.office);
    const { fact, row } = posted(checkpoint, place, signed(actor), at);
    return ok({ facts: [fact], rows: [row], value: checkpoint });
  });
  if (done.ok) await deps.keepOutside(done.value);
  return done;
}

/** The head of the office answers, on record, for a database that does not continue a posted checkpoint. */
export async function resolveGap(
  deps: Deps,
  actor: Actor,
  ground: string,
): Promise<Result<{ readonly resolved: number }, Refusal>> {
  const allowed = authorise(actor, 'resolve-gap');
  if (!allowed.ok) return allowed;
  if (ground.trim() === '') return refuse('ledger', { reason: 'no-reason-given' });
  const outside = await deps.postedOutside();
  let resolved = 0;
  for (;;) {
    const done = await enact<boolean>(deps, async () => {
      const stands = await standing(deps.db, deps.office, outside);
      if (stands.ok) return already(false);
      return ok({ facts: [gapResolved(stands.error, signed(actor), ground)], value: true });
    });
    if (!done.ok) return done;
    if (!done.value) break;
    resolved += 1;
  }
  return resolved === 0 ? refuse('ledger', { reason: 'not-behind' }) : ok({ resolved });
}
