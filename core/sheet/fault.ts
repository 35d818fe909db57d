/**
 * What can be wrong with a cell, and what can be doubtful in one that is kept. Each arm carries what a person needs to mend
 * it; the words are in `words.ts`.
 */
import type { CivilDate } from '../calendar.ts';
import type { RatioRefusal } from '../plan/ratio-parse.ts';
import type { NumberFinding, NumberRefusal } from '../registry/uscc.ts';

export type Fault =
  | { readonly kind: 'missing' }
  /** `of`: how many there are, where only the first are named. */
  | { readonly kind: 'option'; readonly options: readonly string[]; readonly of?: number }
  /** `meant`: the days that it would be in the year at hand, where it only lacks the year. */
  | { readonly kind: 'date'; readonly endless: boolean; readonly meant: readonly CivilDate[] }
  /** No list of ours reaches so far back. `typed`: the number of which the workbook made a day, `7.8`; '' where it is a day of its own. */
  | { readonly kind: 'early-date'; readonly typed: string; readonly meant: readonly CivilDate[] }
  | { readonly kind: 'whole-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'too-long'; readonly length: number; readonly max: number }
  /** Stored as a number of more than 15 digits: the workbook has already lost the last ones. */
  | { readonly kind: 'digits-lost' }
  /** Stored as a number and shorter than its neighbours: leading zeros may be gone. */
  | { readonly kind: 'zeros-lost'; readonly digits: number; readonly longest: number }
  /** #N/A, #REF! and the like. */
  | { readonly kind: 'cell-error' }
  /** A formula whose value was never stored. */
  | { readonly kind: 'uncalculated' }
  | NumberRefusal
  | { readonly kind: 'department'; readonly near: readonly string[] }
  /** Some of several that a cell names; places as a person counts them. */
  | { readonly kind: 'departments'; readonly unknown: readonly UnknownDepartment[] }
  | { readonly kind: 'ratio'; readonly refusal: RatioRefusal }
  /** This cell needs the other one. */
  | { readonly kind: 'needs'; readonly other: string }
  /** Both name the same body. */
  | { readonly kind: 'same-body'; readonly other: string }
  /** The row belongs to another department than the importer's own. */
  | { readonly kind: 'other-department'; readonly own: string }
  /** 国办发〔2024〕54号: an office that coordinates has no power to inspect. */
  | { readonly kind: 'office-inspects' }
  /** A line of evidence that is not name, place and perhaps a digest; lines as a person counts them. */
  | { readonly kind: 'evidence'; readonly line: number }
  /** The desk gives this cell; something else stands there, so the row may have slipped. */
  | { readonly kind: 'given'; readonly held: string }
  /** The sheet has no such field. */
  | { readonly kind: 'no-field' }
  /** The key stands on an earlier row with other content; rows as a person counts them. */
  | { readonly kind: 'duplicate'; readonly firstRow: number };

export interface UnknownDepartment {
  readonly place: number;
  readonly text: string;
  readonly near: readonly string[];
}

export type Doubt =
  | NumberFinding
  | { readonly kind: 'window-unread'; readonly text: string }
  | { readonly kind: 'frequency-unread'; readonly text: string }
  | { readonly kind: 'ratio-unread'; readonly refusal: RatioRefusal };
