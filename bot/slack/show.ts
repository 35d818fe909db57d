/** Shows an answer where its asker is: only to him, in the thread or window that he is looking at. */
import type { RespondFn } from '@slack/bolt';
import type { View } from '@slack/types';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Answer, Lang } from '../chat/door.ts';
import { type Message, same, sentence } from '../message/message.ts';
import { messageOf, type SlackMessage } from './blocks.ts';
import { callTroubleOf } from './client.ts';
import type { Door } from './door.ts';
import { shownView, viewOf } from './view.ts';
import { product, tooLateToOpen, useButton } from './words.ts';

/** Where the asker is. */
export type Spot =
  /** In a channel or thread; `respond` reaches him even where the bot is not a member. */
  | {
      readonly kind: 'channel';
      readonly channel: string;
      readonly thread: string | null;
      readonly respond: RespondFn | null;
      /** He pressed a button of a message that only he sees: the answer takes its place. */
      readonly ephemeral: boolean;
    }
  | { readonly kind: 'window'; readonly view: string; readonly channel: string }
  | { readonly kind: 'home' };

export interface Asker {
  readonly user: string;
  readonly lang: Lang;
  /** Opens a window within three seconds of what was pressed; '' where nothing was. */
  readonly trigger: string;
}

export async function show(door: Door, asker: Asker, spot: Spot, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'done':
      if (spot.kind === 'channel' && spot.ephemeral) await spot.respond?.({ delete_original: true });
      return;
    case 'say':
      return tell(door, asker, spot, answer.message);
    case 'errors':
      return tell(door, asker, spot, sentence(joined(Object.values(answer.errors))));
    case 'form': {
      const channel = spot.kind === 'home' ? '' : spot.channel;
      const view = viewOf(answer.form, asker.lang, channel);
      if (spot.kind === 'window') await door.client.views.update({ view_id: spot.view, view });
      else if (asker.trigger === '') await tell(door, asker, spot, sentence(useButton));
      else if ((await openView(door, asker.trigger, view)) === null)
        await tell(door, asker, spot, sentence(tooLateToOpen));
      return;
    }
    default:
      return never(answer);
  }
}

/** @returns the window's id, or null where the three seconds were over */
export async function openView({ client }: Door, trigger: string, view: View): Promise<string | null> {
  try {
    const opened = await client.views.open({ trigger_id: trigger, view });
    return opened.view?.id ?? null;
  } catch (thrown) {
    const { code } = callTroubleOf(thrown);
    if (code === 'expired_trigger_id' || code === 'exchanged_trigger_id' || code === 'invalid_trigger_id') return null;
    throw thrown;
  }
}

/** Says it to the asker and nobody else. */
export async function tell(door: Door, asker: Asker, spot: Spot, message: Message): Promise<void> {
  const { user, lang, trigger } = asker;
  switch (spot.kind) {
    case 'window':
      await door.client.views.update({ view_id: spot.view, view: shownView(product, message, lang, spot.channel) });
      return;
    case 'home':
      if (trigger !== '' && (await openView(door, trigger, shownView(product, message, lang, ''))) !== null) return;
      return tellPrivately(door, user, messageOf(message, lang));
    case 'channel': {
      const said = messageOf(message, lang);
      if (spot.ephemeral && spot.respond !== null)
        return void (await spot.respond({ ...said, replace_original: true }));
      try {
        const thread = spot.thread === null ? {} : { thread_ts: spot.thread };
        await door.client.chat.postEphemeral({ channel: spot.channel, user, ...thread, ...said });
      } catch (thrown) {
        if (!unreachable.has(callTroubleOf(thrown).code)) throw thrown;
        if (spot.respond === null) return tellPrivately(door, user, said);
        await sayBeside(spot.respond, said);
      }
      return;
    }
    default:
      return never(spot);
  }
}

/**
 * Says it without touching what he acts in: on top of a window that he is filling in, or privately where that is too late; beside a message
 * that only he sees, whose button he may press again.
 */
export async function tellBeside(door: Door, asker: Asker, spot: Spot, message: Message): Promise<void> {
  const { user, lang, trigger } = asker;
  if (spot.kind === 'channel' && spot.ephemeral && spot.respond !== null)
    return sayBeside(spot.respond, messageOf(message, lang));
  if (spot.kind !== 'window') return tell(door, asker, spot, message);
  try {
    await door.client.views.push({ trigger_id: trigger, view: shownView(product, message, lang, spot.channel) });
  } catch {
    await tellPrivately(door, user, messageOf(message, lang));
  }
}

async function sayBeside(respond: RespondFn, said: SlackMessage): Promise<void> {
  await respond({ ...said, response_type: 'ephemeral', replace_original: false });
}

/** The bot is not where the asker is. */
const unreachable: ReadonlySet<string> = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'cannot_dm_bot',
  'messages_tab_disabled',
]);

async function tellPrivately({ client }: Door, user: string, said: SlackMessage): Promise<void> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id !== undefined) await client.chat.postMessage({ channel: channel.id, ...said });
}

export function joined(words: readonly Words[]): Words {
  const [first] = words;
  if (words.length === 1 && first !== undefined) return first;
  return words.length === 0
    ? same('—')
    : { zh: words.map(({ zh }) => zh).join('\n'), en: words.map(({ en }) => en).join('\n') };
}
