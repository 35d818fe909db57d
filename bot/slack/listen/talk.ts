/**
 * Somebody wrote under one of our posts, changed it or took it back, or wrote beside them in one of our channels. Other threads, other
 * bots and our own posts are none of our business. What is answered is shown there, to the writer only.
 */
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { postAt } from '../../../db/posts.ts';
import type { Answer, Asked, Beside } from '../../chat/door.ts';
import { besides, talks } from '../../chat/table.ts';
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
  if (user === '') return;
  if (written.bot !== '' || user === door.config.identity.botUser) return;

  const source = `${event.channel}:${ts}`;
  const beside = thread === '' || thread === ts;
  if (beside && what !== 'written') return;
  const root = beside ? null : await postAt(door.deps.db, platform, event.channel, thread);
  const talk = root === null ? undefined : talks.get(kindOf(root.slot));
  if (!beside && (root === null || talk === undefined)) return;

  const knock = await knockOf(door, user, `event:${body.event_id}`);
  const asker: Asker = { user, lang: knock.lang, trigger: '' };
  const spot: Spot = {
    kind: 'channel',
    channel: event.channel,
    thread: thread || null,
    respond: null,
    ephemeral: false,
  };
  try {
    const asked = await askedOf(knock, event.channel);
    // Whoever only talks in a channel need not be told that we do not know him.
    if (asked === null)
      return what === 'written' && !beside ? await tell(door, asker, spot, sentence(notLinked)) : undefined;
    if (root === null || talk === undefined) {
      const plain = plainOf(text).trim();
      return plain === ''
        ? undefined
        : await show(door, asker, spot, await firstAnswer(asked, { source, text: plain }));
    }
    const answer = await talk(asked, {
      under: root.slot,
      source,
      what,
      text: what === 'deleted' ? '' : plainOf(text).trim(),
      files: what === 'deleted' ? [] : files.map((file) => talkFile(door, file)),
    });
    await show(door, asker, spot, answer);
  } catch (thrown) {
    // A file that cannot be had is not there at the next delivery either.
    if (thrown instanceof FileTrouble)
      return tell(door, asker, spot, sentence(troubled(thrown, 'talk', false, knock.leftBy(thrown)).words));
    const again = context.again === true;
    const { words } = troubled(thrown, 'talk', again, knock.leftBy(thrown));
    // Told at the first failure and at the last, not at each in between.
    if (!again || !context.retryNum) await tell(door, asker, spot, sentence(words)).catch(() => {});
    throw new Told();
  }
}

/** Of those who may have been meant, the first who has something to say. */
async function firstAnswer(asked: Asked, words: Beside): Promise<Answer> {
  for (const beside of besides) {
    const answer = await beside(asked, words);
    if (answer.kind !== 'done') return answer;
  }
  return { kind: 'done' };
}

const kindOf = (slot: string): string => slot.split('/')[0] ?? slot;
