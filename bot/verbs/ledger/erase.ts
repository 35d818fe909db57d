/**
 * Erases bodies of facts on a cited ground; the rows stay, the chain stays whole, and the erasure is itself a fact. The bytes leave a file's
 * free pages and its log as well; a server lets nobody rewrite its files (sqld refuses VACUUM), so what its keeper has to do is said.
 */
import { ok, type Result } from '../../../core/result.ts';
import { erasure } from '../../../db/ledger.ts';
import { scrub } from '../../../db/scrub.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, signed } from '../act.ts';

export interface Erased {
  readonly erased: number;
  /** Whether the file was rewritten without the bytes; not at a server. */
  readonly isScrubbed: boolean;
}

export async function eraseBodies(
  deps: Deps,
  actor: Actor,
  input: { readonly rows: readonly number[]; readonly ground: string },
): Promise<Result<Erased, Refusal>> {
  const { isFile } = deps.db;
  const done = await act<Erased>(deps, actor, 'erase-body', {}, async (at) => {
    if (input.ground.trim() === '') return refuse('ledger', { reason: 'no-reason-given' });
    const made = await erasure(deps.db, at, { ...input, actor: signed(actor) });
    if (!made.ok) return refuse('ledger', { reason: 'erasure', why: made.error });
    return ok({
      facts: [made.value.fact],
      rows: made.value.rows,
      value: { erased: input.rows.length, isScrubbed: isFile },
    });
  });
  if (done.ok && isFile) await scrub(deps.db);
  return done;
}
