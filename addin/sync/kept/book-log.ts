/**
 * What a workbook keeps of its books, the part `rows`: what the desk last gave, and conflicts that nobody has solved. It is a log: a later line
 * holds over an earlier one, so that a crash between two lines loses nothing.
 */
import { type BookRef, type BookSheet, bookSheets } from '../../../core/sheet/book.ts';
import type { Conflict, HeldRow } from '../../../core/sheet/row.ts';
import type { Words } from '../../../core/words.ts';
import { isCells, type Lines, parsed } from './lines.ts';

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

const isWords = (value: unknown): value is Words => isCells(value) && 'zh' in value && 'en' in value;
const isConflicts = (value: unknown): value is readonly Conflict[] =>
  Array.isArray(value) &&
  value.every((each) => isCells(each) && 'field' in each && 'was' in each && 'mine' in each && 'theirs' in each);
