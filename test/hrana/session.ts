/**
 * What a stream does with its connection: programs run one step after the other, in at most one transaction. One that keeps the write lock
 * beyond its limit is rolled back so that others can go on; the steps of the next program all say so, and the one after that is free again
 * (libsql-server, `connection_core.rs`, `connection_manager.rs`).
 */
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import type { Step } from './program.ts';
import { type Condition, type ProtoError, type StmtResult, StmtTrouble } from './protocol.ts';
import type { WriteLock } from './write-lock.ts';

export interface SessionMeans {
  readonly connections: Connections;
  readonly lock: WriteLock;
  readonly transactionMs: number;
  /** How long a statement waits for others, of this server and of other processes. */
  readonly busyMs: number;
  readonly responseBytesMax: number;
  readonly counted: () => void;
}

/** “Batch results”. */
export interface BatchResult {
  readonly step_results: readonly (StmtResult | null)[];
  readonly step_errors: readonly (ProtoError | null)[];
  readonly replication_index: null;
}

export type Told = (step: number, outcome: StmtResult | ProtoError) => void;

const retryMs = 5;
/** The driver frees a statement's memory only between macrotasks. */
const stepsBetweenPauses = 500;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const busy = (): StmtTrouble => new StmtTrouble('SQLITE_BUSY', 'SQLite error: database is locked');
const timeout = { message: 'Transaction timed out', code: 'TRANSACTION_TIMEOUT' } as const;

export class Session {
  #connection: Connection;
  readonly #means: SessionMeans;
  #unlock: (() => void) | null = null;
  #limit: ReturnType<typeof setTimeout> | undefined;
  #isAtWork = false;
  /** It was rolled back by force, and nobody was told yet. */
  #isTimedOut = false;
  /** A transaction that was told it is busy: the driver leaves nothing to go on with, so only its end is left. */
  #isLost = false;
  #meets: 'busy' | 'transaction-timeout' | null = null;

  constructor(means: SessionMeans) {
    this.#means = means;
    this.#connection = means.connections.take();
  }

  /** A request begins … */
  begin(): void {
    this.#isAtWork = true;
  }

  /** … and ends; a transaction may stay open. */
  end(): void {
    this.#isAtWork = false;
    if (this.#meets === 'transaction-timeout' && this.inTransaction) this.#rollBackByForce();
    this.#meets = null;
  }

  get inTransaction(): boolean {
    return this.#isLost || this.#connection.inTransaction;
  }

  /** To parse and describe with. */
  get connection(): Connection {
    if (this.#connection.isSpent && !this.#connection.inTransaction) this.#renew();
    return this.#connection;
  }

  /** On demand: the lock is not had, or the transaction takes too long, in what comes next. */
  meet(what: 'busy' | 'transaction-timeout'): void {
    if (what === 'transaction-timeout' && this.inTransaction) this.#rollBackByForce();
    else this.#meets = what;
  }

  /** @param told of each step that was run, as soon as it was @throws StmtTrouble where the whole of it fails */
  async run(program: readonly Step[], told: Told = () => {}): Promise<BatchResult> {
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
        return !this.inTransaction;
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
      this.#isLost = statement.kind !== 'end';
      if (!/^rollback/i.test(statement.text) || this.#isLost) throw busy();
      this.#connection.begin();
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
    if (this.inTransaction ? statement.kind !== 'end' : statement.kind !== 'write') return;
    this.#meets = null;
    this.#rollBackByForce();
  }

  /** What was begun and not committed is undone. */
  close(): void {
    this.#means.connections.give(this.#connection);
    this.#free();
  }
}
