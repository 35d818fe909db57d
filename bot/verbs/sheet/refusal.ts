/** What is refused of a workbook as a whole; what is refused of single rows stands in their answers. */
import type { BookSheet } from '../../../core/sheet/book.ts';
import type { Words } from '../../../core/words.ts';

export type SheetRefusal =
  | { readonly reason: 'no-such-book'; readonly sheet: BookSheet; readonly book: string }
  | { readonly reason: 'read-only'; readonly title: Words; readonly why: Words }
  /** The workbook was made at another desk. */
  | { readonly reason: 'other-office'; readonly workbook: string; readonly office: string }
  /** The workbook is another department's; both by name. */
  | { readonly reason: 'other-department'; readonly workbook: string; readonly own: string }
  | { readonly reason: 'year-over'; readonly year: number; readonly now: number }
  /** The same batch was sent before with other rows. */
  | { readonly reason: 'batch-differs'; readonly batch: string }
  | { readonly reason: 'too-many-rows'; readonly rows: number; readonly most: number }
  | { readonly reason: 'list-too-large'; readonly title: Words; readonly most: number }
  /** Rows were withdrawn or added while pages were read. */
  | { readonly reason: 'moved-on'; readonly title: Words };
