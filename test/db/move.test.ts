/** Copies over HTTP, and the office itself going to a server and back: nothing lost, nothing doubled, never two desks. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { programOn, run } from '../../bot/cli/program.ts';
import type { Terminal } from '../../bot/cli/terminal.ts';
import { openDesk } from '../../bot/desk/desk.ts';
import { sayRefusal } from '../../bot/say/refusal.ts';
import { act, factOf } from '../../bot/verbs/act.ts';
import { postCheckpoint } from '../../bot/verbs/ledger/checkpoint.ts';
import { createApp } from '../../bot/web/app.ts';
import { ok } from '../../core/result.ts';
import { arrivalIn } from '../../db/arriving.ts';
import { keptCheckpoints } from '../../db/checkpoint-file.ts';
import { commit } from '../../db/commit.ts';
import { schemaOfMigrations } from '../../db/copy-tables.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { movedFrom } from '../../db/moved.ts';
import { openUnmigrated } from '../../db/open.ts';
import { openWeb } from '../../db/open-web.ts';
import { freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { servedUntilEnd } from '../hrana/until-end.ts';
import { record } from './fresh.ts';

/** The command line in this process, on databases of the test. */
const mingchou = (folder: string, ...args: readonly string[]) => dying(folder, () => false, ...args);

/** The same, ended in its midst by a line of progress that it prints, as by a kill. */
async function dying(folder: string, isLast: (said: string) => boolean, ...args: readonly string[]) {
  const said: [string, string] = ['', ''];
  let exit = 0;
  const terminal: Terminal = {
    print: (stream, text) => {
      said[stream - 1] += `${text}\n`;
      if (isLast(said[1])) throw new Error('killed');
    },
    isWatched: false,
    env: { MINGCHOU_TARGET_TOKEN: 'secret-token', MINGCHOU_DB_TOKEN: 'secret-token' },
    openDesk: (options) => openDesk({ keyFile: join(folder, 'desk.db.key'), ...options }),
    end: (code) => {
      exit = code;
    },
  };
  await programOn(terminal).parseAsync([...args], { from: 'user' });
  expect(said.join('')).not.toContain('secret-token');
  return { exit, out: said[0], err: said[1] };
}

/** A server with an empty database. */
async function server(desk: TestDesk, name = 'server.db') {
  const http = await servedUntilEnd(`file:${join(desk.folder, name)}`);
  const db = openWeb({ url: http.url, authToken: 'secret-token' });
  onTestFinished(() => db.close());
  return { ...http, db };
}

/** Who may read a file: an office's data are for its owner only. */
const mode = (file: string): number => statSync(file).mode & 0o777;

const keepsWorking = (desk: TestDesk) =>
  act(desk, people.office, 'send-news', {}, async () =>
    ok({ facts: [factOf(people.office, 'send-news', { text: '照常办理' })], value: null }),
  );

