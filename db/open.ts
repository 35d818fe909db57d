/** Opens a database at the desk: a local file (the default) or a libSQL server over HTTP. The edge has `open-web.ts`. */
import { createClient } from '@libsql/client';
import { type Db, database } from './database.ts';
import { inTime } from './in-time.ts';
import { migrate } from './migrate.ts';
import { DatabaseTrouble, troubleOf } from './trouble.ts';

export interface Where {
  /** `file:/absolute/or/relative/path.db`, `libsql://…` or `https://…`. */
  readonly url: string;
  readonly authToken?: string;
  /** Of a server: how long one answer is waited for, and how long it is asked again while it cannot be reached. */
  readonly answerMs?: number;
  readonly patienceMs?: number;
}

/** How long a statement waits for another process's lock. The driver waits inside the process: nothing else runs meanwhile. */
const busyTimeoutMs = 5000;

/**
 * Opens and migrates.
 * @param at server time, ISO, noted beside new migrations
 * @throws DatabaseTrouble where the file cannot be opened; MigrationEdited where the database was made by other migrations
 */
export async function open(where: Where, at: string): Promise<Db> {
  const db = openUnmigrated(where);
  // WAL stays with the file; synchronous=FULL is the driver's default and is left alone: what was acknowledged is on disk.
  if (isFile(where.url)) await db.read('pragma journal_mode = wal');
  await migrate(db, at);
  return db;
}

/** Opens what another version may have made, for reading, verifying and backup. */
export function openUnmigrated(where: Where): Db {
  const token = where.authToken === undefined ? {} : { authToken: where.authToken };
  try {
    const client = createClient({ url: where.url, timeout: busyTimeoutMs, fetch: inTime(where.answerMs), ...token });
    return database(client, () => {}, where.patienceMs);
  } catch (thrown) {
    const trouble = troubleOf(thrown);
    // A folder that is not there comes out of the native driver as a bare Error.
    throw trouble.code === 'UNKNOWN' ? new DatabaseTrouble('CANNOT_OPEN', where.url) : trouble;
  }
}

export const isFile = (url: string): boolean => url.startsWith('file:');
