/**
 * One connection to the file, by libSQL's own driver: the very library that the product opens files with, since two different ones in
 * one process do not see each other's locks. It never waits for a lock inside the process, and it is given up after a busy answer: the
 * driver never resets a statement that was told so.
 */
import Libsql from 'libsql';
import { encoded, type SqliteValue, type StmtResult, StmtTrouble } from './protocol.ts';
import type { Statement } from './sql.ts';

type Prepared = ReturnType<InstanceType<typeof Libsql>['prepare']>;

const preparedMax = 200;
/** Long texts hold their values and do not come again. */
const preparedTextMax = 10_000;
/** The server's limit of a value and of a row (`max_row_size`). */
export const valueBytesMax = 5_000_000;

export interface Connection {
  readonly inTransaction: boolean;
  /** After a busy answer nothing more may be asked of it. */
  readonly isSpent: boolean;
  /** Something was set that the next stream must not inherit. */
  readonly isSullied: boolean;
  /** @param bytesLeft of the answer @throws StmtTrouble */
  run(statement: Statement, values: readonly SqliteValue[], wantsRows: boolean, bytesLeft: number): Ran;
  /** Whether SQLite's grammar takes it, though it may name what is only made by a statement before it. @throws StmtTrouble */
  parse(statement: Statement): void;
  /** “Result of describing a statement”. @throws StmtTrouble */
  describe(statement: Statement): object;
  begin(): void;
  rollback(): void;
  close(): void;
}

export interface Ran {
  readonly result: StmtResult;
  readonly bytes: number;
}

export function connect(file: string): Connection {
  const database = new Libsql(file, { timeout: 0 });
  database.defaultSafeIntegers(true);
  database.exec('pragma foreign_keys = on');
  const prepared = new Map<string, Prepared>();
  const changed = database.prepare('select changes(), last_insert_rowid()').raw();
  let isSpent = false;
  let isSullied = false;

  function preparedOf({ text }: Statement): Prepared {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const made = database.prepare(text);
    if (text.length > preparedTextMax) return made;
    prepared.set(text, made);
    for (const [oldest] of prepared) {
      if (prepared.size <= preparedMax) break;
      prepared.delete(oldest);
    }
    return made;
  }

  function carefully<T>({ text }: Statement, work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      const trouble = troubleOf(thrown, text);
      if (trouble.code === 'SQLITE_BUSY') isSpent = true;
      throw trouble;
    }
  }

  function ran(statement: Statement, values: readonly SqliteValue[], wantsRows: boolean, bytesLeft: number): Ran {
    const began = performance.now();
    const made = preparedOf(statement);
    const isReader = made.reader;
    // A statement that gives rows must be read to its end: only then is it done and its lock given back.
    const rows = isReader ? made.raw().all(values).filter(Array.isArray) : [];
    const written = isReader ? null : made.run(values);
    const [after] = statement.changes && isReader ? changed.all([]) : [];
    const [changes, last] = Array.isArray(after) ? after : [written?.changes ?? 0, written?.lastInsertRowid ?? 0];
    const bytes = bytesOf(rows, bytesLeft);
    const result = {
      // Asked after running: a schema changed by another connection is seen only then.
      cols: isReader ? made.columns().map(({ name, type }) => ({ name, decltype: type })) : [],
      rows: wantsRows ? rows.map((row) => row.map(encoded)) : [],
      affected_row_count: statement.changes ? Number(changes) : 0,
      last_insert_rowid: statement.inserts ? String(last) : null,
      replication_index: null,
      rows_read: rows.length,
      rows_written: statement.changes ? Number(changes) : 0,
      query_duration_ms: performance.now() - began,
    };
    return { result, bytes };
  }

  return {
    get inTransaction() {
      return database.inTransaction;
    },
    get isSpent() {
      return isSpent;
    },
    get isSullied() {
      return isSullied;
    },
    run: (statement, values, wantsRows, bytesLeft) => {
      if (statement.sets) isSullied = true;
      return carefully(statement, () => ran(statement, values, wantsRows, bytesLeft));
    },
    parse: (statement) => {
      try {
        carefully(statement, () => preparedOf(statement));
      } catch (thrown) {
        if (thrown instanceof StmtTrouble && thrown.code === 'SQL_PARSE_ERROR') throw thrown;
      }
    },
    describe: (statement) =>
      carefully(statement, () => ({
        params: statement.params.map((name) => ({ name })),
        cols: preparedOf(statement)
          .columns()
          .map(({ name, type }) => ({ name, decltype: type })),
        is_explain: statement.isExplain,
        is_readonly: statement.kind !== 'write' && !statement.locks,
      })),
    begin: () => database.exec('begin'),
    rollback: () => database.exec('rollback'),
    close: () => {
      prepared.clear();
      database.close();
    },
  };
}

/** About as many as the answer will have, as the server counts them. @throws StmtTrouble where it is too much */
function bytesOf(rows: readonly (readonly unknown[])[], bytesLeft: number): number {
  let bytes = 0;
  for (const row of rows) {
    let rowBytes = 0;
    for (const held of row) {
      if (typeof held === 'string') rowBytes += Buffer.byteLength(held);
      else if (held instanceof Uint8Array) rowBytes += held.length;
      bytes += 30;
    }
    if (rowBytes > valueBytesMax) throw new StmtTrouble('SQLITE_TOOBIG', 'SQLite error: string or blob too big');
    bytes += rowBytes;
    if (bytes > bytesLeft) throw new StmtTrouble('RESPONSE_TOO_LARGE', 'Response is too large');
  }
  return bytes;
}

/** Those of SQLite's messages that tell where in the text, which the server says with a code of its own. */
const placed =
  /^(?:no such column|ambiguous column name|no such function|wrong number of arguments to function): ?(\w*)/;

/** The server's own codes: it tells SQLite's primary codes only, and what SQLite leaves open is UNKNOWN (`stmt.rs`). */
function troubleOf(thrown: unknown, sql: string): StmtTrouble {
  if (thrown instanceof StmtTrouble) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const given = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (/syntax error|unrecognized token|incomplete input/.test(message))
    return new StmtTrouble('SQL_PARSE_ERROR', `SQL string could not be parsed: ${message}`);
  const name = placed.exec(message)?.[1];
  if (given === 'SQLITE_ERROR' && name !== undefined)
    return new StmtTrouble('SQL_INPUT_ERROR', `SQL input error: ${message} (at offset ${sql.indexOf(name)})`);
  const [primary] = /^SQLITE_[A-Z]+/.exec(given) ?? ['SQLITE_UNKNOWN'];
  return new StmtTrouble(primary === 'SQLITE_ERROR' ? 'SQLITE_UNKNOWN' : primary, `SQLite error: ${message}`);
}
