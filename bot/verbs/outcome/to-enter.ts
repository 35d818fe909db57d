/** What somebody has still to enter of a draw: items without an outcome, and those that came back from review, with what was said. */
import { reviewKey, reviewState } from '../../../core/outcome/review.ts';
import { ok, type Result } from '../../../core/result.ts';
import { outcomesNamed } from '../../../db/outcomes.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { BookVisit } from './book.ts';
import { readBook } from './books.ts';
import type { Reach } from './reach.ts';
import { reviewsOf } from './reviewed.ts';

export interface RowToEnter {
  readonly visit: BookVisit;
  readonly item: string;
  readonly itemName: string;
  /** Words of the review that returned it; null where nothing is entered yet. */
  readonly returned: string | null;
}

export interface ToEnter {
  readonly department: string;
  readonly reach: Reach;
  readonly classified: boolean;
  readonly rows: readonly RowToEnter[];
}

/** Returned ones first. Refused where the reader has no visits there, or is of no department that inspects. */
export async function toEnter(deps: Deps, actor: Actor, name: string): Promise<Result<ToEnter, Refusal>> {
  const read = await readBook(deps, actor, name);
  if (!read.ok) return read;
  const { book, reach, visits } = read.value;
  const { department } = reach;
  if (department === null) return refuse('outcome', { reason: 'not-yours', book: name, person: actor.person });
  const reviews = await reviewsOf(deps.db, book.source);
  const entered = new Map(
    (await outcomesNamed(deps.db, book.source)).map((each) => [
      reviewKey(each.visit, each.department, each.item),
      each,
    ]),
  );
  const rows = visits.flatMap(({ visit, bodies }) =>
    bodies.flatMap((body) =>
      body.items.flatMap(({ code, name: itemName }): readonly RowToEnter[] => {
        const key = reviewKey(visit.visit, body.department, code);
        const held = entered.get(key);
        const review = reviews.get(key);
        if (held === undefined) return [{ visit, item: code, itemName, returned: null }];
        return reviewState(held.seq, review) === 'returned'
          ? [{ visit, item: code, itemName, returned: review?.words ?? '' }]
          : [];
      }),
    ),
  );
  const [back, fresh] = [rows.filter(({ returned }) => returned !== null), rows.filter((row) => row.returned === null)];
  return ok({ department, reach, classified: book.classified, rows: [...back, ...fresh] });
}
