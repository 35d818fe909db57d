/**
 * A TEST TOOL: a libSQL server over HTTP for tests and trials on one machine, since no package offers one. It speaks Hrana 2 and 3 as
 * JSON over a real libSQL file, faithfully (`README.md` says how far), and does on demand what networks and busy servers do. It is not
 * made to be anybody's database.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connectionsTo } from './connections.ts';
import { type Fault, type Faults, faults, type Seen, seen } from './faults.ts';
import { type Framed, framed, jsonOf, read, send, sendHalf, sendRefusal } from './http.ts';
import {
  type CursorBody,
  cursorBody,
  type PipelineBody,
  type ProtoError,
  pipelineBody,
  Refused,
  type StmtResult,
  StmtTrouble,
} from './protocol.ts';
import { remembering, statementsOf } from './sql.ts';
import type { Stream } from './stream.ts';
import { expired, streams } from './streams.ts';
import { writeLock } from './write-lock.ts';

export interface HranaOptions {
  /** Path of the file, or its `file:` address. */
  readonly file: string;
  /** Without one, anybody is let in. */
  readonly token?: string;
  readonly port?: number;
  /** A transaction is rolled back after this; five seconds, as the server does. */
  readonly transactionMs?: number;
  /** A stream is closed when nobody asks for it; ten seconds, as the server does. */
  readonly idleMs?: number;
  /** How long a statement waits for the write lock, or for another process. */
  readonly busyMs?: number;
  /** Time that a request takes to get here and back. */
  readonly distanceMs?: number;
  /** Of a request. */
  readonly bodyBytesMax?: number;
  /** Of the answer to a statement or a batch; ten megabytes, as the server's. */
  readonly responseBytesMax?: number;
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

export async function serveHrana(options: HranaOptions): Promise<HranaServer> {
  const { file, token, transactionMs = 5000, idleMs = 10_000, busyMs = 5000, distanceMs = 0 } = options;
  const { bodyBytesMax = 32_000_000, responseBytesMax = 10_000_000 } = options;
  const connections = await connectionsTo(file.replace(/^file:(\/\/)?/, ''), busyMs);
  const counts = { requests: 0, statements: 0 };
  const counted = (): void => {
    counts.statements += 1;
  };
  const means = {
    ...{ connections, lock: writeLock(), statementsOf: remembering(statementsOf) },
    ...{ transactionMs, busyMs, responseBytesMax, counted },
  };
  const open = streams(means, idleMs);
  const wrong = faults();
  const sockets = new Set<Socket>();
  let isDown = false;
  let late: (() => Promise<unknown>) | null = null;

  /** Carries a request out as the next fault has it. */
  async function met(what: Seen, baton: string | null, response: ServerResponse, work: Work): Promise<void> {
    if (what.writes && late !== null) {
      const before = late;
      late = null;
      // Its own refusal reaches nobody.
      await before().catch(() => {});
    }
    const fault = wrong.next(what);
    if (fault === 'request-lost') return void response.destroy();
    if (fault === 'late') {
      late = () => work(null);
      return void response.destroy();
    }
    if (fault === 'status-500') return send(response, { contentType: 'text/html', text: '<h1>500</h1>' }, 500);
    if (fault === 'stream-expired') {
      open.expire(baton);
      throw expired();
    }
    const answer = await work(fault);
    if (fault === 'answer-lost') return void response.destroy();
    if (fault === 'cut') return sendHalf(response, answer);
    if (typeof fault === 'object' && fault !== null) await sleep(fault.slowMs);
    send(response, answer);
  }

  const on = <T>(baton: string | null, version: 2 | 3, fault: Fault | null, work: (stream: Stream) => Promise<T>) =>
    open.on(baton, version, (stream) => {
      if (fault === 'busy' || fault === 'transaction-timeout') stream.meet(fault);
      return work(stream);
    });

  /** “Execute a pipeline of requests”. */
  const pipeline =
    (version: 2 | 3, { baton: given = null, requests }: PipelineBody): Work =>
    async (fault) => {
      const { value: results, baton } = await on(given, version, fault, async (stream) => {
        const answers = [];
        for (const each of requests) answers.push(await stream.answer(each));
        return answers;
      });
      return framed({ baton, base_url: null, results });
    };

  /** “Execute a batch using a cursor”: the answer's head and the entries, a line each. */
  const cursor =
    ({ baton: given = null, batch }: CursorBody): Work =>
    async (fault) => {
      const lines: object[] = [];
      const told = (step: number, outcome: StmtResult | ProtoError): void => {
        if ('code' in outcome) return void lines.push({ type: 'step_error', step, error: outcome });
        const { cols, rows, affected_row_count, last_insert_rowid } = outcome;
        lines.push({ type: 'step_begin', step, cols });
        for (const row of rows) lines.push({ type: 'row', row });
        lines.push({ type: 'step_end', affected_row_count, last_insert_rowid });
      };
      const { baton } = await on(given, 3, fault, async (stream) => {
        try {
          await stream.batch(batch, told);
          lines.push({ type: 'replication_index', replication_index: null });
        } catch (thrown) {
          if (!(thrown instanceof StmtTrouble)) throw thrown;
          lines.push({ type: 'error', error: thrown.proto });
        }
      });
      const text = [{ baton, base_url: null }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
      return { contentType: 'text/plain', text };
    };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    counts.requests += 1;
    if (distanceMs > 0) await sleep(distanceMs);
    const path = `${request.method} ${request.url?.split('?')[0]}`;
    if (path === 'GET /v2' || path === 'GET /v3' || path === 'GET /health')
      return send(response, { contentType: 'text/plain', text: '' });
    const version = path === 'POST /v2/pipeline' ? 2 : path === 'POST /v3/pipeline' ? 3 : null;
    if (version === null && path !== 'POST /v3/cursor') throw new Refused(404, '');
    const [scheme = '', given] = request.headers.authorization?.split(' ') ?? [];
    if (token !== undefined && (scheme.toLowerCase() !== 'bearer' || given !== token))
      throw new Refused(401, 'Unauthorized: authentication failed');
    const body = await jsonOf(request, bodyBytesMax);
    if (version === null) {
      const asked = read(cursorBody, body);
      return met(seen([{ type: 'batch', batch: asked.batch }]), asked.baton ?? null, response, cursor(asked));
    }
    const asked = read(pipelineBody, body);
    return met(seen(asked.requests), asked.baton ?? null, response, pipeline(version, asked));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((thrown) => {
      if (thrown instanceof Refused) return sendRefusal(response, thrown);
      // A client that went away in the midst of its request is nothing amiss here.
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ECONNRESET') return;
      console.error(thrown);
      if (response.headersSent) response.destroy();
      else send(response, framed({ error: 'Internal Error' }), 500);
    });
  });
  // A client keeps its connections; one that is closed under it just when it sends would look like a fault that nobody asked for.
  server.keepAliveTimeout = 600_000;
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

/** Carries a request out, under a fault that is met within. */
type Work = (fault: Fault | null) => Promise<Framed>;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
