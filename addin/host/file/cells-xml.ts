/** Rows and cells in a worksheet's XML: which they are, and what their tags say. */
import { columnLetters } from '../../../core/sheet/grid.ts';
import { attribute, attributes, elements, withAttribute } from './xml.ts';

export interface Cell {
  readonly column: number;
  readonly xml: string;
}
export interface Row {
  index: number;
  attrs: string;
  /** As it came, until a cell of it is asked for. */
  body: string;
  cells: Cell[] | null;
}

export interface CellContent {
  readonly style: number;
  readonly text?: string;
  readonly number?: number;
}

export const formulaIn = (cell: string, p: string): boolean => new RegExp(`<${p}f[\\s/>]`).test(cell);
export const startTag = (xml: string): string => new RegExp(`^<[^\\s/>]+(${attributes})/?>`).exec(xml)?.[1] ?? '';

/** Rows and cells may say no number; they then follow the one before. Some programs write them in another order, or one in two pieces. */
export function rowsOf(xml: string, p: string): Row[] {
  let next = 0;
  const rows = elements(xml, `${p}row`).map(({ attrs, body }): Row => {
    const stated = Number(attribute(attrs, 'r') ?? 0);
    const index = stated > 0 ? stated - 1 : next;
    next = index + 1;
    const named = stated > 0 ? attrs : withAttribute(attrs, 'r', String(index + 1));
    return { index, attrs: named, body: body ?? '', cells: null };
  });
  if (rows.every(({ index }, place) => place === 0 || index > (rows[place - 1]?.index ?? 0))) return rows;
  const whole = new Map<number, Row>();
  for (const row of rows.toSorted((a, b) => a.index - b.index)) {
    const first = whole.get(row.index);
    if (first === undefined) whole.set(row.index, row);
    else first.body += row.body;
  }
  return [...whole.values()];
}

export function cellsOf(xml: string, row: number, p: string): Cell[] {
  let next = 0;
  const cells = elements(xml, `${p}c`).map(({ start, end, attrs }) => {
    const stated = columnOf(attribute(attrs, 'r') ?? '');
    const column = stated ?? next;
    next = column + 1;
    const whole = xml.slice(start, end);
    const address = `${columnLetters(column)}${row + 1}`;
    return { column, xml: stated === null ? whole.replace(`<${p}c`, `<${p}c r="${address}"`) : whole };
  });
  if (cells.every(({ column }, place) => place === 0 || column > (cells[place - 1]?.column ?? 0))) return cells;
  // Of a cell that is there twice the later one is seen.
  return [...new Map(cells.map((each) => [each.column, each])).values()].sort((a, b) => a.column - b.column);
}

/** Column of an address, from 0. */
export function columnOf(address: string): number | null {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(address)?.[1];
  if (letters === undefined) return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