describe('an office that moves', () => {
  it('is whole at the server, closed at the desk with words where it went, and comes back with its checkpoints and its key', async () => {
    const desk = await freshDesk();
    value(await postCheckpoint(desk, people.office, '联席办群'));
    const there = await server(desk);
    const move = ['--db', desk.database, '--as', 'h1', 'move', 'to', there.url, '局长办公会同意上云'];
    const moved = await mingchou(desk.folder, ...move);
    expect([moved.exit, moved.err]).toEqual([0, '']);
    expect(moved.out).toContain(`wrangler kv bulk put ${join(desk.folder, 'desk.db')}.kv.json`);
    const bulk: unknown = JSON.parse(readFileSync(join(desk.folder, 'desk.db.kv.json'), 'utf8'));
    expect(bulk).toMatchObject([{ key: expect.stringMatching(/^checkpoint:\d{12}:[0-9a-f]{16}$/) }]);

    const last = value(await verifyLedger(there.db));
    const left = value(await verifyLedger(desk.db));
    expect(last.head.seq).toBe(left.head.seq + 1);
    expect(await movedFrom(desk.db)).toMatchObject({ to: new URL(there.url).host, seq: left.head.seq });
    expect(await movedFrom(there.db)).toBeNull();

    const closed = refusal(await keepsWorking(desk));
    expect(closed).toMatchObject({ stage: 'ledger', why: { reason: 'moved' } });
    expect(sayRefusal(closed).zh).toContain(new URL(there.url).host);
    const code = await mingchou(desk.folder, '--db', desk.database, '--as', 'h1', 'people', 'code');
    expect(code).toMatchObject({ exit: 1, out: '', err: expect.stringContaining('本处已关闭') });
    expect(await mingchou(desk.folder, ...move)).toMatchObject({ exit: 0 });
    expect(value(await verifyLedger(there.db)).head).toEqual(last.head);

    const back = join(desk.folder, 'back.db');
    const home = [
      '--db',
      there.url,
      '--as',
      'h1',
      '--key',
      join(desk.folder, 'desk.db.key'),
      'move',
      'to',
      back,
      '改回',
    ];
    expect(await mingchou(desk.folder, ...home)).toMatchObject({ exit: 0, err: '' });
    expect(mode(back)).toBe(0o600);
    const again = await openDesk({ database: `file:${back}`, now: desk.now });
    onTestFinished(() => again.close());
    expect(value(await verifyLedger(again.db)).head.seq).toBe(last.head.seq + 2);
    expect(await keptCheckpoints(`${back}.checkpoints`)).toHaveLength(1);
    expect(readFileSync(`${back}.key`, 'utf8')).toBe(readFileSync(join(desk.folder, 'desk.db.key'), 'utf8'));
    value(await keepsWorking({ ...desk, ...again }));
    expect(readdirSync(desk.folder).filter((name) => name.includes('partial'))).toEqual([]);
    // The schema there is the one that our migrations make, triggers and all.
    const triggers = "select name, sql from sqlite_master where type = 'trigger' order by name";
    expect(await again.db.read(triggers)).toEqual(await desk.db.read(triggers));
  });

  it('answers and requests that are lost, late, cut, refused as busy or timed out change nothing of what arrives', async () => {
    const desk = await freshDesk();
    const there = await server(desk);
    there.atWrites('answer-lost', 'request-lost', 'none', 'late', 'answer-lost', 'cut', 'none');
    there.atWrites('status-500', 'busy', 'transaction-timeout', 'none', 'stream-expired', 'late');
    const moved = await mingchou(desk.folder, '--db', desk.database, '--as', 'h1', 'move', 'to', there.url, '上云');
    expect([moved.exit, moved.err]).toEqual([0, '']);
    expect(there.faults.waiting()).toBe(0);
    await expectSame(desk, there.db);
  });

  it('a target that is not finished is no office, says so at every command, and is gone on with or given up', async () => {
    const desk = await freshDesk();
    const there = await server(desk);
    const move = ['--db', desk.database, '--as', 'h1', '--progress', 'move', 'to', there.url, '上云'];
    const cancel = () =>
      mingchou(desk.folder, '--db', desk.database, '--as', 'h1', 'move', 'cancel', there.url, '不迁了');
    const isDying = (times: number) => (said: string) => said.split(' person：').length > times;

    // Before the old place was closed: it is the office's, and goes on.
    await expect(dying(desk.folder, isDying(1), ...move)).rejects.toThrow('killed');
    expect(await arrivalIn(there.db)).toMatchObject({ purpose: 'move' });
    for (const command of [
      ['ledger', 'verify'],
      ['people', 'list'],
    ]) {
      const refused = await mingchou(desk.folder, '--db', there.url, ...command);
      expect([refused.exit, refused.err]).toEqual([4, expect.stringContaining('迁移尚未完成')]);
    }
    await expect(record(there.db, 'plan-drafted')).rejects.toThrow('a copy of an office is arriving here');
    expect(await cancel()).toMatchObject({ exit: 1, err: expect.stringContaining('没有迁出') });
    value(await keepsWorking(desk));

    // After it was closed: nothing is recorded at either, until the same command is given again, or the move is taken back.
    await expect(dying(desk.folder, isDying(2), ...move)).rejects.toThrow('killed');
    expect(refusal(await keepsWorking(desk))).toMatchObject({ why: { reason: 'moved' } });
    expect(await cancel()).toMatchObject({ exit: 0, err: '' });
    value(await keepsWorking(desk));

    await expect(dying(desk.folder, isDying(2), ...move)).rejects.toThrow('killed');
    expect(await mingchou(desk.folder, ...move)).toMatchObject({ exit: 0 });
    await expectSame(desk, there.db);
    expect(await cancel()).toMatchObject({ exit: 1, err: expect.stringContaining('不能取消') });
  });

  it('is closed by the head alone, for a stated ground, and never into a database that holds something', async () => {
    const desk = await freshDesk();
    const [there, other] = [await server(desk), await freshDesk()];
    // Desks of tests begin alike; what went on here is none of the other's.
    value(await keepsWorking(desk));
    const to = (as: string, target: string, ground = '上云') =>
      mingchou(desk.folder, '--db', desk.database, '--as', as, 'move', 'to', target, ground);
    expect(await to('o1', there.url)).toMatchObject({ exit: 1 });
    expect(await to('h1', there.url, ' ')).toMatchObject({ exit: 1 });
    const occupied = await servedUntilEnd(other.database);
    expect(await to('h1', occupied.url)).toMatchObject({ exit: 1, err: expect.stringContaining('已有台账') });
    expect(await to('h1', other.database)).toMatchObject({ exit: 1, err: expect.stringContaining('已存在') });
    expect(await movedFrom(desk.db)).toBeNull();
  });
});

