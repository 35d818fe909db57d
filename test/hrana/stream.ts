/**
 * A stream: a connection with its stored texts and at most one transaction (HRANA_3_SPEC “Streams”, “Requests”). Programs run one step
 * after the other. A transaction that keeps the write lock beyond its limit is rolled back so that others can go on; the steps of the
 * next program all say so, and the one after that is free again (libsql-server, `connection_core.rs`).
 */
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { notYet, onlyStatement, programOf, type Step, sequenceOf, type Understanding } from './program.ts';
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
import type { Statement } from './sql.ts';
import type { WriteLock } from './write-lock.ts';

export interface StreamMeans {
  readonly connections: Connections;
  readonly statementsOf: (sql: string) => readonly Statement[];
  readonly lock: WriteLock;
  readonly transactionMs: number;
  /** How long a statement waits for others, of this server and of other processes. */
  readonly busyMs: number;
  readonly responseBytesMax: number;
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

type Told = (step: number, outcome: StmtResult | ProtoError) => void;

const storedMax = 50;
const storedBytesMax = 5000;
const retryMs = 5;
/** The driver frees a statement's memory only between macrotasks. */
const stepsBetweenPauses = 500;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const busy = (): StmtTrouble => new StmtTrouble('SQLITE_BUSY', 'SQLite error: database is locked');
const timeout = { message: 'Transaction timed out', code: 'TRANSACTION_TIMEOUT' } as const;

export class Stream {
  #connection: Connection;
  readonly #means: StreamMeans;
  readonly #texts = new Map<number, string>();
  #version: 2 | 3 = 3;
  #unlock: (() => void) | null = null;
  #limit: ReturnType<typeof setTimeout> | undefined;
  #isAtWork = false;
  /** It was rolled back by force, and nobody was told yet. */
  #isTimedOut = false;
  /** A transaction that was told it is busy: the driver leaves nothing to go on with, so only its end is left. */
  #isLost = false;
  #meets: 'busy' | 'transaction-timeout' | null = null;
  isClosed = false;

  constructor(means: StreamMeans) {
    this.#means = means;
    this.#connection = means.connections.take();
  }

