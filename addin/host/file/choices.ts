/** Lists of choices under names, on a worksheet that nobody sees; the same list is kept once, in every host in the same place. */
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { choicesName, choicesRange, choicesWorksheet } from '../../../core/sheet/look.ts';
import { keptXml } from './kept-sheet.ts';
import type { Workbook } from './workbook.ts';

type Options = readonly string[];

/** @returns the name of each list */
export async function keepChoices(
  workbook: Workbook,
  wanted: readonly Options[],
  gridOf: (worksheet: string) => Promise<Grid>,
): Promise<(options: Options) => string> {
  const held = new Map<string, string>();
  const nameOf = (options: Options) => held.get(keyOf(options)) ?? '""';
  if (wanted.length === 0) return nameOf;
  if (workbook.entry(choicesWorksheet) === null) await workbook.addSheet(choicesWorksheet, keptXml([]), 'veryHidden');
  const { rows } = await gridOf(choicesWorksheet);
  const names = new Set((await workbook.names()).map((each) => each.name));
  let next = 0;
  for (; next < Math.max(0, ...rows.map((row) => row.length)); next++) {
    const list = rows.map((row) => textOf(row[next])).filter((text) => text !== '');
    if (names.has(choicesName(next))) held.set(keyOf(list), choicesName(next));
  }
  const sheet = await workbook.sheet(choicesWorksheet);
  for (const options of wanted) {
    if (held.has(keyOf(options))) continue;
    while (names.has(choicesName(next))) next++;
    const column = next++;
    options.forEach((text, row) => void sheet?.setCell(row, column, (style) => ({ style, text })));
    await workbook.addName(choicesName(column), choicesRange(column, options.length));
    held.set(keyOf(options), choicesName(column));
  }
  return nameOf;
}

const keyOf = (options: Options): string => options.join('\n');
