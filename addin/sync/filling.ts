/**
 * 填报: one workbook at work with the desk. All that the pane's screens can ask for; nothing here knows Excel or a page. Every method leaves the
 * workbook in a state from which it can go on after a crash.
 */
import type { DrawLine, Figures, RowAnswer, Who } from '../../core/api/shapes.ts';
import type { BookLine, BookRef } from '../../core/sheet/book.ts';
import type { Checked, Weight } from '../../core/sheet/check.ts';
import type { Conflict } from '../../core/sheet/row.ts';
import type { Words } from '../../core/words.ts';

/** What a person is told where something could not be done; never a code alone. */
export interface Trouble {
  readonly kind: 'offline' | 'signed-out' | 'refused' | 'host' | 'unknown';
  readonly words: Words;
  /** Where headers have been renamed: what a person can say to go on. */
  readonly renamed?: RenamedColumns;
}
/** Required fields without a column, and columns that are no field's. */
export interface RenamedColumns {
  readonly worksheet: string;
  /** `likely`: the header that stands in its place. */
  readonly missing: readonly { readonly field: string; readonly header: string; readonly likely: string | null }[];
  readonly columns: readonly string[];
}
export type Done<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** A worksheet of this workbook that belongs to a book. */
export interface BoundSheet {
  readonly worksheet: string;
  readonly ref: BookRef;
  readonly line: BookLine | null;
}

/** A worksheet of the workbook's own that looks like one of our sheets. */
export interface Candidate {
  readonly worksheet: string;
  readonly sheet: BookRef['sheet'] | null;
  /** Header in the worksheet → field's own header; what is not understood is named and left alone. */
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly rows: number;
  readonly headerRow: number;
  /** Fields without a column: a column that was not understood may be one of them. Required ones are missing until it is. */
  readonly free: readonly { readonly field: string; readonly header: string; readonly required: boolean }[];
  /** Why it cannot be taken as it is, with what would help. */
  readonly why: Words | null;
}

export interface RowState {
  readonly row: number;
  readonly id: string;
  /** What a person calls it: its number and name. */
  readonly label: string;
  readonly what: 'new' | 'changed' | 'unchanged' | 'cannot-be-sent';
  /** People have filled something in. */
  readonly filled: boolean;
  /** Of fields that differ from what the desk last gave. */
  readonly changes: readonly {
    readonly field: string;
    readonly header: string;
    readonly was: string;
    readonly now: string;
  }[];
  readonly remarks: readonly {
    readonly header: string;
    readonly address: string;
    readonly value: string;
    readonly weight: Weight;
    readonly words: Words;
  }[];
}

/** What would be sent. */
export interface Preview {
  readonly sheet: BoundSheet;
  readonly rows: readonly RowState[];
  readonly counts: Readonly<Record<RowState['what'], number>>;
  /** Rows that the desk holds and the worksheet does not: left alone unless the person chooses to withdraw them, where that is possible. */
  readonly missing: readonly { readonly id: string; readonly label: string }[];
  /** With what the rows were compared: what the desk holds at this moment, or what this workbook last got of it. */
  readonly compared: 'desk' | 'kept';
  /** Copied rows whose hidden mark was given anew. */
  readonly copied: number;
  readonly remarks: readonly { readonly weight: Weight; readonly words: Words }[];
}

/** A row of this workbook, for going there. */
export interface Place {
  readonly worksheet: string;
  /** -1 where the worksheet has it no more. */
  readonly row: number;
  readonly label: string;
}

export interface OpenConflict extends Place {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly fields: readonly (Conflict & { readonly header: string })[];
}

export interface Sent {
  readonly counts: Readonly<Record<RowAnswer['outcome'], number>>;
  /** Fields that others had changed in rows that were merged. */
  readonly merged: readonly (Place & { readonly header: string; readonly theirs: string; readonly by: string })[];
  readonly conflicts: readonly OpenConflict[];
  readonly refused: readonly (Place & { readonly header: string; readonly words: Words })[];
  /** Rows of the worksheet that were not sent, since they have to be mended first. */
  readonly behind: number;
  readonly note: Words;
}

