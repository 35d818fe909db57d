import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '../../core/result.ts';
import { commit } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { entryAt, erasure, readHead, verifyLedger } from '../../db/ledger.ts';
import { scrub } from '../../db/scrub.ts';
import { troubleOf } from '../../db/trouble.ts';
import { freshDb, freshFolder, means, record, write } from './fresh.ts';

describe('the ledger in the database', () => {
  it('a new ledger is empty and verifies', async () => {
    expect(await verifyLedger(await freshDb())).toMatchObject({ ok: true, value: { head: { seq: 0 }, erased: [] } });
  });

  it('facts of one act follow each other and continue what was there', async () => {
    const db = await freshDb();
    await record(db, 'practice');
    const seq = await write(db, {
      facts: [
        { kind: 'plan-drafted', actor: 'person:a', body: { no: 'P1' } },
        { kind: 'plan-submitted', actor: 'person:a', body: { no: 'P1' } },
      ],
      value: null,
    });
    expect(seq).toBe(3);
    expect(await verifyLedger(db, await readHead(db))).toMatchObject({ ok: true, value: { head: { seq: 3 } } });
  });

  it('a row, its body and a posted checkpoint can be neither changed nor deleted', async () => {
    const db = await freshDb();
    await record(db, 'practice');
    await write(db, {
      facts: [{ kind: 'checkpoint-posted', actor: 'desk', body: {} }],
      rows: [`insert into checkpoint (size, head, place, at) values (1, 'x', 'paper', 'now')`],
      value: null,
    });
    for (const sql of [
      `update ledger set actor = 'somebody else' where seq = 1`,
      'delete from ledger where seq = 2',
      `update ledger_body set text = '{}' where seq = 1`,
      'update ledger_body set text = null, salt = null where seq = 1',
      'delete from ledger_body where seq = 1',
      `update checkpoint set head = 'y'`,
      'delete from checkpoint',
      `insert or replace into ledger select seq, prev, at, kind, 'x', body_digest, hash from ledger where seq = 1`,
    ]) {
      await expect(db.write([sql]), sql).rejects.toMatchObject({ code: expect.stringContaining('SQLITE_CONSTRAINT') });
    }
    expect((await verifyLedger(db)).ok).toBe(true);
  });

  it('a row that an administrator changed behind the triggers is named, and how', async () => {
    const db = await freshDb();
    for (let i = 0; i < 5; i += 1) await record(db, 'plan-drafted', { no: i });
    const broken = async (trigger: string, sql: string) => {
      const [definition] = await db.read(`select sql from sqlite_master where name = '${trigger}'`);
      await db.write([`drop trigger ${trigger}`, sql, String(definition?.sql)]);
      const verified = await verifyLedger(db);
      return verified.ok ? null : verified.error;
    };
    expect(await broken('ledger_body_keep_update', `update ledger_body set text = '{"no":9}' where seq = 4`)).toEqual({
      reason: 'body',
      seq: 4,
    });
    expect(await broken('ledger_keep_update', `update ledger set actor = 'person:other' where seq = 3`)).toEqual({
      reason: 'row',
      seq: 3,
    });
    expect(await broken('ledger_keep_delete', 'pragma foreign_keys = off')).toEqual({ reason: 'row', seq: 3 });
  });

  it('a body erased on record is reported as erased and is no break', async () => {
    const db = await freshDb();
    const seq = await record(db, 'recusal-declared', { words: 'a reason that must go' });
    await erase(db, [seq]);
    expect(await verifyLedger(db)).toMatchObject({ ok: true, value: { erased: [seq] } });
    expect((await entryAt(db, seq))?.body).toEqual({ seq, salt: null, text: null });
    const rows = await db.read(`select count(*) as n from ledger_body where text like '%must go%'`);
    expect(rows[0]?.n).toBe(0);
  });

  it('after a scrub the bytes of an erased body are nowhere in the files', async () => {
    const folder = freshFolder();
    const db = await freshDb(folder);
    const found = () =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes('a reason that must go'));
    const seq = await record(db, 'recusal-declared', { words: 'a reason that must go' });
    expect(found()).toBe(true);
    await erase(db, [seq]);
    await scrub(db);
    expect(found()).toBe(false);
    expect(await verifyLedger(db)).toMatchObject({ ok: true, value: { erased: [seq] } });
  });

  it('the record of an erasure is never erased', async () => {
    const db = await freshDb();
    const seq = await record(db, 'recusal-declared', {});
    await erase(db, [seq]);
    expect(await erasure(db, { seq: 3 }, { rows: [2], ground: '', actor: 'person:a' })).toEqual({
      ok: false,
      error: { reason: 'erasure-stays', seq: 2 },
    });
  });
});

