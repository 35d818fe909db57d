/** What every method and every act stands on: the world, what is handed out for a while, and the way to the bot. */
import type { Faults } from './faults.ts';
import type { Forms } from './forms.ts';
import type { Ids } from './ids.ts';
import type { BlockCheck } from './limits.ts';
import type { Outgoing } from './outgoing.ts';
import type { Pace } from './pace.ts';
import type { Line } from './socket.ts';
import type { Store } from './store.ts';
import type { Tickets } from './tickets.ts';
import type { Channel, Post, World } from './world.ts';

export interface App {
  readonly team: string;
  readonly teamDomain: string;
  readonly app: string;
  /** The bot as a member, and as Slack's second name for it. */
  readonly botUser: string;
  readonly bot: string;
  readonly botName: string;
  readonly token: string;
  /** For `apps.connections.open` alone. */
  readonly appToken: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly scopes: readonly string[];
  /** Events subscribed to, as the manifest names them; null for all. */
  readonly events: readonly string[] | null;
}

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly alt: string;
  bytes: Uint8Array | null;
}

export interface Ground {
  readonly app: App;
  readonly store: Store;
  readonly world: World;
  readonly tickets: Tickets;
  readonly forms: Forms;
  readonly faults: Faults;
  readonly pace: Pace;
  readonly ids: Ids;
  readonly outgoing: Outgoing;
  /** Socket Mode. */
  readonly line: Line;
  /** Slack's limits on blocks. */
  readonly check: BlockCheck;
  /** Real time in ms: signatures, triggers and limits go by it. */
  readonly real: () => number;
  /** The county's time in ms: posts are dated by it. */
  readonly county: () => number;
  /** A new ts, later than every one before. */
  readonly ts: () => string;
  /** `http://127.0.0.1:4870`. */
  readonly origin: () => string;
  /** Uploads begun and not completed. */
  readonly uploads: Map<string, Upload>;
  readonly scheduled: Map<string, { readonly channel: string; readonly at: number; readonly text: string }>;
}

/** ts of Slack: seconds with six decimals, never the same twice. */
export function makeTs(county: () => number, world: World): () => string {
  let last = 0;
  for (const posts of world.posts.values()) {
    for (const { ts } of posts) last = Math.max(last, Math.round(Number(ts) * 1e6));
  }
  return () => {
    last = Math.max(county() * 1000, last + 1);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}

export const isMember = (channel: Channel, user: string): boolean => channel.members.includes(user);

/** A post with everything that is usual. */
export const newPost = (given: Pick<Post, 'channel' | 'ts' | 'user' | 'text'> & Partial<Post>): Post => ({
  blocks: [],
  thread: null,
  broadcast: false,
  only: null,
  metadata: null,
  files: [],
  edited: null,
  failed: false,
  ...given,
});

/** What was typed, as Slack keeps it. */
export const escaped = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
