/** A workbook's number as a cell: what was not text says so, since a code that was stored as a number may have lost digits or zeros. */
import type { Cell } from './grid.ts';

/** What the format makes of a number where the difference matters: 0.05 shown as 5%, 123 shown as 00123. */
export function shownAs(value: number, format: string): Cell | null {
  // Twelve digits: what multiplying by a hundred adds to a decimal fraction lies beyond them.
  if (/^0(?:\.0+)?%$/.test(format)) return `${Number((value * 100).toPrecision(12))}%`;
  if (/^0{2,15}$/.test(format) && Number.isInteger(value) && value >= 0 && value < 1e15)
    return String(value).padStart(format.length, '0');
  return null;
}

/** Beyond 15 digits nothing of a workbook's number is certain. */
export function numberCell(value: number): Cell {
  const text = Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  return { text, was: Math.abs(value) >= 1e15 ? 'imprecise' : 'number' };
}
