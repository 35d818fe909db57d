/**
 * The edge: the same answers as a Worker over libSQL by HTTP. Migrations run in the deploy step, never per request. Everything is made
 * anew for each request but who the bot is, which does not change while a token holds.
 */
import { Hono } from 'hono';
import { policies } from '../../core/policy/index.ts';
import type { Words } from '../../core/words.ts';
import type { Means } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { mustBeOfThisVersion } from '../../db/migrate.ts';
import { type Moved, movedFrom } from '../../db/moved.ts';
import { openWeb } from '../../db/open-web.ts';
import { secretKey } from '../../db/secret.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import type { ChatDeps } from '../chat/door.ts';
import { settleKind } from '../desk/database-kind.ts';
import { deliverer } from '../post/deliverer.ts';
import { sayClosed } from '../say/move.ts';
import { type ExecutionContext, serving } from '../serve/serving.ts';
import { tended } from '../serve/tend.ts';
import { slackDoor } from '../slack/app.ts';
import { type Identity, type Settings, type SlackConfig, type SlackSettings, settingsOf } from '../slack/config.ts';
import { identityOf } from '../slack/identity.ts';
import { within } from '../slack/patience.ts';
import { openingMs, whileUnopened } from '../slack/unopened.ts';
import { calendarInForce } from '../verbs/registry/calendar-in-force.ts';
import { createApp } from '../web/app.ts';
import { askAhead } from './asked-ahead.ts';
import { type Counters, limitsAt, publicLimitsAt } from './counters.ts';
import { type KeptTexts, keepCheckpointIn, keptCheckpointsIn } from './kept-checkpoints.ts';
import { paneAtEdge, type StaticFiles } from './pane.ts';
import { away, notSet, unopened } from './unopened.ts';

/** The settings of `slack/config.ts` as variables and secrets, and: */
export interface Env extends Readonly<Record<string, unknown>>, Counters {
  /** 64 hexadecimal digits, as a secret: there is no file to keep the key in. */
  readonly MINGCHOU_KEY: string;
  readonly CHECKPOINTS: KeptTexts;
  /** What `npm run build` wrote. */
  readonly ASSETS: StaticFiles;
}

/** What differs between an office's Worker and one of a rehearsal: time, chance, and what kind of database it may touch. */
export interface EdgeMeans extends Means {
  /** Real time in ms, by which Slack's stamps are judged. */
  readonly realNow: () => number;
  /** Least distance of two posts in one channel. */
  readonly spacingMs: number;
  /** A database of invented data, and no other. */
  readonly practice: boolean;
}

export interface Edge {
  fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response>;
  /** Each minute, by the cron trigger. */
  scheduled(event: unknown, env: Env, context: ExecutionContext): Promise<void>;
}

export function edge(means: EdgeMeans): Edge {
  const version = versionHeld(means.realNow);
  return {
    fetch: async (request, env, context) => {
      const isOfChat = new URL(request.url).pathname.startsWith('/slack/');
      try {
        const opening = opened(means, env, version);
        const open = await (isOfChat ? inTime(opening) : opening);
        if (open === null) return away(request, notSet);
        const chat = isOfChat ? await chatIn(open, means, env, context) : noChat;
        return await serving(open.app, chat.hono).fetch(request, env, context);
      } catch (thrown) {
        const words = unopened(thrown, /^(GET|HEAD)$/.test(request.method) ? 'read' : 'nothing');
        const chat = isOfChat ? chatUnopened(means, env, words) : null;
        return chat === null ? away(request, words) : serving(new Hono(), chat).fetch(request, env, context);
      }
    },
    scheduled: async (_, env, context) => {
      try {
        const open = await opened(means, env, version);
        if (open === null || open.moved !== null) return;
        await tended(open.deps);
        await (await open.chat(context)).deliverDue();
      } catch (thrown) {
        unopened(thrown);
      }
    },
  };
}

interface Open {
  readonly deps: ChatDeps;
  /** Where the office has gone; the minute has nothing to do then. */
  readonly moved: Moved | null;
  readonly app: ReturnType<typeof createApp>;
  /** Asks Slack who the bot is where that is not known yet: pages and the minute's own work do not wait for it. */
  readonly chat: (context: ExecutionContext) => Promise<Chat>;
}

function settingsIn(env: Env): ReturnType<typeof settingsOf> {
  const texts = Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return settingsOf({ ...Object.fromEntries(texts), MINGCHOU_OFFICE_JS_DIR: officeFolderHere });
}

/** Slack does not wait for a database that does not answer. */
async function inTime<T>(opening: Promise<T>): Promise<T> {
  const waited = await within(opening, openingMs);
  if (waited.done) return waited.value;
  opening.catch(() => {});
  throw new DatabaseTrouble('TIMEOUT', `not opened in ${openingMs} ms`, null, 'nothing');
}

