/** Erases bodies of facts on a cited ground; the rows stay, the chain stays whole, and the erasure is itself a fact. */
import { ok, type Result } from '../../../core/result.ts';
import { commit } from '../../../db/commit.ts';
import { erasure } from '../../../db/ledger.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { may } from '../../rights.ts';
import { signed } from '../act.ts';

export async function eraseBodies(
  deps: Deps,
  actor: Actor,
  input: { readonly rows: readonly number[]; readonly ground: string },
): Promise<Result<{ readonly erased: number }, Refusal>> {
  const allowed = may(actor, 'erase-body');
  if (!allowed.ok) return refuse('rights', allowed.error);
  if (input.ground.trim() === '') return refuse('ledger', { reason: 'no-reason-given' });
  const done = await commit<{ erased: number }, Refusal>(deps.db, deps, async (at) => {
    const made = await erasure(deps.db, at, { ...input, actor: signed(actor) });
    if (!made.ok) return refuse('ledger', { reason: 'erasure', why: made.error });
    return ok({ facts: [made.value.fact], rows: made.value.rows, value: { erased: input.rows.length } });
  });
  return done.ok ? ok(done.value.value) : done;
}
