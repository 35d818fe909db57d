/**
 * A TEST TOOL: a libSQL server over HTTP for tests and trials on one machine, since no package offers one. It speaks Hrana 2 and 3 as
 * JSON over a real libSQL file, faithfully (`README.md` says how far), and does on demand what networks and busy servers do. It is not
 * made to be anybody's database.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connectionsTo } from './connection.ts';
import { type Fault, type Faults, faults, seen } from './faults.ts';
import { cursorBody, type PipelineBody, type ProtoError, pipelineBody, Refused, type StmtResult } from './protocol.ts';
import { streams } from './streams.ts';
import { writeLock } from './write-lock.ts';

export interface HranaOptions {
  /** Path of the file, or its `file:` address. */
  readonly file: string;
  /** Without one, anybody is let in. */
  readonly token?: string;
  readonly port?: number;
  /** A transaction is rolled back after this; five seconds, as the service does. */
  readonly transactionMs?: number;
  /** A stream is closed when nobody asks for it; ten seconds, as the server does. */
  readonly idleMs?: number;
  /** How long a writer waits for the lock. */
  readonly busyMs?: number;
  /** Time that a request takes to get here and back. */
  readonly distanceMs?: number;
}

export interface HranaServer {
  readonly url: string;
  /** Requests and statements so far. */
  readonly requests: () => number;
  readonly statements: () => number;
  readonly inject: Faults['inject'];
  readonly faults: Faults;
  /** Every open stream ends, as if it had been idle. */
  readonly expireStreams: () => void;
  /** Nobody gets through any more … */
  readonly down: () => void;
  /** … and again. */
  readonly up: () => void;
  readonly close: () => Promise<void>;
}

/** As a service in front of a database would. */
const bodyBytesMax = 32 * 1024 * 1024;

