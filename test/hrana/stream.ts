/**
 * A stream: a connection with its stored texts and at most one transaction (HRANA_3_SPEC “Streams”). Statements run one after the other.
 * A transaction that holds the write lock longer than its limit is rolled back, as the server does so that others can go on.
 */
import { type Connection, mayWrite } from './connection.ts';
import {
  type Batch,
  type Condition,
  type ProtoError,
  Refused,
  type Stmt,
  type StmtResult,
  StmtTrouble,
  type StreamRequest,
} from './protocol.ts';
import type { WriteLock } from './write-lock.ts';

export interface StreamMeans {
  /** Connections are kept for the next stream: a stream of one request costs no opening. */
  readonly connections: { take(): Connection; give(connection: Connection): void };
  readonly lock: WriteLock;
  readonly transactionMs: number;
  /** How long a writer waits for others, of this server and of other processes. */
  readonly busyMs: number;
  readonly version: 2 | 3;
  readonly counted: () => void;
}

export type Answered =
  | { readonly type: 'ok'; readonly response: object }
  | { readonly type: 'error'; readonly error: ProtoError };

export interface BatchResult {
  readonly step_results: readonly (StmtResult | null)[];
  readonly step_errors: readonly (ProtoError | null)[];
  readonly replication_index: null;
}

