/** The test server through the client and the query builder that the product uses: what it says, they understand. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient as createFileClient } from '@libsql/client';
import { type Client, createClient } from '@libsql/client/web';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from './faults.ts';
import { type HranaServer, serveHrana } from './server.ts';

let folder: string;
let server: HranaServer;
let client: Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hrana-'));
  server = await serveHrana({ file: `file:${join(folder, 'client.db')}`, token: 'right' });
  client = createClient({ url: server.url, authToken: 'right', intMode: 'bigint' });
  await client.executeMultiple(`
    create table chain (seq integer primary key, prev text unique, hash text);
    create table kinds (id integer primary key, words text not null, share real, bytes blob);
    create table owned (id integer primary key, kind integer not null references kinds (id));
    insert into chain values (0, null, 'genesis')`);
});
afterAll(async () => {
  client.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = async (): Promise<number> => Number((await client.execute('select count(*) from chain')).rows[0]?.[0]);

describe('what a client does', () => {
  it('every kind of value is kept, arguments by name and by place', async () => {
    const bytes = Uint8Array.of(0, 255, 7);
    const { rows } = await client.execute({
      sql: 'select ?, ?, ?, ?, ?, typeof(?2)',
      args: [null, 9007199254740993n, 0.5, '县“双随机”', bytes],
    });
    expect([0, 1, 2, 3, 5].map((at) => rows[0]?.[at])).toEqual([null, 9007199254740993n, 0.5, '县“双随机”', 'integer']);
    expect(new Uint8Array(rows[0]?.[4] as ArrayBuffer)).toEqual(bytes);
    const named = await client.execute({ sql: 'select :a, $b, @c', args: { a: 1n, b: 2n, c: 3n } });
    expect(Object.values(named.rows[0] ?? {})).toEqual([1n, 2n, 3n]);
  });

  it.each([
    ['unique', "insert into chain (prev) values ('same'), ('same')"],
    ['not null', 'insert into kinds (words) values (null)'],
    ['foreign key', 'insert into owned (kind) values (404)'],
  ])('a constraint that is broken (%s) is told by its code', async (_, sql) => {
    await expect(client.execute(sql)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
  });

  it('a batch is all or nothing, and names the statement that failed', async () => {
    const before = await count();
    const twice = ["insert into chain values (100, 'a', '')", "insert into chain values (100, 'b', '')"];
    await expect(client.batch(twice, 'write')).rejects.toMatchObject({ statementIndex: 1, code: 'SQLITE_CONSTRAINT' });
    expect(await count()).toBe(before);
  });

  it('a transaction may be committed, undone or left; who reads meanwhile sees what stood before', async () => {
    const before = await count();
    const writing = await client.transaction('write');
    await writing.execute("insert into chain values (200, 'c', '')");
    expect(await count()).toBe(before);
    await writing.commit();
    expect(await count()).toBe(before + 1);
    const undone = await client.transaction('write');
    await undone.execute("insert into chain values (201, 'd', '')");
    await undone.rollback();
    const left = await client.transaction('write');
    await left.execute("insert into chain values (202, 'e', '')");
    left.close();
    expect(await count()).toBe(before + 1);
  });

  it('one that reads keeps seeing what it saw first, whatever is written meanwhile', async () => {
    const reading = await client.transaction('read');
    const sees = async () => (await reading.execute('select count(*) from chain')).rows[0]?.[0];
    const first = await sees();
    await client.execute("insert into chain values (300, 'f', '')");
    expect(await sees()).toBe(first);
    await reading.commit();
    expect(await count()).toBe(Number(first) + 1);
  });

  it('twenty transactions at once make one chain of hashes, while the file is also read in this process', async () => {
    const digest = (words: string): string => createHash('sha256').update(words).digest('hex');
    const beside = createFileClient({ url: `file:${join(folder, 'client.db')}` });
    const append = async (): Promise<void> => {
      const writing = await client.transaction('write');
      const [last] = (await writing.execute('select seq, hash from chain order by seq desc limit 1')).rows;
      const [seq, hash] = [BigInt(Number(last?.seq) + 1), String(last?.hash)];
      await writing.execute({ sql: 'insert into chain values (?, ?, ?)', args: [seq, hash || `${seq}`, digest(hash)] });
      await writing.commit();
      await beside.execute('select count(*) from chain');
    };
    const before = await count();
    await Promise.all(Array.from({ length: 20 }, append));
    const { rows } = await client.execute('select prev, hash from chain order by seq desc limit 20');
    expect(await count()).toBe(before + 20);
    for (const [at, { prev, hash }] of rows.slice(0, 19).entries()) {
      expect(prev).toBe(rows[at + 1]?.hash);
      expect(hash).toBe(digest(String(prev)));
    }
    beside.close();
  });

  it('a thousand statements of one batch, and a text of a megabyte taken apart in one statement', async () => {
    await client.execute('create table many (id integer primary key, name text)');
    const one = (id: number) => ({ sql: 'insert into many values (?, ?)', args: [BigInt(id), '某店'] });
    await client.batch(
      Array.from({ length: 1000 }, (_, id) => one(id)),
      'write',
    );
    const rows = JSON.stringify(Array.from({ length: 20_000 }, (_, at) => [at + 1000, `某县某镇第${at}号店`]));
    const sql = 'insert into many select value ->> 0, value ->> 1 from json_each(?)';
    const [written] = await client.batch([{ sql, args: [rows] }], 'write');
    expect(written?.rowsAffected).toBe(20_000);
    const packed = await client.execute("select count(*), length(group_concat(name, '')) from many");
    expect(Object.values(packed.rows[0] ?? {})).toEqual([21_000n, 230_890n]);
  });
});

describe('what the query builder does', () => {
  const kinds = sqliteTable('kinds', {
    id: integer().primaryKey(),
    words: text().notNull(),
    share: real(),
    bytes: blob({ mode: 'buffer' }),
  });

  it('rows are written, found, changed and given back', async () => {
    const orm = drizzle(createClient({ url: server.url, authToken: 'right' }));
    const [made] = await orm
      .insert(kinds)
      .values({ words: '甲', share: 0.25, bytes: Buffer.from([1, 2]) })
      .returning();
    expect(made).toMatchObject({ words: '甲', share: 0.25 });
    await orm
      .update(kinds)
      .set({ words: '乙' })
      .where(eq(kinds.id, made?.id ?? 0));
    expect(await orm.select({ words: kinds.words }).from(kinds)).toEqual([{ words: '乙' }]);
  });

  it('a transaction within a transaction is undone by itself', async () => {
    const orm = drizzle(createClient({ url: server.url, authToken: 'right' }));
    await orm.transaction(async (outer) => {
      await outer.insert(kinds).values({ words: '丙' });
      await outer
        .transaction(async (inner) => {
          await inner.insert(kinds).values({ words: '丁' });
          inner.rollback();
        })
        .catch(() => {});
    });
    expect((await orm.select().from(kinds)).map(({ words }) => words)).toEqual(['乙', '丙']);
  });
});

describe('what goes wrong on demand', () => {
  const insert = (mark: string) =>
    client.batch([{ sql: 'insert into chain (prev) values (?)', args: [mark] }], 'write');
  const stands = async (mark: string): Promise<boolean> =>
    (await client.execute({ sql: 'select 1 from chain where prev = ?', args: [mark] })).rows.length > 0;

  it.each<[Fault, boolean, RegExp]>([
    ['answer-lost', true, /fetch failed/],
    ['cut', true, /terminated|fetch failed/],
    ['request-lost', false, /fetch failed/],
    ['status-500', false, /SERVER_ERROR|500/],
    ['stream-expired', false, /expired/],
    ['transaction-timeout', false, /timed out/],
    ['busy', false, /locked/],
  ])('%s: carried out is %s, and the client says so much', async (fault, carriedOut, words) => {
    server.inject(fault, { when: ({ writes, args }) => writes && args.includes(`fault ${String(fault)}`) });
    const mark = `fault ${String(fault)}`;
    await expect(insert(mark)).rejects.toThrow(words);
    expect(await stands(mark)).toBe(carriedOut);
    expect(server.faults.waiting()).toBe(0);
  });

  it.each<[Fault, RegExp]>([
    ['stream-expired', /expired/],
    ['transaction-timeout', /timed out/],
  ])('%s in the midst of a transaction undoes it and gives the lock back', async (fault, words) => {
    const mark = `midst ${String(fault)}`;
    const writing = await client.transaction('write');
    await writing.execute({ sql: 'insert into chain (prev) values (?)', args: [mark] });
    server.inject(fault);
    await expect(writing.execute('select 1')).rejects.toThrow(words);
    await insert(`after ${mark}`);
    writing.close();
    expect([await stands(mark), await stands(`after ${mark}`)]).toEqual([false, true]);
  });

  it('late: carried out when the next one comes', async () => {
    server.inject('late', { when: ({ writes }) => writes });
    await expect(insert('late')).rejects.toThrow();
    expect(await stands('late')).toBe(false);
    await insert('after');
    expect(await stands('late')).toBe(true);
  });

  it('slow: carried out, and answered so much later', async () => {
    server.inject({ slowMs: 60 }, { times: 2 });
    const began = performance.now();
    await insert('slow');
    expect(await stands('slow')).toBe(true);
    expect(performance.now() - began).toBeGreaterThan(115);
  });

  it('while it is down nobody gets through, and afterwards everybody', async () => {
    server.down();
    await expect(count()).rejects.toThrow(/fetch failed/);
    server.up();
    expect(await count()).toBeGreaterThan(0);
  });

  it('a wrong token is told apart from everything else', async () => {
    const unknown = createClient({ url: server.url, authToken: 'wrong' });
    await expect(unknown.execute('select 1')).rejects.toThrow(/401/);
    unknown.close();
  });
});
