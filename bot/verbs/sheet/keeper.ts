/** Who keeps the rows of a book: one implementation for each kind of book, all asked in the same way. */
import type { RowAnswer } from '../../../core/api/shapes.ts';
import type { Result } from '../../../core/result.ts';
import type { BookLine, BookRef } from '../../../core/sheet/book.ts';
import type { Reference } from '../../../core/sheet/check.ts';
import type { HeldRow, RowChange } from '../../../core/sheet/row.ts';
import type { Words } from '../../../core/words.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';

export interface HeldRows {
  readonly line: BookLine;
  /** Names of the fields that this book shows, in order. */
  readonly fields: readonly string[];
  readonly rows: readonly HeldRow[];
  /** What the next page begins after; null after the last. */
  readonly next: string | null;
}

export interface SheetSubmission {
  readonly ref: BookRef;
  /** Unique for these rows of this person; the same again gives the first answer. */
  readonly batch: string;
  readonly rows: readonly RowChange[];
  /** '' where none was given. */
  readonly reason: string;
}

export interface SheetReceipt {
  readonly answers: readonly RowAnswer[];
  readonly note: Words;
}

export interface BookKeeper {
  /** Books of this kind that the actor may at least read; none where it is not his matter. */
  readonly books: (deps: Deps, actor: Actor) => Promise<readonly BookLine[]>;
  /** Rows that the actor may read; refused where the book is not his. @param after a text that an earlier page gave, or '' */
  readonly rows: (deps: Deps, actor: Actor, ref: BookRef, after: string) => Promise<Result<HeldRows, Refusal>>;
  /** What checking beside the cell needs. */
  readonly reference: (deps: Deps, actor: Actor, ref: BookRef) => Promise<Result<Reference, Refusal>>;
  /**
   * Takes what can be taken, each row for itself, in one commit; authorises every row anew. A book that can only be read refuses
   * as a whole.
   */
  readonly submit: (deps: Deps, actor: Actor, submission: SheetSubmission) => Promise<Result<SheetReceipt, Refusal>>;
}
