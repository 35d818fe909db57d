/** A worksheet of ours from its layout: texts as texts, dates as dates, drop-downs from named ranges, one table, the header frozen. */
import { columnLetters } from '../../../core/sheet/grid.ts';
import { type Layout, type LayoutColumn, shownHeader } from '../../../core/sheet/layout.ts';
import type { Progress } from '../sheet-host.ts';
import { portions } from './portion.ts';

const dateFormat = 'yyyy-mm-dd';
export const requiredColour = '#FDE9D9';
const givenColour = '#EDEDED';
const headerColour = '#DCE6F1';
/** Excel shows so many characters of a prompt. */
const promptMost = 255;
/** Width of a character of the usual font, in points. */
const characterPoints = 6;

export async function createWorksheet(
  context: Excel.RequestContext,
  layout: Layout,
  progress: Progress = () => {},
): Promise<string> {
  const name = await freeName(context, layout.name);
  const sheet = context.workbook.worksheets.add(name);
  const headerRow = layout.titles.length;
  const first = headerRow + 1;
  const rows = layout.rows.length + layout.spare;
  const width = layout.columns.length;
  context.application.suspendScreenUpdatingUntilNextSync();
  layout.titles.forEach((title, row) => {
    const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
    cell.numberFormat = [['@']];
    cell.values = [[title]];
    cell.format.font.bold = row === 0;
  });
  // Formats before values: a code that Excel has once taken for a number has lost its zeros.
  layout.columns.forEach((column, place) => {
    formatColumn(sheet.getRangeByIndexes(first, place, Math.max(1, rows), 1), column);
  });
  const header = sheet.getRangeByIndexes(headerRow, 0, 1, width);
  header.numberFormat = [layout.columns.map(() => '@')];
  header.values = [layout.columns.map(shownHeader)];
  await context.sync();
  await fill(context, sheet, first, layout, progress);
  const table = sheet.tables.add(sheet.getRangeByIndexes(headerRow, 0, 1 + Math.max(1, rows), width), true);
  table.style = 'TableStyleLight1';
  header.format.font.bold = true;
  header.format.wrapText = true;
  layout.columns.forEach(({ required, given, hidden }, place) => {
    const cell = sheet.getRangeByIndexes(headerRow, place, 1, 1);
    cell.format.fill.color = required ? requiredColour : given ? givenColour : headerColour;
    if (hidden) cell.getEntireColumn().columnHidden = true;
  });
  sheet.freezePanes.freezeRows(first);
  await addChoices(context, sheet, layout, first, Math.max(1, rows));
  sheet.activate();
  await context.sync();
  return name;
}

/** One format for all cells of a range: Office.js takes a single value for it, which its types do not say. */
export const formatAll = (range: Excel.Range, format: string): void =>
  void Object.assign(range, { numberFormat: format });

export function formatColumn(range: Excel.Range, { format, width, given, hint, choices }: LayoutColumn): void {
  formatAll(range, format === 'date' ? dateFormat : '@');
  range.format.columnWidth = width * characterPoints;
  range.format.wrapText = true;
  range.format.verticalAlignment = 'Center';
  if (given) range.format.fill.color = givenColour;
  if (hint.zh !== '' && choices === null) {
    range.dataValidation.prompt = { showPrompt: true, title: '', message: hint.zh.slice(0, promptMost) };
  }
}

async function fill(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  first: number,
  { rows, columns }: Layout,
  progress: Progress,
): Promise<void> {
  const starts = portions(rows);
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from = 0, to = 0] = starts.slice(i, i + 2);
    if (to > from) {
      const range = sheet.getRangeByIndexes(first + from, 0, to - from, columns.length);
      range.values = rows.slice(from, to).map((row) => columns.map((_, place) => row[place] ?? ''));
      range.untrack();
      await context.sync();
    }
    progress(to, rows.length);
  }
}

async function freeName(context: Excel.RequestContext, wanted: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  // Excel takes two names for one that differ only in capitals.
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` (${n})`;
    const name = `${wanted.slice(0, 31 - end.length)}${end}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

const choicesWorksheet = '_明抽_选项';

/**
 * Drop-downs come from a name on a hidden worksheet: a list within the rule itself may have 255 characters, and a comma in a word would part
 * it. The same list is kept once.
 */
async function addChoices(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { columns }: Layout,
  first: number,
  rows: number,
): Promise<void> {
  const asking = columns.flatMap(({ choices, hint }, place) => (choices === null ? [] : [{ choices, hint, place }]));
  if (asking.length === 0) return;
  const held = context.workbook.worksheets.getItemOrNullObject(choicesWorksheet);
  await context.sync();
  const lists = held.isNullObject ? context.workbook.worksheets.add(choicesWorksheet) : held;
  lists.visibility = 'VeryHidden';
  const used = lists.getUsedRangeOrNullObject(true);
  used.load('values,columnCount,columnIndex');
  await context.sync();
  const columnsHeld = used.isNullObject ? [] : listsIn(used.values);
  for (const { choices, hint, place } of asking) {
    let at = columnsHeld.findIndex((list) => list.join('\n') === choices.options.join('\n'));
    if (at < 0) {
      at = columnsHeld.push(choices.options) - 1;
      const cells = lists.getRangeByIndexes(0, at, choices.options.length, 1);
      formatAll(cells, '@');
      cells.values = choices.options.map((option) => [option]);
      const letters = columnLetters(at);
      const source = `='${choicesWorksheet}'!$${letters}$1:$${letters}$${choices.options.length}`;
      context.workbook.names.add(nameOf(at), source);
    }
    const { dataValidation } = sheet.getRangeByIndexes(first, place, rows, 1);
    dataValidation.rule = { list: { inCellDropDown: true, source: `=${nameOf(at)}` } };
    dataValidation.errorAlert = {
      showAlert: !choices.several,
      style: 'Stop',
      title: '请从下拉列表中选择',
      message: '此列只能填写下拉列表中的选项。',
    };
    dataValidation.prompt = { showPrompt: true, title: '', message: hint.zh.slice(0, promptMost) };
  }
}

const nameOf = (column: number): string => `明抽_选项_${column + 1}`;

function listsIn(values: readonly (readonly unknown[])[]): (readonly string[])[] {
  const width = values[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) =>
    values.map((row) => String(row[column] ?? '')).filter((text) => text !== ''),
  );
}
