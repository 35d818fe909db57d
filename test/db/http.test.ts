import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../core/result.ts';
import { commit } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { beginImport, importRow, snapshot } from '../../db/imports.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { migrate } from '../../db/migrate.ts';
import { openWeb } from '../../db/open-web.ts';
import { pending } from '../../db/outbox.ts';
import { heldSubjects, stageSubjects } from '../../db/subjects.ts';
import { type ServedDatabase, servedUntilEnd } from '../hrana/until-end.ts';
import { freshFolder, means, noon, record, urlIn } from './fresh.ts';

describe('the same database over HTTP', () => {
  let db: Db;
  let server: ServedDatabase;
  beforeEach(async () => {
    server = await servedUntilEnd(urlIn(freshFolder()));
    db = openWeb({ url: server.url, authToken: 'token' });
    onTestFinished(() => db.close());
    await migrate(db, noon);
  });

  /** Records one fact with a message; the value is the number that it was decided for. */
  const act = () =>
    commit(db, means, async (at) =>
      ok({
        facts: [{ kind: 'plan-drafted' as const, actor: 'person:a', body: {} }],
        outbox: [{ destination: 'thread', message: '{}' }],
        value: at.seq,
      }),
    );

  it('facts, imports and refused changes are as on a file', async () => {
    await Promise.all(Array.from({ length: 20 }, () => record(db, 'plan-drafted')));
    const staging = await beginImport(db, 'subject', noon);
    const subject = {
      kind: 'uscc',
      number: '1',
      name: '商店',
      type: 'enterprise',
      tags: [],
      authority: '',
      place: '',
      status: 'active',
    } as const;
    await stageSubjects(db, staging, [subject]);
    await commit(db, means, async (at) =>
      ok({
        facts: [{ kind: 'list-imported', actor: 'person:a', body: {} }],
        rows: [importRow(staging, { fileDigest: '', report: '', rows: 1 }, at)],
        value: null,
      }),
    );
    for await (const page of heldSubjects(db, await snapshot(db))) expect(page).toEqual([subject]);
    expect(await verifyLedger(db)).toMatchObject({ ok: true, value: { head: { seq: 21 } } });
    await expect(db.write(['delete from ledger'])).rejects.toMatchObject({
      code: expect.stringContaining('SQLITE_CONSTRAINT'),
    });
  });

  it('an act whose answer was lost on the way is done once and answered', async () => {
    server.atWrites('answer-lost');
    expect(await act()).toEqual({ ok: true, value: { value: 1, seq: 1 } });
    expect(await pending(db, noon)).toHaveLength(1);
    expect(await verifyLedger(db)).toMatchObject({ ok: true, value: { head: { seq: 1 } } });
  });

  it('an act that was lost on the way is done after all', async () => {
    server.atWrites('request-lost', 'request-lost');
    expect(await act()).toEqual({ ok: true, value: { value: 1, seq: 1 } });
    expect(await pending(db, noon)).toHaveLength(1);
  });

  it('an act that arrives late, after it was tried again, is done once', async () => {
    server.atWrites('late');
    expect(await act()).toEqual({ ok: true, value: { value: 1, seq: 1 } });
    expect(await pending(db, noon)).toHaveLength(1);
    expect(await verifyLedger(db)).toMatchObject({ ok: true, value: { head: { seq: 1 } } });
  });

  it('an act done although its answer was lost is not refused on what it has itself changed', async () => {
    server.atWrites('answer-lost');
    const once = await commit<number, 'already'>(db, means, async (at) => {
      if (at.head.seq > 0) return { ok: false, error: 'already' };
      return ok({ facts: [{ kind: 'plan-drafted', actor: 'person:a', body: {} }], value: at.seq });
    });
    expect(once).toEqual({ ok: true, value: { value: 1, seq: 1 } });
  });
});
