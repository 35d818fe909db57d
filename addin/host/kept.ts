/**
 * How what we keep lies on a very hidden worksheet: one line of it is one row, as JSON in as many cells as it needs, since a cell holds 32,767
 * characters. The same for every host, so that a workbook can go from Excel to WPS and back.
 */
import type { KeptPart } from './sheet-host.ts';

/** Begins the name of every worksheet that is none of the person's. */
export const ownPrefix = '_明抽_';
/** Worksheet of a part. */
export const keptWorksheet = (part: KeptPart): string => `${ownPrefix}${part}`;
export const isKeptWorksheet = (name: string): boolean => name.startsWith(ownPrefix);

/** Below a cell's limit, also where a program counts a character outside the first plane as two. */
const pieceMost = 16_000;

/** One line as the texts of its cells. A mark before each piece keeps a program from reading a number, date or formula into it. */
export function keptCells(line: readonly string[]): string[] {
  const text = JSON.stringify(line).replace(/[\ud800-\udfff\ufffe\uffff]/g, escaped);
  const cells: string[] = [];
  for (let from = 0; from < text.length; from += pieceMost) cells.push(`|${text.slice(from, from + pieceMost)}`);
  return cells;
}

/** A pair that is cut in two, or a sign that XML does not know, would spoil the file. */
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The line of a row of cells; null where somebody else wrote there. */
export function keptLine(cells: readonly string[]): readonly string[] | null {
  let text = '';
  for (const cell of cells) {
    if (cell === '') break;
    if (cell.charAt(0) !== '|') return null;
    text += cell.slice(1);
  }
  if (text === '') return null;
  try {
    const line: unknown = JSON.parse(text);
    return Array.isArray(line) && line.every((each) => typeof each === 'string') ? line : null;
  } catch {
    return null;
  }
}
