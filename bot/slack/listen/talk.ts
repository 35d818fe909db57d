/**
 * Somebody wrote under one of our posts, changed it or took it back. Other threads, other bots and our own posts are none of our
 * business. What is answered is shown under it, to the writer only.
 */
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { postAt } from '../../../db/posts.ts';
import type { Talk } from '../../chat/door.ts';
import { talks } from '../../chat/table.ts';
import { sentence } from '../../message.ts';
import { askedOf, type Door, knockOf, platform } from '../door.ts';
import { type SlackFile, talkFile } from '../file.ts';
import { type Asker, type Spot, show, tell } from '../show.ts';
import { plainOf } from '../text.ts';
import { troubled } from '../trouble.ts';
import { notLinked } from '../words.ts';

/** A message as events carry it, new or old. */
interface Written {
  readonly ts: string;
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly subtype?: string | undefined;
  readonly text?: string | undefined;
  readonly thread_ts?: string | undefined;
  readonly files?: readonly SlackFile[] | undefined;
}

interface Heard {
  readonly what: Talk['what'];
  readonly written: Written;
}

export async function onTalk(
  door: Door,
  { event, body, context }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs,
): Promise<void> {
  const heard = heardIn(event as unknown as MessageEvent);
  if (heard === null) return;
  const { what, written } = heard;
  const { user, thread_ts: thread, ts } = written;
  if (user === undefined || thread === undefined || thread === ts) return;
  if (written.bot_id !== undefined || user === door.config.identity.botUser) return;

  const root = await postAt(door.deps.db, platform, event.channel, thread);
  const talk = root === null ? undefined : talks.get(kindOf(root.slot));
  if (root === null || talk === undefined) return;

  const knock = await knockOf(door, user, `event:${body.event_id}`);
  const asker: Asker = { user, lang: knock.lang, trigger: '' };
  const spot: Spot = { kind: 'channel', channel: event.channel, thread, respond: null, ephemeral: false };
  try {
    const asked = await askedOf(knock, event.channel);
    if (asked === null) return what === 'written' ? await tell(door, asker, spot, sentence(notLinked)) : undefined;
    const answer = await talk(asked, {
      under: root.slot,
      source: `${event.channel}:${ts}`,
      what,
      text: what === 'deleted' ? '' : plainOf(written.text ?? '').trim(),
      files: what === 'deleted' ? [] : (written.files ?? []).map((file) => talkFile(door, file)),
    });
    await show(door, asker, spot, answer);
  } catch (thrown) {
    const again = context.again === true;
    const { words } = troubled(thrown, 'talk', again);
    // Told at the first failure and at the last, not at each in between.
    if (!again || !context.retryNum) await tell(door, asker, spot, sentence(words)).catch(() => {});
    throw thrown;
  }
}

/** The shapes of a message event that matter here. */
type MessageEvent =
  | (Written & { readonly subtype?: 'file_share' | 'thread_broadcast' | 'me_message' | undefined })
  | { readonly subtype: 'message_changed'; readonly message: Written; readonly previous_message?: Written }
  | { readonly subtype: 'message_deleted'; readonly previous_message?: Written };

function heardIn(event: MessageEvent): Heard | null {
  switch (event.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
    case 'me_message':
      return { what: 'written', written: event };
    case 'message_changed': {
      const { message, previous_message: before } = event;
      // A deleted root of a thread stays as a gravestone.
      if (message.subtype === 'tombstone') return before === undefined ? null : { what: 'deleted', written: before };
      // Previews of links, pins and new replies change a message too, though nobody changed a word.
      const same = before !== undefined && before.text === message.text && fileIds(before) === fileIds(message);
      return same ? null : { what: 'edited', written: message };
    }
    case 'message_deleted':
      return event.previous_message === undefined ? null : { what: 'deleted', written: event.previous_message };
    default:
      // Joins, topics, archives and what Slack may yet think of.
      return null;
  }
}

const fileIds = ({ files = [] }: Written): string => files.map(({ id }) => id).join(' ');

const kindOf = (slot: string): string => slot.split('/')[0] ?? slot;
