/**
 * The county of a year: the workspace with its people, and the office's product as it always runs, reached by signed requests over HTTP.
 * The clock stands still between acts.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkBlocks } from '../../slack/limits.ts';
import { botEvents, botScopes } from '../../slack/manifest.ts';
import { minuteOf } from '../../today.ts';
import { steppedClock } from '../clock.ts';
import { inProcess } from '../installation/in-process.ts';
import type { Install } from '../installation/installation.ts';
import { chance } from '../sample/chance.ts';
import { makeSample } from '../sample/sample.ts';
import { drive } from '../workspace/driver.ts';
import { seededIds } from '../workspace/ids.ts';
import { serveWorkspace } from '../workspace/serve.ts';
import { openWorkspace } from '../workspace/workspace.ts';
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

/**
 * @param out folder of everything that comes out; what was there of the same year goes
 * @param install how the product is run: in this process unless told otherwise
 */
export async function openYear(
  script: YearScript,
  out: string,
  watched: (line: string) => void,
  install: Install = inProcess,
): Promise<OpenYear> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const seed = `一年/${script.id}`;
  const made = makeSample({ ...script.sample, seed, jurisdiction: script.id });
  const sample = script.change?.(made) ?? made;
  const clock = steppedClock(script.begins);
  const workspace = await openWorkspace({
    now: clock.now,
    check: checkBlocks,
    scopes: botScopes,
    events: botEvents,
    minuteMs: 5,
    ids: seededIds(seed),
  });
  const served = await serveWorkspace(workspace);
  const office = sample.departments.find(({ kind }) => kind === 'office')?.name ?? '联席会议办公室';
  const product = await install({ seed, office, out, now: clock.now, workspace, api: served.api });
  const { site, head } = product;
  workspace.outgoing.connect(`${site}/slack/events`);
  const driver = drive(workspace, {
    idle: async () => {
      await product.idle();
      // What commands and pages left to be delivered waits for the minute, as it does for people.
      if (!(await product.waits())) return;
      await product.minute();
      await product.idle();
    },
  });
  const told = commentary(join(out, '经过.txt'), watched);
  const now = () => minuteOf(clock.now());
  const pass = async (civil: string): Promise<void> => {
    clock.moveTo(civil);
    await product.minute();
    await driver.settle();
  };
  const dice = chance(seed, 'dice');

  const year: OpenYear = {
    ...{ sample, driver, site, out, now },
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
      const printed = await product.mingchou(['--as', as, '--practice', ...args]);
      await driver.settle();
      return printed;
    },
    below: dice.below,
    kept: new Map(),
    head,
    close: async () => {
      await served.close();
      await product.close();
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
