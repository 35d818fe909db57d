/** The Worker before databases that are none of its own, and without Slack: every door answers with words, none with the platform's error. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openDesk } from '../../bot/desk/desk.ts';
import { type Env, edge } from '../../bot/edge/edge.ts';
import { beginArrival } from '../../db/arriving.ts';
import { schemaOfMigrations } from '../../db/copy-tables.ts';
import { openUnmigrated } from '../../db/open.ts';
import { freshDesk, type TestDesk } from '../desk.ts';
import { serveHrana } from '../hrana/server.ts';

const secret = 'a-token-of-the-database';

/** The Worker's own code, in this process, over a server's database. */
function workerOver(url: string, settings: Readonly<Record<string, string>> = { MINGCHOU_CHAT: 'none' }) {
  const worker = edge({
    now: () => new Date().toISOString(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    realNow: () => Date.now(),
    spacingMs: 0,
    practice: false,
  });
  const nowhere: Env['CHECKPOINTS'] = {
    get: async () => null,
    put: async () => {},
    list: async () => ({ keys: [], list_complete: true }),
  };
  const env: Env = {
    MINGCHOU_DB: url,
    MINGCHOU_DB_TOKEN: secret,
    MINGCHOU_OFFICE: '某市联席会议办公室',
    MINGCHOU_SITE: 'https://mingchou.example.invalid',
    MINGCHOU_KEY: '0'.repeat(64),
    ...settings,
    CHECKPOINTS: nowhere,
    ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
  };
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
  return {
    ask: (path: string, init?: RequestInit) =>
      worker.fetch(new Request(`https://mingchou.example.invalid${path}`, init), env, context),
    minute: () => worker.scheduled({}, env, context),
  };
}

const databases: readonly (readonly [string, (url: string, desk: TestDesk) => Promise<void>])[] = [
  ['of practice', async (database) => (await openDesk({ database, practice: true })).close()],
  [
    'into which an office is still moving',
    async (url) => {
      const db = openUnmigrated({ url });
      const arrival = { purpose: 'move', origin: 'ab', began: '2025-04-01T00:00:00.000Z', run: 'r' } as const;
      await beginArrival(db, await schemaOfMigrations(), 'there', arrival);
      db.close();
    },
  ],
  [
    'of another program',
    async (url) => {
      const db = openUnmigrated({ url });
      await db.write(['create table customer (name text)']);
      db.close();
    },
  ],
];

it.each(databases)(
  'before a database %s every door says in both languages that it is out of order',
  async (_, make) => {
    const desk = await freshDesk([]);
    const file = `file:${join(desk.folder, 'other.db')}`;
    await make(file, desk);
    const server = await serveHrana({ file });
    onTestFinished(() => server.close());
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => logged.mockRestore());
    const worker = workerOver(server.url);
    for (const path of ['/', '/checkpoint', '/api/me', '/slack/events', '/addin/index.html']) {
      const answer = await worker.ask(path, path.startsWith('/slack') ? { method: 'POST', body: '{}' } : {});
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 503, 'no-store']);
      expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(await answer.text()).toMatch(/[\u4e00-\u9fff]{4}[\s\S]*[a-z]{3}/);
    }
    await worker.minute();
    expect(JSON.stringify(logged.mock.calls)).not.toContain(secret);
  },
);

it('a server that refuses the token is said to do so, and what it says itself is repeated to nobody', async () => {
  const server = createServer((_, response) => response.writeHead(401).end(`no such token: ${secret}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const worker = workerOver(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const read = await (await worker.ask('/')).text();
  expect(read).toContain('数据库不接受本系统的令牌');
  const sent = await (await worker.ask('/voice', { method: 'POST', body: 'words=a' })).text();
  expect(sent).toContain('没有记录');
  await worker.minute();
  expect([read, sent, JSON.stringify(logged.mock.calls)].join()).not.toContain(secret);
});

it('pages are read and the minute does its work while Slack cannot be reached; what Slack sends is left for it to send again', async () => {
  const desk = await freshDesk([]);
  const server = await serveHrana({ file: desk.database });
  onTestFinished(() => server.close());
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const slack = createServer((_, response) => response.writeHead(200).end('{"ok":false,"error":"invalid_auth"}'));
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void slack.close());
  const worker = workerOver(server.url, {
    MINGCHOU_SLACK_API: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`,
    MINGCHOU_SLACK_BOT_TOKEN: 'xoxb-nobody',
    MINGCHOU_SLACK_SIGNING_SECRET: '0'.repeat(32),
  });
  expect((await worker.ask('/checkpoint')).status).toBe(200);
  expect((await worker.ask('/slack/events', { method: 'POST', body: '{}' })).status).toBe(503);
  await worker.minute();
  expect(JSON.stringify(logged.mock.calls)).toContain('invalid_auth');
});
