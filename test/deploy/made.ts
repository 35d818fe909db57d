/** An installation that is right in every respect, over a libSQL server of tests and a practice workspace; each test spoils one thing. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import { type Examined, examine } from '../../bot/doctor/examine.ts';
import type { Finding } from '../../bot/doctor/finding.ts';
import type { WorkspaceOptions } from '../../bot/practice/workspace/workspace.ts';
import { serving } from '../../bot/serve/serving.ts';
import { createApp } from '../../bot/web/app.ts';
import { serveHrana } from '../hrana/server.ts';
import { type Installation, installation } from '../slack/installation.ts';

export const office = '清漪县联席会议办公室';
export const token = 'db-token-that-nobody-may-see';
export const key = 'ab'.repeat(32);

export interface Made {
  readonly here: Installation;
  readonly env: Readonly<Record<string, string>>;
  readonly keyFile: string;
  /** Looks at it with some settings otherwise; '' takes one away. */
  readonly look: (
    changed?: Readonly<Record<string, string>>,
    otherwise?: Partial<Examined>,
  ) => Promise<readonly Finding[]>;
}

export async function made(workspace: WorkspaceOptions = {}): Promise<Made> {
  const here = await installation(workspace);
  const server = await serveHrana({ file: here.desk.database, token });
  onTestFinished(() => server.close());
  const site = await served(here);
  const keyFile = join(here.desk.folder, 'mingchou.key');
  writeFileSync(keyFile, key, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
  const env = {
    MINGCHOU_DB: server.url,
    MINGCHOU_DB_TOKEN: token,
    MINGCHOU_OFFICE: office,
    MINGCHOU_SITE: site,
    MINGCHOU_KEY: keyFile,
    MINGCHOU_SLACK_API: here.config.api,
    MINGCHOU_SLACK_BOT_TOKEN: here.config.botToken,
    MINGCHOU_SLACK_SIGNING_SECRET: here.config.signingSecret,
  };
  return {
    here,
    env,
    keyFile,
    look: (changed = {}, otherwise = {}) =>
      examine({
        told: { env: { ...env, ...changed }, file: null, isOpen: false },
        place: 'desk',
        practice: false,
        nowMs: () => Date.now(),
        nodeVersion: process.versions.node,
        reach: 'all',
        ...otherwise,
      }),
  };
}

/** The site as the desk's server gives it, on a port of its own; of the pane only the manifest is asked for. */
async function served({ desk, door }: Installation): Promise<string> {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => answer(request), hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
  const none = { bytes: 0, gzip: 0, files: [] };
  const program = { scripts: [], styles: [], first: none, ready: none };
  const bundle = async () => ({ files: new Map(), pane: program, commands: null, icons: new Map(), manifest });
  const app = serving(createApp({ ...desk, office, site, pane: { bundle, office: { kind: 'global' } } }), door.hono);
  answer = app.fetch;
  return site;
}

export const ofPart = (findings: readonly Finding[], part: Finding['part']): readonly Finding[] =>
  findings.filter((each) => each.part === part && each.grade !== 'fine');
