/**
 * An office that moved is closed where it was: the last fact there says where it went, and triggers of the database let nothing follow it,
 * whichever program has it open. So there are never two desks that write two chains.
 */
import type { Db } from './database.ts';
import { DatabaseTrouble } from './trouble.ts';

export interface Moved {
  /** Where to, as it may be shown: a server's name or a file's path, never a token. */
  readonly to: string;
  /** Server time, ISO. */
  readonly at: string;
  /** The last fact here: what the new place goes on from. */
  readonly seq: number;
  readonly hash: string;
}

/**
 * Where the office of this database has gone; null where it is here. One statement, since a door asks it before it shows anything; the kind of the
 * last fact closes the door, whatever its body says.
 */
export async function movedFrom(db: Db): Promise<Moved | null> {
  const [last] = await db.read(
    `select l.seq, l.at, l.hash, iif(json_valid(b.text), b.text ->> '$.to', '') as place
      from ledger l left join ledger_body b on b.seq = l.seq
      where l.seq = (select max(seq) from ledger) and l.kind = 'office-moved'`,
  );
  if (last === undefined) return null;
  return { to: String(last.place ?? ''), at: String(last.at), seq: Number(last.seq), hash: String(last.hash) };
}

/** Whether the database refused because its office has moved. */
export const refusedAsMoved = (thrown: unknown): boolean =>
  thrown instanceof DatabaseTrouble && thrown.constraint && thrown.message.includes('the office has moved');
