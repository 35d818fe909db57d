/**
 * 演练群: a stand-in for Slack that one can run anywhere. It holds a workspace's members, channels and posts, answers the Web API
 * (`api.ts`), and tells the bot by really signed requests what members do (`acts/`). The page and the tests' driver are two ways to
 * be a member.
 */
import { createHmac } from 'node:crypto';
import type { Db } from '../../../db/database.ts';
import { eventOfUser } from './events.ts';
import { type Faults, makeFaults } from './faults.ts';
import { makeForms } from './forms.ts';
import { type App, type Ground, makeTs } from './ground.ts';
import { type Ids, randomIds } from './ids.ts';
import type { BlockCheck } from './limits.ts';
import { makeOutgoing, type Outgoing } from './outgoing.ts';
import { makePace } from './pace.ts';
import { makeLine } from './socket.ts';
import { openStore } from './store.ts';
import { makeTickets } from './tickets.ts';
import type { Channel, Member } from './world.ts';

export interface WorkspaceOptions {
  /** Kept there across restarts; in memory only where there is none. */
  readonly db?: Db | null;
  /** The county's clock, which dates posts; real time unless told otherwise. */
  readonly now?: () => string;
  /** Slack's limits on blocks. */
  readonly check?: BlockCheck;
  /** Names of views and files: random, unless told otherwise. */
  readonly ids?: Ids;
  /** Signing secret and token are made from it: the same words, the same secrets, so that a restart needs no new ones. */
  readonly secret?: string;
  readonly scopes?: readonly string[];
  /** Events that the app is subscribed to, as its manifest names them; all of them unless told otherwise. */
  readonly events?: readonly string[];
  /** Whether posting is limited as Slack limits it. */
  readonly strictPace?: boolean;
  /** How long an answer is waited for: 3,000 ms. */
  readonly ackMs?: number;
  /** How long a minute between retries is: 60,000 ms. */
  readonly minuteMs?: number;
}

export const botScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'metadata.message:read',
  'reactions:write',
  'users:read',
] as const;

export interface Workspace {
  readonly ground: Ground;
  readonly app: App;
  readonly faults: Faults;
  readonly outgoing: Outgoing;
  /** Says where the workspace can be reached, once that is known. */
  readonly reachedAt: (origin: string) => void;
  readonly addMember: (member: NewMember) => Promise<Member>;
  readonly addChannel: (channel: NewChannel) => Promise<Channel>;
  readonly archive: (channel: string) => Promise<void>;
  /** Everybody's language, since on the page one person is everybody; the bot hears of it as of any change of an account. */
  readonly setLocale: (locale: 'zh-CN' | 'en-US') => Promise<void>;
  /** Takes somebody out of a channel. */
  readonly remove: (channel: string, user: string) => Promise<void>;
}

export interface NewMember {
  readonly id: string;
  /** As people read it: 县应急管理局联络员. */
  readonly realName: string;
  readonly title?: string;
  /** zh-CN unless told otherwise. */
  readonly locale?: string;
}

export interface NewChannel {
  readonly id: string;
  readonly name: string;
  readonly topic?: string;
  /** Private unless told otherwise. */
  readonly kind?: 'channel' | 'group' | 'im';
  readonly members: readonly string[];
  /** Whether the bot is in it from the start: yes, unless told otherwise. */
  readonly bot?: boolean;
}

export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const { db = null, now, check = () => [], secret = 'practice', strictPace = false } = options;
  const real = () => Date.now();
  const county = now === undefined ? real : () => Date.parse(now());
  const store = await openStore(db);
  const app: App = {
    team: 'T0PRACTICE',
    teamDomain: 'practice',
    app: 'A0MINGCHOU',
    botUser: 'U0MINGCHOU',
    bot: 'B0MINGCHOU',
    botName: '明抽',
    token: `xoxb-practice-${made(secret, 'token')}`,
    appToken: `xapp-practice-${made(secret, 'app')}`,
    signingSecret: made(secret, 'signing'),
    verificationToken: 'practice',
    scopes: options.scopes ?? botScopes,
    events: options.events ?? null,
  };
  const { ackMs, minuteMs } = options;
  const outgoing = makeOutgoing({
    signingSecret: app.signingSecret,
    real,
    ...(ackMs === undefined ? {} : { ackMs }),
    ...(minuteMs === undefined ? {} : { minuteMs }),
  });
  let origin = 'http://127.0.0.1';
  const ground: Ground = {
    app,
    store,
    world: store.world,
    tickets: makeTickets(real),
    forms: makeForms(),
    faults: makeFaults(),
    pace: makePace(strictPace),
    ids: options.ids ?? randomIds,
    outgoing,
    line: makeLine(app.app, () => origin),
    check,
    real,
    county,
    ts: makeTs(county, store.world),
    origin: () => origin,
    uploads: new Map(),
    scheduled: new Map(),
  };

  async function addMember({ id, realName, title = '', locale = 'zh-CN' }: NewMember): Promise<Member> {
    const standing = store.world.members.get(id);
    if (standing !== undefined) return standing;
    const member: Member = { id, name: id.toLowerCase(), realName, title, locale, bot: false };
    await store.append({ kind: 'member', member });
    return member;
  }

  async function addChannel({
    id,
    name,
    topic = '',
    kind = 'group',
    members,
    bot = true,
  }: NewChannel): Promise<Channel> {
    const standing = store.world.channels.get(id);
    if (standing !== undefined) return standing;
    const all = bot ? [...members, app.botUser] : members;
    const channel: Channel = { id, name, kind, topic, members: all, archived: false };
    await store.append({ kind: 'channel', channel });
    return channel;
  }

  async function change(id: string, next: (channel: Channel) => Channel): Promise<void> {
    const channel = store.world.channels.get(id);
    if (channel !== undefined) await store.append({ kind: 'channel', channel: next(channel) });
  }

  if (!store.world.members.has(app.botUser)) {
    const member: Member = {
      id: app.botUser,
      name: 'mingchou',
      realName: app.botName,
      title: '',
      locale: 'zh-CN',
      bot: true,
    };
    await store.append({ kind: 'member', member });
  }
  return {
    ground,
    app,
    faults: ground.faults,
    outgoing,
    reachedAt: (where) => {
      origin = where;
    },
    addMember,
    addChannel,
    archive: (id) => change(id, (channel) => ({ ...channel, archived: true })),
    setLocale: async (locale) => {
      const changed = [...store.world.members.values()].filter((each) => !each.bot && each.locale !== locale);
      await store.append(...changed.map((each) => ({ kind: 'member', member: { ...each, locale } }) as const));
      for (const { id } of changed) eventOfUser(ground, id);
    },
    remove: (id, user) =>
      change(id, (channel) => ({ ...channel, members: channel.members.filter((each) => each !== user) })),
  };
}

const made = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('hex').slice(0, 32);
