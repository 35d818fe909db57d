/** What every listener of the Slack door works with, and how it learns who asks. */
import type { WebClient } from '@slack/web-api';
import { placeOf } from '../../db/chat.ts';
import type { Asked, ChatDeps, Knock } from '../chat/door.ts';
import type { Place } from '../message/messenger.ts';
import { actorOfChat } from '../verbs/chat/who.ts';
import { type Watched, watched } from '../watched.ts';
import type { SlackConfig } from './config.ts';
import { fileById } from './file.ts';
import type { LangOf } from './reader.ts';

export const platform = 'slack';

export interface Door {
  readonly deps: ChatDeps;
  readonly config: SlackConfig;
  readonly client: WebClient;
  readonly langOf: LangOf;
  /** Asks anew in which language the user reads. */
  readonly forgetLang: (user: string) => void;
  /** Users whose Home tab was opened since the start, and the digest of what it shows. */
  readonly homes: Map<string, string>;
}

/** One act, and what it has left in the ledger so far. */
export interface WatchedKnock extends Knock, Pick<Watched<ChatDeps>, 'leftBy'> {}

/** @param act names the act for ever, the same in every delivery of it */
export async function knockOf(door: Door, user: string, act: string): Promise<WatchedKnock> {
  const { deps, leftBy } = watched(door.deps);
  return {
    ...{ deps, leftBy },
    user: { platform, user },
    key: `${platform}:${act}`,
    lang: await door.langOf(user),
    fileOf: (reference) => fileById(door, reference),
  };
}

/** Null where the account is linked to nobody on the roll. */
export async function askedOf(knock: Knock, channel: string): Promise<Asked | null> {
  const [actor, named] = await Promise.all([actorOfChat(knock.deps, knock.user), placeIn(knock.deps, channel)]);
  if (actor === null) return null;
  const place = isPrivate(channel) ? (`person:${actor.person}` as const) : named;
  return { ...knock, actor, place, channel: isPrivate(channel) ? '' : channel };
}

async function placeIn({ db }: ChatDeps, channel: string): Promise<Place | null> {
  if (channel === '' || isPrivate(channel)) return null;
  // Only places are ever named there (`verbs/chat/name-channel.ts`).
  return (await placeOf(db, platform, channel)) as Place | null;
}

/** A conversation with the bot alone. */
const isPrivate = (channel: string): boolean => channel.startsWith('D');
