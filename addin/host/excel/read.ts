/** A worksheet's cells in portions; formats are asked for only in columns that hold numbers, which tables of ours hardly have. */
import { type Cell, type Grid, limits } from '../../../core/sheet/grid.ts';
import { HostTrouble, type Progress } from '../sheet-host.ts';
import { cellOf, mayBeError } from './cell.ts';
import { isTooMuch } from './run.ts';

/** Rows that are asked for at once; half as many each time Excel says that it is too much. */
const rowsAtOnce = 5000;
/** Beyond this no table of ours is; a worksheet formatted to its last row has fewer with values. */
const rowsMost = 25_000;

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
  const width = Math.min(used.columnIndex + used.columnCount, limits.columns);
  if (height > rowsMost) throw new HostTrouble({ kind: 'too-large', worksheet, cells: height * width });
  const rows: Cell[][] = [];
  for (let atOnce = rowsAtOnce; rows.length < height; ) {
    const count = Math.min(atOnce, height - rows.length);
    try {
      rows.push(...(await portion(context, sheet.getRangeByIndexes(rows.length, 0, count, width), worksheet)));
    } catch (thrown) {
      if (!isTooMuch(thrown) || atOnce === 1) throw thrown;
      atOnce = Math.ceil(atOnce / 2);
      continue;
    }
    progress(rows.length, height);
  }
  await fillMerged(context, sheet.getRangeByIndexes(0, 0, height, width), rows);
  return { name: worksheet, rows: rows.map(trimmed) };
}

async function portion(context: Excel.RequestContext, range: Excel.Range, worksheet: string): Promise<Cell[][]> {
  range.load('values,columnCount,rowCount');
  await context.sync();
  const { values, columnCount, rowCount } = range;
  // Above five million cells Excel answers with nothing and says nothing.
  if (values === null) throw new HostTrouble({ kind: 'too-large', worksheet, cells: rowCount * columnCount });
  const asked = new Map<number, Excel.Range>();
  for (let column = 0; column < columnCount; column++) {
    const numbers = values.some((row) => typeof row[column] === 'number');
    if (!numbers && !values.some((row) => mayBeError(row[column]))) continue;
    const one = range.getColumn(column);
    one.load(numbers ? 'numberFormat,text,valueTypes' : 'valueTypes');
    asked.set(column, one);
  }
  if (asked.size > 0) await context.sync();
  const cells = new Map([...asked].map(([column, one]) => [column, cellsOf(one)]));
  range.untrack();
  for (const one of asked.values()) one.untrack();
  return values.map((row, i) => row.map((value, column) => cells.get(column)?.(value, i) ?? cellOf(value, plain)));
}

const plain = { format: 'General', shown: '', type: '' };

/** Cells of a column. The same few days and numbers stand in thousands of rows, and each is worked out once. */
function cellsOf(range: Excel.Range): (value: unknown, row: number) => Cell {
  const { valueTypes, numberFormat, text } = range.toJSON();
  const at = (of: readonly (readonly unknown[])[] | undefined, row: number) => String(of?.[row]?.[0] ?? '');
  const known = new Map<string, Cell>();
  return (value, row) => {
    const about = { format: at(numberFormat, row), shown: at(text, row), type: at(valueTypes, row) };
    const key = `${typeof value} ${value} ${about.type} ${about.format} ${about.shown}`;
    const cell = known.get(key) ?? cellOf(value, about);
    known.set(key, cell);
    return cell;
  };
}

/** A merged area holds its value in the first cell only; a table means it for all of them. */
async function fillMerged(context: Excel.RequestContext, whole: Excel.Range, rows: Cell[][]): Promise<void> {
  const merged = whole.getMergedAreasOrNullObject();
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