export async function serveHrana(options: HranaOptions): Promise<HranaServer> {
  const { file, token, transactionMs = 5000, idleMs = 10_000, busyMs = 5000, distanceMs = 0 } = options;
  const connections = connectionsTo(file.replace(/^file:/, ''));
  const counts = { requests: 0, statements: 0 };
  const counted = (): void => {
    counts.statements += 1;
  };
  const means = { connections, lock: writeLock(), transactionMs, busyMs, counted };
  const open = streams(means, idleMs);
  const wrong = faults();
  const sockets = new Set<Socket>();
  let isDown = false;
  let late: (() => Promise<unknown>) | null = null;

  // The journal of a server's database; it stays with the file.
  const first = connections.take();
  first.run('pragma journal_mode = wal', {});
  connections.give(first);

  async function pipeline(version: 2 | 3, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = read(pipelineBody, await jsonOf(request));
    const what = seen(body.requests);
    if (what.writes && late !== null) {
      const before = late;
      late = null;
      await before();
    }
    const fault = wrong.next(what);
    if (fault === 'request-lost') return void response.destroy();
    if (fault === 'late') {
      late = () => carriedOut(version, body);
      return void response.destroy();
    }
    if (fault === 'status-500')
      return void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>500</h1>');
    if (fault === 'stream-expired')
      throw new Refused(400, 'The stream has expired due to inactivity', 'STREAM_EXPIRED');
    if (fault === 'busy' || fault === 'transaction-timeout') return json(response, withTrouble(body, fault));
    const answer = await carriedOut(version, body);
    if (fault === 'answer-lost') return void response.destroy();
    if (fault === 'cut') return halfOf(response, answer);
    if (fault !== null) await sleep(fault.slowMs);
    json(response, answer);
  }

  async function carriedOut(version: 2 | 3, body: PipelineBody): Promise<object> {
    const { value: results, baton } = await open.on(body.baton ?? null, version, async (stream) => {
      const answers = [];
      for (const each of body.requests) answers.push(await stream.answer(each));
      return answers;
    });
    return { baton, base_url: null, results };
  }

  /** “Execute a batch using a cursor”: lines of JSON, told while they come about. */
  async function cursor(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = read(cursorBody, await jsonOf(request));
    const lines: object[] = [];
    const told = (step: number, result: StmtResult | ProtoError): void => {
      if ('code' in result) return void lines.push({ type: 'step_error', step, error: result });
      const { cols, rows, affected_row_count, last_insert_rowid } = result;
      lines.push({ type: 'step_begin', step, cols });
      for (const row of rows) lines.push({ type: 'row', row });
      lines.push({ type: 'step_end', affected_row_count, last_insert_rowid });
    };
    const { baton } = await open.on(body.baton ?? null, 3, (stream) => stream.batch(body.batch, told));
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    response.end(`${[{ baton, base_url: null }, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    counts.requests += 1;
    if (distanceMs > 0) await sleep(distanceMs);
    const path = `${request.method} ${new URL(request.url ?? '/', 'http://localhost').pathname}`;
    if (path === 'GET /v2' || path === 'GET /v3' || path === 'GET /health') return void response.writeHead(200).end();
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return json(response, { error: 'Unauthorized: authentication failed' }, 401);
    switch (path) {
      case 'POST /v2/pipeline':
        return pipeline(2, request, response);
      case 'POST /v3/pipeline':
        return pipeline(3, request, response);
      case 'POST /v3/cursor':
        return cursor(request, response);
      default:
        return void response.writeHead(404).end();
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((thrown) => {
      if (!(thrown instanceof Refused)) {
        console.error(thrown);
        return void response.destroy();
      }
      const { status, message, code } = thrown;
      if (code !== null) return json(response, { message, code }, status);
      response.writeHead(status, { 'content-type': 'text/plain' }).end(message);
    });
  });
  server.on('connection', (socket: Socket) => {
    if (isDown) return void socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => counts.requests,
    statements: () => counts.statements,
    inject: wrong.inject,
    faults: wrong,
    expireStreams: open.expireAll,
    down: () => {
      isDown = true;
      for (const socket of sockets) socket.destroy();
    },
    up: () => {
      isDown = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      open.close();
      connections.close();
    },
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > bodyBytesMax) throw new Refused(413, 'The request is too large');
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    throw new Refused(400, 'The request is not JSON');
  }
}

interface Shape<T> {
  safeParse(given: unknown): { success: true; data: T } | { success: false; error: { message: string } };
}

function read<T>(shape: Shape<T>, given: unknown): T {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refused(400, `The request is not of the protocol: ${parsed.error.message.slice(0, 300)}`);
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function halfOf(response: ServerResponse, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

const troubles = {
  busy: { message: 'SQLite error: database is locked', code: 'SQLITE_BUSY' },
  'transaction-timeout': { message: 'Transaction timed out', code: 'TRANSACTION_TIMEOUT' },
} as const satisfies Partial<Record<Extract<Fault, string>, ProtoError>>;

/** The answer to requests of which nothing was carried out: the lock was not had at the beginning, or the time was up at the end. */
function withTrouble({ requests }: PipelineBody, fault: keyof typeof troubles): object {
  const error = troubles[fault];
  const nothing = { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null, replication_index: null };
  const results = requests.map((each) => {
    if (each.type === 'execute') return { type: 'error', error };
    if (each.type !== 'batch') return { type: 'ok', response: { type: each.type } };
    const { length } = each.batch.steps;
    // The steps before the last two (COMMIT, ROLLBACK) were run, and then nothing could be committed.
    const failed = fault === 'busy' ? 0 : Math.max(0, length - 2);
    const result = {
      step_results: each.batch.steps.map((_, i) => (i < failed ? nothing : null)),
      step_errors: each.batch.steps.map((_, i) => (i === failed ? error : null)),
      replication_index: null,
    };
    return { type: 'ok', response: { type: 'batch', result } };
  });
  return { baton: null, base_url: null, results };
}
