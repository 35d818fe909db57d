/**
 * A small invented county on a practice database, its people in a practice workspace, and the door that an office runs, reached by signed
 * requests over HTTP. After each act everything that follows from it has been posted. The clock stands still until it is moved.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import type { ChatDeps } from '../../bot/chat/door.ts';
import { openDesk } from '../../bot/desk/desk.ts';
import { type Deliverer, deliverer } from '../../bot/post/deliverer.ts';
import { prepareCounty } from '../../bot/practice/county.ts';
import { person } from '../../bot/practice/people.ts';
import { short } from '../../bot/practice/roster.ts';
import { makeSample, type Sample } from '../../bot/practice/sample/sample.ts';
import { type Driver, drive } from '../../bot/practice/workspace/driver.ts';
import { serveWorkspace } from '../../bot/practice/workspace/serve.ts';
import { slackConfigOf } from '../../bot/practice/workspace/slack-config.ts';
import { openWorkspace } from '../../bot/practice/workspace/workspace.ts';
import { serving } from '../../bot/serve/serving.ts';
import { tended } from '../../bot/serve/tend.ts';
import { type SlackDoor, slackDoor } from '../../bot/slack/app.ts';
import { checkBlocks } from '../../bot/slack/limits.ts';
import { botEvents, botScopes } from '../../bot/slack/manifest.ts';
import { linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { createApp } from '../../bot/web/app.ts';
import type { Task, TierQuota } from '../../core/plan/task.ts';
import { value } from '../desk.ts';
import { fixedChance } from '../scenario/county.ts';

export interface TownOptions {
  readonly jurisdiction: string;
  /** The civil minute at which the story begins. */
  readonly at: string;
  readonly subjects?: number;
  readonly tasks?: number;
  /** The county as it comes, changed by what the story needs. */
  readonly change?: (sample: Sample) => Sample;
  /** People beside the practice county's own: what others call them, who they are. */
  readonly more?: readonly (readonly [title: string, actor: Actor])[];
  /** Departments all of whose inspectors have an account. */
  readonly inspectorsOf?: readonly string[];
}

export interface Town extends Driver {
  readonly sample: Sample;
  readonly deps: ChatDeps;
  readonly door: SlackDoor;
  readonly outbox: Deliverer;
  /** Address of the desk's own pages. */
  readonly site: string;
  /** On to a civil minute of Beijing; what the time brings about is done and posted. */
  readonly at: (civil: string) => Promise<void>;
}

/**
 * A small county needs larger shares than a real one, or a task would reach nobody.
 * @param shares by place of the task in the sample's plan: class → basis points, null for a class that is left alone
 */
export function drawing(
  sample: Sample,
  shares: Readonly<Record<number, Readonly<Record<string, number | null>>>>,
): Sample {
  const tasks = sample.plan.tasks.map((task, i): Task => {
    const own = shares[i];
    if (own === undefined) return task;
    const tiers = Object.entries(own).map(
      ([label, bp]): TierQuota => ({
        label,
        share: bp === null ? { kind: 'spared' } : { kind: 'share', bp, bound: 'exactly', atLeast: 0 },
      }),
    );
    return { ...task, quota: { kind: 'tiers', tiers, denominator: 'frame' } };
  });
  return { ...sample, plan: { ...sample.plan, tasks } };
}

/** Enough of each class for every task, few enough for a test of seconds. */
const fewSubjects = 400;

export async function town(options: TownOptions): Promise<Town> {
  const { jurisdiction, at, subjects = fewSubjects, tasks, change = (sample) => sample } = options;
  const made = makeSample({
    seed: `群里的${jurisdiction}`,
    subjects,
    departments: 19,
    inspectors: 140,
    jurisdiction,
    ...(tasks === undefined ? {} : { tasks }),
  });
  const sample = change(made);
  let now = instant(at);
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-town-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const office = sample.departments.find(({ kind }) => kind === 'office')?.name ?? '';
  const database = `file:${join(folder, 'town.db')}`;
  const randomBytes = fixedChance(sample.seed);
  const desk = await openDesk({ database, office, now: () => now, practice: true, randomBytes });
  onTestFinished(() => desk.close());
  const workspace = await openWorkspace({
    now: () => now,
    check: checkBlocks,
    scopes: botScopes,
    events: botEvents,
    minuteMs: 5,
  });
  await prepareCounty(desk, workspace, sample, jurisdiction);
  for (const [title, actor] of [...(options.more ?? []), ...inspectorsOf(sample, options.inspectorsOf ?? [])]) {
    const user = `U0${actor.person.replace(/[^0-9A-Za-z]/g, '').toUpperCase()}`;
    if (workspace.ground.world.members.has(user)) continue;
    value(await enrol(desk, officer, actor));
    await workspace.addMember({ id: user, realName: actor.name, title });
    value(await linkForPerson(desk, officer, { platform: 'slack', user }, actor.person));
    const members = [user, workspace.app.botUser];
    await workspace.addChannel({ id: `D0${user}`, name: '', kind: 'im', members, bot: false });
  }

  const served = await serveWorkspace(workspace);
  onTestFinished(() => served.close());
  const pages = await listening();
  const deps: ChatDeps = { ...desk, site: pages.origin };
  const { app } = workspace;
  const door = slackDoor(deps, slackConfigOf(app, served.api));
  const outbox = deliverer(deps, door.messenger);
  pages.answer(serving(createApp(deps), door.hono).fetch);
  workspace.outgoing.connect(`${pages.origin}/slack/events`);
  const idle = async (): Promise<void> => {
    await door.idle();
    await outbox.deliverDue();
  };
  const driver = drive(workspace, { idle });
  await driver.settle();
  return {
    ...driver,
    ...{ sample, deps, door, outbox, site: pages.origin },
    at: async (civil) => {
      const to = instant(civil);
      if (to < now) throw new Error(`${civil} has gone by`);
      now = to;
      await tended(deps);
      await driver.settle();
    },
  };
}

const instant = (civil: string): string => new Date(`${civil}:00+08:00`).toISOString();
const officer = person('o1', '陈立文', 'lxb', ['office']);

const inspectorsOf = (sample: Sample, codes: readonly string[]): readonly (readonly [string, Actor])[] =>
  sample.inspectors
    .filter(({ department, left, certificate }) => codes.includes(department) && left === null && certificate !== null)
    .map(({ number, name, department }) => {
      const bureau = sample.departments.find(({ code }) => code === department)?.name ?? department;
      return [
        `${short(bureau)}执法人员`,
        person(`i-${number}`, name, department, ['inspector'], { inspector: number }),
      ];
    });

type Fetch = (request: Request) => Response | Promise<Response>;

/** A server of this machine, whose answers are given to it once its address is known. */
async function listening(): Promise<{ readonly origin: string; readonly answer: (fetch: Fetch) => void }> {
  let fetch: Fetch = () => new Response(null, { status: 503 });
  const server = serve({ fetch: (request: Request) => fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  );
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (given) => {
      fetch = given;
    },
  };
}
