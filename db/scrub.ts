/**
 * After an erasure on record the bytes may still lie in free pages and in the write-ahead log of a local file. This rewrites
 * the file without them. Old backups and a server's own history have to be dealt with by their keepers.
 */
import type { Db } from './database.ts';

/** Takes as long as writing the file anew, and needs as much room again; nothing else may write meanwhile. */
export async function scrub(db: Db): Promise<void> {
  await db.read('vacuum');
  await db.read('pragma wal_checkpoint(truncate)');
}
