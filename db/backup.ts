/**
 * Backup of a local database while it is in use, and restore into another file. `VACUUM INTO` copies one consistent state;
 * a copy counts only after its ledger was re-computed. A server database is backed up by its own means.
 */
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import type { Head } from '../core/ledger/chain.ts';
import type { Break } from '../core/ledger/verify.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Db } from './database.ts';
import { verifyLedger } from './ledger.ts';
import { openUnmigrated } from './open.ts';

export type BackupRefusal =
  | { readonly reason: 'target-exists'; readonly path: string }
  | { readonly reason: 'no-such-backup'; readonly path: string }
  | { readonly reason: 'ledger-broken'; readonly path: string; readonly broken: Break };

/**
 * Writes a copy to `path`. It appears under its name only when it is whole and its ledger verified.
 * @returns the head that the copy ends in, for the record of the backup
 */
export async function backup(db: Db, path: string): Promise<Result<Head, BackupRefusal>> {
  if (await exists(path)) return err({ reason: 'target-exists', path });
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  await db.read({ sql: 'vacuum into ?', args: [partial] });
  return settle(partial, path);
}

/** Puts a backup into a new file. An existing database is never overwritten: move it away first. */
export async function restore(from: string, to: string): Promise<Result<Head, BackupRefusal>> {
  if (!(await exists(from))) return err({ reason: 'no-such-backup', path: from });
  // A log left over from another database would be replayed into this one.
  for (const path of [to, `${to}-wal`]) if (await exists(path)) return err({ reason: 'target-exists', path });
  const partial = `${to}.partial`;
  await copyFile(from, partial);
  return settle(partial, to);
}

async function settle(partial: string, path: string): Promise<Result<Head, BackupRefusal>> {
  const copy = openUnmigrated({ url: `file:${partial}` });
  const verified = await verifyLedger(copy).finally(() => copy.close());
  if (!verified.ok) {
    await rm(partial, { force: true });
    return err({ reason: 'ledger-broken', path, broken: verified.error });
  }
  await rename(partial, path);
  return ok(verified.value.head);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
