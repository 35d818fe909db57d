/**
 * Posts on Slack. A post is posted once and afterwards updated in place; where it is not known how the last try ended, it is looked for
 * by the slot in its metadata before it is posted again. Metadata is readable by the whole workspace: it holds the slot, nothing else.
 */
import { digestText } from '../../core/digest.ts';
import { channelOf, userOf } from '../../db/chat.ts';
import { forgetPost, notePost, postIn, type StandingPost } from '../../db/posts.ts';
import type { Messenger, Put, PutOutcome } from '../message/messenger.ts';
import { messageOf, type SlackMessage } from './blocks.ts';
import { callTroubleOf } from './client.ts';
import { type Door, platform } from './door.ts';
import { foundFile, foundPost, metadataOf } from './found.ts';
import { lanes } from './lane.ts';
import { renewHomes } from './listen/home.ts';
import { UploadTrouble, upload } from './upload.ts';

/** Slack's own troubles: they pass. */
const passing: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'unreachable',
]);
const laterMs = 5000;

export function slackMessenger(door: Door): Messenger {
  const { deps, config, client } = door;
  const { db } = deps;
  const queue = lanes(config.spacingMs, config.realNow);
  const conversations = new Map<string, string>();

  async function put(post: Put): Promise<PutOutcome> {
    const to = await destinationOf(post);
    if (to.kind !== 'to') return to;
    const waits = queue.pausedMs(to.channel);
    if (waits > 0) return { kind: 'later', afterMs: waits, code: 'ratelimited' };
    try {
      await stand(post, to);
      return { kind: 'stands' };
    } catch (thrown) {
      return outcomeOf(thrown, to.channel);
    }
  }

  interface To {
    readonly kind: 'to';
    readonly channel: string;
    readonly root: string | null;
    readonly lang: 'zh' | 'en';
    readonly standing: StandingPost | null;
  }

  async function destinationOf(post: Put): Promise<To | PutOutcome> {
    const [standing, root, named] = await Promise.all([
      postIn(db, platform, post.slot),
      post.under === null ? null : postIn(db, platform, post.under),
      namedChannel(post.place),
    ]);
    if (post.under !== null && root === null) return { kind: 'later', afterMs: laterMs, code: 'no-root' };
    if (named.kind !== 'named') return named;
    // What stands stays where it stands, and a thread stays together, even if another channel was named since.
    const channel = standing?.channel ?? root?.channel ?? named.channel;
    return { kind: 'to', channel, root: root?.message ?? null, lang: named.lang, standing };
  }

  async function namedChannel(
    place: Put['place'],
  ): Promise<{ readonly kind: 'named'; readonly channel: string; readonly lang: 'zh' | 'en' } | PutOutcome> {
    if (!place.startsWith('person:')) {
      const channel = await channelOf(db, platform, place);
      if (channel === null) return { kind: 'nowhere', code: 'no-channel' };
      return { kind: 'named', channel, lang: config.lang };
    }
    const user = await userOf(db, platform, place.slice('person:'.length));
    if (user === null) return { kind: 'nowhere', code: 'not-linked' };
    try {
      const channel = conversations.get(user) ?? (await client.conversations.open({ users: user })).channel?.id;
      if (channel === undefined) return { kind: 'blocked', code: 'no-conversation' };
      conversations.set(user, channel);
      return { kind: 'named', channel, lang: await door.langOf(user) };
    } catch (thrown) {
      return outcomeOf(thrown, user);
    }
  }

  /** Makes the post stand as it should, its file beside it. */
  async function stand(post: Put, to: To): Promise<void> {
    const message = messageOf(post.message, to.lang);
    const said = digestText('mingchou/said/1', JSON.stringify(message));
    const standing = to.standing ?? (post.triedBefore ? await found(post, to) : null);
    const stands =
      standing === null ? await posted(post, to, message, said) : await updated(post, to, standing, message, said);
    if (post.file !== undefined) await withFile(post, to, stands.message);
  }

  /** A try whose end nobody knows did post it after all. */
  async function found(post: Put, to: To): Promise<StandingPost | null> {
    const message = await foundPost({ client, botId: config.identity.botId }, to.channel, to.root, post.slot);
    return message === null ? null : { slot: post.slot, channel: to.channel, message, root: to.root, said: '' };
  }

  async function posted(post: Put, to: To, message: SlackMessage, said: string): Promise<StandingPost> {
    const { ts } = await queue.run(to.channel, 'post', () =>
      client.chat.postMessage({
        channel: to.channel,
        ...(to.root === null ? {} : { thread_ts: to.root }),
        ...message,
        metadata: metadataOf(post.slot),
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    return noted({ slot: post.slot, channel: to.channel, message: ts ?? '', root: to.root, said });
  }

  async function updated(
    post: Put,
    to: To,
    standing: StandingPost,
    message: SlackMessage,
    said: string,
  ): Promise<StandingPost> {
    if (standing.said === said) return standing;
    const { channel, message: ts } = standing;
    try {
      await queue.run(channel, 'other', () =>
        client.chat.update({ channel, ts, ...message, metadata: metadataOf(post.slot) }),
      );
    } catch (thrown) {
      if (callTroubleOf(thrown).code !== 'message_not_found') throw thrown;
      // Somebody deleted it there; what is recorded is shown all the same.
      await forgetPost(db, platform, post.slot);
      return posted(post, to, message, said);
    }
    return noted({ ...standing, said });
  }

  async function withFile({ slot, file, triedBefore }: Put, to: To, message: string): Promise<void> {
    const fileSlot = `${slot}#file`;
    if (file === undefined || (await postIn(db, platform, fileSlot)) !== null) return;
    const thread = to.root ?? message;
    const mark = digestText('mingchou/file/1', slot).slice(0, 10);
    const earlier = triedBefore ? await foundFile(client, to.channel, thread, mark) : null;
    if (earlier === null) {
      await queue.run(to.channel, 'post', () =>
        upload(client, {
          channel: to.channel,
          thread,
          filename: marked(file.name, mark),
          title: file.name,
          bytes: file.bytes,
          alt: file.alt,
        }),
      );
    }
    await noted({ slot: fileSlot, channel: to.channel, message: earlier ?? `file:${mark}`, root: thread, said: mark });
  }

  async function noted(post: StandingPost): Promise<StandingPost> {
    await notePost(db, platform, post, deps.now());
    return post;
  }

  function outcomeOf(thrown: unknown, channel: string): PutOutcome {
    if (thrown instanceof UploadTrouble) return { kind: 'later', afterMs: laterMs, code: thrown.message };
    // A trouble of our own (the database) is not Slack's; the deliverer has its words for it.
    if (!(thrown instanceof Error) || !thrown.name.startsWith('WebAPI')) throw thrown;
    const { code, retryAfterMs } = callTroubleOf(thrown);
    if (retryAfterMs !== null) queue.pause(channel, retryAfterMs);
    if (passing.has(code) || /^http_(5\d\d|429)$/.test(code))
      return { kind: 'later', afterMs: retryAfterMs ?? laterMs, code };
    return { kind: 'blocked', code };
  }

  return { put, delivered: (places) => renewHomes(door, places) };
}

/** `结果图.png` → `结果图-1a2b3c4d5e.png`: a file has no metadata of its own. */
const marked = (name: string, mark: string): string => {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name}-${mark}` : `${name.slice(0, dot)}-${mark}${name.slice(dot)}`;
};
