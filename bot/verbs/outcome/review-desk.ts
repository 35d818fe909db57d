/** What stands of a department's outcomes and of their review: for reviewers, whoever enters, and the figures of the threads. */
import { type Review, type ReviewState, reviewKey, reviewState } from '../../../core/outcome/review.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { EnteredOutcome } from '../../../db/outcomes.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { type BookVisit, bodyAt, type OutcomeBook, outcomeBook } from './book.ts';
import { standingIn } from './review.ts';
import { reviewsOf } from './reviewed.ts';

export interface DeskRow {
  readonly visit: BookVisit;
  readonly item: string;
  readonly itemName: string;
  readonly entered: EnteredOutcome;
  readonly state: ReviewState;
  /** The last review, of this version or an earlier one. */
  readonly review: Review | null;
}

export interface ReviewDesk {
  readonly book: OutcomeBook;
  readonly department: string;
  /** Items of the department's visits, entered or not. */
  readonly items: number;
  /** Items of which nothing is entered, by 检查编号. */
  readonly missing: readonly { readonly visit: BookVisit; readonly item: string; readonly itemName: string }[];
  /** What is entered, in the order of visits and items. */
  readonly rows: readonly DeskRow[];
}

export async function reviewDesk(
  deps: Deps,
  { book: name, department }: { readonly book: string; readonly department: string },
): Promise<Result<ReviewDesk, Refusal>> {
  const worked = await outcomeBook(deps, name);
  if (!worked.ok) return worked;
  const book = worked.value;
  const reviews = await reviewsOf(deps.db, book.source);
  const standing = new Map(
    (await standingIn(deps, book, department)).map((each) => [`${each.visit}/${each.item}`, each]),
  );
  const rows: DeskRow[] = [];
  const missing: ReviewDesk['missing'][number][] = [];
  for (const visit of book.visits.values()) {
    for (const { code, name: itemName } of bodyAt(visit, department)?.items ?? []) {
      const entered = standing.get(`${visit.visit}/${code}`);
      if (entered === undefined) {
        missing.push({ visit, item: code, itemName });
        continue;
      }
      const review = reviews.get(reviewKey(visit.visit, department, code)) ?? null;
      rows.push({ visit, item: code, itemName, entered, review, state: reviewState(entered.seq, review ?? undefined) });
    }
  }
  return ok({ book, department, items: rows.length + missing.length, missing, rows });
}

export const inState = ({ rows }: ReviewDesk, state: ReviewState): readonly DeskRow[] =>
  rows.filter((row) => row.state === state);
