/**
 * Somebody wrote under one of our posts, changed it or took it back. Other threads, other bots and our own posts are none of our
 * business. What is answered is shown under it, to the writer only.
 */
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { postAt } from '../../../db/posts.ts';
import { talks } from '../../chat/table.ts';
import { sentence } from '../../message/message.ts';
import { askedOf, type Door, knockOf, platform } from '../door.ts';
import { FileTrouble, talkFile } from '../file.ts';
import { heardIn } from '../heard.ts';
import { type Asker, type Spot, show, tell } from '../show.ts';
import { plainOf } from '../text.ts';
import { Told, troubled } from '../trouble.ts';
import { notLinked } from '../words.ts';

export async function onTalk(
  door: Door,
  { event, body, context }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs,
): Promise<void> {
  const heard = heardIn(event);
  if (heard === null) return;
  const { what, written } = heard;
  const { user, thread, ts, text, files } = written;
  if (user === '' || thread === '' || thread === ts) return;
  if (written.bot !== '' || user === door.config.identity.botUser) return;

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
      text: what === 'deleted' ? '' : plainOf(text).trim(),
      files: what === 'deleted' ? [] : files.map((file) => talkFile(door, file)),
    });
    await show(door, asker, spot, answer);
  } catch (thrown) {
    // A file that cannot be had is not there at the next delivery either.
    if (thrown instanceof FileTrouble) return tell(door, asker, spot, sentence(troubled(thrown, 'talk', false).words));
    const again = context.again === true;
    const { words } = troubled(thrown, 'talk', again);
    // Told at the first failure and at the last, not at each in between.
    if (!again || !context.retryNum) await tell(door, asker, spot, sentence(words)).catch(() => {});
    throw new Told();
  }
}

const kindOf = (slot: string): string => slot.split('/')[0] ?? slot;
