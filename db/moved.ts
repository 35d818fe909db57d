/**
 * An office that moved is closed where it was: the last fact there says where it went, and triggers of the database let nothing follow it,
 * whichever program has it open. So there are never two desks that write two chains.
 */
import type { Db } from './database.ts';
import { entryAt, readHead } from './ledger.ts';
import { DatabaseTrouble } from './trouble.ts';

export interface Moved {
  /** Where to, as it may be shown: a server's name or a file's path, never a token. */
  readonly to: string;
  /** Server time, ISO. */
  readonly at: string;
  /** The last fact here. */
  readonly seq: number;
}

/** Where the office of this database has gone; null where it is here. */
export async function movedFrom(db: Db): Promise<Moved | null> {
  const { seq } = await readHead(db);
  const last = seq === 0 ? null : await entryAt(db, seq);
  if (last === null || last.row.kind !== 'office-moved') return null;
  const told: unknown = JSON.parse(last.body?.text ?? 'null');
  const to = typeof told === 'object' && told !== null && 'to' in told ? String(told.to) : '';
  return { to, at: last.row.at, seq };
}

/** Whether the database refused because its office has moved. */
export const refusedAsMoved = (thrown: unknown): boolean =>
  thrown instanceof DatabaseTrouble && thrown.constraint && thrown.message.includes('the office has moved');
