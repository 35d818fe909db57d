/**
 * Checks beside the cell: everything that can be said of a worksheet before it is sent, by the same rules as the desk's own. What a row needs
 * besides itself (departments, lists, policy, counts of the register) comes as one value, the reference.
 */
import type { Calendar, CivilDate } from '../calendar.ts';
import type { Cell } from '../plan/cells.ts';
import type { ReviewInput } from '../plan/review/desk.ts';
import type { RowRegistry } from '../plan/task-of-row.ts';
import type { Policy } from '../policy/shape.ts';
import type { Department } from '../registry/department.ts';
import type { Result } from '../result.ts';
import type { Words } from '../words.ts';
import type { BookRef } from './book.ts';
import type { Grid } from './grid.ts';
import type { Recognised, RecogniseRefusal } from './recognise.ts';
import type { RowCells } from './row.ts';

/** What the desk gives out for checking one book. Plain data; it holds nothing that the asker may not read. */
export interface Reference {
  readonly ref: BookRef;
  readonly today: CivilDate;
  readonly year: number | null;
  /** Whose rows may be filled: code and name; null for the office, which may fill all. */
  readonly own: { readonly code: string; readonly name: string } | null;
  readonly departments: readonly Department[];
  /** Names of fields that the policy demands beyond those always required. */
  readonly demand: readonly string[];
  /** For `plan-tasks`: everything that review needs besides the plan. */
  readonly plan: PlanReference | null;
}

export interface PlanReference {
  readonly no: string;
  readonly registry: RowRegistry;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly cells: readonly Cell[];
  readonly review: Omit<ReviewInput, 'plan' | 'policy' | 'calendar' | 'today' | 'departments' | 'cells'>;
  readonly doorLimit: ReviewInput['plan']['doorLimit'];
}

/** `refused`: the desk will not take the row; the others are said and the row can be sent. */
export type Weight = 'refused' | 'in-principle' | 'notice';

export interface Remark {
  /** Column of the grid, -1 where the worksheet has no such column. */
  readonly column: number;
  readonly header: string;
  readonly value: string;
  readonly weight: Weight;
  /** What is wrong and what would be right, without the place. */
  readonly words: Words;
}

export interface CheckedRow {
  /** Row of the grid, from 0. */
  readonly row: number;
  /** Text of the column 行标识; '' where there is none. */
  readonly id: string;
  /** As it would be sent: every field in the desk's own form; a cell that cannot be read stays as it stands. */
  readonly cells: RowCells;
  readonly remarks: readonly Remark[];
}

export interface Checked {
  readonly recognised: Recognised;
  readonly rows: readonly CheckedRow[];
  /** Lines under the table that are no rows of it. */
  readonly notes: readonly { readonly row: number; readonly text: string }[];
  /** Said of the whole worksheet. */
  readonly remarks: readonly { readonly weight: Weight; readonly words: Words }[];
}

export type CheckGrid = (grid: Grid, reference: Reference) => Result<Checked, RecogniseRefusal>;
