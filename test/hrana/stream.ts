/** A stream: its stored texts and a session with the file (HRANA_3_SPEC “Hrana over HTTP”, “Requests”). */
import { notYet, onlyStatement, programOf, sequenceOf, type Understanding } from './program.ts';
import {
  type Batch,
  type ProtoError,
  Refused,
  type Stmt,
  type StmtResult,
  StmtTrouble,
  type StreamRequest,
} from './protocol.ts';
import { type BatchResult, Session, type SessionMeans, type Told } from './session.ts';
import type { Statement } from './sql.ts';

export interface StreamMeans extends SessionMeans {
  readonly statementsOf: (sql: string) => readonly Statement[];
}

export type Answered =
  | { readonly type: 'ok'; readonly response: object }
  | { readonly type: 'error'; readonly error: ProtoError };

const storedMax = 50;
const storedBytesMax = 5000;

export class Stream {
  readonly #session: Session;
  readonly #statementsOf: StreamMeans['statementsOf'];
  readonly #texts = new Map<number, string>();
  #version: 2 | 3 = 3;
  isClosed = false;

  constructor(means: StreamMeans) {
    this.#session = new Session(means);
    this.#statementsOf = means.statementsOf;
  }

  /** The requests of one HTTP request, spoken in that version. @throws Refused */
  async work<T>(version: 2 | 3, work: () => Promise<T>): Promise<T> {
    this.#version = version;
    this.#session.begin();
    try {
      return await work();
    } finally {
      if (!this.isClosed) this.#session.end();
    }
  }

  /** On demand, see `faults.ts`. */
  meet(what: 'busy' | 'transaction-timeout'): void {
    this.#session.meet(what);
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
        return { type: 'describe', result: this.#session.connection.describe(statement) };
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
        return { type: 'get_autocommit', is_autocommit: !this.#session.inTransaction };
    }
  }

  async #execute(stmt: Stmt): Promise<StmtResult> {
    const { step_results, step_errors } = await this.#session.run(
      programOf({ steps: [{ stmt }] }, this.#understanding()),
    );
    const [result = null] = step_results;
    const [error = null] = step_errors;
    if (result === null) throw new StmtTrouble(error?.code ?? 'SQLITE_UNKNOWN', error?.message ?? 'no result');
    return result;
  }

  async #sequence(sql: string): Promise<void> {
    const { step_errors } = await this.#session.run(sequenceOf(sql, this.#understanding()));
    const failed = step_errors.find((error) => error !== null);
    if (failed) throw new StmtTrouble(failed.code, failed.message);
  }

  /** “Batches”. @param told of each step that was run, as soon as it was */
  batch(batch: Batch, told?: Told): Promise<BatchResult> {
    return this.#session.run(programOf(batch, this.#understanding()), told);
  }

  #understanding(): Understanding {
    if (this.isClosed) throw new Refused(400, 'Stream for this baton was closed');
    return {
      version: this.#version,
      textOf: (given) => this.#textOf(given),
      statementsOf: this.#statementsOf,
      connection: this.#session.connection,
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
    this.#session.close();
  }
}
