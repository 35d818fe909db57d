/** Merged areas that are written into: parted first, each cell keeping what it showed, so that what is written is seen. */
import type { Grid } from '../../../core/sheet/grid.ts';
import { areaOf } from './references.ts';
import type { SheetPart } from './sheet-part.ts';
import { attribute, elements, withAttribute } from './xml.ts';

export interface MergedArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export function mergedAreas(sheet: SheetPart): readonly MergedArea[] {
  const body = sheet.after('mergeCells')[0]?.body ?? '';
  return elements(body, `${sheet.p}mergeCell`).map(({ attrs }) => areaOf(attribute(attrs, 'ref') ?? ''));
}

export const reaching = (areas: readonly MergedArea[], row: number): readonly MergedArea[] =>
  areas.filter((each) => each.firstRow <= row && row <= each.lastRow);
export const within = (areas: readonly MergedArea[], row: number, column: number): MergedArea | null =>
  reaching(areas, row).find((each) => each.firstColumn <= column && column <= each.lastColumn) ?? null;

/** A title over one row is written where its text stands; a word that counts for several rows cannot change for one of them alone. */
export const mustPart = (area: MergedArea, row: number, column: number): boolean =>
  area.firstRow !== area.lastRow || row !== area.firstRow || column !== area.firstColumn;

/**
 * Gives each cell of an area `text`, which all of them showed.
 * @param used rows and columns in use: an area may be said to span the whole worksheet
 */
export function part(sheet: SheetPart, area: MergedArea, text: string, used: MergedArea): void {
  for (let row = area.firstRow; row <= Math.min(area.lastRow, used.lastRow); row++)
    for (let column = area.firstColumn; column <= Math.min(area.lastColumn, used.lastColumn); column++)
      if (row !== area.firstRow || column !== area.firstColumn)
        sheet.setCell(row, column, (style) => ({ style, text }));
}

/** Takes areas that were parted out of the list. */
export function unmerge(sheet: SheetPart, areas: readonly MergedArea[]): void {
  const [list] = sheet.after('mergeCells');
  if (list === undefined || areas.length === 0) return;
  const { p } = sheet;
  const gone = new Set(areas.map(({ firstRow, firstColumn }) => `${firstRow} ${firstColumn}`));
  const kept = elements(list.body ?? '', `${p}mergeCell`).filter(({ attrs }) => {
    const { firstRow, firstColumn } = areaOf(attribute(attrs, 'ref') ?? '');
    return !gone.has(`${firstRow} ${firstColumn}`);
  });
  const body = kept.map(({ start, end }) => (list.body ?? '').slice(start, end)).join('');
  const attrs = withAttribute(list.attrs, 'count', String(kept.length));
  sheet.replaceAfter(list, kept.length === 0 ? '' : `<${p}mergeCells${attrs}>${body}</${p}mergeCells>`);
}

/** As far as anything stands in the worksheet, and as far as this cell. */
export const inUse = ({ rows }: Pick<Grid, 'rows'>, row: number, column: number): MergedArea => ({
  firstRow: 0,
  lastRow: Math.max(rows.length - 1, row),
  firstColumn: 0,
  lastColumn: rows.reduce((most, cells) => Math.max(most, cells.length - 1), column),
});
