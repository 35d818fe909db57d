/** What the practice workspace holds, and the only ways in which it changes: one event per change, kept in order. */
import { never } from '../../../core/result.ts';
import type { Obj } from './json.ts';

export interface Member {
  readonly id: string;
  /** Handle: ASCII. */
  readonly name: string;
  /** As people read it: 县应急管理局联络员. */
  readonly realName: string;
  readonly title: string;
  readonly locale: string;
  readonly bot: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'group' | 'im';
  readonly topic: string;
  readonly members: readonly string[];
  readonly archived: boolean;
}

export interface Post {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** Slack's markup: `&`, `<` and `>` of what was typed are escaped. */
  readonly text: string;
  readonly blocks: readonly Obj[];
  /** ts of the root in whose thread it stands. */
  readonly thread: string | null;
  readonly broadcast: boolean;
  /** Ephemeral: shown to this member only. */
  readonly only: string | null;
  readonly metadata: Obj | null;
  readonly files: readonly string[];
  readonly edited: { readonly user: string; readonly ts: string } | null;
  /** Only where the post is a note of the workspace itself: what a command failed with. */
  readonly failed: boolean;
}

export interface HeldFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly alt: string;
  readonly user: string;
  readonly base64: string;
  readonly size: number;
}

export interface HomeView {
  readonly user: string;
  readonly id: string;
  readonly hash: string;
  readonly view: Obj;
}

export type Change =
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'posted'; readonly post: Post }
  /** The whole post as it is now; where it was is named by channel and ts. */
  | { readonly kind: 'changed'; readonly post: Post }
  | { readonly kind: 'removed'; readonly channel: string; readonly ts: string; readonly only: string | null }
  | { readonly kind: 'home'; readonly home: HomeView }
  | { readonly kind: 'file'; readonly file: HeldFile }
  | {
      readonly kind: 'reacted';
      readonly channel: string;
      readonly ts: string;
      readonly name: string;
      readonly user: string;
    }
  | { readonly kind: 'read'; readonly user: string; readonly channel: string; readonly ts: string }
  /** Somebody without an account has opened one of the public pages. @see ../looked.ts */
  | { readonly kind: 'looked'; readonly page: string; readonly at: string };

export interface World {
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  /** By channel, in the order of ts; ephemeral ones among them. */
  readonly posts: Map<string, Post[]>;
  readonly homes: Map<string, HomeView>;
  readonly files: Map<string, HeldFile>;
  readonly reactions: Map<string, readonly { readonly name: string; readonly user: string }[]>;
  /** `user channel` → ts of the last post read. */
  readonly reads: Map<string, string>;
  /** Public page → when it was last opened, by the county's clock. */
  readonly looks: Map<string, string>;
}

export const emptyWorld = (): World => ({
  members: new Map(),
  channels: new Map(),
  posts: new Map(),
  homes: new Map(),
  files: new Map(),
  reactions: new Map(),
  reads: new Map(),
  looks: new Map(),
});

/** Changes the world in place: it is large, and nobody else holds it. */
export function apply(world: World, change: Change): void {
  switch (change.kind) {
    case 'member':
      world.members.set(change.member.id, change.member);
      return;
    case 'channel':
      world.channels.set(change.channel.id, change.channel);
      return;
    case 'posted': {
      const posts = world.posts.get(change.post.channel);
      if (posts === undefined) world.posts.set(change.post.channel, [change.post]);
      else posts.push(change.post);
      return;
    }
    case 'changed': {
      const posts = world.posts.get(change.post.channel) ?? [];
      const at = posts.findIndex(({ ts }) => ts === change.post.ts);
      if (at >= 0) posts[at] = change.post;
      return;
    }
    case 'removed': {
      const posts = world.posts.get(change.channel) ?? [];
      const at = posts.findIndex(({ ts }) => ts === change.ts);
      if (at >= 0) posts.splice(at, 1);
      return;
    }
    case 'home':
      world.homes.set(change.home.user, change.home);
      return;
    case 'file':
      world.files.set(change.file.id, change.file);
      return;
    case 'reacted': {
      const key = `${change.channel} ${change.ts}`;
      world.reactions.set(key, [...(world.reactions.get(key) ?? []), { name: change.name, user: change.user }]);
      return;
    }
    case 'read':
      world.reads.set(`${change.user} ${change.channel}`, change.ts);
      return;
    case 'looked':
      world.looks.set(change.page, change.at);
      return;
    default:
      never(change);
  }
}

export const postsIn = (world: World, channel: string): readonly Post[] => world.posts.get(channel) ?? [];

/** A post that everybody in the channel sees. */
export const postAt = (world: World, channel: string, ts: string): Post | null =>
  postsIn(world, channel).find((post) => post.ts === ts && post.only === null) ?? null;

/** A post that this member sees, ephemeral or not. */
export const postFor = (world: World, user: string, channel: string, ts: string): Post | null =>
  postsIn(world, channel).find((post) => post.ts === ts && (post.only === null || post.only === user)) ?? null;

export const channelsOf = (world: World, user: string): readonly Channel[] =>
  [...world.channels.values()].filter(({ members }) => members.includes(user));

/** The private conversation of two members. */
export const imOf = (world: World, one: string, other: string): Channel | null =>
  [...world.channels.values()].find(
    ({ kind, members }) => kind === 'im' && members.includes(one) && members.includes(other),
  ) ?? null;