const storedMax = 150;
const storedBytesMax = 100 * 1024;
const retryMs = 5;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Stream {
  #connection: Connection;
  readonly #means: StreamMeans;
  readonly #texts = new Map<number, string>();
  #unlock: (() => void) | null = null;
  #limit: ReturnType<typeof setTimeout> | undefined;
  #timedOut = false;
  closed = false;

  constructor(means: StreamMeans) {
    this.#means = means;
    this.#connection = means.connections.take();
  }

  async answer(request: StreamRequest): Promise<Answered> {
    try {
      return { type: 'ok', response: await this.#response(request) };
    } catch (thrown) {
      if (!(thrown instanceof StmtTrouble)) throw thrown;
      return { type: 'error', error: thrown.proto };
    }
  }

  async #response(request: StreamRequest): Promise<object> {
    if (this.closed) throw new Refused(400, 'Received a request after the stream was closed');
    switch (request.type) {
      case 'close':
        this.close();
        return { type: 'close' };
      case 'execute':
        return { type: 'execute', result: await this.#execute(request.stmt) };
      case 'batch':
        return { type: 'batch', result: await this.batch(request.batch) };
      case 'sequence':
        await this.#writing(() => this.#connection.sequence(this.#textOf(request)));
        return { type: 'sequence' };
      case 'describe':
        return { type: 'describe', result: this.#connection.describe(this.#textOf(request)) };
      case 'store_sql':
        this.#store(request.sql_id, request.sql);
        return { type: 'store_sql' };
      case 'close_sql':
        this.#texts.delete(request.sql_id);
        return { type: 'close_sql' };
      case 'get_autocommit':
        if (this.#means.version < 3) throw new Refused(400, 'get_autocommit is of version 3');
        return { type: 'get_autocommit', is_autocommit: !this.#connection.inTransaction };
    }
  }

  /** “Batches”: a step runs where its condition holds; what fails is told in its place and the steps go on. */
  async batch(
    { steps }: Batch,
    told: (step: number, result: StmtResult | ProtoError) => void = () => {},
  ): Promise<BatchResult> {
    const results: (StmtResult | null)[] = [];
    const errors: (ProtoError | null)[] = [];
    const holds = (condition: Condition): boolean => {
      switch (condition.type) {
        case 'ok':
        case 'error':
          if (condition.step >= results.length) throw new Refused(400, 'A condition refers to a later step');
          return (condition.type === 'ok' ? results : errors)[condition.step] !== null;
        case 'not':
          return !holds(condition.cond);
        case 'and':
          return condition.conds.every(holds);
        case 'or':
          return condition.conds.some(holds);
        case 'is_autocommit':
          if (this.#means.version < 3) throw new Refused(400, 'is_autocommit is of version 3');
          return !this.#connection.inTransaction;
      }
    };
    for (const [at, { condition, stmt }] of steps.entries()) {
      let result: StmtResult | null = null;
      let error: ProtoError | null = null;
      if (condition === undefined || condition === null || holds(condition)) {
        try {
          result = await this.#execute(stmt);
        } catch (thrown) {
          if (!(thrown instanceof StmtTrouble)) throw thrown;
          error = thrown.proto;
        }
      }
      results.push(result);
      errors.push(error);
      const outcome = result ?? error;
      if (outcome !== null) told(at, outcome);
    }
    return { step_results: results, step_errors: errors, replication_index: null };
  }

  async #execute(stmt: Stmt): Promise<StmtResult> {
    const sql = this.#textOf(stmt);
    this.#means.counted();
    if (this.#timedOut) {
      this.#timedOut = false;
      throw new StmtTrouble('TRANSACTION_TIMEOUT', 'Transaction timed out');
    }
    if (/^\s*begin\s+(immediate|exclusive)\b/i.test(sql)) return this.#begin(sql);
    if (!this.#connection.inTransaction && mayWrite(sql)) return this.#writing(() => this.#connection.run(sql, stmt));
    try {
      return this.#connection.run(sql, stmt);
    } finally {
      if (!this.#connection.inTransaction) this.#free();
      this.#renewSpent();
    }
  }

  async #begin(sql: string): Promise<StmtResult> {
    if (this.#connection.inTransaction)
      throw new StmtTrouble('SQLITE_ERROR', 'SQLite error: cannot start a transaction within a transaction');
    const { result, unlock } = await this.#locked(() => this.#connection.run(sql, {}));
    this.#unlock = unlock;
    this.#limit = setTimeout(() => this.#expireTransaction(), this.#means.transactionMs);
    return result;
  }

  async #writing<T>(work: () => T): Promise<T> {
    if (this.#connection.inTransaction) return work();
    const { result, unlock } = await this.#locked(work);
    // A sequence may begin a transaction and leave it open.
    if (this.#connection.inTransaction) this.#unlock = unlock;
    else unlock();
    return result;
  }

  /** The lock among this server's streams, then the file's own, which another process may hold. */
  async #locked<T>(work: () => T): Promise<{ readonly result: T; readonly unlock: () => void }> {
    const until = performance.now() + this.#means.busyMs;
    const unlock = await this.#means.lock.acquire(this.#means.busyMs);
    if (unlock === null) throw new StmtTrouble('SQLITE_BUSY', 'SQLite error: database is locked');
    for (;;) {
      try {
        return { result: work(), unlock };
      } catch (thrown) {
        const isBusy = this.#connection.spent;
        this.#renewSpent();
        if (!isBusy || performance.now() >= until) {
          unlock();
          throw thrown;
        }
        await sleep(retryMs);
      }
    }
  }

  #renewSpent(): void {
    if (!this.#connection.spent) return;
    this.#means.connections.give(this.#connection);
    this.#connection = this.#means.connections.take();
    this.#free();
  }

  #free(): void {
    clearTimeout(this.#limit);
    this.#unlock?.();
    this.#unlock = null;
  }

  #expireTransaction(): void {
    if (!this.#connection.inTransaction) return;
    this.#connection.run('ROLLBACK', {});
    this.#timedOut = true;
    this.#free();
  }

  #store(id: number, sql: string): void {
    if (this.#texts.size >= storedMax && !this.#texts.has(id))
      throw new StmtTrouble(
        'SQL_STORE_TOO_MANY',
        `The server already stores ${this.#texts.size} SQL texts, it cannot store more`,
      );
    if (sql.length > storedBytesMax)
      throw new StmtTrouble(
        'SQL_STORE_TOO_LARGE',
        `The statement is too large to be stored: ${sql.length}/${storedBytesMax}`,
      );
    if (this.#texts.has(id)) throw new Refused(400, `SQL text ${id} is stored already`);
    this.#texts.set(id, sql);
  }

  #textOf({ sql, sql_id: id }: Pick<Stmt, 'sql' | 'sql_id'>): string {
    const stored = id === undefined || id === null ? undefined : this.#texts.get(id);
    const given = sql ?? undefined;
    if ((given === undefined) === (id === undefined || id === null))
      throw new Refused(400, 'A statement needs its text or the number of a stored one, not both');
    const text = given ?? stored;
    if (text === undefined) throw new Refused(400, `SQL text ${id} was not stored`);
    return text;
  }

  /** What was begun and not committed is undone. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#means.connections.give(this.#connection);
    this.#free();
  }
}
