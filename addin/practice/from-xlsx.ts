/** Opens an .xlsx in the practice window: values, widths, what is hidden, merged cells, tables, lists and names; the rest of its look stays behind. */
import { type Sheet as HucreSheet, readXlsx } from 'hucre/xlsx';
import { readAddress } from './model/address.ts';
import {
  type Book,
  newBook,
  newSheet,
  plainStyle,
  type Sheet,
  styleIndex,
  type Validation,
  type Value,
} from './model/book.ts';
import { serialOf } from './model/number-format.ts';

const mostRows = 200_000;
const pointsPerCharacter = 5.5;

/** @throws where the bytes are no workbook */
export async function fromXlsx(bytes: Uint8Array, name: string): Promise<Book> {
  const read = await readXlsx(bytes, { readStyles: true, maxRows: mostRows });
  const book = newBook(name);
  book.sheets = read.sheets.map((sheet) => sheetFrom(book, sheet));
  if (book.sheets.length === 0) return newBook(name);
  for (const { name: defined, range, scope, comment = '' } of read.namedRanges ?? []) {
    const home = book.sheets.find((sheet) => sheet.name === scope);
    (home?.names ?? book.names).push({ name: defined, formula: `=${range}`, comment, visible: true });
  }
  for (const [key, value] of Object.entries(read.properties?.custom ?? {}))
    book.properties[key] = value instanceof Date ? value.toISOString() : value;
  book.title = read.properties?.title ?? '';
  const shown = book.sheets.find(({ visibility }) => visibility === 'Visible') ?? book.sheets[0];
  if (shown) {
    shown.visibility = 'Visible';
    book.active = shown.id;
  }
  return book;
}

function sheetFrom(book: Book, read: HucreSheet): Sheet {
  const sheet = newSheet(book, read.name.slice(0, 31));
  sheet.visibility = read.veryHidden ? 'VeryHidden' : read.hidden ? 'Hidden' : 'Visible';
  sheet.rows = read.rows.map((row, r) => ({
    height: read.rowDefs?.get(r)?.height ?? null,
    hidden: read.rowDefs?.get(r)?.hidden ?? false,
    filtered: false,
    cells: row.map((value, c) => {
      const detail = read.cells?.get(`${r},${c}`);
      const formula = detail?.formula ? `=${detail.formula}` : null;
      const plain = valueFrom(value);
      const numberFormat = detail?.style?.numFmt ?? (value instanceof Date ? 'yyyy/m/d' : 'General');
      const fill = detail?.style?.fill?.type === 'pattern' ? detail.style.fill.fgColor?.rgb : undefined;
      const style = styleIndex(book, {
        ...plainStyle,
        numberFormat,
        fill: fill ? `#${fill.slice(-6).toUpperCase()}` : null,
        bold: detail?.style?.font?.bold ?? false,
        wrap: detail?.style?.alignment?.wrapText ?? false,
        locked: detail?.style?.protection?.locked ?? true,
      });
      return plain === null && formula === null && style === 0
        ? undefined
        : { value: formula === null ? plain : null, formula, style };
    }),
  }));
  sheet.columns = (read.columns ?? []).map((column) => ({
    width: column.width === undefined ? null : column.width * pointsPerCharacter + 4,
    hidden: column.hidden ?? false,
    style: 0,
  }));
  sheet.merges = (read.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    row: startRow,
    column: startCol,
    rows: endRow - startRow + 1,
    columns: endCol - startCol + 1,
  }));
  sheet.freeze = { rows: read.freezePane?.rows ?? 0, columns: read.freezePane?.columns ?? 0 };
  sheet.validations = (read.dataValidations ?? []).flatMap(
    ({ type, range, formula1, values, inputTitle, inputMessage }): Validation[] => {
      const area = readAddress(range.split(' ')[0] ?? '')?.area;
      if (type !== 'list' || !area) return [];
      const source = values ? values.join(',') : `=${formula1 ?? ''}`;
      const prompt = inputMessage ? { showPrompt: true, title: inputTitle ?? '', message: inputMessage } : null;
      return [{ area, rule: { list: { inCellDropDown: true, source } }, ignoreBlanks: true, prompt, errorAlert: null }];
    },
  );
  sheet.conditionalFormats = (read.conditionalRules ?? []).flatMap(({ type, formula, range, style }) => {
    const area = readAddress(range.split(' ')[0] ?? '')?.area;
    if (type !== 'expression' || !area || formula === undefined) return [];
    const fill = style?.fill?.type === 'pattern' ? (style.fill.bgColor?.rgb ?? style.fill.fgColor?.rgb) : undefined;
    const look = { fill: fill ? `#${fill.slice(-6)}` : null, color: null, bold: null, italic: null, stopIfTrue: false };
    return [{ id: `{${book.nextId++}}`, area, formula: `=${Array.isArray(formula) ? formula[0] : formula}`, ...look }];
  });
  sheet.tables = (read.tables ?? []).flatMap((table) => {
    const area = readAddress(table.range ?? '')?.area;
    if (!area) return [];
    return [
      {
        id: `{${String(book.nextId++).padStart(8, '0')}-000C-0000-FFFF-FFFF00000000}`,
        name: table.displayName ?? table.name,
        area,
        columns: table.columns.map(({ name }) => ({ id: book.nextId++, name, filter: null })),
        headers: true,
        totals: table.showTotalRow ?? false,
        style: table.style ?? 'TableStyleMedium2',
        filterButton: table.showAutoFilter ?? true,
        banded: table.showRowStripes ?? true,
      },
    ];
  });
  return sheet;
}

function valueFrom(value: unknown): Value | null {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) {
    const time = (value.getUTCHours() * 3600 + value.getUTCMinutes() * 60 + value.getUTCSeconds()) / 86_400;
    return serialOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()) + time;
  }
  if (typeof value === 'string')
    return /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/.test(value) ? { error: value } : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
