import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { formatCheckpoint, parseCheckpoint } from '../../core/ledger/checkpoint.ts';
import { ok } from '../../core/result.ts';
import { backup, intoFile, restore } from '../../db/backup.ts';
import { keepCheckpoint, keptCheckpoints } from '../../db/checkpoint-file.ts';
import { commit } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { readHead, verifyLedger } from '../../db/ledger.ts';
import { open } from '../../db/open.ts';
import { gapResolved, posted, presentCheckpoint, standing } from '../../db/standing.ts';
import { freshDb, freshFolder, means, noon, record, urlIn } from './fresh.ts';

const office = '示范县双随机联席会议办公室';

describe('a backup', () => {
  it('made while facts are being recorded is one whole state, and restores', async () => {
    const folder = freshFolder();
    const db = await freshDb(folder);
    for (let i = 0; i < 20; i += 1) await record(db, 'plan-drafted', { i });
    const writing = Promise.all(Array.from({ length: 40 }, (_, i) => record(db, 'plan-revised', { i })));
    const copy = join(folder, 'backup.db');
    const backedUp = await backup(db, copy);
    await writing;
    if (!backedUp.ok) throw new Error(backedUp.error.reason);
    expect(backedUp.value.seq).toBeGreaterThanOrEqual(20);
    expect(backedUp.value.seq).toBeLessThanOrEqual(60);
    const restored = join(folder, 'restored.db');
    expect(await restore(copy, restored)).toEqual(backedUp);
    const again = await open({ url: `file:${restored}` }, noon);
    expect(await verifyLedger(again, backedUp.value)).toMatchObject({ ok: true });
    await record(again, 'plan-drafted');
    again.close();
  });

  it('that is open to all, as older versions left it, is for its owner only where it is restored, while it is being copied too', async () => {
    const folder = freshFolder();
    const copy = join(folder, 'backup.db');
    expect(await backup(await freshDb(folder), copy)).toMatchObject({ ok: true });
    // Its bytes come through a pipe, so that the copying can be stopped in the middle.
    const pipe = join(folder, 'pipe.db');
    execFileSync('mkfifo', [pipe]);
    chmodSync(pipe, 0o644);
    const restored = join(folder, 'restored.db');
    const draft = `${restored}.partial`;
    writeFileSync(draft, 'of a try that broke off', { mode: 0o644 });
    const restoring = restore(pipe, restored);
    const source = await openFile(pipe, 'w');
    const bytes = readFileSync(copy);
    await source.write(bytes.subarray(0, 4096));
    await vi.waitFor(() => expect(statSync(draft).size).toBe(4096));
    const midway = mode(draft);
    await source.writeFile(bytes.subarray(4096));
    await source.close();
    expect(await restoring).toMatchObject({ ok: true });
    expect([midway, mode(restored)]).toEqual([0o600, 0o600]);
  });

  it('that goes on from a draft open to all closes it', async () => {
    const folder = freshFolder();
    const draft = join(folder, 'backup.db.partial');
    writeFileSync(draft, '', { mode: 0o644 });
    await intoFile(draft, async () => expect(mode(draft)).toBe(0o600));
  });

  it('never replaces a file, and one whose ledger is broken is not put back', async () => {
    const folder = freshFolder();
    const db = await freshDb(folder);
    await record(db, 'plan-drafted');
    const copy = join(folder, 'backup.db');
    await backup(db, copy);
    expect(await backup(db, copy)).toEqual({ ok: false, error: { reason: 'target-exists', path: copy } });
    expect(await restore(copy, join(folder, 'desk.db'))).toMatchObject({
      ok: false,
      error: { reason: 'target-exists' },
    });
    expect(await restore(join(folder, 'none.db'), join(folder, 'x.db'))).toMatchObject({
      ok: false,
      error: { reason: 'no-such-backup' },
    });
    await db.write(['drop trigger ledger_keep_update', `update ledger set actor = 'person:b'`]);
    expect(await backup(db, join(folder, 'second.db'))).toMatchObject({
      ok: false,
      error: { reason: 'ledger-broken', broken: { reason: 'row', seq: 1 } },
    });
  });

  it('leaves neither a draft nor a log beside what is restored, also from a copy made by hand, which keeps a log', async () => {
    const folder = freshFolder();
    const db = await freshDb(folder);
    await record(db, 'plan-drafted');
    await db.read('pragma wal_checkpoint(truncate)');
    copyFileSync(join(folder, 'desk.db'), join(folder, 'by-hand.db'));
    expect(await restore(join(folder, 'by-hand.db'), join(folder, 'restored.db'))).toMatchObject({ ok: true });
    expect(readdirSync(folder).filter((name) => name.startsWith('restored'))).toEqual(['restored.db']);
  });
});