/** Null where there is no chat. */
function chatUnopened({ realNow }: EdgeMeans, env: Env, words: Words): Hono | null {
  const settings = settingsIn(env);
  const slack = settings.ok ? settings.value.slack : null;
  return slack === null ? null : whileUnopened({ ...slack, realNow }, words);
}

/** Null, and said in the log, where settings are wrong. */
async function opened(means: EdgeMeans, env: Env, version: VersionHeld): Promise<Open | null> {
  const settings = settingsIn(env);
  if (!settings.ok) {
    for (const { zh, en } of settings.error) console.error(`${zh} ${en}`);
    return null;
  }
  const { database: url, databaseToken = '', slack, officeJs } = settings.value;
  const db = openWeb({ url, authToken: databaseToken });
  const deps = await depsOf(means, db, env, settings.value, version);
  const app = createApp({
    ...deps,
    assets: 'beside',
    pane: paneAtEdge(env.ASSETS, officeJs.kind),
    limits: limitsAt(env),
    publicLimits: publicLimitsAt(env),
  });
  const chat: Open['chat'] = async (context) => {
    if (slack === null) return noChat;
    const identity = await knownIdentity(slack);
    return identity === null ? unknownChat : chatOf(deps, { ...slack, identity, ...means }, context);
  };
  return { deps, app, chat, moved: await movedFrom(db) };
}

/** What is read in the chat of an office that moved away would be out of date as well. */
async function chatIn(open: Open, means: EdgeMeans, env: Env, context: ExecutionContext): Promise<Pick<Chat, 'hono'>> {
  if (open.moved === null) return open.chat(context);
  const hono = chatUnopened(means, env, sayClosed(open.moved));
  return hono === null ? noChat : { hono };
}

type VersionHeld = (db: Db) => Promise<void>;

/** How long a database is taken to be of the version that it was: until then a deployment, which migrates first, has replaced this program. */
const versionHeldMs = 10 * 60_000;

/** One database an isolate: asked at its first request and now and then, not each time. */
function versionHeld(realNow: () => number): VersionHeld {
  let until = Number.NEGATIVE_INFINITY;
  return async (db) => {
    const now = realNow();
    if (now < until) return;
    await mustBeOfThisVersion(db);
    until = now + versionHeldMs;
  };
}

interface Chat {
  readonly hono: Hono;
  readonly deliverDue: () => Promise<unknown>;
}

/** An office without a chat: what would be posted waits, and is posted if one comes. */
const noChat: Chat = { hono: new Hono(), deliverDue: async () => {} };

/** Slack does not say who the bot is: what it sends is not taken, so that it sends it again. */
const unknownChat: Chat = { hono: new Hono().all('*', (c) => c.body(null, 503)), deliverDue: async () => {} };

function chatOf(deps: ChatDeps, config: SlackConfig, context: ExecutionContext): Chat {
  const door = slackDoor(deps, config, () => context.waitUntil(outbox.deliverDue()));
  const outbox = deliverer(deps, door.messenger);
  return { hono: door.hono, deliverDue: outbox.deliverDue };
}

async function depsOf(
  means: EdgeMeans,
  db: Db,
  env: Env,
  { office, site }: Settings,
  version: VersionHeld,
): Promise<ChatDeps> {
  const { now, randomBytes, practice } = means;
  // Asked together, in one way there and back; of a database of another kind nothing more is wanted.
  const calendar = calendarInForce(db);
  calendar.catch(() => {});
  askAhead(db, now());
  const ofThisVersion = version(db);
  ofThisVersion.catch(() => {});
  await settleKind(db, { now, randomBytes }, practice);
  await ofThisVersion;
  const sealKey = await secretKey(env.MINGCHOU_KEY);
  return {
    now,
    randomBytes,
    db,
    office,
    site,
    policies,
    calendar: await calendar,
    sealKey: async () => sealKey,
    postedOutside: () => keptCheckpointsIn(env.CHECKPOINTS),
    keepOutside: (checkpoint) => keepCheckpointIn(env.CHECKPOINTS, checkpoint),
  };
}

/** Where a copy of Office.js is at the edge: among the static files, put there by the build. */
const officeFolderHere = '/addin/office/';

/** By token: one isolate serves one installation, and a new token may be another bot's. */
const identities = new Map<string, Identity>();

async function knownIdentity(slack: SlackSettings): Promise<Identity | null> {
  const known = identities.get(slack.botToken);
  if (known !== undefined) return known;
  const found = await identityOf(slack);
  if (!found.ok) {
    console.error(`slack ${found.error.code}`);
    return null;
  }
  identities.set(slack.botToken, found.value);
  return found.value;
}
