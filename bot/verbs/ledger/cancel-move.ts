/**
 * Takes a move back whose target was never opened: the office goes on where it was. The target is first made one that cannot be finished any
 * more; where it does not answer, or what answers bears no mark of this move, only the head's word that it is lost, on record, opens the old
 * place again: an office that arrived and was then carried elsewhere must not live twice.
 */
import { ok, type Result } from '../../../core/result.ts';
import { arrivalIn, giveUpArrival } from '../../../db/arriving.ts';
import { goesOn } from '../../../db/copy-road.ts';
import type { Db } from '../../../db/database.ts';
import { entryAt, readHead } from '../../../db/ledger.ts';
import { movedFrom } from '../../../db/moved.ts';
import { DatabaseTrouble } from '../../../db/trouble.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, authorise, factOf } from '../act.ts';

/** @param target null where the head says that it is lost */
export async function cancelMove(
  deps: Deps,
  actor: Actor,
  target: Db | null,
  { to, ground }: { readonly to: string; readonly ground: string },
): Promise<Result<{ readonly to: string }, Refusal>> {
  const allowed = authorise(actor, 'cancel-move');
  if (!allowed.ok) return allowed;
  if (ground.trim() === '') return refuse('ledger', { reason: 'no-reason-given' });
  const moved = await movedFrom(deps.db);
  if (moved === null) return refuse('ledger', { reason: 'not-moved' });
  if (moved.to !== to) return refuse('ledger', { reason: 'moved', moved });
  if (target !== null) {
    try {
      if (await goesOn(target, await readHead(deps.db)))
        return refuse('ledger', { reason: 'arrived-already', place: moved.to });
      if (!(await isArrivingOf(deps.db, target))) return refuse('ledger', { reason: 'target-silent', place: moved.to });
      await giveUpArrival(target);
    } catch (thrown) {
      if (thrown instanceof DatabaseTrouble) return refuse('ledger', { reason: 'target-silent', place: moved.to });
      throw thrown;
    }
  }
  return act<{ to: string }>(deps, actor, 'cancel-move', {}, async () =>
    ok({ facts: [factOf(actor, 'cancel-move', { to, ground, lost: target === null })], value: { to } }),
  );
}

/** Until it is whole the target bears the mark, from before the old place was closed: without it this is no target of ours, or not any more. */
async function isArrivingOf(db: Db, target: Db): Promise<boolean> {
  const [arrival, first] = [await arrivalIn(target), await entryAt(db, 1)];
  return arrival !== null && arrival.purpose === 'move' && arrival.origin === first?.row.hash;
}