  /** The requests of one HTTP request, spoken in that version. @throws Refused */
  async work<T>(version: 2 | 3, work: () => Promise<T>): Promise<T> {
    this.#version = version;
    this.#isAtWork = true;
    try {
      return await work();
    } finally {
      this.#isAtWork = false;
      if (this.#meets === 'transaction-timeout' && !this.isClosed && this.#inTransaction) this.#rollBackByForce();
      this.#meets = null;
    }
  }

  /** On demand: the lock is not had, or the transaction takes too long, in what comes next. */
  meet(what: 'busy' | 'transaction-timeout'): void {
    if (what === 'transaction-timeout' && this.#inTransaction) this.#rollBackByForce();
    else this.#meets = what;
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
    switch (request.type) {
      case 'close':
        this.close();
        return { type: 'close' };
      case 'execute':
        return { type: 'execute', result: await this.#execute(request.stmt) };
      case 'batch':
        return { type: 'batch', result: await this.batch(request.batch) };
      case 'sequence':
        await this.#sequence(this.#textOf(request));
        return { type: 'sequence' };
      case 'describe': {
        const statement = onlyStatement(this.#textOf(request), this.#understanding());
        return { type: 'describe', result: this.#connection.describe(statement) };
      }
      case 'store_sql':
        this.#store(request.sql_id, request.sql);
        return { type: 'store_sql' };
      case 'close_sql':
        this.#texts.delete(request.sql_id);
        return { type: 'close_sql' };
      case 'get_autocommit':
        if (this.#version < 3) throw new Refused(400, notYet('The `get_autocommit` request'));
        this.#understanding();
        return { type: 'get_autocommit', is_autocommit: !this.#inTransaction };
    }
  }

  async #execute(stmt: Stmt): Promise<StmtResult> {
    const { step_results, step_errors } = await this.#run(programOf({ steps: [{ stmt }] }, this.#understanding()));
    const [result = null] = step_results;
    const [error = null] = step_errors;
    if (result === null) throw new StmtTrouble(error?.code ?? 'SQLITE_UNKNOWN', error?.message ?? 'no result');
    return result;
  }

  async #sequence(sql: string): Promise<void> {
    const { step_errors } = await this.#run(sequenceOf(sql, this.#understanding()));
    const failed = step_errors.find((error) => error !== null);
    if (failed) throw new StmtTrouble(failed.code, failed.message);
  }

  /** “Batches”. @param told of each step that was run, as soon as it was */
  batch(batch: Batch, told?: Told): Promise<BatchResult> {
    return this.#run(programOf(batch, this.#understanding()), told);
  }

  async #run(program: readonly Step[], told: Told = () => {}): Promise<BatchResult> {
    const results: (StmtResult | null)[] = [];
    const errors: (ProtoError | null)[] = [];
    let bytesLeft = this.#means.responseBytesMax;
    let isTimedOut = false;
    for (const [at, step] of program.entries()) {
      if (at % stepsBetweenPauses === stepsBetweenPauses - 1) await sleep(0);
      const isWanted = step.condition === null || this.#holds(step.condition, results, errors);
      if (isWanted) this.#meetTimeout(step);
      if (this.#isTimedOut) isTimedOut = true;
      this.#isTimedOut = false;
      let result: StmtResult | null = null;
      let error: ProtoError | null = null;
      if (isTimedOut) error = timeout;
      else if (isWanted) {
        try {
          const ran = await this.#step(step, bytesLeft);
          bytesLeft -= ran.bytes;
          result = ran.result;
        } catch (thrown) {
          // Too large an answer ends the program; else the trouble is the step's own.
          if (!(thrown instanceof StmtTrouble) || thrown.code === 'RESPONSE_TOO_LARGE') throw thrown;
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

  /** “Conditions”. A step that was skipped is neither ok nor an error. */
  #holds(condition: Condition, results: readonly unknown[], errors: readonly unknown[]): boolean {
    switch (condition.type) {
      case 'ok':
        return results[condition.step] !== null;
      case 'error':
        return errors[condition.step] !== null;
      case 'not':
        return !this.#holds(condition.cond, results, errors);
      case 'and':
        return condition.conds.every((each) => this.#holds(each, results, errors));
      case 'or':
        return condition.conds.some((each) => this.#holds(each, results, errors));
      case 'is_autocommit':
        return !this.#inTransaction;
    }
  }

  async #step(step: Step, bytesLeft: number): Promise<ReturnType<Connection['run']>> {
    const { statement } = step;
    this.#means.counted();
    const values = step.values();
    if (this.#meets === 'busy') {
      this.#meets = null;
      throw busy();
    }
    if (this.#isLost) {
      if (statement.kind === 'end') this.#isLost = false;
      throw busy();
    }
    const until = performance.now() + this.#means.busyMs;
    const began = this.#connection.inTransaction;
    if (statement.locks && this.#unlock === null) {
      const unlock = await this.#means.lock.acquire(this.#means.busyMs);
      if (unlock === null) throw busy();
      this.#hold(unlock);
    }
    try {
      for (;;) {
        try {
          return this.#connection.run(statement, values, step.wantsRows, bytesLeft);
        } catch (thrown) {
          if (!this.#connection.isSpent) throw thrown;
          // Another process holds the file.
          this.#renew();
          if (began) this.#isLost = statement.kind !== 'end';
          if (began || performance.now() >= until) throw thrown;
        }
        await sleep(retryMs);
      }
    } finally {
      if (!this.#connection.inTransaction) this.#free();
    }
  }

  get #inTransaction(): boolean {
    return this.#isLost || this.#connection.inTransaction;
  }

  #renew(): void {
    this.#means.connections.give(this.#connection);
    this.#connection = this.#means.connections.take();
  }

  #hold(unlock: () => void): void {
    this.#unlock = unlock;
    this.#limit = setTimeout(() => this.#overdue(), this.#means.transactionMs);
  }

  #free(): void {
    clearTimeout(this.#limit);
    this.#unlock?.();
    this.#unlock = null;
  }

  /** A program that is just being run is broken off only for somebody who waits; one that keeps the lock between requests, always. */
  #overdue(): void {
    if (this.#isAtWork && !this.#means.lock.isWanted()) {
      this.#limit = setTimeout(() => this.#overdue(), retryMs);
      return;
    }
    if (this.#connection.inTransaction) this.#rollBackByForce();
  }

  #rollBackByForce(): void {
    if (this.#connection.inTransaction) this.#connection.rollback();
    this.#isLost = false;
    this.#isTimedOut = true;
    this.#free();
  }

  /** Where the time is up on demand: at the very end of the transaction, or of a change that is one by itself. */
  #meetTimeout({ statement }: Step): void {
    if (this.#meets !== 'transaction-timeout') return;
    if (this.#inTransaction ? statement.kind !== 'end' : statement.kind !== 'write') return;
    this.#meets = null;
    this.#rollBackByForce();
  }

  #understanding(): Understanding {
    if (this.isClosed) throw new Refused(400, 'Stream for this baton was closed');
    if (this.#connection.isSpent) this.#renew();
    return {
      version: this.#version,
      textOf: (given) => this.#textOf(given),
      statementsOf: this.#means.statementsOf,
      connection: this.#connection,
    };
  }

  #store(id: number, sql: string): void {
    if (this.#texts.has(id)) throw new Refused(400, `SQL text ${id} already exists`);
    const [count, bytes] = [this.#texts.size, Buffer.byteLength(sql)];
    if (count >= storedMax)
      throw new StmtTrouble('SQL_STORE_TOO_MANY', `The server already stores ${count} SQL texts, it cannot store more`);
    if (bytes > storedBytesMax)
      throw new StmtTrouble(
        'SQL_STORE_TOO_LARGE',
        `The statement is too large to be stored: ${bytes} B/${storedBytesMax} B`,
      );
    this.#texts.set(id, sql);
  }

  #textOf({ sql, sql_id: id }: Pick<Stmt, 'sql' | 'sql_id'>): string {
    const isStored = id !== undefined && id !== null;
    if (sql !== undefined && sql !== null) {
      if (isStored) throw new Refused(400, 'Either `sql` or `sql_id` are required, but not both');
      return sql;
    }
    if (!isStored) throw new Refused(400, 'Either `sql` or `sql_id` are required');
    const stored = this.#texts.get(id);
    if (stored === undefined) throw new Refused(400, `SQL text ${id} not found`);
    return stored;
  }

  /** What was begun and not committed is undone. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.#means.connections.give(this.#connection);
    this.#free();
  }
}
