/**
 * The page `bot/edge/README.md`, as far as it goes without an account: its commands one after the other, over a libSQL server of tests and
 * a practice workspace, the Worker in the real workerd with the very settings that the deployment would give it.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHarness } from 'wrangler';
import { lintManifest } from '../../addin/manifest/lint.ts';
import { excelApi, functionNames } from '../../addin/manifest/needs.ts';
import { pictureSize } from '../../addin/manifest/picture-size.ts';
import { workerSettings } from '../../bot/deploy/worker-settings.ts';
import { type Serving, serveWorkspace } from '../../bot/practice/workspace/serve.ts';
import { openWorkspace, type Workspace } from '../../bot/practice/workspace/workspace.ts';
import { checkBlocks } from '../../bot/slack/limits.ts';
import { manifestFor } from '../../core/api/manifest.ts';
import { type Run, runProgram } from '../cli/program.ts';
import { type HranaServer, serveHrana } from '../hrana/server.ts';

process.env.WRANGLER_SEND_METRICS = 'false';
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mingchou-deploy-'));
const token = 'db-token-that-nobody-may-see';
const run = (...args: readonly string[]): Promise<Run> => runProgram(folder, args);

let server: HranaServer;
let workspace: Workspace;
let slack: Serving;
let site: string;
let settings: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await serveHrana({ file: join(folder, 'county.db'), token });
  workspace = await openWorkspace({ check: checkBlocks, minuteMs: 5 });
  slack = await serveWorkspace(workspace);
  site = `http://127.0.0.1:${await freePort()}`;
  settings = {
    MINGCHOU_DB: server.url,
    MINGCHOU_DB_TOKEN: token,
    MINGCHOU_OFFICE: '清漪县联席会议办公室',
    MINGCHOU_SITE: site,
    MINGCHOU_SLACK_API: slack.api,
    MINGCHOU_SLACK_BOT_TOKEN: workspace.app.token,
    MINGCHOU_SLACK_SIGNING_SECRET: workspace.app.signingSecret,
  };
}, 60_000);

afterAll(async () => {
  await slack.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('from nothing to running, by the page', { timeout: 300_000 }, () => {
  it('an empty sample of settings: the doctor names every one that is missing', async () => {
    copyFileSync(join(root, 'bot/deploy/mingchou.env.sample'), join(folder, 'mingchou.env'));
    const { exit, out } = await run('doctor', '--edge');
    expect(exit).toBe(1);
    for (const name of ['DB', 'OFFICE', 'SITE', 'SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'])
      expect(out).toContain(`MINGCHOU_${name} 没有设置`);
  });

  it('settings filled in: a file that others can read is told, an empty server is refused to all but who begins it', async () => {
    write(settings, 0o644);
    expect((await run('doctor', '--desk')).out).toContain('chmod 600 mingchou.env');
    write(settings, 0o600);
    const { exit, out, err } = await run('people', 'list');
    expect({ exit, out }).toEqual({ exit: 4, out: '' });
    expect(err).toContain('服务器上的这个数据库是空的');
  });

  it('the dry run of the deployment packs everything and uploads nothing', async () => {
    const { code, out } = await npm('deploy', '--', '--dry-run');
    expect(out).toContain('打包成功');
    expect(code).toBe(0);
  });

  it('the first person begins the database over HTTP and gets an invitation', async () => {
    const added = await run('people', 'add', 'o1', '陈立文', '--role', 'office', '-d', 'lxb');
    expect(added).toMatchObject({ exit: 0, err: '' });
    const invited = await run('--as', 'o1', 'people', 'invite', 'o1');
    expect(invited.exit).toBe(0);
    expect(invited.out).toMatch(/[A-Z0-9-]{6,}/);
  });

  it('the Worker with these settings answers, and the doctor finds nothing wrong and shows no secret', async () => {
    const key = readFileSync(join(folder, 'mingchou.key'), 'utf8').trim();
    const { variables, secrets } = workerSettings(settings, key);
    const vars = { ...variables, ...secrets, MINGCHOU_SLACK_API: slack.api };
    const worker = createTestHarness({ root, workers: [{ configPath: 'wrangler.toml', vars }] });
    const { url } = await worker.listen();
    const carried = await carry(new URL(site), url);
    try {
      const { exit, out, err } = await run('doctor', '--desk');
      expect({ exit, err }, out).toEqual({ exit: 0, err: '' });
      expect(out).toContain('认得 Slack 的签名');
      expect(out).toContain('可以分发');
      expect(out).toContain('名册上 1 人');
      for (const secret of [token, key, workspace.app.token, workspace.app.signingSecret])
        expect(out).not.toContain(secret);
      const official = 'https://mingchou.example.invalid';
      const manifest = manifestFor(readFileSync(join(root, 'manifest.xml'), 'utf8'), { site: official });
      const pictures = new Map<string, { width: number; height: number } | null>();
      for (const size of [16, 32, 64, 80]) {
        const icon = await fetch(`${site}/addin/icon-${size}.png`);
        pictures.set(`${official}/addin/icon-${size}.png`, pictureSize(new Uint8Array(await icon.arrayBuffer())));
      }
      expect(lintManifest(manifest, { pictures, functions: functionNames, excelApi })).toEqual([]);

      write({ ...settings, MINGCHOU_SLACK_SIGNING_SECRET: '0'.repeat(32) }, 0o600);
      expect((await run('doctor', '--desk', '--lang', 'en')).out).toContain('The site holds another secret');
      write({ ...settings, MINGCHOU_DB_TOKEN: 'expired' }, 0o600);
      expect((await run('doctor', '--desk')).out).toContain('不认 MINGCHOU_DB_TOKEN（401）');
    } finally {
      write(settings, 0o600);
      await carried();
      await worker.close();
    }
  });

  it('without a chat the Worker serves pages and workbooks, and knows nothing of Slack', async () => {
    const key = readFileSync(join(folder, 'mingchou.key'), 'utf8').trim();
    const { MINGCHOU_DB, MINGCHOU_DB_TOKEN, MINGCHOU_OFFICE, MINGCHOU_SITE } = settings;
    const office = {
      MINGCHOU_DB,
      MINGCHOU_DB_TOKEN,
      MINGCHOU_OFFICE,
      MINGCHOU_SITE,
      MINGCHOU_CHAT: 'none',
      MINGCHOU_KEY: key,
    };
    const vars = Object.fromEntries(Object.entries(office).map(([name, value]) => [name, value ?? '']));
    const worker = createTestHarness({ root, workers: [{ configPath: 'wrangler.toml', vars }] });
    const { url } = await worker.listen();
    try {
      expect((await fetch(new URL('/checkpoint', url))).status).toBe(200);
      expect((await fetch(new URL('/slack/events', url), { method: 'POST', body: '{}' })).status).toBe(404);
    } finally {
      await worker.close();
    }
  });

  it('a backup is made of the server’s database and restored into another one', async () => {
    const backed = await run('--as', 'o1', 'backup', 'backup.db');
    expect(backed, backed.err).toMatchObject({ exit: 0 });
    const restored = await run('restore', 'backup.db', 'restored.db');
    expect(restored, restored.err).toMatchObject({ exit: 0 });
  });
});

function write(values: Readonly<Record<string, string>>, mode: number): void {
  const file = join(folder, 'mingchou.env');
  rmSync(file, { force: true });
  writeFileSync(
    file,
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    { mode },
  );
}

/** A script of the project, as a person starts it; without anybody's settings. */
function npm(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MINGCHOU_')));
  return new Promise((done) => {
    const child = execFile('npm', ['run', ...args], { cwd: root, env: { ...env, CI: '1' } }, (_, out, err) =>
      done({ code: child.exitCode ?? -1, out: out + err }),
    );
  });
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** The site's address, known before the Worker is: what comes there is carried to where it listens. */
function carry(from: URL, to: string | URL): Promise<() => Promise<void>> {
  const target = new URL(to);
  return new Promise((done) => {
    const carrier = createServer((socket) => {
      const onward = connect(Number(target.port), target.hostname);
      socket.pipe(onward).pipe(socket);
      for (const each of [socket, onward]) each.on('error', () => each.destroy());
    }).listen(Number(from.port), '127.0.0.1', () => done(() => new Promise((closed) => carrier.close(() => closed()))));
  });
}
