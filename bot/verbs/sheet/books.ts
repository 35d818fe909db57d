/** What somebody may open in a workbook: every book of every kind that is his to read or to fill. */
import type { BookLine } from '../../../core/sheet/book.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { keepers } from './keepers.ts';

export async function booksFor(deps: Deps, actor: Actor): Promise<readonly BookLine[]> {
  const lines = await Promise.all(keepers.map((keeper) => keeper.books(deps, actor)));
  return lines.flat();
}
