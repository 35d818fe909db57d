/**
 * Verdicts beside the rows. Texts stand in one column and colour follows from them by a rule for each weight, so that sorting keeps both
 * together and thousands of cells are not painted one by one. The text names the cells that are meant; a file colours them as well.
 */
import { cellMost } from '../../../core/sheet/book.ts';
import { isVerdictFormula, verdictColours, verdictFormula } from '../../../core/sheet/look.ts';
import type { Area, Mark, Progress } from '../sheet-host.ts';
import { written } from './cell.ts';
import { portions } from './portion.ts';

const signs = Object.entries(verdictColours);
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
  const texts = new Map(marks.map(({ row, text }) => [row, text]));
  const cells = Array.from({ length: Math.max(0, rows) }, (_, i) => [fitting(texts.get(area.firstRow + i) ?? '')]);
  for (const { from, rows: some } of portions(cells)) {
    const range = sheet.getRangeByIndexes(area.firstRow + from, area.verdict, some.length, 1);
    range.values = some.map((row) => [...row]);
    range.untrack();
    await context.sync();
    progress(from + some.length, rows);
  }
}

/** A verdict begins with its sign, so that Excel takes it for nothing else; any other text is kept one. */
const fitting = (text: string): string =>
  written(text.length < cellMost ? text : `${text.slice(0, cellMost - 2)}…`, /^[✗！✓]/.test(text) ? '@' : 'General');

/**
 * One rule for each weight over the whole table. People who insert columns move the rules along, who copy rows part them and lay them twice:
 * whatever is not just as it should be is put anew.
 */
async function keepRules(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<void> {
  const { firstRow, firstColumn, lastColumn } = area;
  const last = Math.max(area.lastRow, firstRow);
  const own = await rulesOf(context, sheet);
  const formulaFor = (sign: string): string => `=${verdictFormula(sign, area.verdict, firstRow)}`;
  const asItShould = ({ formula, range }: (typeof own)[number]): boolean =>
    signs.some(([sign]) => formula === formulaFor(sign)) &&
    range.rowIndex === firstRow &&
    range.rowIndex + range.rowCount > last &&
    range.columnIndex === firstColumn &&
    range.columnIndex + range.columnCount === lastColumn + 1;
  if (own.length === signs.length && own.every(asItShould)) return;
  for (const { rule } of own) rule.delete();
  const height = Math.max(reach, last - firstRow + 1 + reach / 10);
  const whole = sheet.getRangeByIndexes(firstRow, firstColumn, height, lastColumn - firstColumn + 1);
  for (const [sign, colour] of signs) {
    const rule = whole.conditionalFormats.add('Custom');
    rule.custom.rule.formula = formulaFor(sign);
    rule.custom.format.fill.color = `#${colour}`;
  }
  await context.sync();
}

/** Rules of ours on this worksheet. */
async function rulesOf(context: Excel.RequestContext, sheet: Excel.Worksheet) {
  const { conditionalFormats } = sheet.getRange();
  conditionalFormats.load('items/type,items/id');
  await context.sync();
  const custom = conditionalFormats.items
    .filter(({ type }) => type === 'Custom')
    .map((rule) => {
      rule.custom.rule.load('formula');
      const range = rule.getRangeOrNullObject();
      range.load('rowIndex,rowCount,columnIndex,columnCount');
      return { rule, range };
    });
  if (custom.length > 0) await context.sync();
  return custom
    .map(({ rule, range }) => ({ rule, range, formula: rule.custom.rule.formula }))
    .filter(({ formula }) => isVerdictFormula(formula));
}
