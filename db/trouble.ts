/**
 * What may be said of a failure of the database. Names of enterprises and inspectors travel as SQL parameters, and drizzle
 * puts all of them into its error's message; a server or something in between may answer with what it was asked. So nothing but the
 * code, HTTP's number and SQLite's own words leaves this file.
 */
import { LibsqlError } from '@libsql/client/web';

/** What an act has left in the ledger, as far as it is known where the act could not be finished. */
export type Recorded =
  /** Certainly nothing, now and later. */
  | 'nothing'
  /** No answer came, and it could not be looked up. */
  | 'unknown'
  /** It stands; only what comes after it failed. */
  | 'something';

/** Why the database did not do what it was asked. */
export type Why =
  /** Somebody else writes. */
  | 'busy'
  /** No answer in time, or none that can be read. */
  | 'silent'
  /** It does not accept the token. */
  | 'refused'
  /** The service has stopped reads or writes: a quota is used up, or an administrator did it. */
  | 'blocked'
  /** Ours to mend: a broken constraint, a statement that it does not understand, an answer too large. */
  | 'wrong';

export class DatabaseTrouble extends Error {
  readonly code: string;
  /** HTTP's own number where a server answered with one. */
  readonly status: number | null;
  /** Null where whoever throws it does not know. */
  readonly recorded: Recorded | null;

  constructor(code: string, words: string, status: number | null = null, recorded: Recorded | null = null) {
    super(`${code}: ${words}`);
    this.name = 'DatabaseTrouble';
    this.code = code;
    this.status = status;
    this.recorded = recorded;
  }

  get why(): Why {
    if (this.busy || this.code === 'TRANSACTION_BUSY') return 'busy';
    if (this.status === 401 || this.status === 403 || this.code === 'SQLITE_AUTH') return 'refused';
    if (this.status === 402 || this.code === 'BLOCKED') return 'blocked';
    return this.network || this.closed ? 'silent' : 'wrong';
  }

  get busy(): boolean {
    return this.code.startsWith('SQLITE_BUSY') || this.code.startsWith('SQLITE_LOCKED');
  }

  get constraint(): boolean {
    return this.code.startsWith('SQLITE_CONSTRAINT');
  }

  /** No answer, or one from something in between: whether the statement was carried out is not known. */
  get network(): boolean {
    if (this.status !== null && this.status >= 400 && this.status < 500) return again.has(this.status);
    return unclear.test(this.code);
  }

  /** The connection was closed under the statement (another one reconnected); nothing was done. */
  get closed(): boolean {
    return this.code === 'CLIENT_CLOSED';
  }

  /** The same, thrown by somebody who knows what it has left. */
  leaving(recorded: Recorded): DatabaseTrouble {
    const words = this.message.slice(this.code.length + 2);
    return new DatabaseTrouble(this.code, words, this.status, recorded);
  }
}

/**
 * A batch is one request with one transaction, so a stream or transaction that ended in it has most likely been rolled back; yet the word
 * of something in between is no proof, and looking costs one read. `PROXY_ERROR` is a replica that could not hear its primary.
 */
const unclear =
  /^(NETWORK|TIMEOUT|MALFORMED|SERVER_|HRANA_|STREAM_|TRANSACTION_|PROXY_ERROR|SQLITE_IOERR|SQLITE_INTERRUPT)/;

/** Of the answers that find fault with the request, those that say “not now”. */
const again: ReadonlySet<number> = new Set([408, 425, 429]);

/** An error without parameters, whatever was thrown. */
export function troubleOf(thrown: unknown): DatabaseTrouble {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    if (error instanceof DatabaseTrouble) return error;
    if (error instanceof LibsqlError) {
      const status = statusIn(error);
      return new DatabaseTrouble(error.code, wordsOf(error, status), status);
    }
    // An answer that is no JSON: a page of something in between.
    if (error instanceof SyntaxError) return new DatabaseTrouble('MALFORMED', 'the answer is not of the protocol');
  }
  // A failed fetch, a closed socket: its message holds addresses, never statements.
  if (thrown instanceof TypeError) return new DatabaseTrouble('NETWORK', thrown.message);
  return new DatabaseTrouble('UNKNOWN', thrown instanceof Error ? thrown.name : typeof thrown);
}

/** The client says it in words only: “Server returned HTTP status 401: …”. */
function statusIn({ code, message }: LibsqlError): number | null {
  const number = code === 'SERVER_ERROR' ? /HTTP status (\d{3})/.exec(message)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

// SQLite's messages name tables, columns and triggers. Only a syntax error quotes the statement, which is ours.
function wordsOf(error: LibsqlError, status: number | null): string {
  if (status !== null) return `Server returned HTTP status ${status}`;
  const words = error.message.replace(`${error.code}: `, '');
  if (!/^(SQL|CLIENT_CLOSED|URL_|STREAM_|TRANSACTION_)/.test(error.code)) return 'no more is said of it';
  return words.length > 300 ? `${words.slice(0, 300)}…` : words;
}
