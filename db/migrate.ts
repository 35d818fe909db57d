/**
 * Brings a database to the present schema: all pending migrations in one atomic batch, at start. A migration that was
 * edited after it had been applied is refused, since two databases of the same name would then differ.
 */
import { digestText } from '../core/digest.ts';
import { never } from '../core/result.ts';
import type { Db } from './database.ts';
import { migrations as known, type Migration } from './migrations/all.ts';
import { troubleOf } from './trouble.ts';

export class MigrationEdited extends Error {
  readonly migration: string;

  constructor(migration: string) {
    super(`migration ${migration} is not the one that made this database`);
    this.name = 'MigrationEdited';
    this.migration = migration;
  }
}

/** The database has still to be brought to the schema of this program. */
export class MigrationsPending extends Error {
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    super(`not applied yet: ${names.join(', ')}`);
    this.name = 'MigrationsPending';
    this.names = names;
  }
}

/** How a database stands to the migrations of this program. */
export type SchemaState =
  /** Nothing is there: neither this program nor another one has begun it. */
  | { readonly kind: 'empty' }
  /** Tables of another program, and none of ours. */
  | { readonly kind: 'foreign'; readonly table: string }
  | { readonly kind: 'current' }
  | { readonly kind: 'pending'; readonly names: readonly string[] }
  /** A later version of the program has been at it. */
  | { readonly kind: 'newer'; readonly name: string }
  /** A migration was changed after it had been applied. */
  | { readonly kind: 'edited'; readonly name: string };

/** Looks, and changes nothing. */
export async function schemaState(db: Db, migrations: readonly Migration[] = known): Promise<SchemaState> {
  const applied = await appliedDigests(db);
  if (applied.size === 0) {
    const [table] = await db.read(
      `select name from sqlite_master where type = 'table' and name not in ('migration', 'arriving') and name not like 'sqlite_%' limit 1`,
    );
    return table === undefined ? { kind: 'empty' } : { kind: 'foreign', table: String(table.name) };
  }
  const edited = migrations.find((each) => applied.has(each.name) && applied.get(each.name) !== digestOf(each));
  if (edited !== undefined) return { kind: 'edited', name: edited.name };
  const newer = [...applied.keys()].find((name) => !migrations.some((each) => each.name === name));
  if (newer !== undefined) return { kind: 'newer', name: newer };
  const names = migrations.filter(({ name }) => !applied.has(name)).map(({ name }) => name);
  return names.length === 0 ? { kind: 'current' } : { kind: 'pending', names };
}

/**
 * For a program that migrates nothing itself.
 * @throws MigrationsPending, also where there is nothing of ours; MigrationEdited
 */
export async function mustBeOfThisVersion(db: Db): Promise<void> {
  const state = await schemaState(db);
  switch (state.kind) {
    case 'current':
      return;
    case 'newer':
    case 'edited':
      throw new MigrationEdited(state.name);
    case 'pending':
      throw new MigrationsPending(state.names);
    case 'empty':
    case 'foreign':
      throw new MigrationsPending(known.map(({ name }) => name));
    default:
      never(state);
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
