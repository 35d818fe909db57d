/** What we keep in the workbook, on very hidden worksheets: they are saved with it and travel with it. */
import { keptCells, keptLine, keptWorksheet } from '../kept.ts';
import { HostTrouble, type KeptPart } from '../sheet-host.ts';
import { formatAll } from './format.ts';
import { type Portion, portions, rectangle } from './portion.ts';
import { isTooMuch } from './run.ts';

type Lines = readonly (readonly string[])[];

/** Rows of one cell that are asked for at once; half as many each time Excel says that it is too much. */
const rowsAtOnce = 1000;
/** Long lines fill their cells: as much as Excel on the web gives at once, by the bytes of a full one. */
const fullCells = 100;

export async function readKept(context: Excel.RequestContext, part: KeptPart): Promise<Lines> {
  const { sheet, rows, columns } = await partOf(context, part);
  const lines: (readonly string[])[] = [];
  const begin = columns > 1 ? Math.max(1, Math.floor(fullCells / columns)) : rowsAtOnce;
  for (let from = 0, atOnce = begin; from < rows; ) {
    const range = sheet.getRangeByIndexes(from, 0, Math.min(atOnce, rows - from), columns);
    range.load('values');
    try {
      await context.sync();
      if (range.values === null)
        throw new HostTrouble({ kind: 'too-large', worksheet: keptWorksheet(part), cells: rows * columns });
    } catch (thrown) {
      if (!isTooMuch(thrown) || atOnce === 1) throw thrown;
      atOnce = Math.ceil(atOnce / 2);
      continue;
    }
    // What somebody has scribbled there is passed over.
    lines.push(...range.values.flatMap((row) => [keptLine(row.map(String))].filter((line) => line !== null)));
    from += range.values.length;
    range.untrack();
  }
  return lines;
}

export async function appendKept(context: Excel.RequestContext, part: KeptPart, lines: Lines): Promise<void> {
  const { sheet, rows, columns } = await writablePart(context, part);
  for (const portion of portions(lines.map(keptCells))) {
    put(sheet, rows, portion, columns);
    await context.sync();
  }
}

/**
 * Few lines go over the old ones in one request. Many are written below them first and the old ones taken away at once, so that a crash
 * between two requests leaves the old lines whole.
 */
export async function writeKept(context: Excel.RequestContext, part: KeptPart, lines: Lines): Promise<void> {
  const { sheet, rows, columns } = await writablePart(context, part);
  const parts = portions(lines.map(keptCells));
  if (parts.length > 1 && rows > 0) {
    for (const portion of parts) {
      put(sheet, rows, portion, columns);
      await context.sync();
    }
    sheet.getRangeByIndexes(0, 0, rows, 1).getEntireRow().delete('Up');
  } else {
    for (const portion of parts) {
      put(sheet, 0, portion, columns);
      if (parts.length > 1) await context.sync();
    }
    if (rows > lines.length)
      sheet.getRangeByIndexes(lines.length, 0, rows - lines.length, Math.max(1, columns)).clear('Contents');
  }
  await context.sync();
}

/** @param columns that are in use: of a longer line nothing may stay behind */
function put(sheet: Excel.Worksheet, begin: number, { from, rows }: Portion<readonly string[]>, columns: number): void {
  const values = rectangle([...rows.slice(0, 1).map((row) => padded(row, columns)), ...rows.slice(1)]);
  const range = sheet.getRangeByIndexes(begin + from, 0, values.length, values[0]?.length ?? 1);
  formatAll(range, '@');
  range.values = values;
  range.untrack();
}

const padded = (row: readonly string[], width: number): string[] =>
  Array.from({ length: Math.max(row.length, width) }, (_, place) => row[place] ?? '');

/** The worksheet, and as far as it is in use; nothing is in use of one that is not there. */
async function partOf(context: Excel.RequestContext, part: KeptPart) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(keptWorksheet(part));
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount,columnIndex,columnCount');
  await context.sync();
  if (used.isNullObject) return { sheet, rows: 0, columns: 0 };
  return { sheet, rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount };
}

async function writablePart(context: Excel.RequestContext, part: KeptPart) {
  const found = await partOf(context, part);
  if (!found.sheet.isNullObject) return found;
  const sheet = context.workbook.worksheets.add(keptWorksheet(part));
  sheet.visibility = 'VeryHidden';
  return { ...found, sheet };
}
