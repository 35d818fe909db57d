/** The examination of an installation: each thing that can be wrong is named in both languages, with what to do, and no secret with it. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { exitOf } from '../../bot/cli/doctor.ts';
import type { Examined } from '../../bot/doctor/examine.ts';
import { type Finding, findingWords, type Grade } from '../../bot/doctor/finding.ts';
import { botScopes } from '../../bot/slack/manifest.ts';
import { nameChannel } from '../../bot/verbs/chat/name-channel.ts';
import { ok } from '../../core/result.ts';
import { beginArrival } from '../../db/arriving.ts';
import { commit } from '../../db/commit.ts';
import { schemaOfMigrations } from '../../db/copy-tables.ts';
import { open, openUnmigrated } from '../../db/open.ts';
import { people, value } from '../desk.ts';
import { serveHrana } from '../hrana/server.ts';
import { key, made, ofPart, token } from './made.ts';

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'mingchou-doctor-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

/** Everything that a person is shown. */
const shown = (findings: readonly Finding[]): string =>
  findings
    .map(findingWords)
    .flatMap(({ zh, en }) => [zh, en])
    .join('\n');

it('an installation that is right is found right, part by part and in the order of mending', async () => {
  const { look, env } = await made();
  const findings = await look();
  expect(findings.filter(({ grade }) => grade === 'wrong' || grade === 'unseen')).toEqual([]);
  expect(findings.map(({ part }) => part).filter((part, i, all) => part !== all[i - 1])).toEqual([
    'machine',
    'settings',
    'database',
    'key',
    'ledger',
    'chat',
    'office',
    'outbox',
    'worker',
  ]);
  expect(ofPart(findings, 'worker')).toEqual([]);
  expect(exitOf(findings)).toBe(0);
  for (const secret of [token, key, env.MINGCHOU_SLACK_BOT_TOKEN, env.MINGCHOU_SLACK_SIGNING_SECRET])
    expect(shown(findings)).not.toContain(secret);
});

interface Broken {
  readonly what: string;
  readonly changed?: Readonly<Record<string, string>>;
  readonly otherwise?: Partial<Examined>;
  readonly grade: Exclude<Grade, 'fine'>;
  readonly part: Finding['part'];
  readonly zh: string;
  readonly en: string;
}

const broken: readonly Broken[] = [
  {
    what: 'an old Node',
    otherwise: { nodeVersion: '20.11.0' },
    part: 'machine',
    grade: 'wrong',
    zh: 'Node 20.11.0 太旧',
    en: 'too old',
  },
  {
    what: 'a clock six minutes wrong',
    otherwise: { nowMs: () => Date.now() + 360_000 },
    part: 'machine',
    grade: 'wrong',
    zh: '时钟与Slack相差 3',
    en: 'seconds away',
  },
  {
    what: 'no office',
    changed: { MINGCHOU_OFFICE: '' },
    part: 'settings',
    grade: 'wrong',
    zh: 'MINGCHOU_OFFICE 没有设置',
    en: 'MINGCHOU_OFFICE is not set',
  },
  {
    what: 'a mistyped name of a setting',
    changed: { MINGCHOU_OFICE: 'x' },
    part: 'settings',
    grade: 'warn',
    zh: '没有 MINGCHOU_OFICE 这个设置',
    en: 'There is no setting MINGCHOU_OFICE',
  },
  {
    what: 'a file where a Worker needs a server',
    changed: { MINGCHOU_DB: 'file:none.db' },
    otherwise: { place: 'edge' },
    part: 'settings',
    grade: 'wrong',
    zh: 'Worker 读不到',
    en: 'a Worker cannot read',
  },
  {
    what: 'Socket Mode in a Worker',
    changed: { MINGCHOU_SLACK_APP_TOKEN: 'xapp-1-abc' },
    otherwise: { place: 'edge' },
    part: 'settings',
    grade: 'wrong',
    zh: 'Socket Mode',
    en: 'Socket Mode',
  },
  ...[
    {
      is: 'desk.db',
      zh: 'MINGCHOU_DB 不对：“desk.db”不是数据库地址：文件应写作 file:desk.db',
      en: 'a file is written file:desk.db',
    },
    {
      is: 'http://db.invalid',
      zh: 'MINGCHOU_DB 不对：“http://db.invalid”不行：http:// 不加密',
      en: 'http:// is not encrypted',
    },
    { is: 'libsql://db.invalid?authToken=x', zh: 'MINGCHOU_DB 不对：数据库地址里不要带令牌', en: 'Leave tokens' },
  ].map(
    ({ is, zh, en }): Broken => ({
      what: `the database at ${is}`,
      changed: { MINGCHOU_DB: is },
      part: 'settings',
      grade: 'wrong',
      zh,
      en,
    }),
  ),
  {
    what: 'a site without https://',
    changed: { MINGCHOU_SITE: 'mingchou.example.invalid' },
    part: 'settings',
    grade: 'wrong',
    zh: 'MINGCHOU_SITE 不对：前面少了 https://',
    en: 'https:// is missing before it',
  },
  {
    what: 'a database that is not there',
    changed: { MINGCHOU_DB: 'http://127.0.0.1:9' },
    part: 'database',
    grade: 'unseen',
    zh: '连不上',
    en: 'cannot be reached',
  },
  {
    what: 'a token that the database refuses',
    changed: { MINGCHOU_DB_TOKEN: 'expired-token' },
    part: 'database',
    grade: 'wrong',
    zh: '不认 MINGCHOU_DB_TOKEN（401）',
    en: 'refuses MINGCHOU_DB_TOKEN (401)',
  },
  {
    what: 'no token',
    changed: { MINGCHOU_DB_TOKEN: '' },
    part: 'database',
    grade: 'wrong',
    zh: '没有设置',
    en: 'is not set',
  },
  {
    what: 'a Slack token that is revoked',
    changed: { MINGCHOU_SLACK_BOT_TOKEN: 'xoxb-revoked' },
    part: 'chat',
    grade: 'wrong',
    zh: 'Slack 不认',
    en: 'Slack refuses',
  },
  {
    what: 'Slack out of reach',
    changed: { MINGCHOU_SLACK_API: 'http://127.0.0.1:9/api/' },
    part: 'chat',
    grade: 'unseen',
    zh: '连不上 Slack',
    en: 'cannot be reached',
  },
  {
    what: 'another signing secret at the site',
    changed: { MINGCHOU_SLACK_SIGNING_SECRET: '0'.repeat(32) },
    part: 'worker',
    grade: 'wrong',
    zh: '签名密钥',
    en: 'another secret',
  },
  {
    what: 'a site that is not there',
    changed: { MINGCHOU_SITE: 'http://127.0.0.1:9' },
    part: 'worker',
    grade: 'unseen',
    zh: '没有回答',
    en: 'does not answer',
  },
  {
    what: 'another office’s name',
    changed: { MINGCHOU_OFFICE: '另一县联席会议办公室' },
    part: 'worker',
    grade: 'wrong',
    zh: '另一个联席办',
    en: 'another office',
  },
];