describe('a backup of a server’s database', () => {
  it('is a whole file, also while facts come, and is restored into another server', async () => {
    const desk = await freshDesk();
    const there = await servedUntilEnd(desk.database);
    const file = join(desk.folder, 'backup.db');
    const backing = mingchou(desk.folder, '--db', there.url, '--as', 'o1', 'backup', file);
    for (let i = 0; i < 20; i += 1) value(await keepsWorking(desk));
    expect(await backing).toMatchObject({ exit: 0, err: '' });
    expect(mode(file)).toBe(0o600);
    const held = openUnmigrated({ url: `file:${file}` });
    onTestFinished(() => held.close());
    const { head } = value(await verifyLedger(held));
    expect(head.seq).toBeGreaterThan(10);

    const second = await server(desk, 'second.db');
    second.atWrites('answer-lost', 'request-lost');
    expect(await mingchou(desk.folder, 'restore', file, second.url)).toMatchObject({ exit: 0, err: '' });
    expect(value(await verifyLedger(second.db)).head).toEqual(head);
    expect(await mingchou(desk.folder, 'restore', file, second.url)).toMatchObject({ exit: 1 });
  });
});

it.each([
  { body: null, says: '迁往别处' },
  { body: '{"to":', says: '迁往别处' },
  { body: '[]', says: '迁往别处' },
  { body: '{"to":7}', says: '迁往 7' },
])('an office stays closed where what is left of the words of its move is $body', async ({ body, says }) => {
  const desk = await freshDesk();
  const facts = [{ kind: 'office-moved', actor: 'person:h1', body: { to: 'new.db', ground: '换机器' } }] as const;
  value(await commit(desk.db, desk, async () => ok({ facts, value: null })));
  await desk.db.write([
    'drop trigger ledger_body_keep_update',
    { sql: 'update ledger_body set text = ? where seq = (select max(seq) from ledger)', args: [body] },
  ]);
  expect((await createApp(desk).request('/draws')).status).toBe(503);
  expect(sayRefusal(refusal(await keepsWorking(desk))).zh).toContain(says);
});

/** Every row of every table is at the target what it is at the desk; the ledger there has one fact more. */
async function expectSame(desk: TestDesk, there: TestDesk['db']): Promise<void> {
  const { tables } = await schemaOfMigrations();
  for (const { name, columns, key } of tables) {
    const except = name.startsWith('ledger') ? `where seq <= ${(await movedFrom(desk.db))?.seq}` : '';
    const sql = `select ${columns.map((c) => `${c.name}, typeof(${c.name})`).join(', ')} from ${name} ${except} order by ${key.join(', ')}`;
    const rows = (held: readonly object[]) => held.map((row) => JSON.stringify(Object.values(row)));
    expect([name, rows(await there.read(sql))]).toEqual([name, rows(await desk.db.read(sql))]);
  }
  value(await verifyLedger(there));
}

describe('the address of a database at the command line', () => {
  it.each([
    { target: 'https://db.example.invalid?authToken=abc', says: '令牌请放在环境变量' },
    { target: 'http://db.example.invalid', says: 'http:// 不加密' },
    { target: 'ftp://db.example.invalid', says: '不是数据库地址' },
  ])('$target is a wrong call, and no token in it is repeated', async ({ target, says }) => {
    const said: string[] = [];
    const codes: number[] = [];
    const terminal: Terminal = {
      print: (_, text) => said.push(text),
      isWatched: false,
      env: {},
      openDesk,
      end: (code) => codes.push(code),
    };
    await run(['--as', 'h1', 'restore', 'backup.db', target], terminal);
    expect([codes, said.join('')]).toEqual([[2], expect.stringContaining(says)]);
    expect(said.join('')).not.toContain('abc');
  });
});
