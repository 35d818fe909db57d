/** `conversations.*`: channels, who is in them, and what was said there. */
import { eventOfJoined } from '../events.ts';
import type { Ground } from '../ground.ts';
import { type Obj, strOf } from '../json.ts';
import { channelFor, done, isTrue, type Known, type Method, numberOf, page, refused } from '../method.ts';
import { repliesTo, shownChannel, shownPost } from '../show.ts';
import { type Channel, imOf, type Post, postAt, postsIn } from '../world.ts';

/** The private conversation of the bot with a member, made where there is none yet. */
export async function openIm(ground: Ground, user: string): Promise<Channel> {
  const standing = imOf(ground.world, user, ground.app.botUser);
  if (standing !== null) return standing;
  const channel: Channel = {
    id: ground.ids.fresh('D'),
    name: '',
    kind: 'im',
    topic: '',
    members: [user, ground.app.botUser],
    archived: false,
  };
  await ground.store.append({ kind: 'channel', channel });
  return channel;
}

const info: Method = (ground, args) => {
  const channel = ground.world.channels.get(strOf(args.channel));
  const hidden = channel !== undefined && channel.kind !== 'channel' && !channel.members.includes(ground.app.botUser);
  return channel === undefined || hidden
    ? refused('channel_not_found')
    : done({ channel: shownChannel(ground, channel) });
};

const open: Method = async (ground, args) => {
  const known = ground.world.channels.get(strOf(args.channel));
  if (known !== undefined) return done({ channel: shownChannel(ground, known), no_op: true });
  const users = strOf(args.users).split(',').filter(Boolean);
  const [user] = users;
  if (user === undefined || users.length !== 1) return refused('users_list_not_supplied');
  if (!ground.world.members.has(user)) return refused('user_not_found');
  const channel = await openIm(ground, user);
  return done({ channel: isTrue(args.return_im) ? shownChannel(ground, channel) : { id: channel.id } });
};

const list: Method = (ground, args) => {
  const kinds = (strOf(args.types) || 'public_channel').split(',');
  const named = { channel: 'public_channel', group: 'private_channel', im: 'im' } as const;
  const seen = [...ground.world.channels.values()].filter(
    (channel) =>
      kinds.includes(named[channel.kind]) &&
      (channel.kind === 'channel' || channel.members.includes(ground.app.botUser)) &&
      !(isTrue(args.exclude_archived) && channel.archived),
  );
  const { items, next } = page(seen, args, 1000);
  return done({ channels: items.map((each) => shownChannel(ground, each)), response_metadata: { next_cursor: next } });
};

const members: Method = (ground, args) => {
  const found = channelFor(ground, args.channel);
  if ('reply' in found) return found.reply;
  const { items, next } = page(found.channel.members, args, 1000);
  return done({ members: items, response_metadata: { next_cursor: next } });
};

const join: Method = async (ground, args) => {
  const channel = ground.world.channels.get(strOf(args.channel));
  if (channel === undefined) return refused('channel_not_found');
  if (channel.kind !== 'channel') return refused('method_not_supported_for_channel_type');
  if (channel.archived) return refused('is_archived');
  return done({ channel: shownChannel(ground, await joined(ground, channel, [ground.app.botUser])) });
};

const invite: Method = async (ground, args) => {
  const found = channelFor(ground, args.channel);
  if ('reply' in found) return found.reply;
  const users = strOf(args.users).split(',').filter(Boolean);
  if (users.some((user) => !ground.world.members.has(user))) return refused('user_not_found');
  if (users.every((user) => found.channel.members.includes(user))) return refused('already_in_channel');
  return done({ channel: shownChannel(ground, await joined(ground, found.channel, users)) });
};

export async function joined(ground: Ground, channel: Channel, users: readonly string[]): Promise<Channel> {
  const newcomers = users.filter((user) => !channel.members.includes(user));
  if (newcomers.length === 0) return channel;
  const next = { ...channel, members: [...channel.members, ...newcomers] };
  await ground.store.append({ kind: 'channel', channel: next });
  for (const user of newcomers) eventOfJoined(ground, next, user);
  return next;
}

/** Oldest and latest bound what is asked for; the bounds themselves belong to it only if it says so. */
function between(posts: readonly Post[], args: Obj): readonly Post[] {
  const inclusive = isTrue(args.inclusive);
  const oldest = numberOf(args.oldest, 0);
  const latest = numberOf(args.latest, Number.POSITIVE_INFINITY);
  return posts.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

const history: Method = (ground, args) => {
  const found = channelFor(ground, args.channel);
  if ('reply' in found) return found.reply;
  const roots = postsIn(ground.world, found.channel.id).filter(
    ({ only, thread, broadcast }) => only === null && (thread === null || broadcast),
  );
  const { items, next } = page(between(roots, args).toReversed(), args, 999);
  return done({
    messages: items.map((post) => shownPost(ground, post, isTrue(args.include_all_metadata))),
    has_more: next !== '',
    pin_count: 0,
    response_metadata: { next_cursor: next },
  });
};

const replies: Method = (ground, args) => {
  const found = channelFor(ground, args.channel);
  if ('reply' in found) return found.reply;
  const root = postAt(ground.world, found.channel.id, strOf(args.ts));
  if (root === null) return refused('thread_not_found');
  const { items, next } = page([root, ...between(repliesTo(ground, root), args)], args, 1000);
  return done({
    messages: items.map((post) => shownPost(ground, post, isTrue(args.include_all_metadata))),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  });
};

const read = ['channels:read', 'groups:read', 'im:read'];
const past = ['channels:history', 'groups:history', 'im:history'];
export const conversationMethods: Readonly<Record<string, Known>> = {
  'conversations.info': { run: info, scopes: read },
  'conversations.open': { run: open, scopes: ['im:write'] },
  'conversations.list': { run: list, scopes: read },
  'conversations.members': { run: members, scopes: read },
  'conversations.join': { run: join, scopes: ['channels:join'] },
  'conversations.invite': { run: invite, scopes: ['channels:manage', 'groups:write'] },
  'conversations.history': { run: history, scopes: past },
  'conversations.replies': { run: replies, scopes: past },
};
