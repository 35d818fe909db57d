/** The desk's server as a process of its own, asked over its port by really signed requests. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDesk } from '../../bot/desk/desk.ts';
import { deliverDue } from '../../bot/post/outbox.ts';
import { paneCode } from '../../bot/verbs/chat/excel.ts';
import { ok } from '../../core/result.ts';
import { commit } from '../../db/commit.ts';
import { pause } from '../../db/database.ts';
import { freshFolder } from '../db/fresh.ts';
import { facts, freshDesk, people, value } from '../desk.ts';
import { serveHrana } from '../hrana/server.ts';
import { consult, installation } from './installation.ts';
import { address, settingsFor, start } from './server.ts';

it('设置齐全即可启动：命令有答复，征询函发到各频道，收到停止信号后办完手头的事再退出', async () => {
  const here = await installation();
  await consult(here);
  const server = start(settingsFor(here));
  const at = await address(server);
  here.workspace.outgoing.connect(`${at}/slack/events`);
  const { said } = await here.user('市场监管局联络员').command('/mingchou', '帮助');
  expect(said.join()).toContain('/mingchou');
  await expect.poll(() => here.channel('市场监管局').join(), { timeout: 10_000 }).toContain('征询函');
  await here.user('市场监管局联络员').reply('我局无意见');
  expect((await facts(here.desk)).filter(({ kind }) => kind === 'reply-received')).toHaveLength(1);
  expect((await fetch(`${at}/slack/nothing-here`)).status).toBe(404);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
}, 60_000);

it('设置不全不启动，一次说清缺什么', async () => {
  const server = start({ MINGCHOU_OFFICE: '清漪县联席会议办公室' });
  expect(await server.ended).toBe(2);
  expect(server.lines.filter((line) => line.includes('没有设置'))).toHaveLength(4);
});

it('没有聊天群的内网：不设 Slack 也能启动，填报网页和接口可用，Slack 的地址不存在', async () => {
  // The server goes by the machine's clock.
  const desk = await freshDesk(undefined, new Date().toISOString());
  const { code } = await paneCode(desk, people.office);
  const server = start({
    MINGCHOU_DB: desk.database,
    MINGCHOU_OFFICE: '清漪县联席会议办公室',
    MINGCHOU_SITE: 'http://127.0.0.1:8787',
    MINGCHOU_PORT: '0',
    MINGCHOU_CHAT: 'none',
  });
  const at = await address(server);
  expect((await fetch(`${at}/slack/events`, { method: 'POST' })).status).toBe(404);
  const signedIn = await fetch(`${at}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  expect([signedIn.status, (await signedIn.json()) as object]).toMatchObject([
    200,
    { who: { person: people.office.person } },
  ]);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
}, 60_000);

it('联席办迁走后，正在运行的服务说明去向并自行停止，不与新处争着办理；再启动也不启动', async () => {
  const desk = await freshDesk(undefined, new Date().toISOString());
  const settings = {
    MINGCHOU_DB: desk.database,
    MINGCHOU_OFFICE: '清漪县联席会议办公室',
    MINGCHOU_SITE: 'http://127.0.0.1:8787',
    MINGCHOU_PORT: '0',
    MINGCHOU_CHAT: 'none',
  };
  const server = start(settings);
  await address(server);
  const body = { to: 'desk.example.invalid', ground: '换机器' };
  value(
    await commit(desk.db, desk, async () =>
      ok({ facts: [{ kind: 'office-moved', actor: 'person:h1', body }], value: null }),
    ),
  );
  expect(await server.ended).toBe(0);
  const again = start(settings);
  expect(await again.ended).toBe(2);
  for (const { lines } of [server, again]) expect(lines.join('\n')).toContain('迁往 desk.example.invalid');
}, 60_000);

it('Slack 不认令牌时不启动，并说明到哪里换', async () => {
  const here = await installation();
  const server = start({ ...settingsFor(here), MINGCHOU_SLACK_BOT_TOKEN: 'xoxb-of-somebody-else' });
  expect(await server.ended).toBe(2);
  expect(server.lines.join('\n')).toContain('Slack 不认 MINGCHOU_SLACK_BOT_TOKEN');
  expect(server.lines.join('\n')).not.toContain('xoxb-of-somebody-else');
});

it('演练库不能用于正式办理', async () => {
  const here = await installation();
  const database = `file:${join(freshFolder(), 'desk.db')}`;
  (await openDesk({ database, practice: true })).close();
  const server = start({ ...settingsFor(here), MINGCHOU_DB: database });
  expect(await server.ended).toBe(2);
  expect(server.lines.join('\n')).toContain('演练库');
});

it('写错的地址不会变成一个新库：文件不在、服务器上的库是空的，都不启动，并说明怎样新建', async () => {
  const file = join(freshFolder(), 'mistyped.db');
  const empty = await serveHrana({ file: join(freshFolder(), 'empty.db') });
  onTestFinished(() => empty.close());
  const refused = async (database: string): Promise<void> => {
    const server = start({
      MINGCHOU_DB: database,
      MINGCHOU_OFFICE: '清漪县联席会议办公室',
      MINGCHOU_SITE: 'http://127.0.0.1:8787',
      MINGCHOU_PORT: '0',
      MINGCHOU_CHAT: 'none',
    });
    expect(await server.ended, database).toBe(2);
    expect(server.lines.join('\n'), database).toContain('新建数据库请先用 people add');
  };
  await Promise.all([refused(`file:${file}`), refused(empty.url)]);
  expect(existsSync(file)).toBe(false);
}, 60_000);

it('进程在 Slack 已收下、本地还没记下时被杀：接着办的进程找到已发的消息，一条不少，一条不重', async () => {
  const here = await installation();
  await consult(here);
  // Slack takes its time: the process is gone before it has an answer, and the posts appear all the same.
  here.fault({ method: 'chat.postMessage', kind: 'slow', ms: 1500, times: 3 });
  const server = start(settingsFor(here));
  await expect
    .poll(async () => (await here.desk.db.read('select 1 from outbox where attempts = 1')).length, { timeout: 20_000 })
    .toBe(3);
  await pause(700);
  server.child.kill('SIGKILL');
  await server.ended;
  // What was on its way by then is posted; what was not, is not. Neither is known here.
  await pause(1800);
  expect(await here.desk.db.read('select slot from chat_post')).toEqual([]);

  // The rows were taken for a minute of real time.
  here.desk.setNow(new Date(Date.now() + 120_000).toISOString());
  const deps = { ...here.desk, site: 'http://127.0.0.1:8787', now: () => new Date(Date.now() + 120_000).toISOString() };
  expect(await deliverDue(deps, here.door.messenger)).toMatchObject({ sent: 3 });
  for (const channel of ['联席办', '市场监管局', '卫健局']) expect(here.channel(channel)).toHaveLength(1);
  expect(await here.desk.db.read('select slot from chat_post')).toHaveLength(3);
}, 60_000);
