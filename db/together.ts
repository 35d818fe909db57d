/**
 * Reads that are asked for in one turn travel together: over HTTP each statement is a request of its own, a subrequest of the platform's
 * and a way there and back. They are sent as one batch, so that they also see one state of the database.
 */
import {
  type Client,
  type InArgs,
  type InStatement,
  LibsqlError,
  type ResultSet,
  type TransactionMode,
} from '@libsql/client/web';

interface Waiting {
  readonly statement: InStatement;
  readonly resolve: (result: ResultSet) => void;
  readonly reject: (thrown: unknown) => void;
}

/** More than these are sent side by side: one answer stays far below the ten megabytes that a server gives at most. */
const togetherMax = 40;

/** @param client over HTTP; whatever may write goes through it as it is */
export function together(client: Client): Client {
  let waiting: Waiting[] = [];

  function sendAll(): void {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += togetherMax) void send(all.slice(from, from + togetherMax));
  }

  async function send(group: readonly Waiting[]): Promise<void> {
    if (group.length === 1) return alone(group);
    const statements = group.map(({ statement }) => statement);
    try {
      const results = await client.batch(statements, 'read');
      for (const [i, { resolve, reject }] of group.entries()) {
        const result = results[i];
        if (result === undefined) reject(new LibsqlError('an answer is missing', 'HRANA_PROTO_ERROR'));
        else resolve(result);
      }
    } catch (thrown) {
      // A statement that fails ends the batch: asked one by one, it fails alone. Where no answer came, all of them have none.
      if (isOfOneStatement(thrown)) return alone(group);
      for (const { reject } of group) reject(thrown);
    }
  }

  const alone = async (group: readonly Waiting[]): Promise<void> => {
    await Promise.all(group.map(({ statement, resolve, reject }) => client.execute(statement).then(resolve, reject)));
  };

  return withExecute(client, (statement) => {
    if (!isReading(statement)) return client.execute(statement);
    return new Promise((resolve, reject) => {
      // The turn ends when nothing is left that can go on without an answer.
      if (waiting.length === 0) setTimeout(sendAll, 0);
      waiting.push({ statement, resolve, reject });
    });
  });
}

/** Wrong SQL, a missing table, an answer of all that is too large; not a lock, a lost stream or a silent network. */
const isOfOneStatement = (thrown: unknown): boolean =>
  thrown instanceof LibsqlError && !/^(SQLITE_BUSY|SQLITE_LOCKED|NETWORK|SERVER_|HRANA_)/.test(thrown.code);

export const sqlOf = (statement: InStatement): string => (typeof statement === 'string' ? statement : statement.sql);

/** What changes nothing and needs no lock; no statement of ours begins with `with` and then writes. */
export const isReading = (statement: InStatement): boolean => /^\s*(select|with)\b/i.test(sqlOf(statement));

/** The same client with another way of carrying out one statement; drizzle goes that way, too. */
export function withExecute(client: Client, execute: (statement: InStatement) => Promise<ResultSet>): Client {
  return {
    execute: (statement: InStatement, args?: InArgs) =>
      execute(typeof statement === 'string' && args !== undefined ? { sql: statement, args } : statement),
    batch: (statements, mode) => client.batch(statements, mode),
    migrate: (statements) => client.migrate(statements),
    transaction: (mode?: TransactionMode) => client.transaction(mode),
    executeMultiple: (sql) => client.executeMultiple(sql),
    sync: () => client.sync(),
    close: () => client.close(),
    reconnect: () => client.reconnect(),
    get closed() {
      return client.closed;
    },
    get protocol() {
      return client.protocol;
    },
  };
}
