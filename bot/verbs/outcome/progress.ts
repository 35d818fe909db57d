/** How far the departments of a draw are with entering: items, and who entered last. Items that were replaced count on neither side. */
import { reviewKey } from '../../../core/outcome/review.ts';
import { ok, type Result } from '../../../core/result.ts';
import { outcomesNamed } from '../../../db/outcomes.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { type OutcomeBook, outcomeBook } from './book.ts';

export interface Progress {
  readonly department: string;
  readonly items: number;
  readonly entered: number;
  /** Null while nothing is entered. */
  readonly last: { readonly person: string; readonly at: string } | null;
}

export interface BookProgress {
  readonly book: OutcomeBook;
  /** Of every department that has items, by code. */
  readonly departments: readonly Progress[];
}

/** Refused as the book is: not handed out, annulled, being corrected. */
export async function outcomeProgress(deps: Deps, no: string): Promise<Result<BookProgress, Refusal>> {
  const worked = await outcomeBook(deps, no);
  if (!worked.ok) return worked;
  const book = worked.value;
  const named = await outcomesNamed(deps.db, book.source);
  const entered = new Map(named.map((each) => [reviewKey(each.visit, each.department, each.item), each]));
  const found = new Map<string, Progress & { readonly seq: number }>();
  for (const { visit, bodies } of book.visits.values()) {
    for (const { department, items } of bodies) {
      for (const { code } of items) {
        const of = found.get(department) ?? { department, items: 0, entered: 0, last: null, seq: -1 };
        const outcome = entered.get(reviewKey(visit, department, code));
        const isLater = outcome !== undefined && outcome.seq > of.seq;
        found.set(department, {
          ...of,
          items: of.items + 1,
          entered: of.entered + (outcome === undefined ? 0 : 1),
          ...(isLater ? { last: { person: outcome.person, at: outcome.at }, seq: outcome.seq } : {}),
        });
      }
    }
  }
  const departments = [...found.values()]
    .sort((a, b) => (a.department < b.department ? -1 : 1))
    .map(({ seq: _, ...progress }) => progress);
  return ok({ book, departments });
}
