/**
 * The one way to the database, at the desk and at the edge. Two measured faults of the driver shape it: after one
 * SQLITE_BUSY a connection goes on acknowledging writes that it then loses, until it is reopened
 * (tursodatabase/libsql-client-ts#352); and two open write transactions in one process stop each other dead, since the
 * driver is synchronous. Hence one queue for verbs, whole batches in "write" mode only (the driver runs one through without
 * a break), and a reconnect after every busy answer.
 */
import type { Client, InStatement, ResultSet, Row } from '@libsql/client/web';
import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { drizzle } from 'drizzle-orm/libsql/web';
import * as schema from './schema.ts';
import { type DatabaseTrouble, troubleOf } from './trouble.ts';

export type Orm = LibSQLDatabase<typeof schema>;

export interface Db {
  /** A local file, rather than a server behind HTTP. */
  readonly isFile: boolean;
  /** Rows of one reading statement. */
  read(statement: InStatement): Promise<readonly Row[]>;
  /** A reading query built with drizzle; it may be run again after a reconnect. */
  ask<T>(query: (orm: Orm) => PromiseLike<T>): Promise<T>;
  /** One atomic batch. Only `commit`, deliveries, codes of sign-in and the staging of what is not yet true call it; all else goes through `commit`. */
  write(statements: readonly InStatement[]): Promise<readonly ResultSet[]>;
  /** What was read before is read again from here on; only the edge remembers anything (`remembered.ts`). */
  afresh(): void;
  /** Runs work of this process one after the other; used by `commit`, so that verbs do not overtake each other in vain. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** How long a server that cannot be reached is asked again. */
  readonly patienceMs: number;
  close(): void;
}

/** How often a busy or closed connection is reopened before the trouble is passed on. Each busy try has waited its timeout. */
const triesMax = 3;

/** How long somebody who waits is kept waiting while a server cannot be reached; a chat can still be answered in its three seconds. */
export const patienceMsUsual = 2000;

/** The native driver frees a statement's memory only between macrotasks (4.5 KB each, measured): give it one now and then. */
const statementsBetweenPauses = 500;

/** Between tries over a network: at once, then ever longer, at most a second. */
const networkPauseMs = (tries: number): number => Math.min(1000, 25 * 2 ** tries);

/** Lets timers, sockets and the driver's own cleaning run. */
export const pause = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param client of libSQL, whichever way it was opened; it belongs to the `Db` from now on and is closed with it
 * @param forget what the client remembers of its reads
 * @param patienceMs how long a server that cannot be reached is asked again
 */
export function database(client: Client, forget: () => void = () => {}, patienceMs: number = patienceMsUsual): Db {
  const orm = drizzle(client, { schema });
  let last: Promise<unknown> = Promise.resolve();
  let sincePause = 0;

  async function steadily<T>(work: () => PromiseLike<T>, passes: (trouble: DatabaseTrouble) => boolean): Promise<T> {
    const until = performance.now() + patienceMs;
    sincePause += 1;
    if (sincePause >= statementsBetweenPauses) {
      sincePause = 0;
      await pause();
    }
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (thrown) {
        const trouble = troubleOf(thrown);
        if (!passes(trouble)) throw trouble;
        if (trouble.network ? performance.now() >= until : tries === triesMax) throw trouble;
        // Over HTTP there is nothing to heal, and it would cut off what others are just reading.
        if (trouble.busy && client.protocol === 'file') await client.reconnect();
        await pause(trouble.network ? networkPauseMs(tries) : tries);
      }
    }
  }

  const inTurn: Db['inTurn'] = (work) => {
    const turn = last.then(() => work());
    last = turn.catch(() => {});
    return turn;
  };

  return {
    isFile: client.protocol === 'file',
    read: async (statement) => (await steadily(() => client.execute(statement), mayReadAgain)).rows,
    ask: (query) => steadily(() => query(orm), mayReadAgain),
    write: async (statements) => {
      try {
        return await steadily(() => client.batch([...statements], 'write'), mayWriteAgain);
      } finally {
        forget();
      }
    },
    afresh: forget,
    inTurn,
    patienceMs,
    close: () => client.close(),
  };
}

/** Nothing was done: the lock was not had, or the connection was closed under the statement. */
const mayWriteAgain = (trouble: DatabaseTrouble): boolean => trouble.busy || trouble.closed;

const mayReadAgain = (trouble: DatabaseTrouble): boolean => mayWriteAgain(trouble) || trouble.network;
