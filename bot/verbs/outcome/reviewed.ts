/** What reviewers have said of a draw's outcomes. Only what passed is published (notice) and counted as inspected. */
import { foldReviews, type Review, type ReviewAct, type ReviewedRow } from '../../../core/outcome/review.ts';
import type { Db } from '../../../db/database.ts';
import { factsOf } from '../../../db/ledger.ts';
import { personOf } from '../act.ts';

/** The fact's body. */
export interface OutcomesReviewed {
  readonly book: string;
  readonly source: string;
  readonly department: string;
  /** `source/number`, so that the review is filed with each visit. */
  readonly visits: readonly string[];
  readonly rows: readonly ReviewedRow[];
  readonly passed: boolean;
  readonly words: string;
}

/** The last review of each outcome of a source, by `visit/department/item`; compare its `outcome` with the version that stands. */
export async function reviewsOf(db: Db, source: string): Promise<ReadonlyMap<string, Review>> {
  const acts = (await factsOf(db, 'outcomes-reviewed')).flatMap(({ row, body }): readonly ReviewAct[] => {
    if (body === null || body.text === null) return [];
    // Safe because `reviewOutcomes` alone writes these bodies.
    const told: OutcomesReviewed = JSON.parse(body.text);
    if (told.source !== source) return [];
    const { department, rows, passed, words } = told;
    return [{ department, rows, passed, words, by: personOf(row.actor), at: row.at }];
  });
  return foldReviews(acts);
}
