/**
 * Messages that follow from facts. They are written in the batch that makes the facts true and delivered afterwards, at
 * least once: the delivering side keeps the id, so that a message sent twice can be known as one.
 */
import type { InStatement } from '@libsql/client/web';
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
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
}

/** @param seq number of the fact that the message follows from @param now server time, ISO */
export const outboxRow = (message: Outgoing, seq: number, now: string): InStatement => ({
  sql: 'insert into outbox (seq, destination, message, due) values (?, ?, ?, ?)',
  args: [BigInt(seq), message.destination, message.message, message.due ?? now],
});

/** What is due and not sent, oldest first. */
export function pending(db: Db, now: string, limit = 50): Promise<readonly Pending[]> {
  return db.ask((orm) =>
    orm
      .select({
        id: outbox.id,
        seq: outbox.seq,
        destination: outbox.destination,
        message: outbox.message,
        attempts: outbox.attempts,
      })
      .from(outbox)
      .where(and(isNull(outbox.sent), lte(outbox.due, now)))
      .orderBy(asc(outbox.id))
      .limit(limit),
  );
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

/** @param at server time, ISO */
export async function markSent(db: Db, id: number, at: string): Promise<void> {
  await db.write([
    { sql: `update outbox set sent = ?, trouble = '' where id = ? and sent is null`, args: [at, BigInt(id)] },
  ]);
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
