/** Erases bodies of facts on a cited ground; the rows stay, the chain stays whole, and the erasure is itself a fact. */
import { ok, type Result } from '../../../core/result.ts';
import { erasure } from '../../../db/ledger.ts';
import { scrub } from '../../../db/scrub.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, signed } from '../act.ts';

export async function eraseBodies(
  deps: Deps,
  actor: Actor,
  input: { readonly rows: readonly number[]; readonly ground: string },
): Promise<Result<{ readonly erased: number }, Refusal>> {
  const done = await act<{ erased: number }>(deps, actor, 'erase-body', {}, async (at) => {
    if (input.ground.trim() === '') return refuse('ledger', { reason: 'no-reason-given' });
    const made = await erasure(deps.db, at, { ...input, actor: signed(actor) });
    if (!made.ok) return refuse('ledger', { reason: 'erasure', why: made.error });
    return ok({ facts: [made.value.fact], rows: made.value.rows, value: { erased: input.rows.length } });
  });
  // Only now do the bytes leave the file's free pages and its log as well.
  if (done.ok) await scrub(deps.db);
  return done;
}
