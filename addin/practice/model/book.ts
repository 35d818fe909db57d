/**
 * A workbook as plain data, so that a page can keep it and open it again. The functions beside this file change it as Excel would;
 * nothing here knows Office.js.
 */
import type { Area } from './address.ts';

export interface CellError {
  readonly error: string;
}
export type Value = string | number | boolean | CellError;

export interface Cell {
  /** null: only a format. A formula's value is worked out when it is asked for. */
  value: Value | null;
  /** With its sign =. */
  formula: string | null;
  /** Index into `Book.styles`. */
  style: number;
}

export interface Row {
  cells: (Cell | undefined)[];
  height: number | null;
  hidden: boolean;
  /** Hidden by a filter. */
  filtered: boolean;
}

export interface Column {
  /** In points, as Office.js counts. */
  width: number | null;
  hidden: boolean;
  /** Of cells that have none of their own. */
  style: number;
}

export interface Style {
  readonly numberFormat: string;
  readonly fill: string | null;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly font: string;
  readonly size: number;
  readonly wrap: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly indent: number;
  readonly locked: boolean;
  readonly border: boolean;
}

export interface TableColumn {
  readonly id: number;
  name: string;
  /** Values that a filter leaves; null: all. */
  filter: readonly string[] | null;
}

export interface Table {
  readonly id: string;
  name: string;
  /** Headers and totals included. */
  area: Area;
  columns: TableColumn[];
  headers: boolean;
  totals: boolean;
  style: string;
  filterButton: boolean;
  banded: boolean;
}

export interface Validation {
  readonly area: Area;
  readonly rule: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
  readonly prompt: Readonly<Record<string, unknown>> | null;
  readonly errorAlert: Readonly<Record<string, unknown>> | null;
}

export interface ConditionalFormat {
  readonly id: string;
  area: Area;
  formula: string;
  fill: string | null;
  color: string | null;
  bold: boolean | null;
  italic: boolean | null;
  stopIfTrue: boolean;
}

export interface Chart {
  readonly id: string;
  name: string;
  type: string;
  sheet: string;
  source: Area;
  seriesBy: string;
  title: string;
  titleShown: boolean;
  legend: boolean;
  legendPosition: string;
  top: number;
  left: number;
  width: number;
  height: number;
}

export interface DefinedName {
  name: string;
  /** With its sign =. */
  formula: string;
  comment: string;
  visible: boolean;
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  rows: (Row | undefined)[];
  columns: (Column | undefined)[];
  tables: Table[];
  names: DefinedName[];
  validations: Validation[];
  conditionalFormats: ConditionalFormat[];
  merges: Area[];
  charts: Chart[];
  freeze: { rows: number; columns: number };
  /** How it is printed, where somebody has said it. */
  print?: {
    readonly orientation: 'Portrait' | 'Landscape';
    readonly paper: string;
    readonly gridlines: boolean;
    /** 0: as many as it takes. */
    readonly pagesAcross: number;
    readonly titleRows: string;
    readonly titleColumns: string;
  };
  protection: { options: Readonly<Record<string, unknown>>; password: string } | null;
  autoFilter: Area | null;
  tabColor: string;
  gridlines: boolean;
  custom: Record<string, string>;
}

export interface Book {
  name: string;
  sheets: Sheet[];
  names: DefinedName[];
  styles: Style[];
  settings: Record<string, unknown>;
  properties: Record<string, string | number | boolean>;
  title: string;
  author: string;
  /** Id of the worksheet that is shown. */
  active: string;
  selection: Area;
  /** For ids of worksheets, tables and so on; never given twice. */
  nextId: number;
  date1904: boolean;
}

/** In points. */
export const standardWidth = 54;
export const standardHeight = 15;

export const plainStyle: Style = {
  numberFormat: 'General',
  fill: null,
  color: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  font: '等线',
  size: 11,
  wrap: false,
  horizontal: 'General',
  vertical: 'Center',
  indent: 0,
  locked: true,
  border: false,
};

export const isError = (value: Value | null): value is CellError => typeof value === 'object' && value !== null;

export function newBook(name: string): Book {
  const book: Book = {
    name,
    sheets: [],
    names: [],
    styles: [plainStyle],
    settings: {},
    properties: {},
    title: '',
    author: '',
    active: '',
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    nextId: 1,
    date1904: false,
  };
  book.sheets.push(newSheet(book, 'Sheet1'));
  book.active = book.sheets[0]?.id ?? '';
  return book;
}

/** Excel on the web gives worksheets such ids. */
export const newSheet = (book: Book, name: string): Sheet => ({
  id: `{00000000-0001-0000-${String(book.nextId++).padStart(4, '0')}-000000000000}`,
  name,
  visibility: 'Visible',
  rows: [],
  columns: [],
  tables: [],
  names: [],
  validations: [],
  conditionalFormats: [],
  merges: [],
  charts: [],
  freeze: { rows: 0, columns: 0 },
  protection: null,
  autoFilter: null,
  tabColor: '',
  gridlines: true,
  custom: {},
});

const indexes = new WeakMap<readonly Style[], Map<string, number>>();

/** Styles are kept once. @returns the index of this one */
export function styleIndex(book: Book, style: Style): number {
  const known = indexes.get(book.styles) ?? new Map(book.styles.map((each, index) => [JSON.stringify(each), index]));
  indexes.set(book.styles, known);
  const key = JSON.stringify(style);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = book.styles.push(style) - 1;
  known.set(key, made);
  return made;
}
