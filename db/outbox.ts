/**
 * Messages that follow from facts. They are written in the batch that makes the facts true and delivered afterwards, at
 * least once: the delivering side keeps the id, so that a message sent twice can be known as one.
 */
import type { InStatement } from '@libsql/client/web';
import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { outbox } from './schema.ts';

/** A message to deliver once the facts are true. */
export interface Outgoing {
  readonly destination: string;
  /** Neutral message, JSON text. */
  readonly message: string;
  /** Not before; now if left out. */
  readonly due?: string;
}

export interface Pending {
  readonly id: number;
  /** The fact that the message follows from. */
  readonly seq: number;
  readonly destination: string;
  readonly message: string;
  readonly attempts: number;
  /** Code of what the last try ended in; '' before the first. */
  readonly trouble: string;
  /** When the fact came true. */
  readonly since: string;
}

/** @param seq number of the fact that the message follows from @param now server time, ISO */
export const outboxRow = (message: Outgoing, seq: number, now: string): InStatement => ({
  sql: 'insert into outbox (seq, destination, message, due) values (?, ?, ?, ?)',
  args: [BigInt(seq), message.destination, message.message, message.due ?? now],
});

/**
 * What is due and not sent, oldest first. While one message to a destination is being delivered, or waits to be tried again, the later
 * ones to it wait with it: so a destination is never served by two at a time, nor out of order.
 */
export async function pending(db: Db, now: string, limit = 50): Promise<readonly Pending[]> {
  // Left to itself SQLite goes through all that was ever sent, to have it in order.
  const rows = await db.read({
    sql: `select o.id, o.seq, o.destination, o.message, o.attempts, o.trouble, coalesce(l.at, o.due) as since
      from outbox o indexed by outbox_pending left join ledger l on l.seq = o.seq
      where o.sent is null and o.due <= ?1
        and (select kind from ledger order by seq desc limit 1) <> 'office-moved' and not exists (
        select 1 from outbox h
        where h.destination = o.destination and h.sent is null and h.attempts > 0 and h.due > ?1)
      order by o.id limit ?2`,
    args: [now, BigInt(limit)],
  });
  return rows.map((row) => ({
    id: Number(row.id),
    seq: Number(row.seq),
    destination: String(row.destination),
    message: String(row.message),
    attempts: Number(row.attempts),
    trouble: String(row.trouble),
    since: String(row.since),
  }));
}

/**
 * Takes a message until a time, so that two deliverers do not both send it.
 * @returns whether it was still there to be taken
 */
export async function take(db: Db, message: Pending, until: string): Promise<boolean> {
  const [result] = await db.write([
    {
      sql: 'update outbox set attempts = attempts + 1, due = ? where id = ? and sent is null and attempts = ?',
      args: [until, BigInt(message.id), BigInt(message.attempts)],
    },
  ]);
  return result?.rowsAffected === 1;
}

/**
 * @param ids one message, or several to one destination that were delivered as one
 * @param at server time, ISO
 * @param remark a short code where nothing was sent after all
 */
export async function markSent(db: Db, ids: number | readonly number[], at: string, remark = ''): Promise<void> {
  await db.write(
    [ids].flat().map((id) => ({
      sql: 'update outbox set sent = ?, trouble = ? where id = ? and sent is null',
      args: [at, remark, BigInt(id)],
    })),
  );
}

/** The latest message to every destination that begins so: whoever was told of a matter before. */
export async function toldAt(db: Db, beginning: string): Promise<readonly Outgoing[]> {
  const rows = await db.read({
    sql: 'select destination, message, max(id) from outbox where substr(destination, 1, ?) = ? group by destination',
    args: [BigInt(beginning.length), beginning],
  });
  return rows.map((row) => ({ destination: String(row.destination), message: String(row.message) }));
}

/** The latest message to a destination, delivered or not. */
export async function postOfSlot(
  db: Db,
  destination: string,
): Promise<{ readonly message: string; readonly sent: boolean } | null> {
  const [row] = await db.read({
    sql: 'select message, sent from outbox where destination = ? order by id desc limit 1',
    args: [destination],
  });
  return row === undefined ? null : { message: String(row.message), sent: row.sent !== null };
}

/** @param trouble a short code, never what was sent */
export async function markFailed(db: Db, id: number, trouble: string, retryAt: string): Promise<void> {
  await db.write([
    {
      sql: 'update outbox set trouble = ?, due = ? where id = ? and sent is null',
      args: [trouble, retryAt, BigInt(id)],
    },
  ]);
}

/** Whether a message has been delivered. */
export async function isSent(db: Db, id: number): Promise<boolean> {
  const [row] = await db.ask((orm) => orm.select({ sent: outbox.sent }).from(outbox).where(eq(outbox.id, id)));
  return row !== undefined && row.sent !== null;
}