it('each thing that is wrong is named in both languages, with its remedy and without any secret', async () => {
  const { look, env } = await made();
  for (const { what, changed = {}, otherwise, part, grade, zh, en } of broken) {
    const findings = await look(changed, otherwise);
    const words = ofPart(findings, part).filter((each) => each.grade === grade);
    expect(words.map((each) => each.what.zh).join('\n'), what).toContain(zh);
    expect(words.map((each) => each.what.en).join('\n'), what).toContain(en);
    for (const each of words) expect(each.todo, what).not.toBeNull();
    const secrets = [
      token,
      key,
      env.MINGCHOU_SLACK_BOT_TOKEN,
      'expired-token',
      'xoxb-revoked',
      'xapp-1-abc',
      '0'.repeat(32),
    ];
    for (const secret of secrets) expect(shown(findings), what).not.toContain(secret);
  }
});

it.each(['desk', 'edge'] as const)('a site of http:// is one mistake, and one line, at the %s', async (place) => {
  const { look } = await made();
  const site = ofPart(await look({ MINGCHOU_SITE: 'http://mingchou.example.invalid' }, { place }), 'settings').filter(
    ({ what }) => what.zh.includes('MINGCHOU_SITE'),
  );
  expect(site.map(({ grade, what }) => [grade, what.zh])).toEqual([['wrong', expect.stringContaining('现为 http://')]]);
});