export interface Refreshed {
  readonly created: number;
  readonly updated: number;
  /** Cells that were changed here since and stay as they are. */
  readonly kept: number;
  readonly conflicts: readonly OpenConflict[];
  readonly withdrawn: number;
}

export type Step = 'reading' | 'checking' | 'writing' | 'sending' | 'marking';
export type OnStep = (step: Step, done: number, all: number) => void;
/** Where nobody looks on. */
export const quiet: OnStep = () => {};

export interface Filling {
  /** Who is signed in here; null before. */
  who(): Who | null;
  signIn(code: string): Promise<Done<Who>>;
  signOut(): Promise<void>;
  /** What may be opened. */
  books(): Promise<Done<readonly BookLine[]>>;
  /** Worksheets of this workbook that belong to books. Works offline. */
  bound(): Promise<Done<readonly BoundSheet[]>>;
  /** Makes a worksheet for the book with the rows that the desk holds. */
  open(ref: BookRef, step?: OnStep): Promise<Done<BoundSheet>>;
  /** Worksheets that people made themselves, and how they would be understood. */
  candidates(): Promise<Done<readonly Candidate[]>>;
  /**
   * Binds such a worksheet to a book where it stands; adds the two columns of ours at its right.
   * @param named field → header of a column that was not understood, as a person has said
   */
  adopt(worksheet: string, ref: BookRef, named?: Readonly<Record<string, string>>): Promise<Done<BoundSheet>>;
  /** Keeps which column is which field. @param answers field → header as it stands */
  nameColumns(worksheet: string, answers: Readonly<Record<string, string>>): Promise<Done<true>>;
  /** Checks and marks. Works offline with the reference that was last got. */
  check(worksheet: string, step?: OnStep): Promise<Done<Checked>>;
  /**
   * Checks by itself, and writes beside the rows only what is said otherwise by now. `changed`: somebody has typed; `start`: only a worksheet in
   * which something is said already. @returns null where there was nothing to be checked
   */
  recheck(worksheet: string, why: 'changed' | 'start', step?: OnStep): Promise<Done<Checked | null>>;
  preview(worksheet: string, step?: OnStep): Promise<Done<Preview>>;
  /**
   * Sends what the preview showed and was not changed since; what was is left for the next time and said.
   * @param withdraw ids of missing rows to be withdrawn
   */
  submit(
    preview: Preview,
    choice: { readonly reason: string; readonly withdraw: readonly string[] },
    step?: OnStep,
  ): Promise<Done<Sent>>;
  /** Whether something was sent without an answer, from whichever session. */
  unfinished(): Promise<Done<number>>;
  /** Sends it again; the desk answers as it did the first time. */
  resume(step?: OnStep): Promise<Done<Sent>>;
  refresh(worksheet: string, step?: OnStep): Promise<Done<Refreshed>>;
  /** Conflicts that nobody has solved yet, also from earlier sessions. */
  conflicts(worksheet: string): Promise<Done<readonly OpenConflict[]>>;
  /**
   * Solves one: by field, whose value holds. Mine is sent again, theirs written into the worksheet.
   * @param reason for a book that asks for one; where none is given, that mine was compared with theirs
   */
  solve(
    worksheet: string,
    id: string,
    choice: Readonly<Record<string, 'mine' | 'theirs'>>,
    reason?: string,
  ): Promise<Done<Sent>>;
  show(worksheet: string, row: number, header: string): Promise<Done<true>>;
  draws(): Promise<Done<readonly DrawLine[]>>;
  /** The whole record, for verifying here. */
  record(no: number): Promise<Done<unknown>>;
  /** Makes the worksheet 统计 with its charts. */
  figures(): Promise<Done<Figures>>;
}
