/** The Worker before databases that are none of its own, and without Slack: every door answers with words, none with the platform's error. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDesk } from '../../bot/desk/desk.ts';
import { type Env, edge } from '../../bot/edge/edge.ts';
import { sign } from '../../bot/slack/signature.ts';
import { createApp } from '../../bot/web/app.ts';
import { ok } from '../../core/result.ts';
import { beginArrival } from '../../db/arriving.ts';
import { commit } from '../../db/commit.ts';
import { schemaOfMigrations } from '../../db/copy-tables.ts';
import { readHead } from '../../db/ledger.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/all.ts';
import { open, openUnmigrated } from '../../db/open.ts';
import { freshDesk, type TestDesk, value } from '../desk.ts';
import { serveHrana } from '../hrana/server.ts';

const secret = 'a-token-of-the-database';

/** The Worker's own code, in this process, over a server's database. */
function workerOver(
  url: string,
  settings: Readonly<Record<string, string>> = { MINGCHOU_CHAT: 'none' },
  realNow: () => number = () => Date.now(),
) {
  const worker = edge({
    now: () => new Date().toISOString(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    realNow,
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
  ['that a later version has migrated', (url) => migratedLater(url)],
  [
    'that is not migrated yet',
    async (url) => {
      const db = openUnmigrated({ url });
      await migrate(db, '2025-04-01T00:00:00.000Z', migrations.slice(0, -1));
      db.close();
    },
  ],
  [
    'that was never begun',
    async (url) => {
      const db = openUnmigrated({ url });
      await db.read('select 1');
      db.close();
    },
  ],
];

/** As a deployment of a later version leaves it. */
async function migratedLater(url: string): Promise<void> {
  const db = await open({ url }, '2025-04-01T00:00:00.000Z');
  await db.write([`insert into migration (name, digest, at) values ('9999_later', 'ab', '2025-04-01T00:00:00.000Z')`]);
  db.close();
}

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

it('the log says which step of the database the program does not know, or what to run for one that is missing', async () => {
  const desk = await freshDesk([]);
  const server = await serveHrana({ file: desk.database });
  onTestFinished(() => server.close());
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  await migratedLater(desk.database);
  await workerOver(server.url).minute();
  expect(logged.mock.lastCall?.[0]).toMatch(/9999_later.*请换用.*9999_later.*Use the version/);
  const last = migrations.at(-1)?.name;
  await desk.db.write([{ sql: `delete from migration where name in ('9999_later', ?)`, args: [last ?? ''] }]);
  await workerOver(server.url).minute();
  expect(logged.mock.lastCall?.[0]).toMatch(new RegExp(`${last}.*请运行 npm run deploy.*${last}.*Run npm run deploy`));
});

it('while a deployment has migrated and not yet replaced it, a Worker goes on; ten minutes later it does not', async () => {
  const desk = await freshDesk([]);
  const server = await serveHrana({ file: desk.database });
  onTestFinished(() => server.close());
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  let now = Date.now();
  const running = workerOver(server.url, undefined, () => now);
  expect((await running.ask('/')).status).toBe(200);
  await migratedLater(desk.database);
  expect([(await running.ask('/')).status, (await workerOver(server.url).ask('/')).status]).toEqual([200, 503]);
  now += 11 * 60_000;
  expect((await running.ask('/')).status).toBe(503);
});

describe('an office that has moved away', () => {
  const movedAt = '2025-05-06T01:30:00.000Z';

  async function leftDesk() {
    const desk = await freshDesk();
    const facts = async (
      kind: 'office-moved' | 'move-cancelled',
      body: { readonly to: string; readonly ground: string },
    ) =>
      value(await commit(desk.db, desk, async () => ok({ facts: [{ kind, actor: 'person:h1', body }], value: null })));
    desk.setNow(movedAt);
    await facts('office-moved', { to: '/srv/of-the-office/new.db', ground: '换机器' });
    return { desk, comeBack: () => facts('move-cancelled', { to: '/srv/of-the-office/new.db', ground: '不迁了' }) };
  }

  const doors = [
    '/',
    '/draws',
    '/draws/1.json',
    '/draws/1/record.json',
    '/outcomes',
    '/checkpoint',
    '/verify',
    '/mine',
    '/api/me',
  ];
  const said = ['本处已于2025年5月6日09:30', 'closed at 2025-05-06 09:30', '新的地址', 'go on elsewhere'];

  it('says at every door of the desk’s server and of the Worker that this copy is closed, since when, and that the record goes on, and shows nothing that may have changed since', async () => {
    const { desk, comeBack } = await leftDesk();
    const server = await serveHrana({ file: desk.database });
    onTestFinished(() => server.close());
    const worker = workerOver(server.url);
    const pages = createApp({ ...desk, site: 'https://mingchou.example.invalid' });
    const { hash } = await readHead(desk.db);
    for (const ask of [worker.ask, async (path: string, init?: RequestInit) => pages.request(path, init)]) {
      for (const path of doors) {
        const answer = await ask(path, { headers: { accept: path.includes('json') ? '*/*' : 'text/html' } });
        const text = await answer.text();
        expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 503, 'no-store']);
        for (const words of [...said, hash]) expect(text, path).toContain(words);
        expect(text, path).not.toContain('/srv/of-the-office');
        expect(text, path).not.toContain('<nav');
      }
      const sent = await ask('/voice', { method: 'POST', body: 'words=a' });
      expect([sent.status, await sent.text()]).toEqual([503, expect.stringContaining('没有记录')]);
    }
    await comeBack();
    expect([(await worker.ask('/draws')).status, (await pages.request('/draws')).status]).toEqual([200, 200]);
  });

  it('gives back what somebody has just typed, since the same address may soon be the new place’s', async () => {
    const { desk } = await leftDesk();
    const body = new URLSearchParams({ words: '门店<已>搬' }).toString();
    const sent = await createApp(desk).request('/voice', {
      ...{ method: 'POST', body },
      headers: {
        ...{ accept: 'text/html', 'content-length': String(body.length) },
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    const page = await sent.text();
    expect([sent.status, page]).toEqual([
      503,
      expect.stringContaining('<form class="thumb" method="post" action="/voice">'),
    ]);
    expect(page).toContain('name="words" value="门店&lt;已&gt;搬"');
  });

  it('is closed at every address that the program knows, however it is asked, but for the style of the page that says so', async () => {
    const { desk } = await leftDesk();
    const pane = { bundle: async () => null, office: { kind: 'global' } } as const;
    const pages = createApp({ ...desk, pane });
    const known = pages.routes.map(({ path }) => path.replace(/:\w+(\{[^}]*\})?/g, '1').replace('*', 'x'));
    const open = new Set<string>();
    for (const path of [...new Set(known), '//draws', '/assets/../draws', '/assets/%2e%2e/draws'])
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE'])
        if ((await pages.request(path, { method })).status !== 503) open.add(path);
    expect(known).toContain('/visits');
    expect([...open]).toEqual(['/assets/page.css', '/assets/mark.svg']);
  });

  it('is closed in its chat as well, and its minute does nothing', async () => {
    const { desk } = await leftDesk();
    const server = await serveHrana({ file: desk.database });
    onTestFinished(() => server.close());
    const secret = '0'.repeat(32);
    const worker = workerOver(server.url, {
      MINGCHOU_SLACK_BOT_TOKEN: 'xoxb-nobody',
      MINGCHOU_SLACK_SIGNING_SECRET: secret,
    });
    const body = 'command=%2Fplan&text=help&team_id=T1&user_id=U1';
    const timestamp = String(Math.floor(Date.now() / 1000));
    const answer = await worker.ask('/slack/events', {
      ...{ method: 'POST', body },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': await sign(secret, body, timestamp),
      },
    });
    const told = await answer.text();
    for (const words of said) expect(told).toContain(words);
    const before = server.requests();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => logged.mockRestore());
    await worker.minute();
    expect(server.requests() - before).toBeLessThanOrEqual(3);
    expect(logged.mock.calls).toEqual([]);
  });
});

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
