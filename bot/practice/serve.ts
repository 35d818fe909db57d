/**
 * 演练群, running: the invented county's desk, the workspace with its page, and the same Slack door that an office runs, which gets the
 * same signed requests over HTTP. The desk's own pages (draws, lists, a witness's page) have a port of their own beside it, and so has the window of
 * cells in which workbooks are filled.
 */

import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import type { Words } from '../../core/words.ts';
import { entryAt, readHead } from '../../db/ledger.ts';
import type { ChatDeps } from '../chat/door.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import { type Deliverer, deliverer } from '../post/deliverer.ts';
import { serving } from '../serve/serving.ts';
import { tended } from '../serve/tend.ts';
import { type SlackDoor, slackDoor } from '../slack/app.ts';
import { checkBlocks } from '../slack/limits.ts';
import { botEvents, botScopes } from '../slack/manifest.ts';
import { minuteOf } from '../today.ts';
import { createApp } from '../web/app.ts';
import { bundled } from '../web/bundle.ts';
import { bundledPane } from '../web/pane/bundle.ts';
import { type PaneServing, whenAsked } from '../web/pane/serve.ts';
import { type PracticeClock, practiceClock } from './clock.ts';
import { pageCommands } from './commands.ts';
import { prepareCounty } from './county.ts';
import { noting } from './looked.ts';
import { makeSample, type Sample } from './sample/sample.ts';
import { practiceSpreadsheet, type Spreadsheet } from './spreadsheet.ts';
import { tellsTour } from './tour/told.ts';
import { practiceTour } from './tour/tour.ts';
import { watchLedger } from './watch.ts';
import { bundlePage } from './workspace/bundle.ts';
import { page } from './workspace/page.ts';
import { serveWorkspace } from './workspace/serve.ts';
import { slackConfigOf } from './workspace/slack-config.ts';
import { openWorkspace, type Workspace } from './workspace/workspace.ts';

export interface PracticeOptions {
  /** `file:out/practice.db`. */
  readonly database: string;
  /** First port to try for the page; 0 for any. */
  readonly port: number;
  /** Subjects of the sample: 5,000. */
  readonly subjects?: number;
  /** Called with what is being done, for the one who waits. */
  readonly progress?: (what: 'county' | 'page') => void;
}

export interface Practice {
  /** Address of the page. */
  readonly origin: string;
  /** Address of the desk's own pages. */
  readonly site: string;
  /** Why there is no spreadsheet window here; null where there is. */
  readonly withoutSpreadsheet: Words | null;
  readonly workspace: Workspace;
  readonly deps: ChatDeps;
  readonly door: SlackDoor;
  readonly outbox: Deliverer;
  readonly clock: PracticeClock;
  readonly sample: Sample;
  /** When the bot has nothing to do any more. */
  readonly idle: () => Promise<void>;
  /** After the clock was moved: what the time brings about is done. */
  readonly moved: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The first working day on which the sample's policy is in force. */
const begin = '2025-06-23T09:00';
const policy = 'sanming-2025';
const deliverEveryMs = 500;
const tendEveryMs = 20_000;
const portsTried = 20;

/** @throws WrongKindOfDatabase where the database is an office's own */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  const { database, port, subjects = 5000, progress = () => {} } = options;
  const sample = makeSample({ seed: '明抽演练', subjects, jurisdiction: policy });
  const clock = practiceClock(begin);
  const office = sample.departments.find(({ kind }) => kind === 'office')?.name ?? '联席会议办公室';
  const desk = await openDesk({ database, office, now: clock.now, practice: true });
  const workspace = await openWorkspace({
    db: desk.db,
    now: clock.now,
    check: checkBlocks,
    scopes: botScopes,
    events: botEvents,
    secret: randomBytes(16).toString('hex'),
  });
  await goOn(desk, workspace, clock);
  progress('county');
  await prepareCounty(desk, workspace, sample, policy);

