/** The desk's server as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';
import type { Installation } from './installation.ts';

const entry = resolve(import.meta.dirname, '../../bot/node.ts');

export interface Server {
  readonly child: ChildProcess;
  /** Lines that it wrote, both kinds. */
  readonly lines: readonly string[];
  readonly ended: Promise<number | null>;
}

export function start(env: Readonly<Record<string, string>>): Server {
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH ?? '', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', (line) => lines.push(line));
  return { child, lines, ended: new Promise((done) => child.once('close', (code) => done(code))) };
}

export const settingsFor = ({ config, desk }: Installation) => ({
  MINGCHOU_DB: desk.database,
  MINGCHOU_OFFICE: '清漪县联席会议办公室',
  MINGCHOU_SITE: 'http://127.0.0.1:8787',
  MINGCHOU_PORT: '0',
  MINGCHOU_SLACK_API: config.api,
  MINGCHOU_SLACK_BOT_TOKEN: config.botToken,
  MINGCHOU_SLACK_SIGNING_SECRET: config.signingSecret,
});

export const address = async ({ lines }: Server): Promise<string> =>
  expect
    .poll(() => /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join('\n'))?.[0] ?? '', { timeout: 20_000 })
    .toMatch(/^http/)
    .then(() => /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join('\n'))?.[0] ?? '');
