/** The bot was taken into a channel: it says what comes next. Other people's comings are not its business. */
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { placeOf } from '../../../db/chat.ts';
import { sentence } from '../../message/message.ts';
import { type Door, platform } from '../door.ts';
import { type Asker, tell } from '../show.ts';
import { botInChannel } from '../words.ts';

export async function onJoined(
  door: Door,
  { event }: SlackEventMiddlewareArgs<'member_joined_channel'> & AllMiddlewareArgs,
): Promise<void> {
  const { user, inviter, channel } = event;
  if (user !== door.config.identity.botUser || inviter === undefined) return;
  if ((await placeOf(door.deps.db, platform, channel)) !== null) return;
  const asker: Asker = { user: inviter, lang: await door.langOf(inviter), trigger: '' };
  const spot = { kind: 'channel', channel, thread: null, respond: null, ephemeral: false } as const;
  await tell(door, asker, spot, sentence(botInChannel));
}
