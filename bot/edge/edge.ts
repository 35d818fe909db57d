/**
 * The edge: the same answers as a Worker over libSQL by HTTP. Migrations run in the deploy step, never per request. Everything is made
 * anew for each request but who the bot is, which does not change while a token holds.
 */
import { Hono } from 'hono';
import { policies } from '../../core/policy/index.ts';
import type { Means } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { openWeb } from '../../db/open-web.ts';
import { secretKey } from '../../db/secret.ts';
import type { ChatDeps } from '../chat/door.ts';
import { settleKind } from '../desk/database-kind.ts';
import { deliverer } from '../post/deliverer.ts';
import { type ExecutionContext, type Serving, serving } from '../serve/serving.ts';
import { tended } from '../serve/tend.ts';
import { slackDoor } from '../slack/app.ts';
import { type Identity, type Settings, type SlackConfig, type SlackSettings, settingsOf } from '../slack/config.ts';
import { identityOf } from '../slack/identity.ts';
import { calendarInForce } from '../verbs/registry/calendar-in-force.ts';
import { createApp } from '../web/app.ts';
import { type Counters, limitsAt, publicLimitsAt } from './counters.ts';
import { type KeptTexts, keepCheckpointIn, keptCheckpointsIn } from './kept-checkpoints.ts';
import { paneAtEdge, type StaticFiles } from './pane.ts';

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
  return {
    fetch: async (request, env, context) => {
      const open = await opened(means, env, context);
      return open === null ? notSet() : open.serving.fetch(request, env, context);
    },
    scheduled: async (_, env, context) => {
      const open = await opened(means, env, context);
      if (open === null) return;
      await tended(open.deps);
      await open.deliverDue();
    },
  };
}

interface Open {
  readonly deps: ChatDeps;
  readonly serving: Serving;
  readonly deliverDue: Chat['deliverDue'];
}

/** Null, and said in the log, where settings are wrong. */
async function opened(means: EdgeMeans, env: Env, context: ExecutionContext): Promise<Open | null> {
  const texts = Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const settings = settingsOf({ ...Object.fromEntries(texts), MINGCHOU_OFFICE_JS_DIR: officeFolderHere });
  if (!settings.ok) {
    for (const { zh, en } of settings.error) console.error(`${zh} ${en}`);
    return null;
  }
  const { database: url, databaseToken = '', slack, officeJs } = settings.value;
  const identity = slack === null ? null : await knownIdentity(slack);
  if (slack !== null && identity === null) return null;
  const db = openWeb({ url, authToken: databaseToken });
  const deps = await depsOf(means, db, env, settings.value);
  const chat = slack === null || identity === null ? noChat : chatOf(deps, { ...slack, identity, ...means }, context);
  const app = createApp({
    ...deps,
    assets: 'beside',
    pane: paneAtEdge(env.ASSETS, officeJs.kind),
    limits: limitsAt(env),
    publicLimits: publicLimitsAt(env),
  });
  return { deps, serving: serving(app, chat.hono), deliverDue: chat.deliverDue };
}

interface Chat {
  readonly hono: Hono;
  readonly deliverDue: () => Promise<unknown>;
}

/** An office without a chat: what would be posted waits, and is posted if one comes. */
const noChat: Chat = { hono: new Hono(), deliverDue: async () => {} };

function chatOf(deps: ChatDeps, config: SlackConfig, context: ExecutionContext): Chat {
  const door = slackDoor(deps, config, () => context.waitUntil(outbox.deliverDue()));
  const outbox = deliverer(deps, door.messenger);
  return { hono: door.hono, deliverDue: outbox.deliverDue };
}

async function depsOf(means: EdgeMeans, db: Db, env: Env, { office, site }: Settings): Promise<ChatDeps> {
  const { now, randomBytes, practice } = means;
  // Asked together, in one way there and back; of a database of another kind nothing more is wanted.
  const calendar = calendarInForce(db);
  calendar.catch(() => {});
  await settleKind(db, { now, randomBytes }, practice);
  return {
    now,
    randomBytes,
    db,
    office,
    site,
    policies,
    calendar: await calendar,
    sealKey: await secretKey(env.MINGCHOU_KEY),
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

const notSet = (): Response =>
  new Response('服务尚未配置好，详见日志。 Not configured yet; see the log.', {
    status: 503,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
