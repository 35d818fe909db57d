/**
 * Finds the table in a grid: the header row under titles and notes, and which column holds which field. Headers are matched by
 * meaning, over a list of words really seen; a column that matches nothing is named and left alone, never guessed from its cells.
 */
import { err, ok, type Result } from '../result.ts';
import { type Cell, type Grid, textOf } from './grid.ts';
import { idHeader, verdictHeader } from './layout.ts';
import { folded } from './normalise.ts';
import type { Sheet } from './sheet.ts';

export interface Column {
  /** Place in `Sheet.fields`. */
  readonly field: number;
  /** Column of the grid, from 0. */
  readonly column: number;
  readonly header: string;
}

export interface OwnColumn {
  readonly column: number;
  readonly header: string;
  readonly serial: boolean;
}

/** Where the table lies and what its columns are. */
export interface Recognised {
  /** Rows of the grid, from 0: the (lower) header row and the first row of data. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly columns: readonly Column[];
  /** Headers of all columns, as they stand. */
  readonly headers: readonly string[];
  /** Columns that match no field, and those that match one already taken. */
  readonly unmapped: readonly { readonly column: number; readonly header: string }[];
  /** Columns of persons' data that nobody needs for a draw: not kept. */
  readonly personal: readonly { readonly column: number; readonly header: string }[];
  /** Columns that are no data: what a program wrote, and row numbers (`serial`). */
  readonly own: readonly OwnColumn[];
  /** Names of required fields without a column, for which the importer has stated the value. */
  readonly assumed: readonly string[];
  /** A title says that a blank cell repeats the one above. */
  readonly continued: boolean;
}

export type RecogniseRefusal =
  | { readonly kind: 'no-header'; readonly expected: readonly string[] }
  | { readonly kind: 'missing-columns'; readonly missing: readonly string[]; readonly headers: readonly string[] };

/** The columns that an earlier reading added to what it refused; ignored when given again, like row numbers. */
export const reasonHeader = '错误说明';
export const rowHeader = '原行号';
const ownHeaders = new Set([reasonHeader, rowHeader, verdictHeader, idHeader].map(folded));
const serialHeaders = new Set(['序号', '行号'].map(folded));

/** 最小化: what the platforms' tables hold of a person and a draw does not need. */
const personalHeaders = [
  ...[
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    '证件号码',
    '性别',
    '年龄',
    '出生日期',
    '出生年月',
    '民族',
    '籍贯',
    '政治面貌',
  ],
  ...[
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '联系电话',
    '联系方式',
    '办公电话',
    '固定电话',
    '邮箱',
    '电子邮箱',
    '微信号',
    '家庭住址',
    '住址',
  ],
  ...[
    '学历',
    '学位',
    '毕业院校',
    '学历专业',
    '照片',
    '银行账号',
    '法定代表人',
    '法定代表人电话',
    '法人代表',
    '负责人电话',
    '法定代表人身份证号',
  ],
  ...['联络员电话', '联系人电话', '联络人电话', '婚姻状况', '健康状况', '回避原因', '回避理由', '回避事由'],
];
const personal = new Set(personalHeaders.map(folded));

const searched = 30;
/** Beyond this a cell is a paragraph. */
const longestHeader = 120;
const continuedTitle = /空(?:白|格)?\s*[=＝]\s*(?:承上|同上)/;

/**
 * Finds the header row among the first 30 rows: the one whose cells match most fields, alone or with the row below it.
 * @param stated names of fields that the importer states for the whole file; such a column may be missing.
 */
export function recognise<V>(
  grid: Grid,
  sheet: Sheet<V, string>,
  stated: readonly string[] = [],
  demand: readonly string[] = [],
): Result<Recognised, RecogniseRefusal> {
  const meaning = meanings(sheet);
  const head = headOf(grid, meaning);
  if (head === null)
    return err({ kind: 'no-header', expected: sheet.fields.filter((f) => f.required).map((f) => f.header) });
  const titles = grid.rows.slice(0, head.row).flat().map(textOf);
  const found = columnsOf(head.headers, meaning);
  const has = (name: string) => found.columns.some((each) => sheet.fields[each.field]?.name === name);
  const wanted = sheet.fields.filter((f) => (f.required || demand.includes(f.name)) && !has(f.name));
  const missing = wanted.filter((f) => !stated.includes(f.name)).map((f) => f.header);
  if (missing.length > 0)
    return err({ kind: 'missing-columns', missing, headers: head.headers.filter((h) => h !== '') });
  return ok({
    headerRow: head.row,
    firstRow: head.row + 1,
    headers: head.headers,
    ...found,
    assumed: stated.filter((name) => sheet.fields.some((f) => f.name === name) && !has(name)),
    continued: titles.some((title) => continuedTitle.test(title)),
  });
}

