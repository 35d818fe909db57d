/** Who keeps which book; the one place where a kind of book is named with its keeper. */
import { yearOfNumber } from '../../../core/consult/fact.ts';
import { never, ok, type Result } from '../../../core/result.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { consultRows } from './consult/keeper.ts';
import type { BookKeeper } from './keeper.ts';
import { listRows, standing } from './list/keeper.ts';
import { planRowsKeeper } from './plan/keeper.ts';
import { outcomesKeeper } from './visit/outcomes.ts';
import { visitListKeeper } from './visit/visit-list.ts';

/** In the order in which a workbook offers their books. */
export const keepers: readonly BookKeeper[] = [
  consultRows,
  planRowsKeeper,
  outcomesKeeper,
  visitListKeeper,
  listRows.items,
  listRows.inspectors,
  listRows.subjects,
];

export function keeperOf({ sheet, book }: BookRef): Result<BookKeeper, Refusal> {
  switch (sheet) {
    case 'plan-tasks':
      return ok(yearOfNumber(book) === null ? planRowsKeeper : consultRows);
    case 'outcomes':
      return ok(outcomesKeeper);
    case 'visit-list':
      return ok(visitListKeeper);
    case 'items':
    case 'inspectors':
    case 'subjects':
      return book === standing ? ok(listRows[sheet]) : refuse('sheet', { reason: 'no-such-book', sheet, book });
    default:
      return never(sheet);
  }
}
