/** The desk's server as a process of its own, asked over its port by really signed requests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { openDesk } from '../../bot/desk.ts';
import { freshFolder } from '../db/fresh.ts';
import { facts } from '../desk.ts';
import { consult, type Installation, installation } from './installation.ts';

const entry = resolve(import.meta.dirname, '../../bot/node.ts');

interface Server {
  readonly child: ChildProcess;
  /** Lines that it wrote, both kinds. */
  readonly lines: readonly string[];
  readonly ended: Promise<number | null>;
}

function start(env: Readonly<Record<string, string>>): Server {
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH ?? '', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', (line) => lines.push(line));
  return { child, lines, ended: new Promise((done) => child.once('close', (code) => done(code))) };
}

const settingsFor = ({ config, desk }: Installation) => ({
  MINGCHOU_DB: desk.database,
  MINGCHOU_OFFICE: '清漪县联席会议办公室',
  MINGCHOU_SITE: 'http://127.0.0.1:8787',
  MINGCHOU_PORT: '0',
  MINGCHOU_SLACK_API: config.api,
  MINGCHOU_SLACK_BOT_TOKEN: config.botToken,
  MINGCHOU_SLACK_SIGNING_SECRET: config.signingSecret,
});

const address = async ({ lines }: Server): Promise<string> =>
  expect
    .poll(() => /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join('\n'))?.[0] ?? '', { timeout: 20_000 })
    .toMatch(/^http/)
    .then(() => /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join('\n'))?.[0] ?? '');

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
