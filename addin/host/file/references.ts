/** References in formulas, and where they point after rows were taken out: as a spreadsheet program does it. */
import { columnLetters } from '../../../core/sheet/grid.ts';
import { columnOf } from './cells-xml.ts';

/** Where a row is after others were taken out; null where it was taken out itself. */
export type Moved = (row: number) => number | null;

export function movedBy(removed: readonly number[]): Moved {
  const sorted = [...new Set(removed)].sort((a, b) => a - b);
  return (row) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return sorted[low] === row ? null : row - low;
  };
}

const cell = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const sheetName = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
/** A text in quotation marks, or a reference with its worksheet. */
const token = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!'\]:])(${sheetName})?(${cell}(?::${cell})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.!])`,
  'gu',
);

/** @param own worksheet in which the formula stands @param about the one whose rows were taken out */
export const movedFormula = (formula: string, own: string, about: string, moved: Moved): string =>
  formula.replace(token, (whole, sheet: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return whole;
    if ((sheet === undefined ? own : named(sheet)) !== about) return whole;
    return `${sheet ?? ''}${movedArea(reference, moved) ?? '#REF!'}`;
  });

const named = (prefix: string): string =>
  prefix.startsWith("'") ? prefix.slice(1, -2).replaceAll("''", "'") : prefix.slice(0, -1);

/** `A1`, `$B2:$C9` or `3:5`; null where nothing of it is left. */
export function movedArea(area: string, moved: Moved): string | null {
  const [from = '', to] = area.split(':');
  const first = rowOf(from);
  if (first === null) return area;
  if (to === undefined) {
    const row = moved(first);
    return row === null ? null : withRow(from, row);
  }
  const last = rowOf(to);
  if (last === null) return area;
  let start = first;
  while (start <= last && moved(start) === null) start++;
  let end = last;
  while (end >= start && moved(end) === null) end--;
  if (start > end) return null;
  return `${withRow(from, moved(start) ?? start)}:${withRow(to, moved(end) ?? end)}`;
}

/** Several areas, as `sqref` names them; '' where nothing is left. */
export const movedAreas = (areas: string, moved: Moved): string =>
  areas
    .split(/\s+/)
    .flatMap((area) => movedArea(area, moved) ?? [])
    .join(' ');

export function rowOf(reference: string): number | null {
  const digits = /(\d+)$/.exec(reference)?.[1];
  return digits === undefined ? null : Number(digits) - 1;
}
const withRow = (reference: string, row: number): string => reference.replace(/\d+$/, String(row + 1));

/** The formula as it reads so many rows and columns further on: of a formula that several cells share, only the first is written. */
export const shiftedFormula = (formula: string, rows: number, columns: number): string =>
  formula.replace(token, (whole, sheet: string | undefined, reference: string | undefined) =>
    reference === undefined
      ? whole
      : `${sheet ?? ''}${reference
          .split(':')
          .map((each) => shifted(each, rows, columns))
          .join(':')}`,
  );

function shifted(reference: string, rows: number, columns: number): string {
  const parts = /^(\$?)([A-Za-z]*)(\$?)(\d+)$/.exec(reference);
  if (parts === null) return reference;
  const [, fixedColumn, letters = '', fixedRow, digits] = parts;
  const column = letters === '' ? null : columnOf(letters);
  const own = column === null || fixedColumn === '$' ? letters : columnLetters(Math.max(0, column + columns));
  // `3:5` has its only $ before the row.
  const fixed = fixedRow === '$' || (letters === '' && fixedColumn === '$');
  return `${fixedColumn}${own}${fixedRow}${fixed ? digits : Math.max(1, Number(digits) + rows)}`;
}

export interface NamedArea {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

const wholeColumns = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!'\]:])(${sheetName})?(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_(.!])`,
  'gu',
);
const farRow = 1_048_575;
const farColumn = 16_383;

/** What a formula looks at, as far as it says so by reference. */
export function areasIn(formula: string, own: string): readonly NamedArea[] {
  return [...formula.matchAll(token), ...formula.matchAll(wholeColumns)].flatMap(([, sheet, reference]) => {
    if (reference === undefined) return [];
    const [from = '', to = from] = reference.split(':');
    return [
      {
        sheet: sheet === undefined ? own : named(sheet),
        firstRow: rowOf(from) ?? 0,
        lastRow: rowOf(to) ?? farRow,
        firstColumn: columnOf(from) ?? 0,
        lastColumn: columnOf(to) ?? farColumn,
      },
    ];
  });
}

/** `B2:C9` or `B2`, from 0. */
export function areaOf(area: string) {
  const [from = '', to = from] = area.split(':');
  return {
    firstRow: rowOf(from) ?? 0,
    lastRow: rowOf(to) ?? 0,
    firstColumn: columnOf(from) ?? 0,
    lastColumn: columnOf(to) ?? 0,
  };
}
