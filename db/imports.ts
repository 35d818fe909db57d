/**
 * How a list of any size becomes true in one small batch. An import gets a number; its rows are written under this number,
 * in chunks; they hold from the moment the import itself is committed, with its fact. Killed before, nothing holds; after,
 * all of it. Rows are never overwritten: a later import's row of the same key stands before it, so that a reader who notes
 * the numbers once (a snapshot) sees one state to the end, and old states can still be read.
 *
 * Imports of one list come true in the order of their numbers. One that was overtaken is refused and staged again.
 */
import type { InStatement, InValue } from '@libsql/client/web';
import type { At } from './commit.ts';
import type { Db } from './database.ts';

const lists = [
  'subject',
  'classification',
  'past_check',
  'department',
  'inspector',
  'expert',
  'recusal',
  'item',
  'joint_matter',
] as const;
export type List = (typeof lists)[number];

/** An import begun. */
export interface Staging {
  readonly no: number;
  readonly list: List;
  /** The import that held when this one was begun; what the file was compared with. */
  readonly base: number;
}

/** After this an import that was not committed is taken for dead (its program was killed) and its rows are removed. */
const abandonedAfterMs = 60 * 60 * 1000;

/**
 * Begins an import. Several of one list may be under way; the first one committed wins, so that one always does.
 * @param at server time, ISO
 */
export async function beginImport(db: Db, list: List, at: string): Promise<Staging> {
  await sweep(db, list);
  const [, result] = await db.write([abandon(list, at), stagingRow(list, at)]);
  const row = result?.rows[0];
  if (row === undefined) throw new Error('beginImport: no number given');
  return { no: Number(row.no), list, base: Number(row.base) };
}

/** What is kept about an import. */
export interface Imported {
  /** Digest of the file, '' for a change that no file brought. */
  readonly fileDigest: string;
  /** Digests of the report's pages, joined by a space. */
  readonly report: string;
  readonly rows: number;
}

/** Another import of the list came true first: stage again, compared with what holds now. */
export interface ImportRefusal {
  readonly reason: 'import-overtaken';
  readonly list: List;
}

/** Whether the list is still as it was when the import was begun; asked inside `decide`, where nobody can come between. */
export async function stillHolds(db: Db, staging: Staging): Promise<boolean> {
  const [row] = await db.read({
    sql: `select state, (select coalesce(max(no), 0) from import where list = staging.list) as latest from staging where no = ?`,
    args: [BigInt(staging.no)],
  });
  return row !== undefined && row.state === 'open' && Number(row.latest) === staging.base;
}

/** The row that makes a staged import true; goes into the commit of its fact. */
export const importRow = (staging: Staging, imported: Imported, at: At): InStatement => ({
  sql: 'insert into import (no, list, file_digest, report, rows, seq, at) values (?, ?, ?, ?, ?, ?, ?)',
  args: [
    BigInt(staging.no),
    staging.list,
    imported.fileDigest,
    imported.report,
    BigInt(imported.rows),
    BigInt(at.seq),
    at.now,
  ],
});

/** A change of a few rows without staging, for the commit of its fact. `insert` builds on the import number that it is given as SQL. */
export const changeNow = (
  list: List,
  at: At,
  count: number,
  insert: (importSql: string) => InStatement,
): InStatement[] => [
  stagingRow(list, at.now),
  insert('(select max(no) from staging)'),
  {
    sql: `insert into import (no, list, file_digest, report, rows, seq, at) select max(no), ?, '', '', ?, ?, ? from staging`,
    args: [list, BigInt(count), BigInt(at.seq), at.now],
  },
];

/** The last committed import of a list, if any. */
export async function lastImport(
  db: Db,
  list: List,
): Promise<(Imported & { readonly no: number; readonly at: string }) | null> {
  const [row] = await db.read({
    sql: 'select no, file_digest, report, rows, at from import where list = ? order by no desc limit 1',
    args: [list],
  });
  if (row === undefined) return null;
  const { no, file_digest, report, rows, at } = row;
  return {
    no: Number(no),
    fileDigest: String(file_digest),
    report: String(report),
    rows: Number(rows),
    at: String(at),
  };
}

/** One state of the lists: for each the last import that holds, and the numbers below it that never came true. */
export type Snapshot = { readonly [list in List]: { readonly upTo: number; readonly dead: readonly number[] } };

/** The present state, in one statement. Whatever is committed later does not show in it. */
export async function snapshot(db: Db): Promise<Snapshot> {
  const rows = await db.read(
    `select i.list, max(i.no) as up_to, (
       select group_concat(s.no) from staging s
       where s.list = i.list and s.no < max(i.no) and not exists (select 1 from import j where j.no = s.no)
     ) as dead from import i group by i.list`,
  );
  const held = new Map(rows.map((row) => [String(row.list), row]));
  const stateOf = (list: List) => {
    const row = held.get(list);
    const dead = row?.dead === null || row?.dead === undefined ? [] : String(row.dead).split(',').map(Number);
    return { upTo: Number(row?.up_to ?? 0), dead };
  };
  return {
    subject: stateOf('subject'),
    classification: stateOf('classification'),
    past_check: stateOf('past_check'),
    department: stateOf('department'),
    inspector: stateOf('inspector'),
    expert: stateOf('expert'),
    recusal: stateOf('recusal'),
    item: stateOf('item'),
    joint_matter: stateOf('joint_matter'),
  };
}

/** A condition that admits the rows of a snapshot; whole numbers of ours only, so they stand in the SQL. */
export function admits(state: Snapshot, list: List, column = 'import'): string {
  const { upTo, dead } = state[list];
  return dead.length === 0 ? `${column} <= ${upTo}` : `${column} <= ${upTo} and ${column} not in (${dead.join(', ')})`;
}

const abandon = (list: List, at: string): InStatement => ({
  sql: `update staging set state = 'abandoned'
    where list = ? and state = 'open' and at < ? and no not in (select no from import)`,
  args: [list, new Date(Date.parse(at) - abandonedAfterMs).toISOString()],
});

const stagingRow = (list: List, at: string): InStatement => {
  const args: InValue[] = [list, list, at];
  return {
    sql: `insert into staging (no, list, base, at)
      select coalesce(max(no), 0) + 1, ?, coalesce((select max(no) from import where list = ?), 0), ? from staging
      returning no, base`,
    args,
  };
};

// Rows of abandoned imports belong to nothing; they are removed when the next import but one of the list begins.
async function sweep(db: Db, list: List): Promise<void> {
  const dead = await db.read({ sql: `select no from staging where list = ? and state = 'abandoned'`, args: [list] });
  for (const row of dead) {
    const no = BigInt(Number(row.no));
    await db.write([
      { sql: `delete from ${list} where import = ?`, args: [no] },
      { sql: `update staging set state = 'swept' where no = ?`, args: [no] },
    ]);
  }
}
