/** The test server through the client that the product uses: what it says, the client understands. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client/web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from './faults.ts';
import { type HranaServer, serveHrana } from './server.ts';

let folder: string;
let server: HranaServer;
let client: Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hrana-'));
  server = await serveHrana({ file: `file:${join(folder, 'client.db')}`, token: 'right' });
  client = createClient({ url: server.url, authToken: 'right' });
  await client.executeMultiple(
    'create table chain (seq integer primary key, prev text unique); insert into chain values (0, null)',
  );
});
afterAll(async () => {
  client.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = async (): Promise<number> => Number((await client.execute('select count(*) from chain')).rows[0]?.[0]);

describe('what a client does', () => {
  it('a batch is all or nothing, and names the statement that failed', async () => {
    const before = await count();
    const twice = ["insert into chain values (100, 'a')", "insert into chain values (100, 'b')"];
    await expect(client.batch(twice, 'write')).rejects.toMatchObject({
      statementIndex: 1,
      code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    });
    expect(await count()).toBe(before);
  });

  it('a transaction may be committed or undone; who reads meanwhile sees what stood before', async () => {
    const before = await count();
    const writing = await client.transaction('write');
    await writing.execute("insert into chain values (200, 'c')");
    expect(await count()).toBe(before);
    await writing.commit();
    expect(await count()).toBe(before + 1);
    const undone = await client.transaction('write');
    await undone.execute("insert into chain values (201, 'd')");
    await undone.rollback();
    expect(await count()).toBe(before + 1);
  });

  it('twenty transactions at once make one chain', async () => {
    const before = await count();
    const append = async (): Promise<void> => {
      const writing = await client.transaction('write');
      const [last] = (await writing.execute('select max(seq) as seq from chain')).rows;
      await writing.execute({
        sql: 'insert into chain values (?, ?)',
        args: [BigInt(Number(last?.seq) + 1), `p${last?.seq}`],
      });
      await writing.commit();
    };
    await Promise.all(Array.from({ length: 20 }, append));
    expect(await count()).toBe(before + 20);
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
    server.inject(fault, { when: ({ writes }) => writes });
    const mark = `fault ${String(fault)}`;
    await expect(insert(mark)).rejects.toThrow(words);
    expect(await stands(mark)).toBe(carriedOut);
  });

  it('late: carried out when the next one comes', async () => {
    server.inject('late', { when: ({ writes }) => writes });
    await expect(insert('late')).rejects.toThrow();
    expect(await stands('late')).toBe(false);
    await insert('after');
    expect(await stands('late')).toBe(true);
  });

  it('while it is down nobody gets through, and afterwards everybody', async () => {
    server.down();
    await expect(count()).rejects.toThrow(/fetch failed/);
    server.up();
    expect(await count()).toBeGreaterThan(0);
  });

  it('a wrong token is told apart from everything else', async () => {
    const stranger = createClient({ url: server.url, authToken: 'wrong' });
    await expect(stranger.execute('select 1')).rejects.toThrow(/401/);
    stranger.close();
  });
});