/** Which of several sheets a grid is: the one that takes most of its columns and lacks none that it requires. */
export function recogniseAmong<S extends Sheet<unknown>>(grid: Grid, sheets: readonly S[]): S | null {
  let best: { readonly sheet: S; readonly taken: number } | null = null;
  for (const sheet of sheets) {
    const found = recognise(grid, sheet);
    const taken = found.ok ? found.value.columns.length : 0;
    if (taken > (best?.taken ?? 0)) best = { sheet, taken };
  }
  return best?.sheet ?? null;
}

/** Folded header → place of its field and how sure the word is (0 is the sheet's own header). */
type Meanings = ReadonlyMap<string, { readonly field: number; readonly rank: number }>;

function meanings<V>(sheet: Sheet<V, string>): Meanings {
  const map = new Map<string, { field: number; rank: number }>();
  sheet.fields.forEach((field, place) => {
    [field.header, ...field.aliases].forEach((word, rank) => {
      const known = map.get(folded(word));
      if (known === undefined || rank < known.rank) map.set(folded(word), { field: place, rank });
    });
  });
  return map;
}

interface Head {
  readonly row: number;
  readonly headers: readonly string[];
  readonly score: number;
}

function headOf(grid: Grid, meaning: Meanings): Head | null {
  let best: Head | null = null;
  const last = Math.min(grid.rows.length, searched);
  for (let row = 0; row < last; row++) {
    const upper = grid.rows[row] ?? [];
    const single = scored(row, upper.map(headerText), meaning);
    const lower = grid.rows[row + 1];
    // Two header rows pay only where the lower one names fields that the upper one does not.
    const double = lower === undefined ? null : scored(row + 1, joined(upper, lower), meaning);
    for (const head of [single, double]) {
      if (head === null || head.score <= (best?.score ?? 0)) continue;
      if (head === double && head.score < single.score + 1) continue;
      best = head;
    }
  }
  return best !== null && best.score >= Math.min(2, new Set([...meaning.values()].map((m) => m.field)).size)
    ? best
    : null;
}

const scored = (row: number, headers: readonly string[], meaning: Meanings): Head => ({
  row,
  headers,
  score: new Set(headers.map((each) => meantBy(each, meaning)?.field).filter((each) => each !== undefined)).size,
});

/** 单位工号* or 执法证有效期（必填，长期有效填9999-09-09): the note in brackets says how to fill it in. */
const meantBy = (header: string, meaning: Meanings) =>
  header.length > longestHeader
    ? undefined
    : (meaning.get(folded(header)) ?? meaning.get(folded(header.replace(/[(（][^)）]*[)）]\s*[*＊]?\s*$/, ''))));

const headerText = (cell: Cell): string => textOf(cell).replace(/\s+/g, ' ').trim();

/** Under a group header stands the column's own; a header that spans both rows stands in the upper one only. */
function joined(upper: readonly Cell[], lower: readonly Cell[]): string[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, i) => headerText(lower[i] ?? '') || headerText(upper[i] ?? ''));
}

function columnsOf(headers: readonly string[], meaning: Meanings) {
  const unmapped: { column: number; header: string }[] = [];
  const own: OwnColumn[] = [];
  const personalColumns: { column: number; header: string }[] = [];
  const taken = new Map<number, Column & { readonly rank: number }>();
  headers.forEach((header, column) => {
    const key = folded(header);
    if (key === '') return;
    if (ownHeaders.has(key) || serialHeaders.has(key)) {
      own.push({ column, header, serial: serialHeaders.has(key) });
      return;
    }
    const meant = meantBy(header, meaning);
    if (meant === undefined) {
      (personal.has(key) ? personalColumns : unmapped).push({ column, header });
      return;
    }
    const rival = taken.get(meant.field);
    if (rival === undefined) taken.set(meant.field, { field: meant.field, column, header, rank: meant.rank });
    else if (meant.rank < rival.rank) {
      unmapped.push({ column: rival.column, header: rival.header });
      taken.set(meant.field, { field: meant.field, column, header, rank: meant.rank });
    } else unmapped.push({ column, header });
  });
  const columns = [...taken.values()].map(({ field, column, header }) => ({ field, column, header }));
  return { columns, unmapped, own, personal: personalColumns };
}
