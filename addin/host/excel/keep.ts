/** What we keep in the workbook, on very hidden worksheets: they are saved with it and travel with it. */
import { keptCells, keptLine, keptWorksheet } from '../kept.ts';
import { HostTrouble, type KeptPart } from '../sheet-host.ts';
import { formatAll } from './create.ts';
import { portions } from './portion.ts';

const rowsAtOnce = 2000;

export async function readKept(context: Excel.RequestContext, part: KeptPart): Promise<readonly (readonly string[])[]> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(keptWorksheet(part));
  await context.sync();
  if (sheet.isNullObject) return [];
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowCount,columnCount,rowIndex');
  await context.sync();
  if (used.isNullObject) return [];
  const height = used.rowIndex + used.rowCount;
  const lines: (readonly string[])[] = [];
  for (let from = 0; from < height; from += rowsAtOnce) {
    const range = sheet.getRangeByIndexes(from, 0, Math.min(rowsAtOnce, height - from), used.columnCount);
    range.load('values');
    await context.sync();
    if (range.values === null)
      throw new HostTrouble({ kind: 'too-large', worksheet: keptWorksheet(part), cells: height * used.columnCount });
    for (const row of range.values) {
      const line = keptLine(row.map(String));
      if (line !== null) lines.push(line);
    }
    range.untrack();
  }
  return lines;
}

export async function writeKept(
  context: Excel.RequestContext,
  part: KeptPart,
  lines: readonly (readonly string[])[],
  append: boolean,
): Promise<void> {
  const sheet = await worksheetOf(context, part);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount,columnCount');
  await context.sync();
  const held = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  const cells = lines.map(keptCells);
  const begin = append ? held : 0;
  const starts = portions(cells);
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from = 0, to = 0] = starts.slice(i, i + 2);
    const own = cells.slice(from, to);
    const width = own.reduce((most, row) => Math.max(most, row.length), 1);
    if (own.length > 0) {
      const range = sheet.getRangeByIndexes(begin + from, 0, own.length, width);
      formatAll(range, '@');
      // All columns that were ever in use, so that nothing of a longer line stays behind.
      range.values = own.map((row) => Array.from({ length: width }, (_, place) => row[place] ?? ''));
      range.untrack();
    }
    const rest = used.isNullObject ? 0 : used.columnCount - width;
    if (!append && rest > 0 && own.length > 0) sheet.getRangeByIndexes(from, width, own.length, rest).clear('Contents');
    await context.sync();
  }
  // Only now: until the new lines stand, the old ones are all there is.
  if (!append && held > cells.length) {
    sheet.getRangeByIndexes(cells.length, 0, held - cells.length, Math.max(1, used.columnCount)).clear('Contents');
    await context.sync();
  }
}

async function worksheetOf(context: Excel.RequestContext, part: KeptPart): Promise<Excel.Worksheet> {
  const name = keptWorksheet(part);
  const held = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (!held.isNullObject) return held;
  const sheet = context.workbook.worksheets.add(name);
  sheet.visibility = 'VeryHidden';
  await context.sync();
  return sheet;
}
