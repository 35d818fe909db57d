/**
 * Columns of ours at the right of a table that people made themselves. They have to touch it: a sort takes along what belongs to its table or
 * lies beside it without a gap, and a row that lost its id would be somebody else's. So where something stands in the way, it is moved right.
 */
import type { LayoutColumn } from '../../../core/sheet/layout.ts';
import { formatColumn, formatHeader } from './format.ts';

/** Rows that are formatted below those in use. */
const spareRows = 500;

/** @param after the table's last column @returns the first one's column */
export async function addColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  headerRow: number,
  after: number,
  columns: readonly LayoutColumn[],
): Promise<number> {
  const first = after + 1;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  const beside = sheet.getRangeByIndexes(0, first, 1, columns.length).getEntireColumn();
  const inTheWay = beside.getUsedRangeOrNullObject(true);
  const tables = await tablesOf(context, sheet);
  const filter = await filterOf(context, sheet);
  if (!inTheWay.isNullObject) beside.insert('Right');
  const bottom = used.isNullObject ? headerRow + 1 : Math.max(used.rowIndex + used.rowCount, headerRow + 1);
  columns.forEach((column, place) => {
    const body = sheet.getRangeByIndexes(headerRow + 1, first + place, bottom - headerRow - 1 + spareRows, 1);
    formatColumn(body, column);
    formatHeader(sheet.getRangeByIndexes(headerRow, first + place, 1, 1), column, false);
  });
  const wider = ({ rowIndex, rowCount, columnIndex }: Excel.Range): Excel.Range =>
    sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, after - columnIndex + 1 + columns.length);
  const reaches = ({ rowIndex, rowCount, columnIndex, columnCount }: Excel.Range): boolean =>
    columnIndex + columnCount === first && rowIndex <= headerRow && headerRow < rowIndex + rowCount;
  for (const { table, area } of tables) if (reaches(area)) table.resize(wider(area));
  if (filter !== null && reaches(filter)) sheet.autoFilter.apply(wider(filter));
  await context.sync();
  return first;
}

async function tablesOf(context: Excel.RequestContext, sheet: Excel.Worksheet) {
  const { tables } = sheet;
  tables.load('items/id');
  await context.sync();
  const found = tables.items.map((table) => {
    const area = table.getRange();
    area.load(rectangle);
    return { table, area };
  });
  await context.sync();
  return found;
}

/** Of a list that is no table, filtered by arrows in its header row; null where rows are hidden by it now, since a new one would show them. */
async function filterOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Excel.Range | null> {
  const { autoFilter } = sheet;
  autoFilter.load('enabled,isDataFiltered');
  const area = autoFilter.getRangeOrNullObject();
  area.load(rectangle);
  await context.sync();
  return area.isNullObject || !autoFilter.enabled || autoFilter.isDataFiltered ? null : area;
}

const rectangle = 'rowIndex,rowCount,columnIndex,columnCount';
