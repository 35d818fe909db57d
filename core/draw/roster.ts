/**
 * The roster: who can be drawn, by which task, and why the others cannot, frozen as pages of text lines (README §2). Pages are
 * text and not JSON, so that a million rows are hashed, kept and read as they stand. Reading makes columns of small numbers;
 * keys and places stay in the text until somebody asks for one.
 */
import { type Digest, digestText } from '../digest.ts';
import { keyText, type NumberKind, numberKinds, type SubjectKey } from '../registry/subject.ts';
import { err, ok, type Result } from '../result.ts';
import { type Difference, differ } from './difference.ts';
import type { Manifest } from './manifest.ts';
import { compareBytes } from './order.ts';
import { tag } from './protocol.ts';
import { type RosterColumns, readPage } from './roster-page.ts';

/** One subject as it is written: its key, where the visit would be, counted checks so far, and a mark for each task. */
export interface RosterRow extends SubjectKey {
  readonly place: string;
  /** For each counter of the manifest. */
  readonly used: readonly number[];
  /** For each task of the manifest. */
  readonly marks: readonly RosterMark[];
}

/** Not in the task's frame; or the place of its tier (null: without a class) and the letter that excludes it, or null. */
export type RosterMark = null | { readonly tier: number | null; readonly excluded: string | null };

/** What drawing looks at: small numbers of each row. */
export interface RosterTable {
  readonly rows: number;
  /** Per task. */
  readonly columns: RosterColumns;
}

/** The table, and who the rows are. */
export interface Roster extends RosterTable {
  key(row: number): SubjectKey;
  place(row: number): string;
}

export interface RosterPage {
  readonly rows: number;
  readonly digest: Digest;
  readonly text: string;
}

export const pageDigest = (text: string): Digest => digestText(tag('roster-page'), text);

const TIERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const markText = (mark: RosterMark): string => {
  if (mark === null) return '--';
  if (mark.tier === null && mark.excluded === null)
    throw new TypeError('roster: a subject without a class needs a reason');
  const tier = mark.tier === null ? '?' : TIERS[mark.tier];
  if (tier === undefined) throw new RangeError(`roster: tier ${mark.tier}`);
  return `${tier}${mark.excluded ?? '.'}`;
};

/**
 * Rows, already in the order of their keys, as pages of at most `rowsPerPage` lines. Where the cuts fall changes no ticket.
 * @throws TypeError where rows do not ascend or a field holds a TAB or line feed: the caller has sorted and cleaned them.
 */
export function* rosterPages(rows: Iterable<RosterRow>, rowsPerPage: number): Generator<RosterPage> {
  let text = '';
  let lines = 0;
  let last = '';
  for (const row of rows) {
    const key = keyText(row);
    if (compareBytes(last, key) >= 0) throw new TypeError(`roster: ${key} does not follow ${last}`);
    last = key;
    if (row.number === '' || breaksLine(row.number) || breaksLine(row.place))
      throw new TypeError(`roster: a field of ${key} holds a TAB or line feed, or its number is empty`);
    let marks = '';
    for (const mark of row.marks) marks += markText(mark);
    text += `${row.kind}\t${row.number}\t${row.place}\t${row.used.join(',')}\t${marks}\n`;
    lines += 1;
    if (lines === rowsPerPage) {
      yield { rows: lines, digest: pageDigest(text), text };
      [text, lines] = ['', 0];
    }
  }
  if (lines > 0) yield { rows: lines, digest: pageDigest(text), text };
}

const breaksLine = (field: string): boolean => field.includes('\t') || field.includes('\n');

/** Digests of all pages, as the manifest holds them; the first that differs is named. */
export function checkPages(manifest: Manifest, pages: readonly string[]): Result<null, Difference> {
  const stated = manifest.roster.pages;
  if (stated.length !== pages.length) return err(differ('roster', stated.length, pages.length));
  for (const [i, text] of pages.entries()) {
    const found = pageDigest(text);
    if (stated[i]?.digest !== found) return err(differ(`roster[${i}]`, stated[i]?.digest, found));
  }
  return ok(null);
}

/** Takes a roster's pages one after the other, so that nobody need hold them all. */
export interface RosterReader {
  /** The next page; every line is checked as README §2 says, the first that breaks a rule is named. Does not hash. */
  take(text: string): Result<null, Difference>;
  /** The table of all pages taken, if they are as many rows as the manifest says. */
  table(): Result<RosterTable, Difference>;
}

