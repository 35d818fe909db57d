/**
 * A book is what one worksheet of a workbook is about: a sheet, and which consultation, plan, list or draw it belongs to. Staff open it,
 * fill it and submit it; the desk keeps its rows.
 */
import type { Words } from '../words.ts';

export const bookSheets = ['plan-tasks', 'items', 'subjects', 'inspectors', 'visit-list', 'outcomes'] as const;
export type BookSheet = (typeof bookSheets)[number];

export interface BookRef {
  readonly sheet: BookSheet;
  /**
   * `plan-tasks`: a consultation (`2026-1`, or `2026-0` without a letter) for 征询反馈, or a plan (`P-2026`) for 计划表; `visit-list` and
   * `outcomes`: the number of a draw (`3`) or of a list drawn elsewhere (`L3`); the lists: `standing`.
   */
  readonly book: string;
}

export const sameBook = (one: BookRef, other: BookRef): boolean => one.sheet === other.sheet && one.book === other.book;

/** A book as it is offered to somebody. */
export interface BookLine extends BookRef {
  readonly title: Words;
  /** What it is, until when, how much is in it. */
  readonly note: Words;
  /** What of the note stays true (until when), for a worksheet that nobody writes anew every day. */
  readonly lasting?: Words | undefined;
  /** The year that its rows are about; null for a standing list. */
  readonly year: number | null;
  readonly rows: number;
  /** Why the asker may only read it; null where he may fill it. */
  readonly readOnly: Words | null;
  /** A reason must be given with every change (a plan that stands). */
  readonly reason: boolean;
  /** Rows can be withdrawn by whoever may fill it. */
  readonly withdrawable: boolean;
}

/** Rows that one request may carry; a worksheet of 20,000 is sent in forty. */
export const rowsPerRequest = 500;
/** Rows that one answer gives. */
export const rowsPerPage = 1000;
/** Rows of one worksheet. */
export const rowsMost = 20_000;
/** Characters of one cell: what a spreadsheet holds. */
export const cellMost = 32_767;
