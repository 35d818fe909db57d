#!/usr/bin/env node
/**
 * `npm start`: opens the practice workspace in `out/`, as it was left the last time; `--fresh` begins anew, `--port 5000` asks for
 * another port. Nothing leaves this machine.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WrongKindOfDatabase } from '../desk/database-kind.ts';
import { startPractice } from './serve.ts';

const values = asked();
const port = Number(values.port);
if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
  stop('端口应为 0 至 65535 的整数。', 'A port is a number from 0 to 65535.');

const folder = 'out';
const file = join(folder, '演练群.db');
mkdirSync(folder, { recursive: true });
// Two at a time would overwrite each other's posts.
const open = await openAlready(`${file}.open`);
if (open !== null) {
  console.log(`演练群已经打开 · already open at  ${open}/`);
  process.exit(0);
}

if (values.fresh)
  for (const end of ['', '-wal', '-shm', '.key', '.checkpoints']) rmSync(`${file}${end}`, { force: true });

const doing = {
  county: '正在准备演练县（首次约需几秒） · preparing the invented county',
  page: '正在准备页面 · preparing the page',
} as const;
const practice = await startPractice({
  database: `file:${file}`,
  port,
  progress: (what) => console.log(doing[what]),
}).catch((thrown: unknown) => {
  if (thrown instanceof WrongKindOfDatabase) stop(thrown.words.zh, thrown.words.en);
  throw thrown;
});
writeFileSync(`${file}.open`, JSON.stringify({ pid: process.pid, origin: practice.origin }));
console.log(
  `\n演练群已打开，请用浏览器访问 · the practice workspace is at  ${practice.origin}/\n（Ctrl+C 关闭 · Ctrl+C closes it）`,
);
if (practice.withoutSpreadsheet !== null)
  console.log(`\n${practice.withoutSpreadsheet.zh}\n${practice.withoutSpreadsheet.en}`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (closing) process.exit(1);
    closing = true;
    await practice.close();
    rmSync(`${file}.open`, { force: true });
    process.exit(0);
  });
}

/** What was asked for on the command line. */
function asked(): { readonly fresh: boolean; readonly port: string } {
  try {
    return parseArgs({
      options: { fresh: { type: 'boolean', default: false }, port: { type: 'string', default: '4870' } },
    }).values;
  } catch {
    return stop(
      '用法：npm start [-- --fresh] [-- --port 5000]。--fresh 重新开始，--port 换端口。',
      'Usage: npm start [-- --fresh] [-- --port 5000]. --fresh begins anew, --port takes another port.',
    );
  }
}

/** Where another process of this machine holds the same workspace open; null where none does. */
async function openAlready(note: string): Promise<string | null> {
  try {
    const { pid, origin }: { readonly pid: number; readonly origin: string } = JSON.parse(readFileSync(note, 'utf8'));
    process.kill(pid, 0);
    return (await fetch(origin)).ok ? origin : null;
  } catch {
    return null;
  }
}

function stop(zh: string, en: string): never {
  console.error(`${zh}\n${en}`);
  process.exit(2);
}