export function rosterReader(manifest: Manifest): RosterReader {
  const { rows, pages } = manifest.roster;
  const columns: RosterColumns = {
    starts: new Int32Array(rows),
    tiers: manifest.tasks.map(() => new Uint8Array(rows)),
    letters: manifest.tasks.map(() => new Uint8Array(rows)),
    open: manifest.tasks.map(() => new Uint8Array(rows)),
    used: manifest.counters.map(() => new Int32Array(rows)),
  };
  const shape = {
    tiers: manifest.tasks.map((task) => task.tiers.length),
    letters: new Set(manifest.exclusions.map((each) => each.letter.charCodeAt(0))),
  };
  let [row, taken] = [0, 0];
  let last: string | null = null;
  return {
    take(text) {
      const page = taken;
      taken += 1;
      const stated = pages[page]?.rows ?? 0;
      if (row + stated > rows) return err(differ('manifest.roster.rows', row + stated, rows));
      const read = readPage(text, row, stated, columns, shape);
      if (!read.ok) return err({ ...read.error, at: `roster[${page}] ${read.error.at}` });
      row += stated;
      if (stated === 0) return ok(null);
      const first = keyIn(text, 0);
      if (last !== null && compareBytes(last, first) >= 0)
        return err({ at: `roster[${page}] line 1`, expected: `after ${last}`, found: first });
      last = keyIn(text, columns.starts[row - 1] ?? 0);
      return ok(null);
    },
    table: () => (row === rows ? ok({ rows, columns }) : err(differ('manifest.roster.rows', row, rows))),
  };
}

/** All pages at once: about 0.3 s for a million rows. Who a row is stays in the pages until somebody asks. */
export function readRoster(manifest: Manifest, pages: readonly string[]): Result<Roster, Difference> {
  const reader = rosterReader(manifest);
  for (const text of pages) {
    const taken = reader.take(text);
    if (!taken.ok) return taken;
  }
  const table = reader.table();
  if (!table.ok) return table;
  const { rows, columns } = table.value;
  const firsts = firstsOf(manifest, pages.length);
  const lineOf = (asked: number): RosterLine => {
    if (!(asked >= 0 && asked < rows)) throw new RangeError(`roster: no row ${asked}`);
    return lineAt(pages[lastAtMost(firsts, asked)] ?? '', columns.starts[asked] ?? 0);
  };
  return ok({ rows, columns, key: (asked) => lineOf(asked).key, place: (asked) => lineOf(asked).place });
}

/**
 * Who some rows are, out of pages that are given one after the other a second time; of the others nothing is kept.
 * @param asked rows, each at most once
 */
export function rosterOf(manifest: Manifest, { rows, columns }: RosterTable, asked: Iterable<number>): PartReader {
  const wanted = Int32Array.from(asked).sort();
  const firsts = firstsOf(manifest, manifest.roster.pages.length);
  const lines = new Map<number, RosterLine>();
  let [at, page] = [0, 0];
  const lineOf = (row: number): RosterLine => {
    const line = lines.get(row);
    if (line === undefined) throw new RangeError(`roster: row ${row} was not asked for`);
    return line;
  };
  return {
    take(text) {
      page += 1;
      const end = firsts[page] ?? rows;
      for (let row = wanted[at]; row !== undefined && row < end; at += 1, row = wanted[at])
        lines.set(row, lineApart(text, columns.starts[row] ?? 0));
    },
    roster: { rows, columns, key: (row) => lineOf(row).key, place: (row) => lineOf(row).place },
  };
}

export interface PartReader {
  take(text: string): void;
  /** Knows the rows that were asked for, once all pages are taken. */
  readonly roster: Roster;
}

interface RosterLine {
  readonly key: SubjectKey;
  readonly place: string;
}

/** The line that begins at a place of a page. */
function lineAt(text: string, start: number): RosterLine {
  const [kind = '', number = '', place = ''] = text.slice(start, text.indexOf('\n', start)).split('\t');
  return { key: { kind: kindOf(kind), number }, place };
}

/** The same with texts of its own: V8 keeps a slice as a window on the text that it was cut from, and so the whole page alive. */
function lineApart(text: string, start: number): RosterLine {
  const { key, place } = lineAt(text, start);
  return { key: { kind: key.kind, number: Array.from(key.number).join('') }, place: Array.from(place).join('') };
}

/** First row of each page. */
function firstsOf({ roster }: Manifest, pages: number): readonly number[] {
  let row = 0;
  return Array.from({ length: pages }, (_, page) => {
    const first = row;
    row += roster.pages[page]?.rows ?? 0;
    return first;
  });
}

const keyIn = (text: string, start: number): string => {
  const [kind, number] = text.slice(start, text.indexOf('\n', start)).split('\t');
  return `${kind}:${number}`;
};

function kindOf(text: string): NumberKind {
  const kind = numberKinds.find((each) => each === text);
  if (kind === undefined) throw new TypeError(`roster: kind ${text}`);
  return kind;
}

/** The last page whose first row is not beyond the row (several pages may begin there: empty ones come first). */
function lastAtMost(firsts: readonly number[], row: number): number {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firsts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The row of a subject, or null: by halving, since rows ascend by key. */
export function rowOf(roster: Roster, key: SubjectKey): number | null {
  const sought = keyText(key);
  let low = 0;
  let high = roster.rows - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareBytes(keyText(roster.key(middle)), sought);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
