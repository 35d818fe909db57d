/** A worksheet's cells in portions; formats are asked for only in columns that hold numbers, which tables of ours hardly have. */
import { type Cell, type Grid, limits } from '../../../core/sheet/grid.ts';
import { HostTrouble, type Progress } from '../sheet-host.ts';
import { cellOf } from './cell.ts';
import { isTooMuch } from './run.ts';

/** Rows that are asked for at once; half as many each time Excel says that it is too much. */
const rowsAtOnce = 5000;
/** Beyond this no table of ours is; a worksheet formatted to its last row has fewer with values. */
const rowsMost = 25_000;
const columnsMost = 256;

export async function readGrid(
  context: Excel.RequestContext,
  worksheet: string,
  progress: Progress = () => {},
): Promise<Grid> {
  const sheet = context.workbook.worksheets.getItem(worksheet);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount,columnIndex,columnCount');
  await context.sync();
  if (used.isNullObject) return { name: worksheet, rows: [] };
  const height = used.rowIndex + used.rowCount;
  const width = Math.min(used.columnIndex + used.columnCount, columnsMost, limits.columns);
  if (height > rowsMost) throw new HostTrouble({ kind: 'too-large', worksheet, cells: height * width });
  const rows: Cell[][] = [];
  for (let atOnce = rowsAtOnce; rows.length < height; ) {
    const count = Math.min(atOnce, height - rows.length);
    try {
      rows.push(...(await portion(context, sheet, rows.length, count, width)));
    } catch (thrown) {
      if (!isTooMuch(thrown) || atOnce === 1) throw thrown;
      atOnce = Math.max(1, Math.floor(atOnce / 2));
      continue;
    }
    progress(rows.length, height);
  }
  await fillMerged(context, sheet, rows);
  return { name: worksheet, rows: rows.map(trimmed) };
}

async function portion(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  from: number,
  count: number,
  width: number,
): Promise<Cell[][]> {
  const range = sheet.getRangeByIndexes(from, 0, count, width);
  range.load('values');
  await context.sync();
  const { values } = range;
  // Above five million cells Excel answers with nothing and says nothing.
  if (values === null) throw new HostTrouble({ kind: 'too-large', worksheet: '', cells: count * width });
  const numeric = Array.from({ length: width }, (_, column) => column).filter((column) =>
    values.some((row) => typeof row[column] === 'number'),
  );
  const columns = numeric.map((column) => {
    const one = sheet.getRangeByIndexes(from, column, count, 1);
    one.load('numberFormat,text');
    return [column, one] as const;
  });
  if (columns.length > 0) await context.sync();
  const formatOf = new Map(columns);
  range.untrack();
  return values.map((row, i) =>
    Array.from({ length: width }, (_, column) => {
      const formatted = formatOf.get(column);
      const format = formatted === undefined ? 'General' : String(formatted.numberFormat[i]?.[0] ?? 'General');
      return cellOf(row[column], format, formatted?.text[i]?.[0] ?? '');
    }),
  );
}

/** A merged area holds its value in the first cell only; a table means it for all of them. */
async function fillMerged(context: Excel.RequestContext, sheet: Excel.Worksheet, rows: Cell[][]): Promise<void> {
  if (rows.length === 0) return;
  const merged = sheet
    .getRangeByIndexes(0, 0, rows.length, Math.max(1, rows[0]?.length ?? 1))
    .getMergedAreasOrNullObject();
  merged.load('areaCount');
  await context.sync();
  if (merged.isNullObject || merged.areaCount === 0) return;
  const { areas } = merged;
  areas.load('items/rowIndex,items/rowCount,items/columnIndex,items/columnCount');
  await context.sync();
  for (const { rowIndex, rowCount, columnIndex, columnCount } of areas.items) {
    const value = rows[rowIndex]?.[columnIndex];
    if (value === undefined || value === '') continue;
    for (const row of rows.slice(rowIndex, rowIndex + rowCount))
      for (let column = columnIndex; column < Math.min(columnIndex + columnCount, row.length); column++)
        row[column] = value;
  }
}

function trimmed(row: readonly Cell[]): readonly Cell[] {
  let last = row.length;
  while (last > 0 && row[last - 1] === '') last -= 1;
  return row.slice(0, last);
}
