/** Writes the workbook as a real .xlsx by hucre: values, formats, tables, validations, rules, names, hidden worksheets, protection. */
import {
  type CellStyle,
  type ConditionalRule,
  type DataValidation,
  type SheetChart,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { leftOf, topOf } from './members/chart.ts';
import { quoted, written } from './model/address.ts';
import { type Book, type Chart, isError, plainStyle, type Sheet, type Style, type Validation } from './model/book.ts';
import { textAt, valueAt } from './model/cells.ts';
import { Workbook } from './model/workbook.ts';

/** Points of a character, and of the margins of a cell. */
const pointsPerCharacter = 5.5;

export async function toXlsx(book: Book): Promise<Uint8Array> {
  const workbook = new Workbook(book);
  const scoped = book.sheets.flatMap((sheet) => sheet.names.map((name) => ({ name, scope: sheet.name })));
  const named = [...book.names.map((name) => ({ name, scope: null })), ...scoped];
  return writeXlsx({
    sheets: book.sheets.map((sheet) => sheetOf(workbook, sheet)),
    namedRanges: [
      ...named.map(({ name, scope }) => ({
        name: name.name,
        range: name.formula.replace(/^=/, ''),
        ...(scope !== null && { scope }),
        ...(name.comment !== '' && { comment: name.comment }),
      })),
      ...book.sheets.flatMap(printTitles),
    ],
    properties: { title: book.title, creator: book.author, custom: book.properties },
    activeSheet: Math.max(
      0,
      book.sheets.findIndex(({ id }) => id === book.active),
    ),
    defaultFont: { name: plainStyle.font, size: plainStyle.size },
  });
}

function sheetOf(workbook: Workbook, sheet: Sheet): WriteSheet {
  const { styles } = workbook.book;
  const looks = styles.map(look);
  const cells = new Map<
    string,
    {
      value?: string | number | boolean | null;
      style?: CellStyle;
      formula?: string;
      formulaResult?: string | number | boolean;
    }
  >();
  const rows = Array.from(sheet.rows, (row, r) =>
    Array.from(row?.cells ?? [], (cell, c) => {
      if (!cell) return null;
      const value = cell.formula === null ? cell.value : valueAt(workbook, sheet, r, c);
      const plain = isError(value) ? value.error : value;
      const style = looks[cell.style];
      if (cell.formula !== null) {
        const formulaResult = plain ?? '';
        cells.set(`${r},${c}`, {
          value: formulaResult,
          formula: cell.formula.slice(1),
          formulaResult,
          ...(style && { style }),
        });
      } else if (style && cell.style !== 0) cells.set(`${r},${c}`, { value: plain, style });
      return plain;
    }),
  );
  return {
    name: sheet.name,
    rows,
    cells,
    columns: Array.from(sheet.columns, (column) => ({
      ...(column?.width != null && { width: Math.max(1, (column.width - 4) / pointsPerCharacter) }),
      ...(column?.hidden && { hidden: true }),
      ...(column && column.style !== 0 && looks[column.style] && { style: looks[column.style] as CellStyle }),
    })),
    rowDefs: new Map(
      sheet.rows.flatMap((row, r) =>
        row && (row.height !== null || row.hidden || row.filtered)
          ? [[r, { ...(row.height !== null && { height: row.height }), hidden: row.hidden || row.filtered }] as const]
          : [],
      ),
    ),
    merges: sheet.merges.map(({ row, column, rows: high, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + high - 1,
      endCol: column + columns - 1,
    })),
    tables: sheet.tables.map((table) => ({
      name: table.name,
      displayName: table.name,
      range: written(table.area),
      columns: table.columns.map(({ name }) => ({ name })),
      style: table.style,
      showRowStripes: table.banded,
      showAutoFilter: table.filterButton,
      showTotalRow: table.totals,
    })),
    dataValidations: sheet.validations.flatMap(validation),
    conditionalRules: sheet.conditionalFormats.map(
      (format, index): ConditionalRule => ({
        type: 'expression',
        priority: index + 1,
        formula: format.formula.replace(/^=/, ''),
        range: written(format.area),
        stopIfTrue: format.stopIfTrue,
        style: {
          ...(format.fill && {
            fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: rgb(format.fill) } } as const,
          }),
          ...((format.color || format.bold) && {
            font: { ...(format.color && { color: { rgb: rgb(format.color) } }), ...(format.bold && { bold: true }) },
          }),
        },
      }),
    ),
    ...(sheet.freeze.rows + sheet.freeze.columns > 0 && { freezePane: sheet.freeze }),
    ...(sheet.print && { pageSetup: pageSetup(sheet.print) }),
    ...(sheet.autoFilter && { autoFilter: { range: written(sheet.autoFilter) } }),
    ...(sheet.protection && { protection: protection(sheet.protection) }),
    ...(sheet.visibility === 'Hidden' && { hidden: true }),
    ...(sheet.visibility === 'VeryHidden' && { veryHidden: true }),
    charts: sheet.charts.flatMap((chart) => chartOf(workbook, sheet, chart)),
    view: { showGridLines: sheet.gridlines },
  };
}

/** The writer's own way leaves the worksheet's name without quotation marks. */
function printTitles({ name, print }: Sheet): { name: string; range: string; scope: string }[] {
  const titles = [print?.titleColumns ?? '', print?.titleRows ?? ''].filter((each) => each !== '');
  return titles.length === 0
    ? []
    : [
        {
          name: '_xlnm.Print_Titles',
          range: titles.map((each) => `${quoted(name)}!${each}`).join(','),
          scope: name,
        },
      ];
}

