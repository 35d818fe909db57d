/**
 * Layouts as worksheets of an .xlsx. The table is a plain range with a filter, frozen under its header, and no table object: LibreOffice and WPS
 * do not let such an object grow when rows are typed below it, give its style up, and hold formats, lists and colours on a plain range
 * through every save (`test/trial/libreoffice.trial.ts`); recognising needs no object either.
 */
import { dateValue } from './date-serial.ts';
import { columnLetters } from './grid.ts';
import { type Layout, type LayoutColumn, shownHeader, verdictHeader } from './layout.ts';
import {
  choicesName,
  choicesOnly,
  choicesRange,
  choicesWorksheet,
  dateFormat,
  headerColours,
  promptMost,
  verdictColours,
  verdictFormula,
} from './look.ts';
import { pagesAcross, printTitlesName, printTitlesRange } from './print.ts';
import { heightOf, lineHeight, type WorkbookSheet, writeSheets } from './xlsx.ts';

/** @param nameOf the defined name under which a list of choices is kept */
export function layoutSheet(layout: Layout, nameOf: (options: readonly string[]) => string): WorkbookSheet {
  const { columns, titles, rows, frozen = 0 } = layout;
  const headerRow = titles.length;
  const first = headerRow + 1;
  const last = headerRow + Math.max(1, rows.length + layout.spare);
  const end = columnLetters(Math.max(0, columns.length - 1));
  const verdict = columns.findIndex(({ header }) => header === verdictHeader);
  return {
    name: layout.name,
    columns: columns.map((column) => ({ width: column.width, hidden: column.hidden, style: bodyStyle(column) })),
    rows: [
      ...titles.map((title) => [title]),
      columns.map(shownHeader),
      ...rows.map((row) => columns.map((column, place) => cellValue(row[place] ?? '', column))),
      // A blank row is written too: its cells are text or date before anybody types in them.
      ...Array.from({ length: layout.spare }, () => columns.map(() => null)),
    ],
    cells: new Map<string, NonNullable<ReturnType<NonNullable<WorkbookSheet['cells']>['get']>>>([
      ...titles.map((value, row) => [`${row},0`, { value, style: titleStyle(row) }] as const),
      ...columns.map(
        (column, place) =>
          [`${headerRow},${place}`, { value: shownHeader(column), style: headerStyle(column) }] as const,
      ),
      ...Array.from({ length: layout.spare }, (_, i) => first + rows.length + i).flatMap((row) =>
        columns.map((column, place) => [`${row},${place}`, { value: null, style: spareStyle(column) }] as const),
      ),
    ]),
    rowDefs: new Map(
      rows
        .map((row, i) => [first + i, { height: heightOf(row.slice(0, -1), columns) }] as const)
        .filter(([, { height }]) => height > lineHeight),
    ),
    freezePane: { rows: first, ...(frozen > 0 ? { columns: frozen } : {}) },
    autoFilter: { range: `A${first}:${end}${last + 1}` },
    dataValidations: columns.flatMap((column, place) =>
      column.hidden
        ? []
        : [validation(column, `${columnLetters(place)}${first + 1}:${columnLetters(place)}${last + 1}`, nameOf)],
    ),
    ...(verdict < 0 ? {} : { conditionalRules: colourRules(verdict, first, `A${first + 1}:${end}${last + 1}`) }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesAcross(layout),
      fitToHeight: 0,
      showGridLines: true,
    },
  };
}

/** A whole workbook of layouts, for what is sent or downloaded. `on` is stamped as its date. */
export async function writeLayouts(layouts: readonly Layout[], on: string): Promise<Uint8Array> {
  const lists: (readonly string[])[] = [];
  const nameOf = (options: readonly string[]) => {
    const same = lists.findIndex((each) => each.join('\n') === options.join('\n'));
    return choicesName(same >= 0 ? same : lists.push(options) - 1);
  };
  const sheets = layouts.map((layout) => layoutSheet(layout, nameOf));
  const filters = layouts.map((layout) => ({ name: filterName, range: filterRange(layout), scope: layout.name }));
  const onEachPage = layouts.map((layout) => ({
    name: printTitlesName,
    range: printTitlesRange(layout),
    scope: layout.name,
  }));
  const named = [...choicesNames(lists), ...filters, ...onEachPage];
  return await writeSheets(lists.length === 0 ? sheets : [...sheets, choicesSheet(lists)], on, named);
}

/** LibreOffice takes a filter only where a name of the worksheet's own says it too, as Excel writes it. */
export const filterName = '_xlnm._FilterDatabase';
export function filterRange({ name, titles, columns, rows, spare }: Layout): string {
  const last = titles.length + Math.max(1, rows.length + spare) + 1;
  return `'${name.replaceAll("'", "''")}'!$A$${titles.length + 1}:$${columnLetters(Math.max(0, columns.length - 1))}$${last}`;
}

const choicesSheet = (lists: readonly (readonly string[])[]): WorkbookSheet => ({
  name: choicesWorksheet,
  veryHidden: true,
  rows: Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, row) =>
    lists.map((list) => list[row] ?? null),
  ),
});

const choicesNames = (lists: readonly (readonly string[])[]) =>
  lists.map((list, column) => ({ name: choicesName(column), range: choicesRange(column, list.length) }));

const cellValue = (text: string, { format }: LayoutColumn) =>
  text === '' ? null : format === 'date' ? (dateValue(text) ?? text) : text;

const edge = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: edge, right: edge, bottom: edge, left: edge };
const filled = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

const bodyStyle = ({ format, given }: LayoutColumn) => ({
  numFmt: format === 'date' ? dateFormat : '@',
  alignment: { vertical: 'center' as const, wrapText: true },
  border,
  ...(given ? { fill: filled(headerColours.given) } : {}),
});
/** Without lines and colour, which a program would print as a page of empty rows. */
const spareStyle = ({ format }: LayoutColumn) => ({
  numFmt: format === 'date' ? dateFormat : '@',
  alignment: { vertical: 'center' as const, wrapText: true },
});
const titleStyle = (row: number) => ({
  font: row === 0 ? { bold: true, size: 14 } : {},
  numFmt: '@',
  alignment: { horizontal: 'left' as const, vertical: 'center' as const },
});
export const headerStyle = ({ required, given }: LayoutColumn) => ({
  font: { bold: true },
  numFmt: '@',
  alignment: { horizontal: 'center' as const, vertical: 'center' as const, wrapText: true },
  border,
  fill: filled(headerColours[required ? 'required' : given ? 'given' : 'usual']),
});

/** A list where there is one, and what belongs into the cell; a rule that always holds carries the words where there is none. */
function validation({ choices, hint }: LayoutColumn, range: string, nameOf: (options: readonly string[]) => string) {
  const prompt = { range, allowBlank: true, showInputMessage: true, inputMessage: hint.zh.slice(0, promptMost) };
  if (choices === null) return { ...prompt, type: 'custom' as const, formula1: 'TRUE' };
  return {
    ...prompt,
    type: 'list' as const,
    formula1: nameOf(choices.options),
    showErrorMessage: !choices.several,
    errorStyle: 'stop' as const,
    errorTitle: choicesOnly.title,
    errorMessage: choicesOnly.message,
  };
}

const colourRules = (verdict: number, first: number, range: string) =>
  Object.entries(verdictColours).map(([sign, rgb], i) => ({
    type: 'expression' as const,
    priority: i + 1,
    formula: verdictFormula(sign, verdict, first),
    range,
    style: { fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: { rgb }, fgColor: { rgb } } },
  }));
