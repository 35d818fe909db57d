/**
 * What a file holds before anybody knows what it means: rows of cells, as text. A workbook cell that was not text says so,
 * since a code that was stored as a number may have lost digits or leading zeros.
 */

/** `imprecise`: more digits than a workbook's number keeps; `uncalculated`: a formula without a stored value. */
export interface OddCell {
  readonly text: string;
  readonly was: 'number' | 'imprecise' | 'error' | 'uncalculated';
}
export type Cell = string | OddCell;

/** Rows as they stand in the file, so that row numbers are those that a person sees; short rows stay short. */
export interface Grid {
  /** The sheet's name, or '' for CSV. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;

/** Column letters as a spreadsheet shows them: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** The address that a person sees, from indexes that start at 0. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** Limits of one file; beyond them it is refused with words and nothing is read. */
export interface Limits {
  readonly bytes: number;
  /** Bytes of all parts of a workbook after unpacking, by its own statement, which the reader holds it to. */
  readonly unpacked: number;
  readonly rows: number;
  /** Columns beyond them are left unread: no table of ours is that wide, and one cell far out makes every row before it as long. */
  readonly columns: number;
  readonly cells: number;
}

/** A whole province's register of a million rows passes; a bomb does not. */
export const limits: Limits = {
  bytes: 200_000_000,
  unpacked: 1_000_000_000,
  rows: 1_100_000,
  columns: 256,
  cells: 20_000_000,
};

/**
 * Of a file that somebody sends while others wait: reading holds up everything else of the process (20 ms for each megabyte unpacked,
 * measured), so that a list takes two seconds at most and a plan, of a thousand rows at most, less than one.
 */
export const listLimits: Limits = {
  bytes: 20_000_000,
  unpacked: 100_000_000,
  rows: 200_000,
  columns: 100,
  cells: 5_000_000,
};
export const planLimits: Limits = {
  bytes: 5_242_880,
  unpacked: 40_000_000,
  rows: 20_000,
  columns: 256,
  cells: 1_000_000,
};