const pageSetup = (print: NonNullable<Sheet['print']>): NonNullable<WriteSheet['pageSetup']> => ({
  ...(print.paper === 'A4' ? { paperSize: 'a4' as const } : {}),
  orientation: print.orientation === 'Landscape' ? 'landscape' : 'portrait',
  ...(print.pagesAcross > 0 ? { fitToPage: true, fitToWidth: print.pagesAcross, fitToHeight: 0 } : {}),
  showGridLines: print.gridlines,
});

const chartKinds = { Column: 'column', Bar: 'bar', Line: 'line', Pie: 'pie', Doughnut: 'doughnut' } as const;

/** Names at the left, one series a column. */
function chartOf(workbook: Workbook, home: Sheet, chart: Chart): SheetChart[] {
  const sheet = workbook.findSheet(chart.sheet);
  const kind = Object.entries(chartKinds).find(([name]) => chart.type.startsWith(name))?.[1];
  if (!sheet || !kind) return [];
  const { row, column, rows, columns } = chart.source;
  const strip = (at: number) =>
    `${quoted(sheet.name)}!${written({ row: row + 1, column: at, rows: rows - 1, columns: 1 }, true)}`;
  const series = Array.from({ length: columns - 1 }, (_each, index) => ({
    name: textAt(workbook, sheet, row, column + index + 1),
    values: strip(column + index + 1),
    categories: strip(column),
  }));
  const cellOf = (top: number, left: number) => {
    let [r, c] = [0, 0];
    while (topOf(home, r + 1) <= top && r < 10_000) r++;
    while (leftOf(home, c + 1) <= left && c < 1000) c++;
    return { row: r, col: c };
  };
  const from = cellOf(chart.top, chart.left);
  const to = cellOf(chart.top + chart.height, chart.left + chart.width);
  return [{ type: kind, series, anchor: { from, to }, ...(chart.title !== '' && { title: chart.title }) }];
}

const rgb = (color: string): string => color.replace('#', '');

function look(style: Style): CellStyle {
  const horizontal = horizontals[style.horizontal];
  const vertical = (['top', 'center', 'bottom'] as const).find((each) => each === style.vertical.toLowerCase());
  const side = { style: 'thin', color: { rgb: 'D0D0D0' } } as const;
  return {
    font: {
      name: style.font,
      size: style.size,
      color: { rgb: rgb(style.color) },
      ...(style.bold && { bold: true }),
      ...(style.italic && { italic: true }),
      ...(style.underline !== 'None' && { underline: true }),
    },
    ...(style.fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: rgb(style.fill) } } }),
    ...(style.border && { border: { top: side, right: side, bottom: side, left: side } }),
    alignment: {
      ...(horizontal && { horizontal }),
      ...(vertical && { vertical }),
      ...(style.wrap && { wrapText: true }),
      ...(style.indent > 0 && { indent: style.indent }),
    },
    ...(style.numberFormat !== 'General' && { numFmt: style.numberFormat }),
    ...(!style.locked && { protection: { locked: false } }),
  };
}

const horizontals: Readonly<Record<string, 'left' | 'center' | 'right' | 'justify' | 'distributed'>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Justify: 'justify',
  Distributed: 'distributed',
};

const operators = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
] as const;
const kinds: Readonly<Record<string, DataValidation['type']>> = {
  wholeNumber: 'whole',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
};

function validation({ area, rule, ignoreBlanks, prompt, errorAlert }: Validation): DataValidation[] {
  const [kind, detail] = Object.entries(rule)[0] ?? [];
  if (kind === undefined || typeof detail !== 'object' || detail === null) return [];
  const parts = Object.fromEntries(Object.entries(detail));
  const text = (value: unknown): string => String(value ?? '').replace(/^=/, '');
  const shared = {
    range: written(area),
    allowBlank: ignoreBlanks,
    showInputMessage: prompt !== null && prompt.showPrompt !== false,
    inputTitle: text(prompt?.title),
    inputMessage: text(prompt?.message),
    showErrorMessage: errorAlert?.showAlert !== false,
    errorTitle: text(errorAlert?.title),
    errorMessage: text(errorAlert?.message),
    errorStyle:
      errorAlert?.style === 'Warning'
        ? ('warning' as const)
        : errorAlert?.style === 'Information'
          ? ('information' as const)
          : ('stop' as const),
  };
  if (kind === 'list') {
    const source = String(parts.source);
    return [
      {
        ...shared,
        type: 'list',
        ...(source.startsWith('=') ? { formula1: source.slice(1) } : { values: source.split(',') }),
      },
    ];
  }
  if (kind === 'custom') return [{ ...shared, type: 'custom', formula1: text(parts.formula) }];
  const type = kinds[kind];
  const wanted = String(parts.operator ?? 'Between').toLowerCase();
  const operator = operators.find((each) => each.toLowerCase() === wanted.replace('to', 'to'));
  if (!type) return [];
  return [
    {
      ...shared,
      type,
      ...(operator && { operator }),
      formula1: text(parts.formula1),
      ...(parts.formula2 !== undefined && { formula2: text(parts.formula2) }),
    },
  ];
}

const allowances = [
  ['allowInsertRows', 'insertRows'],
  ['allowInsertColumns', 'insertColumns'],
  ['allowDeleteRows', 'deleteRows'],
  ['allowDeleteColumns', 'deleteColumns'],
  ['allowSort', 'sort'],
  ['allowAutoFilter', 'autoFilter'],
  ['allowFormatCells', 'formatCells'],
  ['allowFormatColumns', 'formatColumns'],
  ['allowFormatRows', 'formatRows'],
] as const;

const protection = ({ options, password }: NonNullable<Sheet['protection']>) => ({
  sheet: true,
  ...(password !== '' && { password }),
  ...Object.fromEntries(allowances.map(([ours, theirs]) => [theirs, options[ours] === true])),
});