describe('a copy that cannot be', () => {
  it('made, since its folder is not there, is refused with the folder’s name', async () => {
    const folder = freshFolder();
    const db = await freshDb(folder);
    await record(db, 'plan-drafted');
    await backup(db, join(folder, 'backup.db'));
    const refused = { ok: false, error: { reason: 'no-such-folder', path: join(folder, '没有') } };
    const into = join(folder, '没有', '备份.db');
    expect(await backup(db, into)).toEqual(refused);
    expect(await restore(join(folder, 'backup.db'), into)).toEqual(refused);
  });

  it('put back, since it is another kind of file or another program’s database, is refused by name and leaves nothing behind', async () => {
    const folder = freshFolder();
    const table = join(folder, '成员单位.xlsx');
    writeFileSync(table, `PK\u0003\u0004${'成员单位'.repeat(200)}`);
    const empty = join(folder, 'empty.db');
    writeFileSync(empty, '');
    const foreign = join(folder, 'foreign.db');
    await intoFile(foreign, (theirs) => theirs.write(['create table theirs (a text)']));
    const before = readdirSync(folder).sort();
    for (const path of [table, empty, foreign])
      expect(await restore(path, join(folder, '新文件.db'))).toEqual({
        ok: false,
        error: { reason: 'not-a-backup', path },
      });
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});

describe('a database behind its last posted checkpoint', () => {
  it('is known by a pasted checkpoint, also after it was written on, and stays refused until the gap is resolved on record', async () => {
    const folder = freshFolder();
    const db = await freshDb(folder);
    await record(db, 'plan-drafted');
    await backup(db, join(folder, 'old.db'));
    await record(db, 'plan-revised');
    const checkpoint = await post(db);
    expect(await standing(db, office, [checkpoint])).toEqual({ ok: true, value: null });

    const old = await open({ url: urlIn(folder, 'old.db') }, noon);
    const pasted = parseCheckpoint(` ${formatCheckpoint(checkpoint).replaceAll('\n', '\r\n')}`, office);
    if (!pasted.ok) throw new Error(pasted.error.reason);
    expect(await standing(old, office, [])).toEqual({ ok: true, value: null });
    expect(await standing(old, office, [pasted.value])).toMatchObject({
      ok: false,
      error: { reason: 'behind', held: 1 },
    });
    await record(old, 'plan-revised');
    await record(old, 'plan-revised');
    const forked = await standing(old, office, [pasted.value]);
    expect(forked).toMatchObject({ ok: false, error: { reason: 'forked', held: 3 } });
    if (forked.ok) throw new Error('no gap');

    const fact = gapResolved(forked.error, 'person:head', '硬盘损坏，经局长办公会同意恢复备份');
    await commit(old, means, async () => ok({ facts: [fact], value: null }));
    expect(await standing(old, office, [pasted.value])).toEqual({ ok: true, value: null });
    const later = { ...checkpoint, size: 99 };
    expect(await standing(old, office, [pasted.value, later])).toMatchObject({
      ok: false,
      error: { posted: { size: 99 } },
    });
    old.close();
  });

  it('is known by the file beside it when an old file is put back in its place', async () => {
    const folder = freshFolder();
    const db = await freshDb(folder);
    await record(db, 'plan-drafted');
    await backup(db, join(folder, 'old.db'));
    await record(db, 'plan-revised');
    const beside = join(folder, 'desk.db.checkpoints');
    await keepCheckpoint(beside, await post(db));
    appendFileSync(beside, '\n\nmingchou/ledger/1 torn');
    await keepCheckpoint(beside, await post(db));
    const afterwards = freshFolder();
    const url = urlIn(afterwards);
    copyFileSync(join(folder, 'old.db'), join(afterwards, 'desk.db'));
    const old = await open({ url }, noon);
    const kept = await keptCheckpoints(beside);
    expect(kept.map((each) => each.size)).toEqual([2, 3]);
    expect(await standing(old, office, kept)).toMatchObject({
      ok: false,
      error: { reason: 'behind', posted: { size: 2 } },
    });
    old.close();
  });

  it('where nothing was posted yet, nothing stands in the way', async () => {
    const folder = freshFolder();
    expect(await keptCheckpoints(join(folder, 'desk.db.checkpoints'))).toEqual([]);
    expect(await standing(await freshDb(folder), office, [])).toEqual({ ok: true, value: null });
  });
});

const mode = (file: string): number => statSync(file).mode & 0o777;

/** Posts the present checkpoint on paper and returns it. */
async function post(db: Db) {
  const checkpoint = await presentCheckpoint(db, office);
  const committed = await commit(db, means, async (at) => {
    const { fact, row } = posted(checkpoint, 'paper', 'desk', at);
    return ok({ facts: [fact], rows: [row], value: null });
  });
  if (!committed.ok) throw new Error('refused');
  expect((await readHead(db)).seq).toBe(checkpoint.size + 1);
  return checkpoint;
}
