/** The order of a deployment, what it asks of Cloudflare's tool, and that no secret is in an argument or in what it prints. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Deploying, deploy } from '../../bot/deploy/deploy.ts';
import { prepareDatabase } from '../../bot/deploy/prepare-database.ts';
import type { Told } from '../../bot/deploy/step.ts';
import { ownWrangler, type Wrangler } from '../../bot/deploy/wrangler.ts';
import { schemaState } from '../../db/migrate.ts';
import { open, openUnmigrated } from '../../db/open.ts';
import { serveHrana } from '../hrana/server.ts';

const token = 'db-token-that-nobody-may-see';

interface Call {
  readonly args: readonly string[];
  readonly input: string;
}

async function prepared() {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = await serveHrana({ file: join(folder, 'county.db'), token });
  onTestFinished(() => server.close());
  const env = {
    MINGCHOU_DB: server.url,
    MINGCHOU_DB_TOKEN: token,
    MINGCHOU_OFFICE: '清漪县联席会议办公室',
    MINGCHOU_SITE: 'https://mingchou.example.invalid',
    MINGCHOU_CHAT: 'none',
    MINGCHOU_KEY: join(folder, 'mingchou.key'),
  };
  const calls: Call[] = [];
  const wrangler: Wrangler = {
    run: async (args, input = '') => {
      calls.push({ args, input });
      return { code: 0, output: '' };
    },
    ask: async (args) => {
      calls.push({ args, input: '' });
      return { code: 0, output: '{ "loggedIn": true }' };
    },
  };
  const run = async (
    changed: Partial<Deploying> = {},
    settings: Readonly<Record<string, string>> = env,
  ): Promise<readonly Told[]> => {
    const said: Told[] = [];
    for await (const told of deploy({
      told: { env: settings, file: null, isOpen: false },
      isDryRun: false,
      wrangler,
      nodeVersion: process.versions.node,
      nowMs: () => Date.now(),
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      pause: async () => {},
      ...changed,
    }))
      said.push(told);
    return said;
  };
  const schema = async () => {
    const db = openUnmigrated({ url: server.url, authToken: token });
    try {
      return (await schemaState(db)).kind;
    } finally {
      db.close();
    }
  };
  return { folder, env, calls, run, schema, wrangler };
}

const text = (said: readonly Told[]): string => said.flatMap(({ words }) => [words.zh, words.en]).join('\n');
const verbs = (calls: readonly Call[]): readonly string[] =>
  calls.map(({ args }) =>
    args
      .slice(0, 2)
      .join(' ')
      .replace(/ --var$/, ''),
  );

it('packs first, then brings the database to its version, then secrets, then the Worker; twice is harmless', async () => {
  const { env, calls, run, schema } = await prepared();
  const said = await run();
  expect(said.filter(({ kind }) => kind === 'step').map(({ words }) => words.zh[0])).toEqual([...'一二三四五六七']);
  expect(verbs(calls)).toEqual(['whoami --json', 'deploy --dry-run', 'secret bulk', 'deploy']);
  expect(await schema()).toBe('current');
  const key = readFileSync(env.MINGCHOU_KEY, 'utf8').trim();
  expect(JSON.parse(calls[2]?.input ?? '')).toEqual({ MINGCHOU_DB_TOKEN: token, MINGCHOU_KEY: key });
  for (const secret of [token, key]) {
    expect(calls.flatMap(({ args }) => args).join(' ')).not.toContain(secret);
    expect(text(said)).not.toContain(secret);
  }
  expect(calls[3]?.args).toContain('MINGCHOU_SITE:https://mingchou.example.invalid');
  expect(calls[3]?.args.slice(-2)).toEqual(['--domain', 'mingchou.example.invalid']);
  // Nobody answers there: it says so, and what can be done.
  expect(said.at(-1)?.kind).toBe('stopped');
  expect(said.at(-1)?.words.zh).toContain('wrangler rollback');

  calls.splice(0);
  const again = await run();
  expect(text(again)).toContain('已是最新');
  expect(verbs(calls)).toEqual(['whoami --json', 'deploy --dry-run', 'secret bulk', 'deploy']);
  expect(readFileSync(env.MINGCHOU_KEY, 'utf8').trim()).toBe(key);
});

it('a dry run changes and uploads nothing, with settings and without', async () => {
  const { env, calls, run, schema } = await prepared();
  const dry = text(await run({ isDryRun: true }));
  expect(dry).toContain('将更新数据库结构 0001_');
  expect(dry).toContain('没有改动');
  expect(text(await run({ isDryRun: true }, {}))).toContain('没有设置，只试打包');
  expect(verbs(calls)).toEqual(['deploy --dry-run', 'deploy --dry-run']);
  expect(await schema()).toBe('empty');
  expect(existsSync(env.MINGCHOU_KEY)).toBe(false);
});

it('wrong settings, a refused token and a database of practice stop it before anything is changed', async () => {
  const { env, calls, run, folder } = await prepared();
  expect(text(await run({}, { ...env, MINGCHOU_OFFICE: '' }))).toContain('MINGCHOU_OFFICE 没有设置');
  expect(text(await run({}, { ...env, MINGCHOU_DB_TOKEN: 'another' }))).toContain('不认 MINGCHOU_DB_TOKEN');
  expect(text(await run({}, { ...env, MINGCHOU_DB: 'file:desk.db' }))).toContain('Worker 读不到');
  (await open({ url: `file:${join(folder, 'later.db')}` }, '')).close();
  const later = await serveHrana({ file: join(folder, 'later.db') });
  onTestFinished(() => later.close());
  const db = openUnmigrated({ url: later.url });
  await db.write([`insert into migration values ('9999_later', 'x', '')`]);
  db.close();
  const refused = await run({}, { ...env, MINGCHOU_DB: later.url });
  expect(text(refused)).toContain('更新的版本');
  expect(refused.at(-1)?.kind).toBe('stopped');
  // Who deploys was asked, so that all that is wrong is said at once.
  expect([...new Set(verbs(calls))]).toEqual(['whoami --json']);
});

it.each([
  {
    what: 'nobody has logged in',
    code: 1,
    output: '\n{"loggedIn":false}\n',
    grade: '有误',
    says: 'npx wrangler login',
  },
  {
    what: 'nobody has logged in, said as a success',
    code: 0,
    output: '{"loggedIn": false}',
    grade: '有误',
    says: 'login',
  },
  { what: 'an answer that says neither', code: 0, output: '{"user":null}', grade: '未查', says: '网络' },
  {
    what: 'a token that is wrong',
    code: 1,
    output: 'Invalid access token [code: 9109]',
    grade: '有误',
    says: 'CLOUDFLARE_API_TOKEN',
  },
  {
    what: 'Cloudflare out of reach',
    code: 1,
    output: 'Unable to resolve Cloudflare’s API hostname',
    grade: '未查',
    says: '网络',
  },
])('$what: it is said before the database is touched and anything is packed', async ({ code, output, grade, says }) => {
  const { env, run, schema, wrangler, calls } = await prepared();
  const said = await run({
    wrangler: { ...wrangler, ask: async () => ({ code, output }) },
  });
  expect(text(said)).toMatch(new RegExp(`${grade} 网站：.*Cloudflare`));
  expect(text(said)).toContain(says);
  expect(said.at(-1)).toMatchObject({ kind: 'stopped', words: { zh: expect.stringContaining('什么都没有改动') } });
  expect([await schema(), calls, existsSync(env.MINGCHOU_KEY)]).toEqual(['empty', [], false]);
});

it('what is asked of Cloudflare’s tool is shown to nobody, and one that does not answer is not waited for', async () => {
  const { folder } = await prepared();
  const program = join(folder, 'wrangler.cjs');
  await writeFile(
    program,
    `console.log('an address of mail'); console.error('a warning'); if (process.argv.includes('whoami')) setInterval(() => {}, 1000);`,
  );
  const shown: string[] = [];
  const wrangler = ownWrangler({}, (text) => shown.push(text), { program, answerMs: 3000 });
  expect(await wrangler.ask(['whoami', '--json'])).toEqual({
    code: 1,
    output: expect.stringContaining('an address of mail'),
  });
  expect(shown.join('')).toBe('a warning\n');
  expect((await wrangler.run(['deploy'])).code).toBe(0);
  expect(shown.join('')).toContain('an address of mail');
});

it('the key file is read once: the key that the database was tried with is the one that the Worker is given', async () => {
  const { folder, env } = await prepared();
  const key = 'ab'.repeat(32);
  // What is read from a pipe is gone: a second look would wait for ever.
  const pipe = join(folder, 'pipe.key');
  execFileSync('mkfifo', [pipe]);
  const [made] = await Promise.all([
    prepareDatabase({ url: env.MINGCHOU_DB, authToken: token }, pipe, (count) => new Uint8Array(count)),
    writeFile(pipe, `${key}\n`),
  ]);
  expect(made).toMatchObject({ key, isNewKey: false, fits: true });
});

it('says who has to sign in at Cloudflare, and leaves the old Worker where a deployment fails', async () => {
  const { run, wrangler } = await prepared();
  const failing = (verb: string, output: string): Wrangler => ({
    ...wrangler,
    run: (args, input) =>
      args.includes('--dry-run') || args[0] !== verb ? wrangler.run(args, input) : Promise.resolve({ code: 1, output }),
  });
  const unknown = await run({ wrangler: failing('secret', 'You are not logged in.') });
  expect(unknown.at(-1)).toMatchObject({
    kind: 'stopped',
    words: { zh: expect.stringContaining('npx wrangler login') },
  });
  const failed = await run({ wrangler: failing('deploy', 'A request failed') });
  expect(failed.at(-1)).toMatchObject({ kind: 'stopped', words: { zh: expect.stringContaining('原来的 Worker') } });
});
