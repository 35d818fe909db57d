import { readFileSync } from 'node:fs';
import { getTableColumns, getTableName, isTable } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { migrate, mustBeOfThisVersion } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/all.ts';
import { bundled } from '../../db/migrations/bundle.ts';
import { open, openUnmigrated } from '../../db/open.ts';
import * as schema from '../../db/schema.ts';
import { freshDb, freshFolder, noon, urlIn } from './fresh.ts';

describe('migrations', () => {
  it('an empty database gets all of them, in order, and a second start none', async () => {
    const db = openUnmigrated({ url: urlIn(freshFolder()) });
    expect(await migrate(db, noon)).toEqual(migrations.map((each) => each.name));
    expect(await migrate(db, noon)).toEqual([]);
    db.close();
  });

  it('a new migration is applied beside the old ones', async () => {
    const db = await freshDb();
    const more = [...migrations, { name: '9999_more', sql: 'create table more (x integer) strict' }];
    expect(await migrate(db, noon, more)).toEqual(['9999_more']);
  });

  it('a migration edited after it was applied is refused, and so is one that is missing or put between', async () => {
    const db = await freshDb();
    const [first, ...rest] = migrations;
    if (first === undefined) throw new Error('no migration');
    const edited = [{ name: first.name, sql: `${first.sql} -- a little change` }, ...rest];
    await expect(migrate(db, noon, edited)).rejects.toThrow(`migration ${first.name} is not the one`);
    await expect(migrate(db, noon, rest)).rejects.toThrow(`migration ${first.name} is not the one`);
    const between = [first, { name: '0001_z', sql: 'select 1' }, ...rest];
    await expect(migrate(db, noon, between)).rejects.toThrow('is not the one');
  });

  it('a program that migrates nothing takes a database of its own version only: nothing there and another program’s tables are refused', async () => {
    await mustBeOfThisVersion(await freshDb());
    const other = openUnmigrated({ url: urlIn(freshFolder()) });
    await expect(mustBeOfThisVersion(other)).rejects.toMatchObject({ names: migrations.map(({ name }) => name) });
    // As like ours as can be.
    await other.write(['create table ledger (seq integer, kind text)']);
    await expect(mustBeOfThisVersion(other)).rejects.toMatchObject({ names: migrations.map(({ name }) => name) });
    other.close();
  });

  it('a migration that fails leaves nothing behind', async () => {
    const db = await freshDb();
    const sql = 'create table half (x integer) strict--> statement-breakpoint\ncreate nonsense';
    await expect(migrate(db, noon, [...migrations, { name: '9999_bad', sql }])).rejects.toMatchObject({
      name: 'DatabaseTrouble',
    });
    expect(await db.read(`select name from sqlite_master where name = 'half'`)).toEqual([]);
    expect(await migrate(db, noon)).toEqual([]);
  });

  it('two programs that start on a new file at once both find it migrated', async () => {
    const url = urlIn(freshFolder());
    const dbs = await Promise.all([open({ url }, noon), open({ url }, noon), open({ url }, noon)]);
    for (const db of dbs) {
      expect((await db.read('select count(*) as n from migration'))[0]?.n).toBe(migrations.length);
      db.close();
    }
  });

  it('the bundle for the edge is what the files say', () => {
    expect(readFileSync(new URL('../../db/migrations/all.ts', import.meta.url), 'utf8')).toBe(bundled());
  });

  it('the tables that drizzle reads are those of the migrations, column by column', async () => {
    const db = await freshDb();
    const tables = Object.values(schema).filter((each) => isTable(each));
    const described = new Set<string>();
    for (const table of tables) {
      const name = getTableName(table);
      described.add(name);
      const made = await db.read({
        sql: 'select name, type, "notnull" as required, pk from pragma_table_info(?)',
        args: [name],
      });
      const said = Object.values(getTableColumns(table)).map((column) => [column.name, column.getSQLType()]);
      expect(said, name).toEqual(made.map((row) => [row.name, String(row.type).toLowerCase()]));
    }
    const all = await db.read(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`);
    expect(all.map((row) => row.name).filter((name) => name !== 'migration' && !described.has(String(name)))).toEqual(
      [],
    );
  });

  it('what is acknowledged is on disk, and readers do not stop writers', async () => {
    const db = await freshDb();
    expect((await db.read('pragma synchronous'))[0]?.synchronous).toBe(2);
    expect((await db.read('pragma journal_mode'))[0]?.journal_mode).toBe('wal');
    expect((await db.read('pragma foreign_keys'))[0]?.foreign_keys).toBe(1);
  });
});
