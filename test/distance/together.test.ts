/** The edge is a way there and back from its database: what is asked in one turn travels together, and what is known is not asked again. */
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { eq } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../core/result.ts';
import { commit } from '../../db/commit.ts';
import { type Db, database } from '../../db/database.ts';
import { readHead } from '../../db/ledger.ts';
import { remembering } from '../../db/remembered.ts';
import { checkpoint } from '../../db/schema.ts';
import { together } from '../../db/together.ts';
import { freshDb, freshFolder, means, record } from '../db/fresh.ts';
import { serveHrana } from '../hrana/server.ts';
import { counted, type Tally, tally } from './counted.ts';

/** The same database as a desk has open, and as the edge would ask it. */
async function edgeDb(): Promise<{ readonly desk: Db; readonly db: Db; readonly count: Tally }> {
  const folder = freshFolder();
  const desk = await freshDb(folder);
  const { client, during } = counted(join(folder, 'desk.db'));
  const count = tally();
  const seen = remembering(
    together({
      ...client,
      execute: (statement: Parameters<typeof client.execute>[0]) => during(count, () => client.execute(statement)),
      batch: (statements, mode) => during(count, () => client.batch(statements, mode)),
    }),
  );
  return { desk, db: database(seen.client, seen.forget), count };
}

const one = (n: number): string => `select ${n} as n`;

describe('reads at a distance', () => {
  it('what is asked in one turn is one request, by statements and by drizzle', async () => {
    const { db, count } = await edgeDb();
    const later = async () => {
      await null;
      return db.read(one(3));
    };
    const [a, b, c, d] = await Promise.all([
      db.read(one(1)),
      db.read({ sql: 'select ? as n', args: [2n] }),
      later(),
      db.ask((orm) => orm.select().from(checkpoint).where(eq(checkpoint.size, 1))),
    ]);
    expect([a[0]?.n, b[0]?.n, c[0]?.n, d]).toEqual([1, 2, 3, []]);
    expect(count).toMatchObject({ requests: 1, statements: 4, rounds: 1 });
  });

  it('a read that fails fails alone', async () => {
    const { db } = await edgeDb();
    const all = await Promise.allSettled([db.read(one(1)), db.read('select * from nowhere'), db.read(one(3))]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('many are sent side by side, forty in each request', async () => {
    const { db, count } = await edgeDb();
    const rows = await Promise.all(Array.from({ length: 100 }, (_, n) => db.read(one(n))));
    expect(rows.map(([row]) => row?.n)).toEqual(Array.from({ length: 100 }, (_, n) => n));
    expect(count).toMatchObject({ requests: 3, rounds: 1 });
  });

  it('the same question is asked once, until something is written', async () => {
    const { db, count } = await edgeDb();
    await Promise.all([readHead(db), readHead(db)]);
    await readHead(db);
    expect(count).toMatchObject({ requests: 1, statements: 1 });
    await record(db, 'practice');
    expect((await readHead(db)).seq).toBe(1);
  });

  it('who decides sees what was recorded since he last looked, at each try', async () => {
    const { desk, db } = await edgeDb();
    expect((await readHead(db)).seq).toBe(0);
    await record(desk, 'practice');
    const seen: number[] = [];
    const done = await commit(db, means, async ({ head }) => {
      const [row] = await db.read('select count(*) as n from ledger');
      seen.push(Number(row?.n));
      if (seen.length === 1) await record(desk, 'checkpoint-posted', { size: 1 });
      return ok({
        facts: [{ kind: 'checkpoint-posted', actor: 'person:a', body: { size: head.seq } }],
        value: head.seq,
      });
    });
    expect(seen).toEqual([1, 2]);
    expect(done).toMatchObject({ ok: true, value: { value: 2, seq: 3 } });
  });

  it('over HTTP a batch of reads is one request, and a silent server fails them all until it is asked again', async () => {
    const folder = freshFolder();
    await freshDb(folder);
    const server = await serveHrana({ file: join(folder, 'desk.db') });
    onTestFinished(() => server.close());
    const db = database(together(createClient({ url: server.url })));
    const before = server.requests();
    await Promise.all([db.read(one(1)), db.read(one(2)), readHead(db)]);
    expect(server.requests() - before).toBe(1);
    server.inject('answer-lost');
    const again = await Promise.all([db.read(one(1)), db.read('select count(*) as n from ledger')]);
    expect(again.map(([row]) => row?.n)).toEqual([1, 0]);
    const all = await Promise.allSettled([db.read(one(1)), db.read('select * from nowhere')]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});
