/**
 * The county of a year: a practice database of its own, the workspace with its people, and the office's server as it always runs, reached by
 * signed requests over HTTP. The clock stands still between acts.
 */
import { mkdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { openDesk } from '../../desk/desk.ts';
import { deliverer } from '../../post/deliverer.ts';
import { serving } from '../../serve/serving.ts';
import { tended } from '../../serve/tend.ts';
import { slackDoor } from '../../slack/app.ts';
import { checkBlocks } from '../../slack/limits.ts';
import { botEvents, botScopes } from '../../slack/manifest.ts';
import { minuteOf } from '../../today.ts';
import { createApp } from '../../web/app.ts';
import { steppedClock } from '../clock.ts';
import { chance } from '../sample/chance.ts';
import { makeSample } from '../sample/sample.ts';
import { drive } from '../workspace/driver.ts';
import { serveWorkspace } from '../workspace/serve.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { commandLine } from './command-line.ts';
import { commentary } from './commentary.ts';
import { settle } from './settle.ts';
import type { Year, YearScript } from './year.ts';

export interface OpenYear extends Year {
  readonly close: () => Promise<void>;
}

/** Seconds that an act takes. */
const actSeconds = 20;
const morning = '08:30';
const dayMs = 24 * 3_600_000;

/** @param out folder of everything that comes out; what was there of the same year goes */
export async function openYear(script: YearScript, out: string, watched: (line: string) => void): Promise<OpenYear> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const seed = `一年/${script.id}`;
  const made = makeSample({ ...script.sample, seed, jurisdiction: script.id });
  const sample = script.change?.(made) ?? made;
  const clock = steppedClock(script.begins);
  const bytes = chance(seed, 'bytes');
  const desk = await openDesk({
    database: `file:${join(out, '台账.db')}`,
    office: sample.departments.find(({ kind }) => kind === 'office')?.name ?? '联席会议办公室',
    now: clock.now,
    practice: true,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => bytes.below(256)),
  });
  const workspace = await openWorkspace({
    now: clock.now,
    check: checkBlocks,
    scopes: botScopes,
    events: botEvents,
    minuteMs: 5,
  });
  const served = await serveWorkspace(workspace);
  const pages = await listening();
  const deps = { ...desk, site: pages.origin };
  const { app } = workspace;
  const door = slackDoor(deps, {
    signingSecret: app.signingSecret,
    botToken: app.token,
    api: served.api,
    lang: 'zh',
    identity: { team: app.team, botId: app.bot, botUser: app.botUser },
    realNow: () => Date.now(),
    spacingMs: 0,
  });
  const outbox = deliverer(deps, door.messenger);
  pages.answer(serving(createApp(deps), door.hono).fetch);
  workspace.outgoing.connect(`${pages.origin}/slack/events`);
  const driver = drive(workspace, {
    idle: async () => {
      await door.idle();
      await outbox.deliverDue();
    },
  });
  const told = commentary(join(out, '经过.txt'), watched);
  const now = () => minuteOf(clock.now());
  const pass = async (civil: string): Promise<void> => {
    clock.moveTo(civil);
    await tended(deps);
    await driver.settle();
  };
  const dice = chance(seed, 'dice');

  const year: OpenYear = {
    ...{ sample, driver, site: pages.origin, out, now },
    say: {
      ...told,
      did: (at, who, what, answer) => {
        told.did(at, who, what, answer);
        clock.pass(actSeconds);
      },
    },
    until: async (civil) => {
      for (const day of morningsBetween(now(), civil)) await pass(day);
      if (civil > now()) await pass(civil);
    },
    mingchou: async (as, ...args) => {
      const printed = await commandLine(desk, ['--as', as, '--practice', ...args]);
      await driver.settle();
      return printed;
    },
    below: dice.below,
    kept: new Map(),
    close: async () => {
      await served.close();
      await pages.close();
      await door.idle();
      desk.close();
    },
  };
  await settle(year, workspace);
  return year;
}

/** Half past eight of every day after the one and before the other. */
function morningsBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from.slice(0, 10)}T00:00:00Z`); ; at += dayMs) {
    const minute = `${new Date(at).toISOString().slice(0, 10)}T${morning}`;
    if (minute >= to) return days;
    if (minute > from) days.push(minute);
  }
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** A server of this machine, whose answers are given to it once its address is known. */
async function listening() {
  let fetch: Fetch = () => new Response(null, { status: 503 });
  const server = listen({ fetch: (request: Request) => fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (given: Fetch) => {
      fetch = given;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
