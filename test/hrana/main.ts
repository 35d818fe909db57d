#!/usr/bin/env node
/**
 * The test tool in a process of its own: `node test/hrana/main.ts desk.db [--port 8080] [--token secret] [--distance 20]`. Prints its
 * address; each line of its input is a fault as JSON, `{"fault": "answer-lost", "times": 2, "writes": true}`, or `"down"`, `"up"`.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Fault } from './faults.ts';
import { serveHrana } from './server.ts';

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

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  if (line === '"down"') return server.down();
  if (line === '"up"') return server.up();
  try {
    const { fault, times, writes }: { fault: Fault; times?: number; writes?: boolean } = JSON.parse(line);
    server.inject(fault, {
      ...(times === undefined ? {} : { times }),
      ...(writes === undefined ? {} : { when: (seen) => seen.writes === writes }),
    });
  } catch {
    console.error(`not a fault: ${line.slice(0, 100)}`);
  }
});
const stop = (): void => void server.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
