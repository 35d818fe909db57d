/** A button was pressed: acknowledged at once, then done, and answered where it was pressed. */
import type { AllMiddlewareArgs, BlockAction, RespondFn, SlackActionMiddlewareArgs } from '@slack/bolt';
import { never } from '../../../core/result.ts';
import { choices } from '../../chat/table.ts';
import { sentence } from '../../message/message.ts';
import { choiceOf } from '../blocks.ts';
import { askedOf, type Door, knockOf } from '../door.ts';
import { type Asker, type Spot, show, tell, tellBeside } from '../show.ts';
import { troubled } from '../trouble.ts';
import { carried } from '../view.ts';
import { noLongerThere, notLinked } from '../words.ts';
import { openForm } from './open-form.ts';

export async function onButton(
  door: Door,
  { body, action, ack, respond }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs,
): Promise<void> {
  await ack();
  // A field of a form that was changed is no press.
  if (action.type !== 'button') return;
  const user = body.user.id;
  const within = body.message?.ts ?? body.view?.id ?? '';
  const knock = await knockOf(door, user, `button:${within}:${action.action_id}:${user}:${action.action_ts}`);
  const asker: Asker = { user, lang: knock.lang, trigger: body.trigger_id };
  const spot = spotOf(body, respond);
  try {
    const pressed = choices.get(choiceOf(action.action_id));
    if (pressed === undefined) return await tell(door, asker, spot, sentence(noLongerThere));
    const about = (action.value ?? '').toWellFormed();
    switch (pressed.kind) {
      case 'form':
        return await openForm(door, asker, spot, knock, pressed.form, about);
      case 'act': {
        const asked = await askedOf(knock, channelOf(body));
        if (asked === null) return await tell(door, asker, spot, sentence(notLinked));
        return await show(door, asker, spot, await pressed.act(asked, about));
      }
      default:
        return never(pressed);
    }
  } catch (thrown) {
    await tellBeside(door, asker, spot, sentence(troubled(thrown, 'button', false, knock.leftBy(thrown)).words));
  }
}

const channelOf = (body: BlockAction): string =>
  body.channel?.id ?? (body.view === undefined ? '' : carried(body.view.private_metadata).channel);

function spotOf(body: BlockAction, respond: RespondFn): Spot {
  if (body.view !== undefined) {
    return body.view.type === 'home'
      ? { kind: 'home' }
      : { kind: 'window', view: body.view.id, channel: channelOf(body) };
  }
  const thread: unknown = body.message?.thread_ts;
  return {
    kind: 'channel',
    channel: channelOf(body),
    // Under a root, the answer stands in its thread; beside a reply, in the thread it belongs to.
    thread: typeof thread === 'string' ? thread : null,
    respond: body.response_url ? respond : null,
    ephemeral: body.container.is_ephemeral === true,
  };
}
