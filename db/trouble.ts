/**
 * What may be said of a failure of the database. Names of enterprises and inspectors travel as SQL parameters, and drizzle
 * puts all of them into its error's message: nothing but the code and SQLite's own words leaves this file.
 */
import { LibsqlError } from '@libsql/client/web';

export class DatabaseTrouble extends Error {
  readonly code: string;

  constructor(code: string, words: string) {
    super(`${code}: ${words}`);
    this.name = 'DatabaseTrouble';
    this.code = code;
  }

  get busy(): boolean {
    return this.code.startsWith('SQLITE_BUSY') || this.code.startsWith('SQLITE_LOCKED');
  }

  get constraint(): boolean {
    return this.code.startsWith('SQLITE_CONSTRAINT');
  }

  /** No answer, or one from something in between: whether the statement was carried out is not known. */
  get network(): boolean {
    return this.code === 'NETWORK' || this.code.startsWith('SERVER_') || this.code.startsWith('HRANA_');
  }

  /** The connection was closed under the statement (another one reconnected); nothing was done. */
  get closed(): boolean {
    return this.code === 'CLIENT_CLOSED';
  }
}

/** An error without parameters, whatever was thrown. */
export function troubleOf(thrown: unknown): DatabaseTrouble {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    if (error instanceof DatabaseTrouble) return error;
    if (error instanceof LibsqlError) return new DatabaseTrouble(error.code, wordsOf(error));
  }
  // A failed fetch, a closed socket: its message holds addresses, never statements.
  if (thrown instanceof TypeError) return new DatabaseTrouble('NETWORK', thrown.message);
  return new DatabaseTrouble('UNKNOWN', thrown instanceof Error ? thrown.name : typeof thrown);
}

// SQLite's messages name tables, columns and triggers. Only a syntax error quotes the statement, which is ours.
function wordsOf(error: LibsqlError): string {
  const words = error.message.replace(`${error.code}: `, '');
  return words.length > 300 ? `${words.slice(0, 300)}…` : words;
}
