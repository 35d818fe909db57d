/** The desk's server in the process of whoever acts: a database file, and the same app that Node serves. */

import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { openDesk } from '../../desk/desk.ts';
import { deliverer } from '../../post/deliverer.ts';
import { serving } from '../../serve/serving.ts';
import { tended } from '../../serve/tend.ts';
import { slackDoor } from '../../slack/app.ts';
import { createApp } from '../../web/app.ts';
import { bundled } from '../../web/bundle.ts';
import { slackConfigOf } from '../workspace/slack-config.ts';
import { chanceAt, type Where } from './chance-at.ts';
import { commanded } from './command-line.ts';
import { databaseFile, type Install } from './installation.ts';

export const inProcess: Install = async ({ seed, office, out, now, workspace: { app }, api }) => {
  const bytes = (where: Where) => {
    const at = chanceAt(seed, where);
    return (count: number) => at(now(), count);
  };
  const desk = await openDesk({
    database: `file:${join(out, databaseFile)}`,
    office,
    now,
    practice: true,
    randomBytes: bytes('command-line'),
  });
  const pages = await listening();
  const deps = { ...desk, randomBytes: bytes('server'), site: pages.origin };
  const underWay = new Set<Promise<unknown>>();
  // As the server does: whatever ends may have left something to deliver.
  const deliver = (): void => {
    const work = outbox.deliverDue().finally(() => underWay.delete(work));
    underWay.add(work);
  };
  const config = slackConfigOf(app, api);
  const door = slackDoor(deps, config, deliver);
  const outbox = deliverer(deps, door.messenger);
  pages.answer(serving(createApp({ ...deps, assets: await bundled() }), door.hono).fetch);
  const idle = async (): Promise<void> => {
    do {
      await door.idle();
      await Promise.all(underWay);
    } while (underWay.size > 0);
  };
  return {
    site: pages.origin,
    ...commanded(desk),
    idle,
    minute: async () => {
      await tended(deps);
      await outbox.deliverDue();
    },
    close: async () => {
      await pages.close();
      await idle();
      desk.close();
    },
  };
};

type Fetch = (request: Request) => Response | Promise<Response>;

/** A server of this machine, whose answers are given to it once its address is known. */
export async function listening() {
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
