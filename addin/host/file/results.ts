/**
 * Results of formulas that are stored beside them. Where a formula looks at cells that were changed, also by way of other formulas, its stored
 * result is no longer true: it is taken away, and whatever program opens the file works it out. LibreOffice trusts stored results otherwise.
 */
import { formulasOf } from './formulas.ts';
import { areasIn, type NamedArea } from './references.ts';
import type { SheetPart } from './sheet-part.ts';
import type { Workbook } from './workbook.ts';
import { elements, replaced } from './xml.ts';

interface Watching {
  readonly sheet: SheetPart;
  readonly worksheet: string;
  readonly row: number;
  readonly column: number;
  readonly areas: readonly NamedArea[];
}

/** @param hit whether an area of that worksheet was changed */
export async function forgetResults(
  workbook: Workbook,
  worksheet: string,
  hit: (area: NamedArea) => boolean,
): Promise<void> {
  let waiting = await formulas(workbook);
  let changed: readonly Watching[] = waiting.filter(({ areas }) =>
    areas.some((each) => each.sheet === worksheet && hit(each)),
  );
  if (changed.length === 0) return;
  while (changed.length > 0) {
    const gone = new Set(changed);
    waiting = waiting.filter((each) => !gone.has(each));
    for (const { sheet, row, column } of changed) sheet.replaceCell(row, column, (xml) => withoutResult(xml, sheet.p));
    const now = new Map<string, Watching[]>();
    for (const each of changed) now.set(each.worksheet, [...(now.get(each.worksheet) ?? []), each]);
    changed = waiting.filter(({ areas }) =>
      areas.some((area) => now.get(area.sheet)?.some((cell) => contains(area, cell.row, cell.column))),
    );
  }
  await workbook.recalculate();
}

const contains = (area: NamedArea, row: number, column: number): boolean =>
  area.firstRow <= row && row <= area.lastRow && area.firstColumn <= column && column <= area.lastColumn;

/** @param cells columns by row */
export const containsAny = (area: NamedArea, cells: ReadonlyMap<number, readonly number[]>): boolean =>
  [...cells].some(([row, columns]) => columns.some((column) => contains(area, row, column)));

async function formulas(workbook: Workbook): Promise<Watching[]> {
  const found: Watching[] = [];
  for (const { name, part } of workbook.sheets()) {
    if (!/<(?:[\w.-]+:)?f[\s>]/.test(await workbook.file.text(part))) continue;
    const sheet = await workbook.sheet(name);
    if (sheet === null) continue;
    for (const { row, column, text } of formulasOf(sheet))
      found.push({ sheet, worksheet: name, row, column, areas: areasIn(text, name) });
  }
  return found;
}

function withoutResult(xml: string, p: string): string {
  const [value] = elements(xml, `${p}v`);
  if (value === undefined) return xml;
  // The kind of the result goes with it.
  return replaced(xml, value, '').replace(/^(<[^>]*?)\st="\w+"/, '$1');
}
