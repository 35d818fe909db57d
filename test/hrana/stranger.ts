/** Asks the server as a stranger's program would: by plain requests, and looks freely into what comes back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type HranaOptions, type HranaServer, serveHrana } from './server.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely, as a stranger's program would
export type Answer = any;

export interface Stranger {
  readonly server: () => HranaServer;
  readonly file: () => string;
  post(
    path: string,
    body: unknown,
    authorization?: string | null,
  ): Promise<{ status: number; text: string; json: Answer }>;
  /** One pipeline on a stream of its own, closed at its end: what its requests were answered. */
  ask(...requests: object[]): Promise<Answer[]>;
  /** The rows of one statement, each value as JavaScript's own. */
  rows(sql: string): Promise<Answer[][]>;
  /** A transaction that has the write lock. @returns its baton */
  begin(): Promise<string>;
}

export const token = 'right';

/** One server for all tests of a file. */
export function stranger(options: Omit<HranaOptions, 'file'> = {}, schema: readonly string[] = []): Stranger {
  let folder = '';
  let server: HranaServer;
  const file = (): string => join(folder, 'spec.db');
  const post: Stranger['post'] = async (path, body, authorization = `Bearer ${token}`) => {
    const response = await fetch(new URL(path, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    return { status: response.status, text, json: isJson ? JSON.parse(text) : null };
  };
  const ask: Stranger['ask'] = async (...requests) =>
    (await post('/v3/pipeline', { baton: null, requests: [...requests, close] })).json.results;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hrana-'));
    server = await serveHrana({ ...options, token, file: file() });
    if (schema.length > 0) await ask(...schema.map((sql) => run(sql)));
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    server: () => server,
    file,
    post,
    ask,
    rows: async (sql) => {
      const [answer] = await ask(run(sql));
      return answer.response.result.rows.map((row: Answer[]) =>
        row.map(({ type, value }) => (type === 'integer' ? Number(value) : (value ?? null))),
      );
    },
    begin: async () => (await post('/v3/pipeline', { baton: null, requests: [run('BEGIN IMMEDIATE')] })).json.baton,
  };
}

export const run = (sql: string, ...args: object[]) => ({ type: 'execute', stmt: { sql, args } });
export const step = (sql: string, condition?: object) => ({ stmt: { sql }, ...(condition ? { condition } : {}) });
export const batch = (...steps: object[]) => ({ type: 'batch', batch: { steps } });
export const close = { type: 'close' };
export const int = (value: string) => ({ type: 'integer', value });
export const text = (value: string) => ({ type: 'text', value });
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
