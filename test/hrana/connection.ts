/**
 * One connection to the file, by libSQL's own driver: the very library that the product opens files with, since two different ones in
 * one process do not see each other's locks. It never waits for a lock inside the process, and it is given up after a busy answer: the
 * driver never resets a statement that was told so.
 */
import Libsql from 'libsql';
import { decoded, encoded, type Stmt, type StmtResult, StmtTrouble } from './protocol.ts';

type Bound = unknown[] | Record<string, unknown>;
type Prepared = ReturnType<InstanceType<typeof Libsql>['prepare']>;

const preparedMax = 100;

export interface Connection {
  readonly inTransaction: boolean;
  /** After a busy answer nothing more may be asked of it. */
  readonly spent: boolean;
  /** @throws StmtTrouble */
  run(sql: string, stmt: Pick<Stmt, 'args' | 'named_args' | 'want_rows'>): StmtResult;
  /** Several statements in one text, results thrown away. @throws StmtTrouble */
  sequence(sql: string): void;
  describe(sql: string): object;
  close(): void;
}

export function connect(file: string): Connection {
  const database = new Libsql(file, { timeout: 0 });
  database.defaultSafeIntegers(true);
  database.exec('pragma foreign_keys = on');
  const prepared = new Map<string, Prepared>();
  let spent = false;

  function statementFor(sql: string): Prepared {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    for (const [oldest] of prepared) {
      if (prepared.size <= preparedMax) break;
      prepared.delete(oldest);
    }
    return made;
  }

  function carefully<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      const trouble = troubleOf(thrown);
      if (trouble.code.startsWith('SQLITE_BUSY')) spent = true;
      throw trouble;
    }
  }

  function answered(sql: string, bound: Bound, wantsRows: boolean): StmtResult {
    const began = performance.now();
    const statement = statementFor(sql);
    const columns = statement.columns();
    const done = (rest: Partial<StmtResult>): StmtResult => ({
      cols: columns.map(({ name, type }) => ({ name, decltype: type })),
      rows: [],
      affected_row_count: 0,
      last_insert_rowid: null,
      replication_index: null,
      rows_read: 0,
      rows_written: 0,
      query_duration_ms: performance.now() - began,
      ...rest,
    });
    if (columns.length === 0) {
      const { changes, lastInsertRowid } = statement.run(bound);
      return done({ affected_row_count: changes, last_insert_rowid: String(lastInsertRowid), rows_written: changes });
    }
    const rows = statement.raw().all(bound);
    const kept = wantsRows ? rows.filter(Array.isArray).map((row) => row.map(encoded)) : [];
    if (!/\breturning\b/i.test(sql)) return done({ rows: kept, rows_read: rows.length });
    const [changed] = database.prepare('select changes(), last_insert_rowid()').raw().all();
    const [changes, last] = Array.isArray(changed) ? changed : [];
    return done({ rows: kept, affected_row_count: Number(changes), last_insert_rowid: String(last) });
  }

  return {
    get inTransaction() {
      return database.inTransaction;
    },
    get spent() {
      return spent;
    },
    run: (sql, { args = [], named_args: named = [], want_rows: wants }) => {
      if (args.length > 0 && named.length > 0) {
        throw new StmtTrouble(
          'ARGS_BOTH_POSITIONAL_AND_NAMED',
          'Specifying both positional and named arguments is not supported',
        );
      }
      if (sql.trim() === '') throw new StmtTrouble('SQL_NO_STATEMENT', 'SQL string does not contain any statement');
      const bound =
        named.length > 0
          ? Object.fromEntries(named.map(({ name, value }) => [name.replace(/^[:@$]/, ''), decoded(value)]))
          : args.map(decoded);
      return carefully(() => answered(sql, bound, wants ?? true));
    },
    sequence: (sql) => void carefully(() => database.exec(sql)),
    describe: (sql) =>
      carefully(() => {
        const columns = statementFor(sql).columns();
        const plan = /^\s*explain\b/i.test(sql);
        const cols = columns.map(({ name, type }) => ({ name, decltype: type }));
        return { params: [], cols, is_explain: plan, is_readonly: !mayWrite(sql) };
      }),
    close: () => {
      prepared.clear();
      database.close();
    },
  };
}

/** Whether a statement, outside of a transaction, may need the write lock. What is not known to read is held to write. */
export const mayWrite = (sql: string): boolean =>
  !/^\s*(select|explain|values|begin|commit|end|rollback|savepoint|release|pragma)\b/i.test(sql);

/** The server's own codes: a text that is no SQL, or one of SQLite's. */
function troubleOf(thrown: unknown): StmtTrouble {
  if (thrown instanceof StmtTrouble) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'SQLITE_UNKNOWN';
  if (/syntax error|unrecognized token|incomplete input/.test(message))
    return new StmtTrouble('SQL_PARSE_ERROR', `SQL string could not be parsed: ${message}`);
  return new StmtTrouble(code, `SQLite error: ${message}`);
}

/** Keeps a few connections open between streams; one that is spent is closed, and what was begun on one is undone. */
export function connectionsTo(file: string): { take(): Connection; give(connection: Connection): void; close(): void } {
  const idle: Connection[] = [];
  return {
    take: () => idle.pop() ?? connect(file),
    give: (connection) => {
      if (connection.spent || idle.length >= idleMax) return connection.close();
      if (connection.inTransaction) connection.run('ROLLBACK', {});
      idle.push(connection);
    },
    close: () => {
      for (const connection of idle.splice(0)) connection.close();
    },
  };
}

const idleMax = 8;
