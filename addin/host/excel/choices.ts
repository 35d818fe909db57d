/**
 * Drop-downs come from names that mean columns of a hidden worksheet: a list within the rule itself may have 255 characters, and a comma in a
 * word would part it. The same list is kept once; what somebody has taken away of it is put back.
 */
import type { LayoutColumn } from '../../../core/sheet/layout.ts';
import { choicesName, choicesOnly, choicesRange, choicesWorksheet, promptMost } from '../../../core/sheet/look.ts';
import { written } from './cell.ts';
import { formatAll } from './format.ts';

/** @param first the first row of the table's body */
export async function addChoices(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  columns: readonly LayoutColumn[],
  first: number,
  rows: number,
): Promise<void> {
  const asking = columns.flatMap(({ choices, hint }, place) =>
    choices === null || choices.options.length === 0 ? [] : [{ ...choices, hint, place }],
  );
  if (asking.length === 0) return;
  const { lists, held } = await listsOf(context);
  const places = asking.map(({ options }) => {
    const known = held.findIndex((list) => list.join('\n') === options.join('\n'));
    if (known >= 0) return known;
    const place = held.push(options) - 1;
    const cells = lists.getRangeByIndexes(0, place, options.length, 1);
    formatAll(cells, '@');
    cells.values = options.map((option) => [written(option, '@')]);
    return place;
  });
  await nameLists(context, new Map(places.map((place, i) => [place, (asking[i]?.options ?? []).length])));
  for (const [i, { several, hint, place }] of asking.entries()) {
    const { dataValidation } = sheet.getRangeByIndexes(first, place, rows, 1);
    dataValidation.rule = { list: { inCellDropDown: true, source: `=${choicesName(places[i] ?? 0)}` } };
    dataValidation.errorAlert = {
      showAlert: !several,
      style: 'Stop',
      title: choicesOnly.title,
      message: choicesOnly.message,
    };
    dataValidation.prompt = { showPrompt: true, title: '', message: hint.zh.slice(0, promptMost) };
  }
}

/** The hidden worksheet, and the lists that stand in it, one a column. */
async function listsOf(context: Excel.RequestContext) {
  const found = context.workbook.worksheets.getItemOrNullObject(choicesWorksheet);
  await context.sync();
  const lists = found.isNullObject ? context.workbook.worksheets.add(choicesWorksheet) : found;
  lists.visibility = 'VeryHidden';
  const used = lists.getUsedRangeOrNullObject(true);
  used.load('values,columnIndex,rowIndex');
  await context.sync();
  if (used.isNullObject) return { lists, held: [] };
  const { values, columnIndex, rowIndex } = used;
  const width = values[0]?.length ?? 0;
  const held = Array.from({ length: columnIndex + width }, (_, column): readonly string[] =>
    // A list that does not begin in the first row is not what was put there.
    rowIndex > 0 ? [] : values.map((row) => String(row[column - columnIndex] ?? '')).filter((text) => text !== ''),
  );
  return { lists, held };
}

async function nameLists(context: Excel.RequestContext, sizes: ReadonlyMap<number, number>): Promise<void> {
  const { names } = context.workbook;
  const wanted = [...sizes].map(([place, size]) => {
    const held = names.getItemOrNullObject(choicesName(place));
    held.load('formula');
    return { place, held, means: `=${choicesRange(place, size)}` };
  });
  await context.sync();
  for (const { place, held, means } of wanted) {
    if (held.isNullObject) names.add(choicesName(place), means);
    else if (held.formula.replaceAll("'", '') !== means.replaceAll("'", '')) held.formula = means;
  }
}
