/**
 * Brings a database to the present schema: all pending migrations in one atomic batch, at start. A migration that was
 * edited after it had been applied is refused, since two databases of the same name would then differ.
 */
import { digestText } from '../core/digest.ts';
import type { Db } from './database.ts';
import { migrations as known, type Migration } from './migrations/all.ts';
import { troubleOf } from './trouble.ts';

export class MigrationEdited extends Error {
  constructor(migration: string) {
    super(`migration ${migration} is not the one that made this database`);
    this.name = 'MigrationEdited';
  }
}

/** @returns names of the migrations applied now, in order */
export async function migrate(
  db: Db,
  at: string,
  migrations: readonly Migration[] = known,
): Promise<readonly string[]> {
  try {
    return await applyPending(db, at, migrations);
  } catch (thrown) {
    // Another process may have migrated the new file in the same moment; then nothing is pending any more.
    if (!(await exists(db)) || !troubleOf(thrown).code.startsWith('SQLITE_')) throw thrown;
    return applyPending(db, at, migrations);
  }
}

async function applyPending(db: Db, at: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const applied = await appliedDigests(db);
  for (const name of applied.keys()) {
    if (!migrations.some((each) => each.name === name)) throw new MigrationEdited(name);
  }
  const pending: Migration[] = [];
  for (const each of migrations) {
    const digest = applied.get(each.name);
    if (digest === undefined) pending.push(each);
    else if (digest !== digestOf(each) || pending.length > 0) throw new MigrationEdited(each.name);
  }
  if (pending.length === 0) return [];
  await db.write([
    ...(applied.size === 0 ? [tableSql] : []),
    ...pending.flatMap((each) => [
      ...each.sql.split('--> statement-breakpoint'),
      { sql: 'insert into migration (name, digest, at) values (?, ?, ?)', args: [each.name, digestOf(each), at] },
    ]),
  ]);
  return pending.map((each) => each.name);
}

const tableSql = `create table migration (name text primary key, digest text not null, at text not null) strict, without rowid`;

const digestOf = (migration: Migration): string => digestText('mingchou/migration/1', migration.sql);

async function exists(db: Db): Promise<boolean> {
  return (await db.read(`select 1 from sqlite_master where type = 'table' and name = 'migration'`)).length > 0;
}

async function appliedDigests(db: Db): Promise<ReadonlyMap<string, string>> {
  if (!(await exists(db))) return new Map();
  const rows = await db.read('select name, digest from migration');
  return new Map(rows.map((row) => [String(row.name), String(row.digest)]));
}
