/** Table objects of Excel: rows that are written directly below one belong to it, as they would if they were typed there. */
import { columnLetters } from '../../../core/sheet/grid.ts';
import { areaOf } from './references.ts';
import type { Workbook } from './workbook.ts';
import { attribute, elements, prefixOf, withAttribute } from './xml.ts';

/** @param cells columns by row that were written */
export async function growTables(
  workbook: Workbook,
  worksheet: string,
  cells: ReadonlyMap<number, readonly number[]>,
): Promise<void> {
  const entry = workbook.entry(worksheet);
  if (entry === null) return;
  for (const { kind, target, outside } of await workbook.file.relations(entry.part)) {
    if (kind !== 'table' || outside || !workbook.file.has(target)) continue;
    const xml = await workbook.file.text(target);
    const p = prefixOf(xml, 'table');
    const [table] = elements(xml, `${p}table`);
    // A row of sums stands below its rows and is not to be pushed about.
    if (table === undefined || Number(attribute(table.attrs, 'totalsRowCount') ?? 0) > 0) continue;
    const area = areaOf(attribute(table.attrs, 'ref') ?? '');
    const inside = (row: number) =>
      cells.get(row)?.some((column) => area.firstColumn <= column && column <= area.lastColumn) === true;
    let last = area.lastRow;
    while (inside(last + 1)) last++;
    if (last === area.lastRow) continue;
    const ref = `${columnLetters(area.firstColumn)}${area.firstRow + 1}:${columnLetters(area.lastColumn)}${last + 1}`;
    const old = attribute(table.attrs, 'ref') ?? '';
    const grown = xml
      .replace(table.attrs, () => withAttribute(table.attrs, 'ref', ref))
      .replace(new RegExp(`(<${p}autoFilter\\b[^>]*?\\sref=")${old}"`), (_, start: string) => `${start}${ref}"`);
    workbook.file.put(target, grown);
  }
}

/** A table has one row besides its header, be it blank. */
export function withOneRow(xml: string): string {
  const p = prefixOf(xml, 'table');
  return xml.replace(
    new RegExp(`(<${p}(?:table|autoFilter)\\b[^>]*?\\sref=")([A-Z]+)(\\d+):([A-Z]+)\\3"`, 'g'),
    (_, ...found) => {
      const [start, first, row, last] = found.map(String);
      return `${start}${first}${row}:${last}${Number(row) + 1}"`;
    },
  );
}
