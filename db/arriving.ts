/**
 * A database that a copy is arriving in says so itself, until the copy is whole and verified: nobody takes a part of an office for the
 * office. The mark, a table of its own, also says whose copy it is, so that a broken one is continued by the same command, and which
 * program is at it, so that two never write into one another.
 */
import type { InStatement } from '@libsql/client/web';
import { err, ok, type Result } from '../core/result.ts';
import type { Schema } from './copy-tables.ts';
import type { Db } from './database.ts';
import { migrate } from './migrate.ts';

export type Purpose = 'backup' | 'restore' | 'move';

export interface Arrival {
  readonly purpose: Purpose;
  /** Hash of the first fact of the ledger that is copied. */
  readonly origin: string;
  /** Server time, ISO. */
  readonly began: string;
}

export type ArrivalRefusal =
  /** Facts are there already; nothing is ever written over them. */
  | { readonly reason: 'occupied'; readonly place: string }
  /** Tables of another program. */
  | { readonly reason: 'foreign'; readonly place: string; readonly table: string }
  /** Another copy was begun there and not finished. */
  | { readonly reason: 'other-arrival'; readonly place: string; readonly purpose: Purpose };

const tableSql = `create table arriving (
  no integer primary key check (no = 1), run text not null, purpose text not null, origin text not null,
  began text not null, writing integer not null) strict`;

// Whoever has the database open without asking can record nothing in it meanwhile.
const guardSql = `create trigger arriving_guard before insert on ledger
  when new.kind <> 'office-arrived' and (select writing from arriving) = 0
  begin select raise(abort, 'a copy of an office is arriving here'); end`;

/** The copy that was begun in this database and not finished; null where it is whole. */
export async function arrivalIn(db: Db): Promise<Arrival | null> {
  if ((await db.read(`select 1 from sqlite_master where name = 'arriving'`)).length === 0) return null;
  const [row] = await db.read('select purpose, origin, began from arriving');
  if (row === undefined) return null;
  return { purpose: purposeOf(String(row.purpose)), origin: String(row.origin), began: String(row.began) };
}

const purposeOf = (text: string): Purpose => (text === 'backup' || text === 'restore' ? text : 'move');

/**
 * Makes an empty database ready for a copy, or goes on with one that was begun.
 * @param run of this program, by chance; whoever had begun before can write no more
 * @returns whether something may be there already
 */
export async function beginArrival(
  db: Db,
  { tables, triggers }: Schema,
  place: string,
  { purpose, origin, began, run }: Arrival & { readonly run: string },
): Promise<Result<{ readonly continued: boolean }, ArrivalRefusal>> {
  const ours = new Set([...tables.map(({ name }) => name), 'migration', 'arriving']);
  const there =
    await db.read(`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
    and name not like '\\_litestream%' escape '\\' and name not like 'libsql\\_%' escape '\\'`);
  const foreign = there.find(({ name }) => !ours.has(String(name)));
  if (foreign !== undefined) return err({ reason: 'foreign', place, table: String(foreign.name) });
  const before = await arrivalIn(db);
  if (before !== null) {
    if (before.origin !== origin || before.purpose !== purpose)
      return err({ reason: 'other-arrival', place, purpose: before.purpose });
    await db.write([{ sql: 'update arriving set run = ?, writing = 0', args: [run] }]);
    return ok({ continued: true });
  }
  if (there.some(({ name }) => name === 'ledger') && (await db.read('select 1 from ledger limit 1')).length > 0)
    return err({ reason: 'occupied', place });
  await migrate(db, began);
  await db.write([
    tableSql,
    { sql: 'insert into arriving values (1, ?, ?, ?, ?, 0)', args: [run, purpose, origin, began] },
    guardSql,
    ...triggers.map(({ name }) => `drop trigger if exists ${name}`),
  ]);
  return ok({ continued: there.length > 0 });
}

/** Fails, and with it the whole batch, where another program has taken this copy over or ended it. */
export const stillOurs = (run: string): InStatement => ({
  sql: `insert into arriving select 1, '', '', '', '', 0 where not exists (select 1 from arriving where run = ?)`,
  args: [run],
});

/** Statements of a portion; the ledger is open to them alone. */
export const portion = (run: string, statements: readonly InStatement[]): readonly InStatement[] => [
  stillOurs(run),
  'update arriving set writing = 1',
  ...statements,
  'update arriving set writing = 0',
];

/** What makes a copy that is whole and verified an office's database: all of it at once, the mark last. */
export const endArrival = ({ triggers }: Schema, run: string): readonly InStatement[] => [
  stillOurs(run),
  'drop trigger arriving_guard',
  ...triggers.flatMap(({ name, sql }) => [`drop trigger if exists ${name}`, sql]),
  'drop table arriving',
];

/** No program that is still at it can finish it any more; a later move of the same office may begin on it again. */
export async function giveUpArrival(db: Db): Promise<void> {
  if ((await arrivalIn(db)) !== null) await db.write([`update arriving set run = '', writing = 0`]);
}
