/**
 * A form was submitted. Slack waits three seconds and shows errors at the fields only in that answer; what takes longer gets a window
 * that says so, and the result afterwards: with errors, the form again with all that was typed. A trouble is such an error: nothing that was
 * typed is lost, and what is submitted again unchanged is the same act, done once.
 */
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { digestText } from '../../../core/digest.ts';
import { never } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import type { Answer, Knock } from '../../chat/door.ts';
import { forms } from '../../chat/table.ts';
import { sentence } from '../../message/message.ts';
import { blocksOf } from '../blocks.ts';
import { askedOf, type Door, knockOf } from '../door.ts';
import { patienceLeft, within } from '../patience.ts';
import { joined } from '../show.ts';
import { troubled } from '../trouble.ts';
import { fieldErrors, inputsOf, overlong, refilled, valuesOf } from '../values.ts';
import { carried, shownView, viewOf } from '../view.ts';
import { noLongerThere, notLinked, product, working, wrongFields } from '../words.ts';

export async function onSubmission(
  door: Door,
  { body, view, ack }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs,
): Promise<void> {
  const { realNow } = door.config;
  const began = realNow();
  const knock = await knockOf(door, body.user.id, actOf(view));
  const { lang } = knock;
  const work = submitted(knock, view).catch((thrown): Answer | Broken => {
    const left = knock.leftBy(thrown);
    const { words } = troubled(thrown, 'submission', false, left);
    return left === 'something' ? { kind: 'say', message: sentence(words) } : { kind: 'broken', words };
  });
  const { channel } = carried(view.private_metadata);
  const waited = await within(work, patienceLeft(began, realNow()));
  if (waited.done) {
    const answer = waited.value;
    if (answer.kind === 'done') return ack();
    // A form that only asks for a yes has no field to say it at.
    if (answer.kind === 'broken' && inputsOf(view).length > 0)
      return ack({ response_action: 'errors', errors: fieldErrors({ '': answer.words }, view, lang) });
    if (answer.kind === 'errors' && inputsOf(view).length > 0)
      return ack({ response_action: 'errors', errors: fieldErrors(answer.errors, view, lang) });
    return ack({ response_action: 'update', view: nextView(answer, view, knock, channel) });
  }
  await ack({ response_action: 'update', view: shownView(product, sentence(working), lang, channel) });
  const answer = await work;
  await door.client.views.update({ view_id: view.id, view: nextView(answer, view, knock, channel) });
}

/** Slack's own hash of the view changes with each update; what was typed may change without one, and is then another act. */
const actOf = (view: ViewOutput): string =>
  `view:${view.id}:${view.hash}:${digestText('mingchou/view/1', JSON.stringify(view.state.values)).slice(0, 16)}`;

async function submitted(knock: Knock, view: ViewOutput): Promise<Answer> {
  const form = forms.get(view.callback_id);
  if (form === undefined) return { kind: 'say', message: sentence(noLongerThere) };
  const { channel, about } = carried(view.private_metadata);
  const asked = await askedOf(knock, channel);
  if (asked === null) return { kind: 'say', message: sentence(notLinked) };
  const errors = overlong(view);
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  return form.submit(asked, about, valuesOf(view));
}

/** It could not be done, and may be submitted again as it is. */
interface Broken {
  readonly kind: 'broken';
  readonly words: Words;
}

function nextView(answer: Answer | Broken, view: ViewOutput, { lang }: Knock, channel: string): ModalView {
  switch (answer.kind) {
    case 'form':
      return viewOf(answer.form, lang, channel);
    case 'say':
      return shownView(product, answer.message, lang, channel);
    case 'broken':
      return refilled(view, blocksOf([{ kind: 'text', words: answer.words }], lang, 'view'));
    case 'errors': {
      const words = Object.values(answer.errors);
      return refilled(
        view,
        blocksOf(
          [
            { kind: 'text', words: wrongFields },
            { kind: 'list', items: words },
          ],
          lang,
          'view',
        ),
      );
    }
    case 'done':
      return shownView(product, sentence(joined([{ zh: '已办好。', en: 'Done.' }])), lang, channel);
    default:
      return never(answer);
  }
}
