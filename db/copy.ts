/**
 * Copies an office's database into another, behind HTTP or in a file, whichever way. Table by table and page by page it makes the target
 * what the source is, and reads back what it wrote: the same walk begins a copy, continues a broken one, brings it up to date and verifies
 * it. Both sides are digested in this program, line by line.
 */
import { createHash } from 'node:crypto';
import type { InStatement } from '@libsql/client/web';
import { err, ok, type Result } from '../core/result.ts';
import { portion } from './arriving.ts';
import {
  deleteLines,
  insertLines,
  type Key,
  keyOfLine,
  type Page,
  pageAfter,
  pageBetween,
  unitsMax,
} from './copy-page.ts';
import type { Schema, Table } from './copy-tables.ts';
import { type Db, pause } from './database.ts';
import { type DatabaseTrouble, troubleOf } from './trouble.ts';

/** Where a walk has come to. */
export interface Step {
  readonly table: string;
  readonly rows: number;
}

export interface Walked {
  /** Rows in all tables. */
  readonly rows: number;
  /** Rows that were not there yet, or other than at the source. */
  readonly changed: number;
  /** By table: its rows and the SHA-256 of its lines, the same on both sides. */
  readonly tables: ReadonlyMap<string, { readonly rows: number; readonly digest: string }>;
}

/** The target does not keep what is written into it. */
export type CopyTrouble = { readonly reason: 'differs'; readonly table: string };

const pageTries = 12;
const waitMostMs = 8000;

/**
 * @param run of this program, as `beginArrival` was given it
 * @throws DatabaseTrouble where one side does not answer for about a minute, or another program has taken the copy over
 */
export async function walk(
  source: Db,
  target: Db,
  { tables }: Schema,
  run: string,
  step: (step: Step) => void,
): Promise<Result<Walked, CopyTrouble>> {
  const walked = new Map<string, { rows: number; digest: string }>();
  let changed = 0;
  for (const table of tables) {
    const done = await walkTable(source, target, table, run, step);
    if (!done.ok) return done;
    changed += done.value.changed;
    walked.set(table.name, { rows: done.value.rows, digest: done.value.digest });
  }
  const rows = [...walked.values()].reduce((sum, each) => sum + each.rows, 0);
  return ok({ rows, changed, tables: walked });
}

/** One digest over those of all tables. */
export function digestOfAll({ tables }: Walked): string {
  const hash = createHash('sha256').update('mingchou/copy/1\n');
  for (const [name, { rows, digest }] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name} ${rows} ${digest}\n`);
  return hash.digest('hex');
}

async function walkTable(
  source: Db,
  target: Db,
  table: Table,
  run: string,
  step: (step: Step) => void,
): Promise<Result<{ rows: number; changed: number; digest: string }, CopyTrouble>> {
  const [here, there] = [createHash('sha256'), createHash('sha256')];
  let after: Key | null = null;
  let [rows, changed, expected, shownAt] = [0, 0, 16, 0];
  const isBlank = (await patiently(() => target.read(`select 1 from ${table.name} limit 1`))).length === 0;
  for (;;) {
    const from: Key | null = after;
    const page: Page = await patiently(() => pageAfter(source, table, from, expected));
    const made = await matched(target, table, run, from, page, isBlank);
    if (made === null) return err({ reason: 'differs', table: table.name });
    for (const line of page.lines) here.update(`${line}\n`);
    for (const line of made.lines) there.update(`${line}\n`);
    changed += made.changed;
    rows += page.lines.length;
    if (page.end === null) break;
    after = page.end;
    expected = Math.max(1, Math.min(page.lines.length * 4, fitting(page)));
    if (rows - shownAt >= 20_000) {
      shownAt = rows;
      step({ table: table.name, rows });
    }
    await pause();
  }
  const digest = here.digest('hex');
  if (digest !== there.digest('hex')) return err({ reason: 'differs', table: table.name });
  step({ table: table.name, rows });
  return ok({ rows, changed, digest });
}

/** So many rows of this size fill a page. */
const fitting = ({ lines }: Page): number =>
  Math.ceil(
    (unitsMax * lines.length) /
      Math.max(
        1,
        lines.reduce((sum, line) => sum + line.length, 0),
      ),
  ) + 1;

/** Makes the target's rows between two keys those of the page. @returns them as they were read back, or null where they do not stay so */
async function matched(
  target: Db,
  table: Table,
  run: string,
  after: Key | null,
  page: Page,
  isBlank: boolean,
): Promise<{ lines: readonly string[]; changed: number } | null> {
  let changed = 0;
  for (let tries = 1; tries <= pageTries; tries += 1) {
    const held =
      isBlank && tries === 1 ? { lines: [] } : await patiently(() => pageBetween(target, table, after, page.end));
    const statements = difference(table, held.lines, page.lines);
    if (statements === null) return { lines: held.lines, changed };
    changed = Math.max(changed, statements.count);
    try {
      await target.write(portion(run, statements.all));
    } catch (thrown) {
      // Whether it was carried out is seen by reading again.
      const trouble = troubleOf(thrown);
      if (!passes(trouble)) throw trouble;
      await pause(waitMs(tries));
    }
  }
  return null;
}

/** Null where nothing differs. */
function difference(
  table: Table,
  held: readonly string[],
  wanted: readonly string[],
): { all: readonly InStatement[]; count: number } | null {
  if (held.length === wanted.length && held.every((line, i) => line === wanted[i])) return null;
  if (held.length === 0) return { all: [insertLines(table, wanted)], count: wanted.length };
  const [has, wants] = [new Set(held), new Set(wanted)];
  const missing = wanted.filter((line) => !has.has(line));
  const keys = new Set(missing.map((line) => JSON.stringify(keyOfLine(table, line))));
  // What others refer to is replaced where it stands, by one statement, and never away in between.
  const gone = held.filter((line) => !wants.has(line) && !keys.has(JSON.stringify(keyOfLine(table, line))));
  return {
    all: [
      ...(gone.length > 0 ? [deleteLines(table, gone)] : []),
      ...(missing.length > 0 ? [insertLines(table, missing)] : []),
    ],
    count: gone.length + missing.length,
  };
}

/** The server, or what lies between, may be well again later; what was carried out meanwhile is seen by reading. */
const passes = (trouble: DatabaseTrouble): boolean =>
  trouble.network || trouble.busy || trouble.closed || /^(STREAM|TRANSACTION)_/.test(trouble.code);

const waitMs = (tries: number): number => Math.min(waitMostMs, 20 * 2 ** tries);

/** Reads through a network that fails for a while: about a minute in all. */
export async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await read();
    } catch (thrown) {
      const trouble = troubleOf(thrown);
      if (!passes(trouble) || tries === pageTries) throw trouble;
      await pause(waitMs(tries));
    }
  }
}
