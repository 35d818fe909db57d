/** What a check says, counted and put in order for people. */
import type { CheckedRow, Weight } from '../../core/sheet/check.ts';

export interface CheckCounts {
  /** Can be sent. */
  readonly good: number;
  readonly refused: number;
  /** Of which something is said that can be sent as it is; also where the row has to be mended for another reason. */
  readonly look: number;
  /** Nobody has filled anything in yet. */
  readonly blank: number;
}

/** Each row once by whether it can be sent, and once more where somebody should look. */
export function countRows(rows: readonly CheckedRow[]): CheckCounts {
  const counts = { good: 0, refused: 0, look: 0, blank: 0 };
  for (const { remarks, filled } of rows) {
    if (remarks.some(({ weight }) => weight === 'refused')) counts.refused += 1;
    else if (!filled) counts.blank += 1;
    else counts.good += 1;
    if (remarks.some(({ weight }) => weight !== 'refused')) counts.look += 1;
  }
  return counts;
}

const order: Readonly<Record<Weight, number>> = { refused: 0, 'in-principle': 1, notice: 2 };

/** Rows of which something is said, as they stand in the worksheet; the heaviest first within a row. */
export const saidRows = (rows: readonly CheckedRow[], onlyRefused: boolean): readonly CheckedRow[] =>
  rows.flatMap((row) => {
    const remarks = row.remarks
      .filter(({ weight }) => !onlyRefused || weight === 'refused')
      .toSorted((one, other) => order[one.weight] - order[other.weight] || one.column - other.column);
    return remarks.length === 0 ? [] : [{ ...row, remarks }];
  });

/** What a person knows the row by: its first cells that are filled, numbers of order left out. */
export function labelOf({ cells }: CheckedRow): string {
  const named = Object.values(cells).filter((text) => text.trim() !== '' && !/^\d{1,5}$/.test(text));
  const text = named.slice(0, 2).join(' ');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
