/** What checking a book beside its cells needs. */
import type { Result } from '../../../core/result.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import type { Reference } from '../../../core/sheet/check.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { keeperOf } from './keepers.ts';

export async function referenceOf(deps: Deps, actor: Actor, ref: BookRef): Promise<Result<Reference, Refusal>> {
  const keeper = keeperOf(ref);
  return keeper.ok ? keeper.value.reference(deps, actor, ref) : keeper;
}