describe('committing', () => {
  it('rows, messages and facts are written together or not at all', async () => {
    const db = await freshDb();
    await expect(
      write(db, {
        facts: [{ kind: 'plan-drafted', actor: 'person:a', body: {} }],
        rows: [`insert into done (key, seq, answer) values ('k', 1, '1')`, 'insert into nowhere values (1)'],
        outbox: [{ destination: 'thread', message: '{}' }],
        value: null,
      }),
    ).rejects.toMatchObject({ name: 'DatabaseTrouble' });
    expect(await readHead(db)).toMatchObject({ seq: 0 });
    expect(await db.read('select * from done')).toEqual([]);
    expect(await db.read('select * from outbox')).toEqual([]);
  });

  it('a refusal writes nothing and is passed on as it is', async () => {
    const db = await freshDb();
    const refused = await commit<null, { reason: 'no' }>(db, means, async () => ({
      ok: false,
      error: { reason: 'no' },
    }));
    expect(refused).toEqual({ ok: false, error: { reason: 'no' } });
    expect((await readHead(db)).seq).toBe(0);
  });

  it('a decision overtaken by another fact is taken anew on what then holds', async () => {
    const folderDb = await freshDb();
    const seen: number[] = [];
    const committed = await commit(folderDb, means, async (at) => {
      seen.push(at.head.seq);
      if (seen.length === 1) await folderDb.write(foreignRow);
      return ok({ facts: [{ kind: 'plan-drafted' as const, actor: 'person:a', body: {} }], value: at.seq });
    });
    expect(seen).toEqual([0, 1]);
    expect(committed).toEqual({ ok: true, value: { value: 2, seq: 2 } });
  });

  it('fifty acts at once in one process all stand, in one chain', async () => {
    const db = await freshDb();
    await Promise.all(Array.from({ length: 50 }, (_, i) => record(db, 'plan-drafted', { no: i })));
    expect(await verifyLedger(db)).toMatchObject({ ok: true, value: { head: { seq: 50 } } });
  });

  it('an error never shows what was to be written', async () => {
    const db = await freshDb();
    const secret = '福建某某有限公司';
    const thrown = await Promise.allSettled([
      db.write([{ sql: 'insert into done (key, seq, answer) values (?, ?, ?)', args: [secret, secret, secret] }]),
      db.read({ sql: 'select * from nowhere where name = ?', args: [secret] }),
      db.ask((orm) => orm.all(`select ${JSON.stringify(secret)} from nowhere`)),
    ]);
    for (const each of thrown) {
      if (each.status !== 'rejected') throw new Error('expected a failure');
      expect(`${each.reason} ${each.reason.stack} ${JSON.stringify(each.reason)}`).not.toContain('某某');
    }
  });
});

it('a failure of an unknown kind is named and not quoted', () => {
  const trouble = troubleOf(new Error('Failed query: insert … params: 福建某某有限公司'));
  expect(`${trouble.code} ${trouble.message} ${trouble.stack}`).not.toContain('某某');
});

const foreignRow = [
  `insert into ledger (seq, prev, at, kind, actor, body_digest, hash)
   values (1, '${'0'.repeat(64)}', 'now', 'practice', 'person:other', 'd', 'h')`,
];

async function erase(db: Db, rows: readonly number[]): Promise<void> {
  const committed = await commit(db, means, async (at) => {
    const erased = await erasure(db, at, { rows, ground: '法院决定', actor: 'person:head' });
    if (!erased.ok) return erased;
    return ok({ facts: [erased.value.fact], rows: erased.value.rows, value: null });
  });
  if (!committed.ok) throw new Error(committed.error.reason);
}
