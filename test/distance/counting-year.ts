/** A year's product as at the edge, in this process: each request, and each minute, with a database client of its own that counts. */

import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { settleKind } from '../../bot/desk/database-kind.ts';
import { openDesk } from '../../bot/desk/desk.ts';
import { askAhead } from '../../bot/edge/asked-ahead.ts';
import { deliverer } from '../../bot/post/deliverer.ts';
import { chanceAt, type Where } from '../../bot/practice/installation/chance-at.ts';
import { commanded } from '../../bot/practice/installation/command-line.ts';
import { databaseFile, type Install } from '../../bot/practice/installation/installation.ts';
import { slackConfigOf } from '../../bot/practice/workspace/slack-config.ts';
import { serving } from '../../bot/serve/serving.ts';
import { tended } from '../../bot/serve/tend.ts';
import { slackDoor } from '../../bot/slack/app.ts';
import { calendarInForce } from '../../bot/verbs/registry/calendar-in-force.ts';
import { createApp } from '../../bot/web/app.ts';
import { database } from '../../db/database.ts';
import { remembering } from '../../db/remembered.ts';
import { together } from '../../db/together.ts';
import { counted, type Tally, tally } from './counted.ts';

export interface CountedAct {
  /** What came in: `command /draw 抽取`, `GET /plans`, `minute`. */
  readonly what: string;
  /** Until it was answered. */
  readonly answered: Pick<Tally, 'requests' | 'statements' | 'rounds'>;
  /** Until what was asked for was done and shown; deliveries to others follow. */
  readonly done: Pick<Tally, 'requests' | 'statements' | 'rounds'>;
  /** With everything that went on afterwards. */
  readonly all: Tally;
}

interface Keep {
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** Called when what a chat asked for has been done. */
  readonly workEnded: () => void;
}

const soFar = ({ requests, statements, rounds }: Tally): CountedAct['done'] => ({ requests, statements, rounds });

/** @param plain without reading together and remembering, as it was before */
export function countingYear(told: (act: CountedAct) => void, plain = false): Install {
  return async ({ seed, office, out, now, workspace: { app }, api }) => {
    const file = join(out, databaseFile);
    const bytes = (where: Where) => {
      const at = chanceAt(seed, where);
      return (count: number) => at(now(), count);
    };
    const randomBytes = bytes('server');
    const desk = await openDesk({
      ...{ database: `file:${file}`, office, now, practice: true, randomBytes: bytes('command-line') },
    });
    const db = counted(file);
    const working = new Set<Promise<unknown>>();
    const outlive = (work: Promise<unknown>): void => {
      const kept = work.catch(() => {}).finally(() => working.delete(kept));
      working.add(kept);
    };
    let site = '';

    // As `edge/edge.ts` does for each request.
    async function opened({ waitUntil, workEnded }: Keep) {
      const seen = plain ? { client: db.client, forget: () => {} } : remembering(together(db.client));
      const own = database(seen.client, seen.forget);
      const calendar = calendarInForce(own);
      if (!plain) askAhead(own, now());
      await settleKind(own, { now, randomBytes }, true);
      const deps = { ...desk, db: own, calendar: await calendar, randomBytes, site };
      const config = slackConfigOf(app, api);
      const door = slackDoor(deps, config, () => {
        workEnded();
        waitUntil(outbox.deliverDue());
      });
      const outbox = deliverer(deps, door.messenger);
      return { deps, outbox, serving: serving(createApp(deps), door.hono) };
    }

    async function counting<T>(what: string, work: (keep: Keep) => Promise<T>): Promise<T> {
      const all = tally();
      const after: Promise<unknown>[] = [];
      let ended: CountedAct['done'] | null = null;
      const done = await db.during(all, () =>
        work({
          waitUntil: (each) => void after.push(each.catch(() => {})),
          workEnded: () => {
            ended ??= soFar(all);
          },
        }),
      );
      const answered = soFar(all);
      outlive(
        (async () => {
          for (let each = after.shift(); each !== undefined; each = after.shift()) await each;
          told({ what, answered, done: ended ?? answered, all });
        })(),
      );
      return done;
    }

    const server = listen({
      hostname: '127.0.0.1',
      port: 0,
      fetch: async (request: Request) => {
        const what = await named(request.clone());
        return counting(what, async (keep) => {
          const { serving } = await opened(keep);
          const { waitUntil } = keep;
          return serving.fetch(request, {}, { waitUntil, passThroughOnException: () => {}, props: null });
        });
      },
    });
    await new Promise<void>((resolve) => server.once('listening', resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const idle = async (): Promise<void> => {
      while (working.size > 0) await Promise.all(working);
    };
    return {
      site,
      ...commanded(desk),
      idle,
      minute: () =>
        counting('minute', async (keep) => {
          const { deps, outbox } = await opened(keep);
          await tended(deps);
          await outbox.deliverDue();
        }),
      close: async () => {
        await idle();
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
        desk.close();
      },
    };
  };
}

/** What a request asks for, by the names that the chat's table and the pages have. */
async function named(request: Request): Promise<string> {
  const { pathname } = new URL(request.url);
  if (pathname !== '/slack/events') return `${request.method} ${pathname}`;
  const body = await request.text();
  if (body.startsWith('{')) {
    const { event } = JSON.parse(body);
    return `event ${event?.type ?? '?'}`;
  }
  const fields = new URLSearchParams(body);
  const payload = fields.get('payload');
  if (payload === null) return `command ${fields.get('command')} ${(fields.get('text') ?? '').split(' ')[0]}`;
  const said = JSON.parse(payload);
  return said.type === 'block_actions'
    ? `button ${String(said.actions?.[0]?.action_id).split(':')[0]}`
    : `form ${String(said.view?.callback_id).split(':')[0]}`;
}