it('a key is missed where values wait, known as another one, and said to be open to others', async () => {
  const { look, keyFile, here } = await made();
  chmodSync(keyFile, 0o644);
  expect(ofPart(await look(), 'key').map(({ what }) => what.zh)).toEqual([expect.stringContaining('其他用户也能读')]);
  writeFileSync(keyFile, 'not a key');
  expect(ofPart(await look(), 'key').map(({ grade }) => grade)).toEqual(['wrong']);
  rmSync(keyFile);
  // As after a restore, or on another machine.
  const [missing, ...others] = ofPart(await look(), 'key');
  expect([missing?.grade, others]).toEqual(['wrong', []]);
  expect(missing?.what.zh).toContain('封签密钥须是原来的，不另生成');
  expect(missing?.todo?.zh).toContain('请把原来的密钥文件拷到这里');
  // A ceremony's secret, as sealing leaves it.
  await here.desk.db.write([
    `insert into ceremony (no, stage, seq, body) values (1, 'sealing', 1, '{}')`,
    `insert into sealed_secret (ceremony, participant, sealed, at) values (1, '0', 'v1.AAAAAAAAAAAAAAAA.AAAA', '')`,
  ]);
  expect(ofPart(await look(), 'key').map(({ what }) => what.zh)).toEqual([expect.stringContaining('用它封存的数')]);
  writeFileSync(keyFile, key, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
  expect(ofPart(await look(), 'key').map(({ what }) => what.zh)).toEqual([expect.stringContaining('不是当初的密钥')]);
});

it('a database’s file that others on the machine can read is named', async () => {
  const { look, here } = await made();
  const file = here.desk.database.slice('file:'.length);
  const grades = async () =>
    ofPart(await look({ MINGCHOU_DB: here.desk.database }), 'database').map(({ grade }) => grade);
  chmodSync(file, 0o600);
  expect(await grades()).toEqual([]);
  chmodSync(file, 0o640);
  expect(await grades()).toEqual(['warn']);
  expect(shown(ofPart(await look({ MINGCHOU_DB: here.desk.database }), 'database'))).toContain(`chmod 600 ${file}`);
});

it('scopes that are missing and channels without the bot are named', async () => {
  const few = await made({ scopes: botScopes.filter((scope) => scope !== 'users:read' && scope !== 'files:write') });
  expect(shown(ofPart(await few.look(), 'chat'))).toContain('机器人缺权限：files:write、users:read');
  const { look, here } = await made();
  value(await nameChannel(here.desk, people.office, { platform: 'slack', typed: 'wjw', channel: 'C0GONE' }));
  expect(shown(ofPart(await look(), 'chat'))).toContain('机器人不在这些频道里，发不出消息：');
});

it('a database is told apart: empty, another program’s, of a later version, edited, of practice', async () => {
  const dir = folder();
  const states: readonly [string, readonly string[], string][] = [
    ['empty', [], '还是空的'],
    ['foreign', ['create table shop (a)'], '别的程序的数据库'],
    ['newer', [`insert into migration values ('9999_later', 'x', '')`], '更新的版本'],
    ['edited', [`update migration set digest = 'x' where name = '0002_registry'`], '不一致'],
  ];
  const { look } = await made();
  for (const [name, statements, zh] of states) {
    const file = `file:${join(dir, `${name}.db`)}`;
    const server = await serveHrana({ file });
    onTestFinished(() => server.close());
    if (name === 'newer' || name === 'edited') (await open({ url: file }, '')).close();
    const { createClient } = await import('@libsql/client');
    const client = createClient({ url: file });
    for (const statement of ['select 1', ...statements]) await client.execute(statement);
    client.close();
    expect(shown(ofPart(await look({ MINGCHOU_DB: server.url }), 'database')), name).toContain(zh);
  }
  const practice = await open({ url: `file:${join(dir, 'practice.db')}` }, '');
  await commit(practice, { now: () => '2026-01-01T00:00:00.000Z', randomBytes: (n) => new Uint8Array(n) }, async () =>
    ok({ facts: [{ kind: 'practice', actor: 'system:practice', body: {} }], value: null }),
  );
  practice.close();
  const server = await serveHrana({ file: join(dir, 'practice.db') });
  onTestFinished(() => server.close());
  expect(shown(ofPart(await look({ MINGCHOU_DB: server.url }), 'database'))).toContain('这是演练库');
});

it('a move that was not finished and an office that has gone are named, with what brings it to an end', async () => {
  const dir = folder();
  const { look } = await made();
  const arriving = openUnmigrated({ url: `file:${join(dir, 'arriving.db')}` });
  value(
    await beginArrival(arriving, await schemaOfMigrations(), '', {
      purpose: 'move',
      origin: 'ab',
      began: '2026-01-01T01:00:00.000Z',
      run: 'r',
    }),
  );
  arriving.close();
  const left = await open({ url: `file:${join(dir, 'left.db')}` }, '');
  await commit(left, { now: () => '2026-01-01T01:00:00.000Z', randomBytes: (n) => new Uint8Array(n) }, async () =>
    ok({ facts: [{ kind: 'office-moved', actor: 'o1', body: { to: 'libsql://new.invalid' } }], value: null }),
  );
  left.close();
  const seen = async (name: string) => {
    const server = await serveHrana({ file: join(dir, name) });
    onTestFinished(() => server.close());
    return shown(ofPart(await look({ MINGCHOU_DB: server.url }), 'database'));
  };
  const unfinished = await seen('arriving.db');
  expect(unfinished).toContain('有误 数据库：迁移尚未完成（2026-01-01T09:00 开始）');
  expect(unfinished).toContain('办法：请在原来的数据库上重做同一条 move to 命令');
  expect(await seen('left.db')).toContain('联席办已于 2026-01-01T09:00 迁到 libsql://new.invalid');
});
