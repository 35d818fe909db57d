/**
 * 审核: a second person reads what was entered, and passes it or returns it with words (石狮 2024 四(二): 认真录入、严格审核、按时公示). A review is of one
 * version: entered anew, an outcome is unreviewed again, and what was said of the version before stays on record.
 */

export interface Review {
  /** Number of the fact that entered the version that was read. */
  readonly outcome: number;
  readonly passed: boolean;
  /** Number of the person on the roll. */
  readonly by: string;
  readonly at: string;
  readonly words: string;
}

/** One row of a review as it is recorded. */
export interface ReviewedRow {
  readonly visit: number;
  readonly item: string;
  readonly outcome: number;
}

/** One act of a reviewer: what was read, by whom, and what was said of all of it. */
export interface ReviewAct {
  readonly department: string;
  readonly rows: readonly ReviewedRow[];
  readonly passed: boolean;
  readonly words: string;
  readonly by: string;
  readonly at: string;
}

/** An outcome within one draw or list. */
export const reviewKey = (visit: number, department: string, item: string): string => `${visit}/${department}/${item}`;

/** The last review of each outcome, by `visit/department/item`. @param acts oldest first */
export function foldReviews(acts: readonly ReviewAct[]): ReadonlyMap<string, Review> {
  const found = new Map<string, Review>();
  for (const { department, rows, passed, words, by, at } of acts)
    for (const { visit, item, outcome } of rows)
      found.set(reviewKey(visit, department, item), { outcome, passed, by, at, words });
  return found;
}

export const reviewStates = ['waiting', 'passed', 'returned'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Where the version that stands is. @param seq the fact that entered it @param review the last one of the outcome, whatever version it read */
export function reviewState(seq: number, review: Review | undefined): ReviewState {
  if (review === undefined || review.outcome !== seq) return 'waiting';
  return review.passed ? 'passed' : 'returned';
}
