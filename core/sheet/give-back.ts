/**
 * Values and refused rows as tables again: what is given out can be given in.
 */
import type { Context } from './context.ts';
import { type Grid, textOf } from './grid.ts';
import type { Faulty, Reading } from './read.ts';
import { reasonHeader, rowHeader } from './recognise.ts';
import type { Sheet } from './sheet.ts';

/**
 * The refused rows under their own headers, their row number in the first file before them and 错误说明 after them: to
 * be mended and given again (both columns are ignored then). Columns of persons' data are left out.
 * @param say words for a row's faults, from `words.ts`.
 */
export function rejectedGrid<V>(
  grid: Grid,
  reading: Reading<V>,
  say: (faults: readonly Faulty[]) => string,
): string[][] {
  const { headers, personal } = reading.recognised;
  const kept = headers.map((_, i) => i).filter((i) => !personal.some((each) => each.column === i));
  const own = new Set([rowHeader, reasonHeader]);
  const shown = kept.filter((i) => !own.has(headers[i] ?? ''));
  return [
    [rowHeader, ...shown.map((i) => headers[i] ?? ''), reasonHeader],
    ...reading.rejected.map(({ row, faults }) => [
      String(row + 1),
      ...shown.map((i) => textOf(grid.rows[row]?.[i])),
      say(faults),
    ]),
  ];
}

/** Values as a table under the sheet's own headers; reading it gives the same values. */
export const layOut = <V>(sheet: Sheet<V>, values: readonly V[], context: Context): string[][] => [
  sheet.fields.map((field) => field.header),
  ...values.map((value) => [...sheet.lay(value, context)]),
];
