#!/usr/bin/env node
/**
 * The test tool in a process of its own: `node test/hrana/main.ts desk.db [--port 8080] [--token secret] [--distance 20]`. Says what it is
 * on standard error and prints its address on standard output. Each line of its input is JSON: a fault,
 * `{"fault": "answer-lost", "times": 2, "writes": true}`, or `"down"`, `"up"`, `"expire"` (every open stream), or `"counts"`, which prints
 * how many requests and statements there were.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { serveHrana } from './server.ts';

const asked = z.union([
  z.enum(['down', 'up', 'expire', 'counts']),
  z.strictObject({
    fault: z.union([
      z.enum(['none', 'answer-lost', 'request-lost', 'late', 'cut', 'status-500']),
      z.enum(['stream-expired', 'transaction-timeout', 'busy']),
      z.strictObject({ slowMs: z.number() }),
    ]),
    times: z._default(z.int(), 1),
    writes: z.optional(z.boolean()),
  }),
]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string' }, token: { type: 'string' }, distance: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined) {
  console.error('node test/hrana/main.ts <file> [--port N] [--token T] [--distance ms]');
  process.exit(2);
}
const server = await serveHrana({
  file,
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  ...(values.token === undefined ? {} : { token: values.token }),
  ...(values.distance === undefined ? {} : { distanceMs: Number(values.distance) }),
});
console.error(
  '这是测试工具，不是数据库产品，不得存放正式数据。 This is a test tool and no database to be used in earnest.',
);
console.log(server.url);

const words = {
  down: server.down,
  up: server.up,
  expire: server.expireStreams,
  counts: () => console.log(JSON.stringify({ requests: server.requests(), statements: server.statements() })),
} as const;

function carryOut(line: string): void {
  const what = asked.parse(JSON.parse(line));
  if (typeof what === 'string') words[what]();
  else {
    const { fault, times, writes } = what;
    server.inject(fault, { times, ...(writes === undefined ? {} : { when: (seen) => seen.writes === writes }) });
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  try {
    carryOut(line);
  } catch {
    console.error(`not a fault: ${line.slice(0, 100)}`);
  }
});
const stop = (): void => void server.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
