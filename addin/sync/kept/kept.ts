/**
 * What a workbook keeps about itself, as rows of texts: `binding` says whose it is and which worksheet is which book; `rows` what the desk
 * last gave, and conflicts that nobody has solved; `outbox` what was sent and not yet answered. `rows` and `outbox` are logs: a later line
 * holds over an earlier one, so that a crash between two lines loses nothing, and a line that cannot be read is passed over.
 */
import { bookLine, type Submission, submission } from '../../../core/api/shapes.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { type BookLine, type BookRef, type BookSheet, bookSheets } from '../../../core/sheet/book.ts';
import type { Conflict, HeldRow } from '../../../core/sheet/row.ts';
import { parseWire } from '../../../core/wire.ts';

export type Lines = readonly (readonly string[])[];

/** A later form than ours is refused as a whole: what it means is not known here. */
export const keptFormat = 1;
const mark = '明抽';

export interface KeptSheet {
  readonly worksheet: string;
  readonly ref: BookRef;
  readonly year: number | null;
  /** Fields that the book shows. */
  readonly fields: readonly string[];
  readonly line: BookLine | null;
}
export interface Binding {
  readonly office: string;
  readonly department: string;
  readonly departmentName: string;
  readonly sheets: readonly KeptSheet[];
}

export const layBinding = ({ office, department, departmentName, sheets }: Binding): Lines => [
  [mark, String(keptFormat), office, department, departmentName],
  ...sheets.map(({ worksheet, ref, year, fields, line }) => [
    'sheet',
    worksheet,
    ref.sheet,
    ref.book,
    year === null ? '' : String(year),
    JSON.stringify(fields),
    JSON.stringify(line),
  ]),
];

/** null: the workbook belongs to nobody yet. */
export function readBinding(lines: Lines): Result<Binding | null, { readonly kind: 'later-format' }> {
  const [head, ...rest] = lines;
  if (head === undefined || head[0] !== mark) return ok(null);
  if (Number(head[1]) > keptFormat) return err({ kind: 'later-format' });
  const [, , office = '', department = '', departmentName = ''] = head;
  const sheets = rest.flatMap((line) => (line[0] === 'sheet' ? (keptSheet(line) ?? []) : []));
  return ok({ office, department, departmentName, sheets });
}

function keptSheet([, worksheet = '', sheet = '', book = '', year = '', fields = '', line = '']: readonly string[]) {
  const known = bookSheets.find((each) => each === sheet);
  const names = parsed(fields);
  if (known === undefined || !isTexts(names)) return null;
  const read = parseWire(bookLine, parsed(line));
  return {
    worksheet,
    ref: { sheet: known, book },
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    fields: names,
    line: read.ok ? read.value : null,
  };
}

/** A conflict that nobody has solved: the row as the desk holds it, and the fields in question. */
export interface KeptConflict {
  readonly theirs: HeldRow;
  readonly conflicts: readonly Conflict[];
  /** Withdrawn here, changed there meanwhile. */
  readonly withdrawn: boolean;
}
export interface KeptBook {
  readonly rows: ReadonlyMap<string, HeldRow>;
  readonly conflicts: ReadonlyMap<string, KeptConflict>;
}

export const rowLine = (ref: BookRef, row: HeldRow): readonly string[] => [
  'row',
  ref.sheet,
  ref.book,
  ...heldTexts(row),
];
export const goneLine = (ref: BookRef, id: string): readonly string[] => ['gone', ref.sheet, ref.book, id];
export const solvedLine = (ref: BookRef, id: string): readonly string[] => ['solved', ref.sheet, ref.book, id];
export const conflictLine = (ref: BookRef, id: string, { theirs, conflicts, withdrawn }: KeptConflict) =>
  ['conflict', ref.sheet, ref.book, id, JSON.stringify(conflicts), withdrawn ? '1' : '', ...heldTexts(theirs)] as const;

const heldTexts = ({ id, version, by, at, locked, cells }: HeldRow): readonly string[] => [
  id,
  version,
  by,
  at,
  locked === null ? '' : JSON.stringify(locked),
  JSON.stringify(cells),
];

function heldRow([
  id = '',
  version = '',
  by = '',
  at = '',
  locked = '',
  cells = '',
]: readonly string[]): HeldRow | null {
  const texts = parsed(cells);
  if (id === '' || !isCells(texts)) return null;
  const why = locked === '' ? null : parsed(locked);
  return { id, version, by, at, cells: texts, locked: isWords(why) ? why : null };
}

/** What the log says of one book. */
export function readBook(lines: Lines, ref: BookRef): KeptBook {
  const rows = new Map<string, HeldRow>();
  const conflicts = new Map<string, KeptConflict>();
  for (const line of lines) {
    const [kind, sheet, book, id = ''] = line;
    if (sheet !== ref.sheet || book !== ref.book) continue;
    if (kind === 'gone') {
      rows.delete(id);
      conflicts.delete(id);
    } else if (kind === 'solved') conflicts.delete(id);
    else if (kind === 'row') {
      const row = heldRow(line.slice(3));
      if (row !== null) rows.set(row.id, row);
    } else if (kind === 'conflict') {
      const theirs = heldRow(line.slice(6));
      const fields = parsed(line[4] ?? '');
      if (theirs !== null && isConflicts(fields))
        conflicts.set(id, { theirs, conflicts: fields, withdrawn: line[5] === '1' });
    }
  }
  return { rows, conflicts };
}

/** The log without what later lines have overtaken. */
export function compacted(lines: Lines): Lines {
  const refs = new Map<string, BookRef>();
  for (const [, sheet = '', book = ''] of lines) {
    const known: BookSheet | undefined = bookSheets.find((each) => each === sheet);
    if (known !== undefined) refs.set(`${sheet} ${book}`, { sheet: known, book });
  }
  return [...refs.values()].flatMap((ref) => {
    const { rows, conflicts } = readBook(lines, ref);
    return [
      ...[...rows.values()].map((row) => rowLine(ref, row)),
      ...[...conflicts].map(([id, each]) => conflictLine(ref, id, each)),
    ];
  });
}

/** Field → what stood in the cell where that was written otherwise than it was sent (2026.3.1 for 2026-03-01). */
export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;
export interface Batch {
  readonly worksheet: string;
  readonly request: Submission;
  /** By row. */
  readonly typed: Typed;
}

export const batchLine = ({ worksheet, request, typed }: Batch): readonly string[] => [
  'batch',
  request.batch,
  worksheet,
  JSON.stringify(request),
  JSON.stringify(typed),
];
export const doneLine = (batch: string): readonly string[] => ['done', batch];

/** Batches without an answer, in the order in which they were written. */
export function readOutbox(lines: Lines): readonly Batch[] {
  const batches = new Map<string, Batch>();
  for (const [kind, id = '', worksheet = '', request = '', typed = ''] of lines) {
    if (kind === 'done') batches.delete(id);
    if (kind !== 'batch') continue;
    const read = parseWire(submission, parsed(request));
    const texts = parsed(typed);
    if (read.ok) batches.set(id, { worksheet, request: read.value, typed: isTyped(texts) ? texts : {} });
  }
  return [...batches.values()];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const isCells = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((each) => typeof each === 'string');
const isTyped = (value: unknown): value is Typed => isObject(value) && Object.values(value).every(isCells);
const isWords = (value: unknown): value is { zh: string; en: string } =>
  isCells(value) && 'zh' in value && 'en' in value;
const isConflicts = (value: unknown): value is readonly Conflict[] =>
  Array.isArray(value) &&
  value.every((each) => isCells(each) && 'field' in each && 'was' in each && 'mine' in each && 'theirs' in each);
