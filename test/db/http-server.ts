/**
 * A small libSQL server for tests: the part of the Hrana 2 protocol over HTTP that this product uses (single statements, and
 * whole batches between BEGIN IMMEDIATE and COMMIT), over a real libSQL file. Anything else is refused. It can lose answers
 * and delay requests as networks do.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  type Client,
  createClient,
  type InStatement,
  type InValue,
  LibsqlBatchError,
  LibsqlError,
  type ResultSet,
} from '@libsql/client';
import { onTestFinished } from 'vitest';

/** What the network does to the next batch: carries it out and loses the answer; loses it; or carries it out late, before the next batch; or nothing at all. */
export type Fault = 'answer-lost' | 'request-lost' | 'late' | 'none';

export interface HttpDatabase {
  readonly url: string;
  /** Faults for the next batches, in order. */
  readonly faults: Fault[];
}

type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string };
interface Stmt {
  sql?: string;
  sql_id?: number;
  args?: Value[];
}
type StreamRequest =
  | { type: 'execute'; stmt: Stmt }
  | { type: 'batch'; batch: { steps: { stmt: Stmt }[] } }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql' | 'close' };

/** Serves the file until the test ends. */
export async function serveHttp(fileUrl: string): Promise<HttpDatabase> {
  const client = createClient({ url: fileUrl });
  const faults: Fault[] = [];
  let late: InStatement[] | undefined;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') return void response.writeHead(request.url === '/v2' ? 200 : 404).end();
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part);
    const body: { requests: StreamRequest[] } = JSON.parse(Buffer.concat(parts).toString());
    const texts = new Map<number, string>();
    const results = [];
    for (const each of body.requests) {
      const fault = each.type === 'batch' ? faults.shift() : undefined;
      if (each.type === 'batch' && late !== undefined) {
        await client.batch(late, 'write');
        late = undefined;
      }
      if (fault === 'late' && each.type === 'batch')
        late = insideOf(each.batch.steps.map(({ stmt }) => statementOf(stmt, texts)));
      if (fault === 'request-lost' || fault === 'late') return void response.destroy();
      results.push(await resultOf(client, each, texts));
      if (fault === 'answer-lost') return void response.destroy();
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ baton: null, base_url: null, results }));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    client.close();
  });
  return { url: `http://127.0.0.1:${address.port}`, faults };
}

async function resultOf(client: Client, request: StreamRequest, texts: Map<number, string>): Promise<object> {
  switch (request.type) {
    case 'store_sql':
      texts.set(request.sql_id, request.sql);
      return { type: 'ok', response: { type: 'store_sql' } };
    case 'execute':
      try {
        const result = await client.execute(statementOf(request.stmt, texts));
        return { type: 'ok', response: { type: 'execute', result: encoded(result) } };
      } catch (thrown) {
        return { type: 'error', error: errorOf(thrown) };
      }
    case 'batch':
      return { type: 'ok', response: { type: 'batch', result: await batchResult(client, request.batch.steps, texts) } };
    default:
      return { type: 'ok', response: { type: request.type } };
  }
}

async function batchResult(
  client: Client,
  steps: readonly { stmt: Stmt }[],
  texts: Map<number, string>,
): Promise<object> {
  const inside = insideOf(steps.map(({ stmt }) => statementOf(stmt, texts)));
  const nothing = { cols: [], rows: [], affected_row_count: 0 };
  const none: (object | null)[] = steps.map(() => null);
  try {
    const results = await client.batch(inside, 'write');
    return { step_results: [nothing, ...results.map(encoded), nothing, null], step_errors: none };
  } catch (thrown) {
    const failed = thrown instanceof LibsqlBatchError ? thrown.statementIndex + 1 : 0;
    return {
      step_results: steps.map((_, i) => (i < failed ? nothing : null)),
      step_errors: none.map((_, i) => (i === failed ? errorOf(thrown) : null)),
    };
  }
}

/** The statements between BEGIN and COMMIT, ROLLBACK. */
function insideOf(statements: readonly { sql: string; args: InValue[] }[]): InStatement[] {
  const frame = [statements.at(0), statements.at(-2), statements.at(-1)].map((each) => each?.sql).join(' ');
  if (frame !== 'BEGIN IMMEDIATE COMMIT ROLLBACK') throw new Error(`not a write batch: ${frame}`);
  return statements.slice(1, -2);
}

function statementOf(stmt: Stmt, texts: ReadonlyMap<number, string>): { sql: string; args: InValue[] } {
  const sql = stmt.sql ?? texts.get(stmt.sql_id ?? -1);
  if (sql === undefined) throw new Error('no SQL');
  return { sql, args: (stmt.args ?? []).map(decoded) };
}

function decoded(value: Value): InValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(value.value);
    default:
      return value.value;
  }
}

const encoded = (result: ResultSet): object => ({
  cols: result.columns.map((name) => ({ name, decltype: null })),
  rows: result.rows.map((row) => result.columns.map((_, i) => encodedValue(row[i]))),
  affected_row_count: result.rowsAffected,
});

function encodedValue(value: unknown): Value {
  if (value === null || value === undefined) return { type: 'null' };
  if (typeof value === 'number' && Number.isInteger(value)) return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  return { type: 'text', value: String(value) };
}

const errorOf = (thrown: unknown): object =>
  thrown instanceof LibsqlError
    ? { message: `SQLite error: ${thrown.message}`, code: thrown.code }
    : { message: 'error', code: 'INTERNAL' };
