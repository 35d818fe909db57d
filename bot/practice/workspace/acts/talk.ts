/** What a member does by writing: posts, replies, changes, takes back, uploads, joins, opens the home tab. */
import { err, ok, type Result } from '../../../../core/result.ts';
import { eventOfChanged, eventOfHome, eventOfPosted, eventOfRemoved } from '../events.ts';
import { escaped, type Ground, isMember, newPost } from '../ground.ts';
import { joined } from '../methods/conversations.ts';
import { fileOf } from '../methods/files.ts';
import { shownHome } from '../show.ts';
import { type Channel, type Post, postAt } from '../world.ts';

/** What a member cannot do here, by a short name. */
export type Cannot = 'no-channel' | 'not-member' | 'archived' | 'no-post' | 'not-own' | 'nothing' | 'too-long';
export type Done<T> = Result<T, Cannot>;

const typedMax = 12_000;

export interface Written {
  readonly channel: string;
  readonly text: string;
  readonly thread?: string | null;
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export function placeOf(ground: Ground, user: string, id: string): Done<Channel> {
  const channel = ground.world.channels.get(id);
  if (channel === undefined) return err('no-channel');
  if (!isMember(channel, user)) return err('not-member');
  return channel.archived ? err('archived') : ok(channel);
}

export async function write(
  ground: Ground,
  user: string,
  { channel: id, text, thread = null, files = [] }: Written,
): Promise<Done<Post>> {
  const channel = placeOf(ground, user, id);
  if (!channel.ok) return channel;
  if (text.trim() === '' && files.length === 0) return err('nothing');
  if ([...text].length > typedMax) return err('too-long');
  if (thread !== null && postAt(ground.world, id, thread) === null) return err('no-post');
  const held = files.map((file) => fileOf(ground, user, file));
  await ground.store.append(...held.map((file) => ({ kind: 'file', file }) as const));
  const post = newPost({
    channel: id,
    ts: ground.ts(),
    user,
    text: asKept(ground, text),
    thread,
    files: held.map((file) => file.id),
  });
  await ground.store.append({ kind: 'posted', post });
  eventOfPosted(ground, post);
  return ok(post);
}

/** `@明抽` names the bot as Slack writes it. */
const asKept = ({ app }: Ground, typed: string): string =>
  escaped(typed).replaceAll(`@${app.botName}`, `<@${app.botUser}>`);

function ownPost(ground: Ground, user: string, channel: string, ts: string): Done<Post> {
  const post = postAt(ground.world, channel, ts);
  if (post === null) return err('no-post');
  return post.user === user ? ok(post) : err('not-own');
}

export async function edit(
  ground: Ground,
  user: string,
  channel: string,
  ts: string,
  text: string,
): Promise<Done<Post>> {
  const before = ownPost(ground, user, channel, ts);
  if (!before.ok) return before;
  if (text.trim() === '') return err('nothing');
  if ([...text].length > typedMax) return err('too-long');
  const post = { ...before.value, text: asKept(ground, text), edited: { user, ts: ground.ts() } };
  await ground.store.append({ kind: 'changed', post });
  eventOfChanged(ground, before.value, post);
  return ok(post);
}

export async function takeBack(ground: Ground, user: string, channel: string, ts: string): Promise<Done<Post>> {
  const post = ownPost(ground, user, channel, ts);
  if (!post.ok) return post;
  await ground.store.append({ kind: 'removed', channel, ts, only: null });
  eventOfRemoved(ground, post.value);
  return post;
}

/** Puts away a note that only this member sees. */
export async function dismiss(ground: Ground, user: string, channel: string, ts: string): Promise<void> {
  await ground.store.append({ kind: 'removed', channel, ts, only: user });
}

export function openHome(ground: Ground, user: string): void {
  const home = ground.world.homes.get(user);
  eventOfHome(ground, user, home === undefined ? null : shownHome(ground, home));
}

export async function join(ground: Ground, user: string, id: string): Promise<Done<Channel>> {
  const channel = ground.world.channels.get(id);
  return channel === undefined ? err('no-channel') : ok(await joined(ground, channel, [user]));
}
