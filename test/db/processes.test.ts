import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import { database } from '../../db/database.ts';
import { readHead, verifyLedger } from '../../db/ledger.ts';
import { open } from '../../db/open.ts';
import { freshDb, freshFolder, noon, record, urlIn } from './fresh.ts';
import { killAndLook, run } from './kills.ts';

describe('several processes', () => {
  it('two that append at the same time lose nothing and make one chain', { timeout: 120_000 }, async () => {
    const folder = freshFolder();
    const db = await freshDb(folder);
    const said = await Promise.all([run(['append', urlIn(folder), '150']), run(['append', urlIn(folder), '150'])]);
    const numbers = said.flat().filter((line) => line.startsWith('fact '));
    expect(new Set(numbers).size).toBe(300);
    expect(await verifyLedger(db)).toMatchObject({ ok: true, value: { head: { seq: 300 } } });
  });

  it('killed at ten different moments of imports and commits, nothing acknowledged is lost and nothing is half done', {
    timeout: 120_000,
  }, async () => {
    const folder = freshFolder();
    // Hundreds of them: `npm run trial`.
    const delays = Array.from({ length: 10 }, (_, i) => 5 + ((i * 67) % 240));
    const during = await Promise.all([
      killAndLook(urlIn(folder, 'one.db'), delays.slice(0, 5)),
      killAndLook(urlIn(folder, 'other.db'), delays.slice(5)),
    ]);
    expect(Math.max(...during)).toBeGreaterThan(0);
  });
});

describe('a lock held by somebody else', () => {
  it('the driver alone loses what it acknowledges after one busy answer (when this fails, the remedy may go)', {
    timeout: 120_000,
  }, async () => {
    const folder = freshFolder();
    await (await freshDb(folder)).write(['create table t (x integer)']);
    const url = urlIn(folder);
    const holder = createClient({ url });
    const alone = createClient({ url, timeout: 20, concurrency: 1 });
    const lock = await holder.transaction('write');
    await lock.execute('insert into t values (1)');
    await expect(alone.execute('insert into t values (2)')).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await lock.commit();
    expect((await alone.execute('insert into t values (3)')).rowsAffected).toBe(1);
    alone.close();
    const witness = createClient({ url });
    expect((await witness.execute('select x from t')).rows.map((row) => row.x)).toEqual([1]);
    witness.close();
    holder.close();
  });

  it('through our one way to write, what was acknowledged after a busy answer is there', {
    timeout: 120_000,
  }, async () => {
    const folder = freshFolder();
    const url = urlIn(folder);
    await (await freshDb(folder)).write(['create table t (x integer)']);
    const holder = createClient({ url });
    const db = database(createClient({ url, timeout: 20, concurrency: 1 }));
    const lock = await holder.transaction('write');
    await lock.execute('insert into t values (1)');
    await expect(db.write(['insert into t values (2)'])).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await lock.commit();
    await db.write(['insert into t values (3)']);
    const seq = await record(db, 'plan-drafted');
    db.close();
    holder.close();
    const witness = await open({ url }, noon);
    expect((await witness.read('select x from t')).map((row) => row.x)).toEqual([1, 3]);
    expect((await readHead(witness)).seq).toBe(seq);
    witness.close();
  });
});
