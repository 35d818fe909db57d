/** `chat.*`: what the bot says, changes and takes back. */
import { eventOfChanged, eventOfPosted, eventOfRemoved } from '../events.ts';
import { type Ground, newPost } from '../ground.ts';
import { isObj, type Obj, strOf } from '../json.ts';
import { checkMessage } from '../limits.ts';
import {
  channelFor,
  done,
  isTrue,
  type Known,
  type Method,
  numberOf,
  type Reply,
  refused,
  withBlockIds,
} from '../method.ts';
import { shownPost } from '../show.ts';
import { type Channel, type Post, postAt } from '../world.ts';
import { openIm } from './conversations.ts';

/** A member's id stands for the private conversation with the member. */
async function placed(
  ground: Ground,
  asked: unknown,
): Promise<{ readonly channel: Channel } | { readonly reply: Reply }> {
  const id = strOf(asked);
  if (ground.world.members.has(id)) return { channel: await openIm(ground, id) };
  const found = channelFor(ground, id);
  if ('reply' in found) return found;
  return found.channel.archived ? { reply: refused('is_archived') } : found;
}

const postMessage: Method = async (ground, args) => {
  const found = await placed(ground, args.channel);
  if ('reply' in found) return found.reply;
  const wrong = checkMessage(ground.check, args);
  if (wrong !== null) return wrong;
  const { id } = found.channel;
  const thread = strOf(args.thread_ts) || null;
  if (thread !== null && postAt(ground.world, id, thread) === null) return refused('thread_not_found');
  const post = newPost({
    channel: id,
    ts: ground.ts(),
    user: ground.app.botUser,
    text: strOf(args.text),
    blocks: withBlockIds(args.blocks),
    thread,
    broadcast: isTrue(args.reply_broadcast),
    metadata: isObj(args.metadata) ? args.metadata : null,
  });
  await ground.store.append({ kind: 'posted', post });
  eventOfPosted(ground, post);
  return done({ channel: id, ts: post.ts, message: shownPost(ground, post, true) });
};

/** The bot's own post at that place, or the error. */
function own(ground: Ground, args: Obj, error: string): { readonly post: Post } | { readonly reply: Reply } {
  const found = channelFor(ground, args.channel);
  if ('reply' in found) return found;
  if (found.channel.archived) return { reply: refused('is_archived') };
  const post = postAt(ground.world, found.channel.id, strOf(args.ts));
  if (post === null) return { reply: refused('message_not_found') };
  return post.user === ground.app.botUser ? { post } : { reply: refused(error) };
}

const update: Method = async (ground, args) => {
  const found = own(ground, args, 'cant_update_message');
  if ('reply' in found) return found.reply;
  const wrong = checkMessage(ground.check, args);
  if (wrong !== null) return wrong;
  const before = found.post;
  const post: Post = {
    ...before,
    text: args.text === undefined ? before.text : strOf(args.text),
    blocks: args.blocks === undefined ? (args.text === undefined ? before.blocks : []) : withBlockIds(args.blocks),
    metadata: isObj(args.metadata) ? args.metadata : before.metadata,
    edited: { user: ground.app.botUser, ts: ground.ts() },
  };
  await ground.store.append({ kind: 'changed', post });
  eventOfChanged(ground, before, post);
  return done({ channel: post.channel, ts: post.ts, text: post.text, message: shownPost(ground, post, true) });
};

const remove: Method = async (ground, args) => {
  const found = own(ground, args, 'cant_delete_message');
  if ('reply' in found) return found.reply;
  const { channel, ts } = found.post;
  await ground.store.append({ kind: 'removed', channel, ts, only: null });
  eventOfRemoved(ground, found.post);
  return done({ channel, ts });
};

const postEphemeral: Method = async (ground, args) => {
  const found = channelFor(ground, args.channel);
  if ('reply' in found) return found.reply;
  if (found.channel.archived) return refused('is_archived');
  const user = strOf(args.user);
  if (!ground.world.members.has(user)) return refused('user_not_found');
  if (!found.channel.members.includes(user)) return refused('user_not_in_channel');
  const wrong = checkMessage(ground.check, args);
  if (wrong !== null) return wrong;
  const post = newPost({
    channel: found.channel.id,
    ts: ground.ts(),
    user: ground.app.botUser,
    text: strOf(args.text),
    blocks: withBlockIds(args.blocks),
    thread: strOf(args.thread_ts) || null,
    only: user,
  });
  await ground.store.append({ kind: 'posted', post });
  return done({ message_ts: post.ts });
};

const getPermalink: Method = (ground, args) => {
  const found = channelFor(ground, args.channel);
  if ('reply' in found) return found.reply;
  const { id } = found.channel;
  const post = postAt(ground.world, id, strOf(args.message_ts));
  if (post === null) return refused('message_not_found');
  return done({ channel: id, permalink: `${ground.origin()}/#/${id}/${post.ts}` });
};

const scheduleMessage: Method = async (ground, args) => {
  const found = await placed(ground, args.channel);
  if ('reply' in found) return found.reply;
  const at = numberOf(args.post_at, 0);
  const now = ground.county() / 1000;
  if (at <= now) return refused('time_in_past');
  if (at > now + 120 * 86_400) return refused('time_too_far');
  const id = `Q${ground.ts().replace('.', '')}`;
  ground.scheduled.set(id, { channel: found.channel.id, at, text: strOf(args.text) });
  return done({
    channel: found.channel.id,
    scheduled_message_id: id,
    post_at: at,
    message: { text: strOf(args.text) },
  });
};

const deleteScheduled: Method = (ground, args) =>
  ground.scheduled.delete(strOf(args.scheduled_message_id)) ? done() : refused('invalid_scheduled_message_id');

const listScheduled: Method = (ground) =>
  done({
    scheduled_messages: [...ground.scheduled].map(([id, { channel, at, text }]) => ({
      id,
      channel_id: channel,
      post_at: at,
      text,
    })),
    response_metadata: { next_cursor: '' },
  });

const write = ['chat:write'];
export const chatMethods: Readonly<Record<string, Known>> = {
  'chat.postMessage': { run: postMessage, scopes: write },
  'chat.update': { run: update, scopes: write },
  'chat.delete': { run: remove, scopes: write },
  'chat.postEphemeral': { run: postEphemeral, scopes: write },
  'chat.getPermalink': { run: getPermalink, scopes: [] },
  'chat.scheduleMessage': { run: scheduleMessage, scopes: write },
  'chat.deleteScheduledMessage': { run: deleteScheduled, scopes: write },
  'chat.scheduledMessages.list': { run: listScheduled, scopes: [] },
};

/** What was asked to be posted later, once its time has come on the county's clock. */
export async function postScheduled(ground: Ground): Promise<void> {
  for (const [id, { channel, at, text }] of ground.scheduled) {
    if (at * 1000 > ground.county()) continue;
    ground.scheduled.delete(id);
    const post = newPost({ channel, ts: ground.ts(), user: ground.app.botUser, text });
    await ground.store.append({ kind: 'posted', post });
    eventOfPosted(ground, post);
  }
}
