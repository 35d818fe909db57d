/** Verdicts beside the rows: texts in their column, rows high enough to read them, and the colour that follows from them. */
import { cellMost } from '../../../core/sheet/book.ts';
import { heightOf, lineHeight } from '../../../core/sheet/xlsx.ts';
import type { Area, Mark, Progress } from '../sheet-host.ts';
import { colourRows } from './colours.ts';
import type { SheetPart } from './sheet-part.ts';
import type { StylePart } from './style-part.ts';

/** Points; more is not read at a glance. */
const tallest = 120;
const usualWidth = 10;

export async function markRows(
  sheet: SheetPart,
  styles: StylePart,
  area: Area,
  marks: readonly Mark[],
  progress: Progress,
): Promise<void> {
  const texts = new Map(marks.map(({ row, text }) => [row, text]));
  const held = new Map(sheet.rows.map((row) => [row.index, row]));
  const columns = [{ width: sheet.widthAt(area.verdict) ?? usualWidth }];
  const all = Math.max(0, area.lastRow - area.firstRow + 1);
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    const text = texts.get(row) ?? '';
    const own = held.get(row);
    // Nothing is to be said, and no cell says anything.
    if (text === '' && (own === undefined || !sheet.cells(own).some(({ column }) => column === area.verdict))) continue;
    const short = text.length > cellMost ? `${text.slice(0, cellMost - 1).toWellFormed()}…` : text;
    sheet.setCell(row, area.verdict, (style) => ({ style, text: short }));
    const height = heightOf([short], columns);
    if (height > lineHeight) sheet.grow(row, Math.min(height, tallest));
    const done = row - area.firstRow + 1;
    if (done % 1000 === 0) await breath(progress, done, all);
  }
  colourRows(sheet, styles, area);
  progress(all, all);
}

/** Lets the page draw. */
export async function breath(progress: Progress, done: number, all: number): Promise<void> {
  progress(done, all);
  await new Promise((resolve) => setTimeout(resolve, 0));
}