  progress('page');
  // The same port after a restart: posts hold links there.
  const pages = await firstFree(port === 0 ? 0 : port + 1, listenAt);
  const deps: ChatDeps = { ...desk, site: pages.origin };
  let idle = async (): Promise<void> => {};
  const moved = async (): Promise<void> => {
    await tended(deps);
    await idle();
  };
  const tour = practiceTour({ deps, workspace, clock, sample, idle: () => idle(), moved });
  const time = { clock, calendar: desk.calendar, moved };
  const addresses = { window: `${pages.origin}/excel/?tour=1`, files: `${pages.origin}/addin/` };
  const own = page({
    workspace,
    bundle: await bundlePage(),
    commands: pageCommands,
    time,
    tour,
    spreadsheet: addresses,
  });
  const served = await firstFree(port, (free) => serveWorkspace(workspace, free, own));

  const { app } = workspace;
  const door = slackDoor(deps, slackConfigOf(app, served.api), () => outbox.kick());
  const outbox = deliverer(deps, door.messenger);
  const spreadsheet = await practiceSpreadsheet();
  const pane = practicePane(spreadsheet);
  const desks = serving(createApp({ ...deps, assets: await bundled(), pane }), door.hono);
  const tells = tellsTour(tour, (member) => workspace.ground.world.members.get(member)?.title ?? '');
  const desksPages = noting(workspace.ground.store, clock.now, desks.fetch);
  pages.answer((request, env) => tells(request) ?? spreadsheet.answer(request) ?? desksPages(request, env));
  workspace.outgoing.connect(`${pages.origin}/slack/events`);
  idle = async () => {
    await door.idle();
    await outbox.deliverDue();
  };
  const said = (thrown: unknown) => console.error(`tend ${thrown instanceof Error ? thrown.name : typeof thrown}`);
  const timers = [
    setInterval(outbox.kick, deliverEveryMs),
    setInterval(() => tended(deps).then(outbox.kick, said), tendEveryMs),
  ];
  const stopWatching = watchLedger(desk.db, workspace.ground.store.touch);
  await moved();

  return {
    origin: served.origin,
    site: pages.origin,
    withoutSpreadsheet: spreadsheet.missing,
    workspace,
    deps,
    door,
    outbox,
    clock,
    sample,
    idle: () => idle(),
    moved,
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      stopWatching();
      await served.close();
      await pages.close();
      await door.idle();
      await outbox.deliverDue().catch(() => {});
      desk.close();
    },
  };
}

/** The window of cells shows the pane in a frame. */
const practicePane = ({ office }: Spreadsheet): PaneServing => ({
  bundle: whenAsked(bundledPane),
  office,
  shownBy: ['http://127.0.0.1:*', 'http://localhost:*'],
});

/** The county's clock goes on where it stood when the workspace was closed. */
async function goOn({ db }: Desk, { ground }: Workspace, clock: PracticeClock): Promise<void> {
  const last = await entryAt(db, (await readHead(db)).seq);
  const posts = [...ground.world.posts.values()].flatMap((all) => all.map(({ ts }) => Number(ts) * 1000));
  const latest = Math.max(Date.parse(last?.row.at ?? clock.now()), ...posts);
  clock.moveTo(minuteOf(new Date(latest + 60_000).toISOString()));
}

interface Listening {
  readonly origin: string;
  readonly answer: (fetch: Fetch) => void;
  readonly close: () => Promise<void>;
}
type Fetch = (request: Request, env?: object) => Response | Promise<Response>;

/** A server of this machine only, whose answers are given to it once its address is known. */
async function listenAt(port: number): Promise<Listening> {
  let fetch: Fetch = () => new Response(null, { status: 503 });
  const server = listen({ fetch: (request: Request, env: object) => fetch(request, env), hostname: '127.0.0.1', port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (given) => {
      fetch = given;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** The first port from this one on that nobody else has. */
async function firstFree<T>(port: number, open: (port: number) => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await open(port === 0 ? 0 : port + tried);
    } catch (thrown) {
      const taken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
      if (!taken || tried === portsTried) throw thrown;
    }
  }
}
