/**
 * Slack is down, asks for patience, does not let us in, loses its answer; the desk's process is killed in between. Afterwards every post
 * has happened once. The states themselves are tried one by one in `test/outbox.test.ts`; here they meet, and the kills are real.
 */
import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pause } from '../../db/database.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { people } from '../desk.ts';
import { channels, consult, type Installation, installation } from '../slack/installation.ts';
import type { ChildTask } from './desk-child.ts';

const child = fileURLToPath(new URL('desk-child.ts', import.meta.url));
const places = ['联席办', '市场监管局', '卫健局'];

const later = (here: Installation, minutes: number): void =>
  here.desk.setNow(new Date(Date.parse(here.desk.now()) + minutes * 60_000).toISOString());

/** Everybody's posts of the bot, and that none of them stands twice. */
function expectEachOnce(here: Installation): void {
  for (const place of places) {
    const posts = here.channel(place);
    expect(posts).toHaveLength(new Set(posts).size);
    const letters = posts.filter((post) => post.startsWith(place === '联席办' ? '征询 2025-1' : '征询函 2025-1'));
    expect(letters).toHaveLength(1);
  }
}

async function expectNothingLeft({ desk }: Installation): Promise<void> {
  expect(await desk.db.read('select trouble from outbox where sent is null')).toEqual([]);
  expect(await verifyLedger(desk.db)).toMatchObject({ ok: true });
}

/** The way to Slack, on which an answer can stay away for ever: what was asked is done, and nobody learns of it. */
async function wire(here: Installation): Promise<{ readonly api: string; readonly accepted: () => number }> {
  let accepted = 0;
  const server = serve({
    fetch: async (request: Request) => {
      const { pathname } = new URL(request.url);
      const body = new Uint8Array(await request.arrayBuffer());
      const headers = new Headers(request.headers);
      headers.delete('host');
      headers.delete('content-length');
      const to = new URL(pathname, here.config.api);
      const answer = await fetch(to, { method: request.method, headers, ...(body.length > 0 ? { body } : {}) });
      const text = await answer.text();
      if (!pathname.endsWith('/chat.postMessage')) return new Response(text, { status: answer.status });
      accepted += 1;
      return new Promise<Response>(() => {});
    },
    hostname: '127.0.0.1',
    port: 0,
  });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, accepted: () => accepted };
}

/** Runs a desk's process and kills it once this is so, or so many milliseconds after it was ready. */
function killed(task: ChildTask, when: (said: string) => boolean, afterMs = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [child, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    let timer: NodeJS.Timeout | null = null;
    const look = setInterval(() => {
      if (timer === null && when(said)) timer = setTimeout(() => program.kill('SIGKILL'), afterMs);
    }, 2);
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    program.on('error', reject);
    program.on('close', (code, signal) => {
      clearInterval(look);
      if (signal === 'SIGKILL') resolve(said);
      else reject(new Error(`ended by itself with ${code}: ${said}`));
    });
  });
}

const taskOf = ({ desk, config }: Installation, rest: Partial<ChildTask>): ChildTask => {
  const { realNow: _, ...kept } = config;
  const { liaison } = people;
  return { act: 'deliver', database: desk.database, now: desk.now(), config: kept, consultation: '', liaison, ...rest };
};

describe('Slack 出故障', () => {
  it('不通、限流、答复丢失、机器人被请出频道，轮番发生：恢复以后每条消息恰好一条，统计正确', async () => {
    const here = await installation();
    here.fault({ kind: 'down', times: 9 });
    await consult(here);
    await here.settle();
    expect(places.flatMap((place) => here.channel(place))).toEqual([]);
    here.workspace.faults.clear();
    here.fault({ method: 'chat.postMessage', kind: 'rate-limited', retryAfter: 1, times: 1 });
    here.fault({ method: 'chat.postMessage', kind: 'answer-lost', times: 2 });
    later(here, 10);
    await here.settle();
    // Slack's patience is real time, whatever the desk's clock says.
    await pause(1100);
    await here.workspace.remove(channels.wjw, here.workspace.app.botUser);
    later(here, 10);
    await here.settle();
    // The one department answers while the other one cannot be reached.
    here.fault({ method: 'chat.postMessage', kind: 'answer-lost', times: 1 });
    here.fault({ method: 'chat.update', kind: 'down', times: 3 });
    await here.user('市场监管局联络员').reply('我局无意见');
    const { world, store } = here.workspace.ground;
    const channel = world.channels.get(channels.wjw);
    if (channel === undefined) throw new Error('no channel');
    const members = [...channel.members, here.workspace.app.botUser];
    await store.append({ kind: 'channel', channel: { ...channel, members } });
    here.workspace.faults.clear();
    for (const minutes of [10, 20, 30]) {
      later(here, minutes);
      await here.settle();
    }
    expectEachOnce(here);
    expect(here.channel('联席办')[0]).toContain('已反馈：1/2 个单位');
    expect(here.channel('市场监管局').filter((post) => post.startsWith('已记录：无意见'))).toHaveLength(1);
    await expectNothingLeft(here);
  });
});

describe('进程被强行终止', () => {
  it('已记入台账、尚未发出时终止：下一个进程补发，恰好一条', async () => {
    const here = await installation();
    const consultation = await consult(here);
    await here.settle();
    const said = await killed(taskOf(here, { act: 'record', consultation }), (lines) => lines.includes('recorded'));
    expect(said).toContain('recorded');
    expect(here.channel('联席办')[0]).toContain('已反馈：0/2 个单位');
    later(here, 2);
    await here.settle();
    expectEachOnce(here);
    expect(here.channel('联席办')[0]).toContain('已反馈：1/2 个单位');
    expect(here.channel('市场监管局').filter((post) => post.startsWith('已记录：无意见'))).toHaveLength(1);
    await expectNothingLeft(here);
  });

  it('Slack 已收下、本机还不知道时终止：下一个进程找回那一条，不重发', async () => {
    const here = await installation();
    await consult(here);
    const { api, accepted } = await wire(here);
    const task = taskOf(here, {});
    await killed({ ...task, config: { ...task.config, api } }, () => accepted() === places.length);
    // All three stand in Slack, and the desk has no note of any.
    expectEachOnce(here);
    expect(await here.desk.db.read('select slot from chat_post')).toEqual([]);
    later(here, 2);
    await here.settle();
    expectEachOnce(here);
    expect(await here.desk.db.read('select slot from chat_post')).toHaveLength(places.length);
    await expectNothingLeft(here);
  });

  it('发送途中任意时刻终止，再由别的进程接着发：恰好一条', async () => {
    const here = await installation();
    await consult(here);
    for (const afterMs of [0, 12, 30]) {
      await killed(taskOf(here, {}), (lines) => lines.includes('ready'), afterMs);
      later(here, 2);
    }
    await here.settle();
    later(here, 2);
    await here.settle();
    expectEachOnce(here);
    await expectNothingLeft(here);
  });
});
