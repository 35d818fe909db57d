/** A command was typed: `/consult …`. Answered in the same breath where that goes quickly, else where it was typed. */
import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { never } from '../../../core/result.ts';
import type { Answer, Knock, Route } from '../../chat/door.ts';
import { commands } from '../../chat/table.ts';
import { sentence } from '../../message/message.ts';
import { messageOf } from '../blocks.ts';
import { askedOf, type Door, knockOf } from '../door.ts';
import { patienceLeft, within } from '../patience.ts';
import { type Asker, type Spot, show } from '../show.ts';
import { plainOf } from '../text.ts';
import { troubled } from '../trouble.ts';
import { noSuchCommand, notLinked } from '../words.ts';
import { openForm } from './open-form.ts';

export async function onCommand(
  door: Door,
  { command, ack, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  const { user_id: user, channel_id: channel, trigger_id: trigger } = command;
  const { realNow } = door.config;
  const began = realNow();
  const spot: Spot = { kind: 'channel', channel, thread: null, respond, ephemeral: false };
  const knock = await knockOf(door, user, `command:${trigger}`);
  const asker: Asker = { user, lang: knock.lang, trigger };
  let acked = false;
  try {
    const route = routeOf(command.command, command.text);
    if (route.kind === 'form') {
      acked = true;
      await ack();
      return await openForm(door, asker, spot, knock, route.form, route.about);
    }
    const work = carriedOut(knock, channel, route);
    const waited = await within(work, patienceLeft(began, realNow()));
    acked = true;
    if (waited.done && waited.value.kind === 'say') {
      return await ack({ response_type: 'ephemeral', ...messageOf(waited.value.message, asker.lang) });
    }
    await ack();
    const answer = await work;
    if (answer.kind === 'say') {
      await respond({ response_type: 'ephemeral', ...messageOf(answer.message, asker.lang) });
    } else {
      await show(door, asker, spot, answer);
    }
  } catch (thrown) {
    const said = messageOf(sentence(troubled(thrown, 'command', false, knock.leftBy(thrown)).words), asker.lang);
    if (acked) await respond({ response_type: 'ephemeral', ...said });
    else await ack({ response_type: 'ephemeral', ...said });
  }
}

/** Commands are named in the table with or without their stroke. */
function routeOf(name: string, text: string): Route {
  const command = commands.get(name) ?? commands.get(name.replace(/^\//, ''));
  if (command === undefined)
    return { kind: 'open', act: async () => ({ kind: 'say', message: sentence(noSuchCommand(name)) }) };
  return command(plainOf(text).trim());
}

async function carriedOut(
  knock: Knock,
  channel: string,
  route: Exclude<Route, { readonly kind: 'form' }>,
): Promise<Answer> {
  switch (route.kind) {
    case 'open':
      return route.act(knock);
    case 'act': {
      const asked = await askedOf(knock, channel);
      return asked === null ? { kind: 'say', message: sentence(notLinked) } : route.act(asked);
    }
    default:
      return never(route);
  }
}
