/**
 * What a spreadsheet program must be able to do for us, and nothing more. Rows and columns count from 0 and are those that a person sees,
 * less one. A host keeps no knowledge of our sheets; whoever calls it reads anew before he writes, since people sort, insert and
 * paste in between. Implementations: Excel by Office.js, and a workbook file in the browser (WPS, LibreOffice); WPS's own interface fits it too.
 */
import type { Grid } from '../../core/sheet/grid.ts';
import type { Layout } from '../../core/sheet/layout.ts';
import type { Words } from '../../core/words.ts';

export interface Worksheet {
  readonly name: string;
  /** Put out of sight by a person; it is read and written all the same. */
  readonly hidden: boolean;
  /** Rows and columns in use; of a hidden one they are not looked for. */
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle of texts; null leaves a cell as it is. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly (string | null)[])[];
}

/** Where the table lies, and which columns are ours. */
export interface Area {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** The first and last column of the table, ours included. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Column of 校验结果. */
  readonly verdict: number;
}

export interface Mark {
  readonly row: number;
  /** Said in 校验结果; '' clears it. The first sign tells the weight: ✗ must be mended, ！ should be looked at, ✓ done. */
  readonly text: string;
  /** Columns of the cells that are meant. */
  readonly columns: readonly number[];
}

/** Called with rows done and rows in all, after each block. */
export type Progress = (done: number, all: number) => void;

/** Why the host could not do it, as a value; what no person can help is thrown. */
export type HostRefusal =
  | { readonly kind: 'no-worksheet'; readonly worksheet: string }
  | { readonly kind: 'protected'; readonly worksheet: string }
  /** Somebody is typing in a cell. */
  | { readonly kind: 'editing' }
  /** `cells` is 0 where it is bytes: one row alone is more than the program passes on at once. */
  | { readonly kind: 'too-large'; readonly worksheet: string; readonly cells: number }
  | { readonly kind: 'name-taken'; readonly worksheet: string }
  /** The program refused with a code of its own. */
  | { readonly kind: 'host'; readonly code: string; readonly message: string };

/** Thrown by every method of a host; the callers above turn it into words. */
export class HostTrouble extends Error {
  readonly refusal: HostRefusal;
  constructor(refusal: HostRefusal) {
    super(refusal.kind === 'host' ? `${refusal.code}: ${refusal.message}` : refusal.kind);
    this.name = 'HostTrouble';
    this.refusal = refusal;
  }
}

export const tooLarge = (worksheet: string, rows: number, columns: number): HostTrouble =>
  new HostTrouble({ kind: 'too-large', worksheet, cells: rows * columns });

export interface Chart {
  readonly title: string;
  readonly kind: 'column' | 'bar' | 'pie';
  /** Rectangle of the worksheet with headers above and names at the left. */
  readonly from: ChartArea;
  /** Where it stands: cells that nothing else is written into. */
  readonly at: ChartArea;
}

export interface ChartArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetHost {
  readonly kind: 'excel' | 'file';
  readonly called: Words;
  /** Tells of changes while people type. */
  readonly live: boolean;
  /** Name of the workbook as people know it. */
  readonly workbook: () => string;
  /** Worksheets in order, but for those that no person is to see. */
  worksheets(): Promise<readonly Worksheet[]>;
  /** All cells in use as `core/sheet` reads them: dates as `2026-03-01`, numbers and formula errors marked as such. In blocks. */
  read(worksheet: string, progress?: Progress): Promise<Grid>;
  /** Writes texts as texts, so that nothing runs and no zero is lost; formats of the cells stay. In blocks, each safe to be written again. */
  write(worksheet: string, blocks: readonly Block[], progress?: Progress): Promise<void>;
  /** A new worksheet of ours with its table. @returns the name that it got, which may differ where that was taken */
  create(layout: Layout, progress?: Progress): Promise<string>;
  /** Adds columns at the right of a table that people made themselves: header, hidden or not. @returns the first one's column */
  addColumns(worksheet: string, headerRow: number, after: number, columns: Layout['columns']): Promise<number>;
  /** Shows verdicts: texts in their column, and the rows coloured by one rule. Rows of the area that are not named are cleared. */
  mark(worksheet: string, area: Area, marks: readonly Mark[], progress?: Progress): Promise<void>;
  /** Takes whole rows out, given in any order. */
  removeRows(worksheet: string, rows: readonly number[]): Promise<void>;
  /** Goes to a cell and shows it, also on a worksheet that was hidden. */
  show(worksheet: string, row: number, column: number): Promise<void>;
  /** A worksheet of figures with native charts, made anew each time. */
  figures(layout: Layout, charts: readonly Chart[]): Promise<string>;
  /**
   * What we keep inside the workbook, by part: rows of short texts on a very hidden worksheet. It travels with the file and holds no
   * secret. A part that was never written is empty.
   */
  readKept(part: KeptPart): Promise<readonly (readonly string[])[]>;
  /** Replaces a part; when it returns, a saved workbook has it. */
  writeKept(part: KeptPart, rows: readonly (readonly string[])[]): Promise<void>;
  /** Adds rows to the end of a part. */
  appendKept(part: KeptPart, rows: readonly (readonly string[])[]): Promise<void>;
  /**
   * Tells when people have changed something; hints only, since details may be missing.
   * @param heard `elsewhere`: a co-author at another computer, or his pane
   * @returns how to stop
   */
  onChange(heard: (worksheet: string, by: 'here' | 'elsewhere') => void): () => void;
}

/** `binding`: what the workbook belongs to; `rows`: what the desk last gave; `outbox`: what was sent and not yet answered. */
const keptParts = ['binding', 'rows', 'outbox'] as const;
export type KeptPart = (typeof keptParts)[number];
