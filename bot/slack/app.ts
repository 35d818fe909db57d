/**
 * The Slack door: what comes in from Slack, as a hono app, and the messenger that goes out. One Bolt App is made for each request
 * (0.12 ms, measured): on the edge one that outlives its request stops the next one's calls dead after a 429, and one way is enough.
 */
import { App, type Receiver } from '@slack/bolt';
import type { Hono } from 'hono';
import { isDelivered, markDelivered } from '../../db/posts.ts';
import type { ChatDeps } from '../chat/door.ts';
import type { Messenger } from '../message/messenger.ts';
import { clientOf, clientOptions, quiet } from './client.ts';
import type { SlackConfig } from './config.ts';
import type { Door } from './door.ts';
import { type Intake, intakeOf } from './intake.ts';
import { register } from './listen/register.ts';
import { slackMessenger } from './messenger.ts';
import { readers } from './reader.ts';
import { receiving } from './receiver.ts';
import { Told, troubled } from './trouble.ts';

export interface SlackDoor {
  /** To be mounted at `/slack`: Slack posts everything to `/slack/events`. */
  readonly hono: Hono;
  readonly messenger: Messenger;
  /** For another way in: Socket Mode. */
  readonly take: Intake['take'];
  /** Resolves when what was taken in has been worked on. */
  readonly idle: () => Promise<void>;
}

/** @param ended called whenever a piece of work has ended: there may be something to deliver */
export function slackDoor(deps: ChatDeps, config: SlackConfig, ended: () => void = () => {}): SlackDoor {
  const client = clientOf(config);
  const { langOf, forget } = readers(client, config.lang, config.realNow);
  const door: Door = { deps, config, client, langOf, forgetLang: forget, homes: new Map() };
  const realTime = () => new Date(config.realNow()).toISOString();
  const { take, idle } = intakeOf({
    team: config.identity.team,
    process: (event) => appOf(door).processEvent(event),
    isDone: (key) => isDelivered(deps.db, key),
    markDone: (key) => markDelivered(deps.db, key, realTime()),
    ended,
  });
  const hono = receiving({ signingSecret: config.signingSecret, realNow: config.realNow, take });
  return { hono, take, idle, messenger: slackMessenger(door) };
}

function appOf(door: Door): App {
  const { team, botId, botUser } = door.config.identity;
  const app = new App({
    receiver: noReceiver,
    logger: quiet,
    convoStore: false,
    // Our own posts are passed over where they are heard; Bolt's check throws on shapes that it does not know.
    ignoreSelf: false,
    // Never a token alone: Bolt would ask Slack who it is before every event.
    authorize: async () => ({ botToken: door.config.botToken, botId, botUserId: botUser, teamId: team }),
    clientOptions: clientOptions(door.config),
  });
  // What a listener could not do rejects, so that the receiver does not take it for done.
  app.error(async (error) => {
    const cause = error.original ?? error;
    if (!(cause instanceof Told)) troubled(cause, 'request', true, 'read');
    throw error;
  });
  register(app, door);
  return app;
}

/** Requests reach the App through `processEvent`; Bolt wants to be given something all the same. */
const noReceiver: Receiver = {
  init: () => {},
  start: async () => {},
  stop: async () => {},
};
