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
  const done = await postUnless(deps, actor, place, async () => false);
  if (!done.ok) return done;
  if (done.value === null) throw new Error('a checkpoint that nothing speaks against was not posted');
  return ok(done.value);
}

/**
 * Posts it unless it is needed no more; null then. Asked at the head of the ledger at which it is written, so that of two who post at
 * the same moment one does.
 */
export async function postUnless(
  deps: Deps,
  actor: Actor,
  place: string,
  isPosted: () => Promise<boolean>,
): Promise<Result<Checkpoint | null, Refusal>> {
  const done = await act<Checkpoint | null>(deps, actor, 'post-checkpoint', {}, async (at) => {
    if (at.head.seq === 0) return refuse('ledger', { reason: 'empty-ledger' });
    if (await isPosted()) return already(null);
    const checkpoint = await presentCheckpoint(deps.db, deps.office);
    const { fact, row } = posted(checkpoint, place, signed(actor), at);
    return ok({ facts: [fact], rows: [row], value: checkpoint });
  });
  if (done.ok && done.value !== null) await deps.keepOutside(done.value);
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
