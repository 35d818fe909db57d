/**
 * Verdicts beside the rows. Texts stand in one column and colour follows from them by a rule for each weight, so that sorting keeps both
 * together and thousands of cells are not painted one by one.
 */
import { columnLetters } from '../../../core/sheet/grid.ts';
import type { Area, Mark, Progress } from '../sheet-host.ts';
import { portions } from './portion.ts';

export const colours = { '✗': '#FBD5D5', '！': '#FFF2CC' } as const;
/** A rule reaches so far below the table, for rows that come. */
const reach = 20_000;

export async function markRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  marks: readonly Mark[],
  progress: Progress = () => {},
): Promise<void> {
  await keepRules(context, sheet, area);
  const rows = area.lastRow - area.firstRow + 1;
  if (rows < 1) return;
  const texts = new Map(marks.map(({ row, text }) => [row, text]));
  const cells = Array.from({ length: rows }, (_, i) => [texts.get(area.firstRow + i) ?? '']);
  const starts = portions(cells);
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from = 0, to = 0] = starts.slice(i, i + 2);
    if (to === from) continue;
    sheet.getRangeByIndexes(area.firstRow + from, area.verdict, to - from, 1).values = cells.slice(from, to);
    await context.sync();
    progress(to, rows);
  }
}

async function keepRules(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<void> {
  const { firstRow, firstColumn, lastColumn } = area;
  const width = lastColumn - firstColumn + 1;
  const { conditionalFormats } = sheet.getRangeByIndexes(firstRow, firstColumn, 1, width);
  conditionalFormats.load('items/type,items/id');
  await context.sync();
  const custom = conditionalFormats.items.filter(({ type }) => type === 'Custom');
  for (const { custom: own } of custom) own.rule.load('formula');
  if (custom.length > 0) await context.sync();
  const formulas = custom.map(({ custom: own }) => own.rule.formula);
  const whole = sheet.getRangeByIndexes(firstRow, firstColumn, reach, width);
  const verdict = `$${columnLetters(area.verdict)}${firstRow + 1}`;
  for (const [sign, colour] of Object.entries(colours)) {
    if (formulas.some((formula) => formula.includes(`"${sign}"`))) continue;
    const rule = whole.conditionalFormats.add('Custom');
    rule.custom.rule.formula = `=LEFT(${verdict},1)="${sign}"`;
    rule.custom.format.fill.color = colour;
  }
  await context.sync();
}
