/** Rows of a book as they are held, page by page. */
import type { Result } from '../../../core/result.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import type { HeldRows } from './keeper.ts';
import { keeperOf } from './keepers.ts';

/** @param after '' for the first page, else what the page before gave as `next` */
export async function rowsOf(
  deps: Deps,
  actor: Actor,
  ref: BookRef,
  after: string,
): Promise<Result<HeldRows, Refusal>> {
  const keeper = keeperOf(ref);
  return keeper.ok ? keeper.value.rows(deps, actor, ref, after) : keeper;
}
