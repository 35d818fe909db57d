/** Who keeps which book; the one place where a kind of book is named with its keeper. */
import { yearOfNumber } from '../../../core/consult/fact.ts';
import { never, ok, type Result } from '../../../core/result.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { consultKeeper } from './consult/keeper.ts';
import type { BookKeeper } from './keeper.ts';
import { listKeepers } from './list/keeper.ts';
import { standing } from './list/kept-lists.ts';
import { planKeeper } from './plan/keeper.ts';
import { outcomesKeeper } from './visit/outcomes.ts';
import { visitListKeeper } from './visit/visit-list.ts';

/** In the order in which a workbook offers their books. */
export const keepers: readonly BookKeeper[] = [
  consultKeeper,
  planKeeper,
  outcomesKeeper,
  visitListKeeper,
  listKeepers.items,
  listKeepers.inspectors,
  listKeepers.subjects,
];

export function keeperOf({ sheet, book }: BookRef): Result<BookKeeper, Refusal> {
  switch (sheet) {
    case 'plan-tasks':
      return ok(yearOfNumber(book) === null ? planKeeper : consultKeeper);
    case 'outcomes':
      return ok(outcomesKeeper);
    case 'visit-list':
      return ok(visitListKeeper);
    case 'items':
    case 'inspectors':
    case 'subjects':
      return book === standing ? ok(listKeepers[sheet]) : refuse('sheet', { reason: 'no-such-book', sheet, book });
    default:
      return never(sheet);
  }
}
