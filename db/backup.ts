/**
 * Backup of a database while it is in use, and restore into another, which is empty: local files and databases behind HTTP alike. A copy
 * counts only after its ledger was re-computed; until then a file lies under another name, and a database says that it is arriving.
 */
import { chmod, copyFile, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Head } from '../core/ledger/chain.ts';
import type { Break } from '../core/ledger/verify.ts';
import { err, ok, type Result } from '../core/result.ts';
import { arrivalIn } from './arriving.ts';
import type { Means } from './commit.ts';
import type { Step } from './copy.ts';
import { type CopyRefusal, enter, openTarget, walkToRest } from './copy-road.ts';
import type { Db } from './database.ts';
import { verifyLedger } from './ledger.ts';
import { schemaState } from './migrate.ts';
import { open, openUnmigrated, type Where } from './open.ts';
import { copyToOwnDraft, makeOwn, makeOwnDraft, ownersOnly } from './own-file.ts';
import { troubleOf } from './trouble.ts';

export type BackupRefusal =
  | { readonly reason: 'target-exists'; readonly path: string }
  | { readonly reason: 'no-such-backup'; readonly path: string }
  /** The folder that the copy is to lie in. */
  | { readonly reason: 'no-such-folder'; readonly path: string }
  /** Another kind of file, or another program's database. */
  | { readonly reason: 'not-a-backup'; readonly path: string }
  /** A copy into that file was broken off: a part of an office is no backup. */
  | { readonly reason: 'backup-unfinished'; readonly path: string }
  | { readonly reason: 'ledger-broken'; readonly path: string; readonly broken: Break };

/**
 * Writes a copy to `path`. It appears under its name only when it is whole and its ledger verified.
 * @returns the head that the copy ends in, for the record of the backup
 */
export async function backup(db: Db, path: string): Promise<Result<Head, BackupRefusal>> {
  const clear = await mayBeMade(path);
  if (!clear.ok) return clear;
  const partial = `${path}.partial`;
  await makeOwnDraft(partial);
  await db.read({ sql: 'vacuum into ?', args: [partial] });
  return settle(partial, path);
}

/** Puts a backup into a new file. An existing database is never overwritten: move it away first. */
export async function restore(from: string, to: string): Promise<Result<Head, BackupRefusal>> {
  if (!(await exists(from))) return err({ reason: 'no-such-backup', path: from });
  // A log left over from another database would be replayed into this one.
  for (const path of [to, `${to}-wal`]) {
    const clear = await mayBeMade(path);
    if (!clear.ok) return clear;
  }
  const partial = `${to}.partial`;
  await copyToOwnDraft(from, partial);
  if (!(await isOurs(partial))) {
    await rm(partial, { force: true });
    return err({ reason: 'not-a-backup', path: from });
  }
  return settle(partial, to);
}

/** The same of a database behind HTTP; what an earlier try left under the partial name is continued. */
export async function backupOver(
  means: Means,
  db: Db,
  path: string,
  step: (step: Step) => void,
): Promise<Result<Head, BackupRefusal | CopyRefusal>> {
  const clear = await mayBeMade(path);
  if (!clear.ok) return clear;
  const copied = await intoFile(`${path}.partial`, async (target) => {
    const road = await enter(means, db, target, { place: path, purpose: 'backup', step });
    if (!road.ok) return road;
    const rested = await walkToRest(road.value);
    if (!rested.ok) return rested;
    await openTarget(road.value);
    return ok(rested.value.head);
  });
  if (copied.ok) await rename(`${path}.partial`, path);
  return copied;
}

/**
 * Puts a backup into an empty database behind HTTP; what an earlier try left there is continued.
 * @param place how the target is called before people
 */
export async function restoreOver(
  means: Means,
  from: string,
  to: Where,
  place: string,
  step: (step: Step) => void,
): Promise<Result<Head, BackupRefusal | CopyRefusal>> {
  if (!(await exists(from))) return err({ reason: 'no-such-backup', path: from });
  // The backup itself is left as it is: another version may have made it, and the copy of it is brought to the present.
  const folder = await mkdtemp(join(tmpdir(), 'mingchou-restore-'));
  try {
    const copy = join(folder, 'backup.db');
    await copyFile(from, copy);
    if (!(await isOurs(copy))) return err({ reason: 'not-a-backup', path: from });
    const source = await open({ url: `file:${copy}` }, means.now());
    const target = openUnmigrated(to);
    try {
      // The mark stays with the file alone: what is copied from it would pass for whole.
      if ((await arrivalIn(source)) !== null) return err({ reason: 'backup-unfinished', path: from });
      const verified = await verifyLedger(source);
      if (!verified.ok) return err({ reason: 'ledger-broken', path: from, broken: verified.error });
      const road = await enter(means, source, target, { place, purpose: 'restore', step });
      if (!road.ok) return road;
      const rested = await walkToRest(road.value);
      if (!rested.ok) return rested;
      await openTarget(road.value);
      return ok(rested.value.head);
    } finally {
      source.close();
      target.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A new file of this name can be made: nothing is there, and its folder is. */
export async function mayBeMade(path: string): Promise<Result<null, BackupRefusal>> {
  if (await exists(path)) return err({ reason: 'target-exists', path });
  const folder = dirname(path);
  return (await exists(folder)) ? ok(null) : err({ reason: 'no-such-folder', path: folder });
}

/** A database, and one that this program has begun, of whichever version. */
const isOurs = (file: string): Promise<boolean> =>
  lookedInto(file, async (db) => {
    try {
      const { kind } = await schemaState(db);
      return kind !== 'empty' && kind !== 'foreign';
    } catch (thrown) {
      if (troubleOf(thrown).code === 'SQLITE_NOTADB') return false;
      throw thrown;
    }
  });

/** Reads a draft that nobody else has open. The driver leaves the log and its index behind, empty, since nothing was written. */
async function lookedInto<T>(draft: string, look: (copy: Db) => Promise<T>): Promise<T> {
  const copy = openUnmigrated({ url: `file:${draft}` });
  try {
    return await look(copy);
  } finally {
    copy.close();
    for (const end of ['-wal', '-shm']) await rm(`${draft}${end}`, { force: true });
  }
}

/** Opens a file for a copy to be written into, and closes it whatever happens. */
export async function intoFile<T>(path: string, work: (target: Db) => Promise<T>): Promise<T> {
  await makeOwn(path);
  // An earlier try may have begun it, of a version that left it open.
  await chmod(path, ownersOnly);
  const target = openUnmigrated({ url: `file:${path}` });
  try {
    return await work(target);
  } finally {
    target.close();
  }
}

async function settle(partial: string, path: string): Promise<Result<Head, BackupRefusal>> {
  const [arrival, verified] = await lookedInto(partial, held);
  if (arrival !== null) {
    await rm(partial, { force: true });
    return err({ reason: 'backup-unfinished', path });
  }
  if (!verified.ok) {
    await rm(partial, { force: true });
    return err({ reason: 'ledger-broken', path, broken: verified.error });
  }
  await rename(partial, path);
  return ok(verified.value.head);
}

const held = async (copy: Db) => [await arrivalIn(copy), await verifyLedger(copy)] as const;

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
