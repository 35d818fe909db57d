/**
 * One page of the roster into columns, reading its characters once: a million rows are read in a fraction of a second, which
 * splitting lines into fields would not allow.
 */
import { err, ok, type Result } from '../result.ts';
import type { Difference } from './difference.ts';
import { unitRank } from './order.ts';

/** In `tiers`: the row is not in the frame of the task. */
export const NOT_IN_FRAME = 255;
/** In `tiers`: in the frame, but without a class under the task's scheme. */
export const WITHOUT_CLASS = 254;
/** In `letters`: nothing excludes the row; otherwise the code of the letter. */
export const NOT_EXCLUDED = 0;

export interface RosterColumns {
  /** Where each row's line begins in its page. */
  readonly starts: Int32Array;
  /** Per task: the place of the row's tier, or one of the two above. */
  readonly tiers: readonly Uint8Array[];
  readonly letters: readonly Uint8Array[];
  /** Per task: the place of the tier from which the row can be drawn, or NOT_IN_FRAME. */
  readonly open: readonly Uint8Array[];
  /** Per counter. */
  readonly used: readonly Int32Array[];
}

export interface PageShape {
  /** Number of tiers of each task. */
  readonly tiers: readonly number[];
  /** Codes of the letters in use. */
  readonly letters: ReadonlySet<number>;
}

const TAB = 9;

/** Fills the columns from `firstRow` on with exactly `rows` lines; the first line that breaks a rule is named. */
export function readPage(
  text: string,
  firstRow: number,
  rows: number,
  columns: RosterColumns,
  shape: PageShape,
): Result<null, Difference> {
  const broken = (line: number, expected: string): Result<never, Difference> =>
    err({ at: `line ${line + 1}`, expected, found: lineAt(text, columns.starts[firstRow + line] ?? 0) });
  let start = 0;
  let previous = -1;
  let previousEnd = -1;
  for (let line = 0; line < rows; line++) {
    const row = firstRow + line;
    columns.starts[row] = start;
    const kindEnd = text.indexOf('\t', start);
    const numberEnd = text.indexOf('\t', kindEnd + 1);
    const placeEnd = text.indexOf('\t', numberEnd + 1);
    const usedEnd = text.indexOf('\t', placeEnd + 1);
    const marksEnd = usedEnd + 1 + 2 * shape.tiers.length;
    // The first line feed after the start ends the line: with it, no field before can hold one.
    if (kindEnd < 0 || numberEnd < 0 || placeEnd < 0 || usedEnd < 0 || text.indexOf('\n', start) !== marksEnd)
      return broken(line, `five fields, ${2 * shape.tiers.length} marks and a line feed`);
    if (!startsWithKind(text, start, kindEnd)) return broken(line, 'uscc, reg15 or older');
    if (numberEnd === kindEnd + 1) return broken(line, 'a number');
    if (previous >= 0 && !ascends(text, previous, previousEnd, start, numberEnd))
      return broken(line, `after ${lineAt(text, previous)}`);
    if (!readUsed(text, placeEnd + 1, usedEnd, row, columns.used))
      return broken(line, `${columns.used.length} counts of checks`);
    if (!readMarks(text, usedEnd + 1, row, columns, shape)) return broken(line, 'a tier and a reason for each task');
    previous = start;
    previousEnd = numberEnd;
    start = marksEnd + 1;
  }
  if (start !== text.length)
    return err({ at: 'page', expected: `${rows} lines`, found: `${text.length - start} characters more` });
  return ok(null);
}

const lineAt = (text: string, start: number): string => {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? start + 200 : end);
};

const startsWithKind = (text: string, start: number, end: number): boolean =>
  (end - start === 4 && text.startsWith('uscc', start)) ||
  (end - start === 5 && (text.startsWith('reg15', start) || text.startsWith('older', start)));

/** Whether the key in [b, bEnd) comes strictly after that in [a, aEnd), by bytes. */
function ascends(text: string, a: number, aEnd: number, b: number, bEnd: number): boolean {
  const shared = Math.min(aEnd - a, bEnd - b);
  for (let i = 0; i < shared; i++) {
    const x = text.charCodeAt(a + i);
    const y = text.charCodeAt(b + i);
    if (x !== y) return unitRank(x) < unitRank(y);
  }
  return aEnd - a < bEnd - b;
}

/** Decimal numbers joined by commas, without leading zeros; nothing where there is no counter. */
function readUsed(text: string, start: number, end: number, row: number, used: readonly Int32Array[]): boolean {
  if (used.length === 0) return start === end;
  let at = start;
  for (const [i, column] of used.entries()) {
    const from = at;
    let n = 0;
    for (; at < end; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      n = n * 10 + digit;
    }
    const digits = at - from;
    if (digits === 0 || digits > 9 || (digits > 1 && text.charCodeAt(from) === 48)) return false;
    column[row] = n;
    if (i < used.length - 1) {
      if (text.charCodeAt(at) !== 44) return false;
      at++;
    }
  }
  return at === end;
}

function readMarks(text: string, start: number, row: number, columns: RosterColumns, shape: PageShape): boolean {
  for (let task = 0; task < shape.tiers.length; task++) {
    const tierColumn = columns.tiers[task];
    const letterColumn = columns.letters[task];
    const openColumn = columns.open[task];
    if (tierColumn === undefined || letterColumn === undefined || openColumn === undefined) return false;
    const tier = tierCode(text.charCodeAt(start + 2 * task));
    const reason = text.charCodeAt(start + 2 * task + 1);
    if (tier === NOT_IN_FRAME) {
      if (reason !== 45) return false;
      tierColumn[row] = NOT_IN_FRAME;
      openColumn[row] = NOT_IN_FRAME;
      continue;
    }
    if (tier !== WITHOUT_CLASS && tier >= (shape.tiers[task] ?? 0)) return false;
    const free = reason === 46;
    if (free ? tier === WITHOUT_CLASS : !shape.letters.has(reason)) return false;
    tierColumn[row] = tier;
    openColumn[row] = free ? tier : NOT_IN_FRAME;
    letterColumn[row] = free ? NOT_EXCLUDED : reason;
  }
  return text.charCodeAt(start - 1) === TAB;
}

/** 0–9, a–z, `?`, `-`; anything else is a tier that no task has. */
function tierCode(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit >= 97 && unit <= 122) return unit - 87;
  if (unit === 63) return WITHOUT_CLASS;
  if (unit === 45) return NOT_IN_FRAME;
  return 100;
}
