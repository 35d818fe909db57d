import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { freezeOpenPosts } from '../../bot/verbs/draw/freeze-people.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { makeBackup } from '../../bot/verbs/ledger/backup.ts';
import { postCheckpoint, resolveGap } from '../../bot/verbs/ledger/checkpoint.ts';
import { eraseBodies } from '../../bot/verbs/ledger/erase.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { restore } from '../../db/backup.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { openWeb } from '../../db/open-web.ts';
import { facts, value } from '../desk.ts';
import { again, asked, ceremonyUntil, expectRefused, hands, type PlannedDesk, plannedDesk } from '../drawn-desk.ts';
import { servedUntilEnd } from '../hrana/until-end.ts';

/** A machine set up anew from a backup; key and checkpoints were kept beside the database and come along. */
async function putBack(desk: PlannedDesk, backup: string): Promise<PlannedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-restored-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  value(await restore(backup, join(folder, 'desk.db')));
  for (const end of ['.key', '.checkpoints']) {
    copyFileSync(join(desk.folder, `desk.db${end}`), join(folder, `desk.db${end}`));
  }
  return again({ ...desk, folder });
}

describe('checkpoints and backups', () => {
  it('S2-40: a posted checkpoint is a fact, and is kept outside of the database', async () => {
    const desk = await plannedDesk();
    const checkpoint = value(await postCheckpoint(desk, hands.drafter, '联席办公告栏'));
    expect((await facts(desk)).at(-1)).toEqual({
      kind: 'checkpoint-posted',
      actor: 'person:o1',
      body: { size: checkpoint.size, head: checkpoint.head, place: '联席办公告栏' },
    });
    expect(readFileSync(join(desk.folder, 'desk.db.checkpoints'), 'utf8')).toContain(checkpoint.head);
    expect(await desk.postedOutside()).toEqual([checkpoint]);
    expectRefused(await postCheckpoint(desk, hands.liaison, '公告栏'), 'rights', { reason: 'no-role' });
  });

  it('on an old backup that was put back no ceremony is frozen or opened until the head has resolved it on record', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'ready', { changes: { tasks: desk.tasks.slice(0, 1) } });
    const backup = join(desk.folder, 'backup.db');
    const made = value(await makeBackup(desk, hands.drafter, backup));
    expect((await facts(desk)).at(-1)).toMatchObject({
      kind: 'backup-made',
      body: { size: made.size, head: made.head },
    });
    value(await open(desk, hands.drafter, ceremony));
    const posted = value(await postCheckpoint(desk, hands.drafter, '工作群'));
    const old = await putBack(desk, backup);
    const gap = { reason: 'behind-checkpoint', gap: { reason: 'behind', posted, held: made.size } };
    expectRefused(await open(old, hands.drafter, ceremony), 'draw', gap);
    expectRefused(await freeze(old, hands.drafter, asked(old, { tasks: desk.tasks.slice(1) })), 'draw', gap);
    expectRefused(await resolveGap(old, hands.drafter, '换回备份'), 'rights', { reason: 'no-role', needs: ['head'] });
    expectRefused(await resolveGap(old, hands.officeHead, ' '), 'ledger', { reason: 'no-reason-given' });
    expect(value(await resolveGap(old, hands.officeHead, '硬盘损坏，经主任批准换回备份'))).toEqual({ resolved: 1 });
    expect((await facts(old)).at(-1)).toEqual({
      kind: 'checkpoint-gap-resolved',
      actor: 'person:h9',
      body: {
        size: posted.size,
        head: posted.head,
        found: 'behind',
        held: made.size,
        ground: '硬盘损坏，经主任批准换回备份',
      },
    });
    expectRefused(await resolveGap(old, hands.officeHead, '再次'), 'ledger', { reason: 'not-behind' });
    value(await open(old, hands.drafter, ceremony));
  });

  it('a backup that went on by itself is told from the posted history as well', async () => {
    const desk = await plannedDesk();
    const backup = join(desk.folder, 'backup.db');
    value(await makeBackup(desk, hands.drafter, backup));
    value(await postCheckpoint(desk, hands.drafter, '工作群'));
    const old = await putBack(desk, backup);
    const newcomer = { ...hands.liaison, person: 'l8', name: '新联络员' };
    for (const name of ['甲', '乙', '丙']) value(await enrol(old, hands.drafter, { ...newcomer, name }));
    expectRefused(await freeze(old, hands.drafter, asked(old)), 'draw', { reason: 'behind-checkpoint' });
    const people = { ...asked(old), of: 1 };
    expectRefused(await freezeOpenPosts(old, hands.drafter, people), 'draw', { reason: 'no-ceremony' });
  });

  it('a backup is never written over, and needs the office', async () => {
    const desk = await plannedDesk();
    const path = join(desk.folder, 'backup.db');
    expectRefused(await makeBackup(desk, hands.liaison, path), 'rights', { reason: 'no-role' });
    value(await makeBackup(desk, hands.drafter, path));
    expectRefused(await makeBackup(desk, hands.drafter, path), 'ledger', {
      reason: 'backup',
      why: { reason: 'target-exists', path },
    });
  });
});

describe('erasing', () => {
  it('takes a head and a cited ground; the row and the chain stay, and the erasure itself is never erased', async () => {
    const desk = await plannedDesk();
    const rows = [3];
    expectRefused(await eraseBodies(desk, hands.drafter, { rows, ground: '个保法47' }), 'rights', {
      reason: 'no-role',
    });
    expectRefused(await eraseBodies(desk, hands.officeHead, { rows, ground: '' }), 'ledger', {
      reason: 'no-reason-given',
    });
    expectRefused(await eraseBodies(desk, hands.officeHead, { rows: [99999], ground: '个保法47' }), 'ledger', {
      reason: 'erasure',
      why: { reason: 'no-such-row', seq: 99999 },
    });
    expect(value(await eraseBodies(desk, hands.officeHead, { rows, ground: '个人信息保护法第四十七条' }))).toEqual({
      erased: 1,
      isScrubbed: true,
    });
    const all = await facts(desk);
    expect(all[2]?.body).toBeNull();
    expect(all.at(-1)).toMatchObject({ kind: 'body-erased', actor: 'person:h9', body: { rows } });
    expect(await verifyLedger(desk.db)).toMatchObject({ ok: true });
    expectRefused(await eraseBodies(desk, hands.officeHead, { rows: [all.length], ground: '再次' }), 'ledger', {
      why: { reason: 'erasure-stays' },
    });
  });

  it('at a server the contents are erased on record, and that its keeper rids of the traces is not claimed', async () => {
    const desk = await plannedDesk();
    const server = await servedUntilEnd(desk.database);
    const db = openWeb({ url: server.url, authToken: '' });
    const erased = await eraseBodies({ ...desk, db }, hands.officeHead, {
      rows: [3],
      ground: '个人信息保护法第四十七条',
    });
    db.close();
    expect(value(erased)).toEqual({ erased: 1, isScrubbed: false });
    expect((await facts(desk))[2]?.body).toBeNull();
  });
});
