/**
 * The database does not answer, so that there is nobody behind the door, and Slack waits three seconds all the same. What nobody sends
 * again by himself is answered: nothing was recorded; a form stays open with what was typed. Events are delivered again by Slack.
 */
import type { Hono } from 'hono';
import type { Words } from '../../core/words.ts';
import { same, sentence } from '../message/message.ts';
import { clientOf, steadyFetch } from './client.ts';
import type { SlackConfig } from './config.ts';
import { type Intake, isEvent, lastRetry } from './intake.ts';
import { isObject, type Payload, textIn } from './payload.ts';
import { receiving } from './receiver.ts';
import { shownView } from './view.ts';
import { product } from './words.ts';

export type UnopenedConfig = Pick<SlackConfig, 'api' | 'botToken' | 'signingSecret' | 'realNow'>;

/** Opening an office takes a few ways to its database and back; what is left of Slack's three seconds is for the answer. */
export const openingMs = 2000;

/** @param words what is known; the asker's language is not, so that he reads both */
export function whileUnopened(config: UnopenedConfig, words: Words): Hono {
  const text = `${words.zh}\n${words.en}`;
  const view = shownView(product, sentence(same(text)), 'zh', '');

  /** A button may be of a message, of a window or of the Home tab. */
  async function tell(payload: Payload): Promise<void> {
    const url = textIn(payload, 'response_url');
    if (url !== '') {
      const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, text });
      await steadyFetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return;
    }
    const trigger_id = textIn(payload, 'trigger_id');
    const { views } = clientOf(config);
    const inWindow = isObject(payload.view) && payload.view.type === 'modal';
    await (inWindow ? views.push({ trigger_id, view }) : views.open({ trigger_id, view }));
  }

  const take: Intake['take'] = async (payload, retry, outlive = () => {}) => {
    if (isEvent(payload)) return { kind: 'failed', again: retry < lastRetry };
    if (textIn(payload, 'command') !== '') return { kind: 'answered', reply: { response_type: 'ephemeral', text } };
    if (payload.type === 'view_submission') {
      const field = lastFieldOf(payload);
      return {
        kind: 'answered',
        reply:
          field === '' ? { response_action: 'update', view } : { response_action: 'errors', errors: { [field]: text } },
      };
    }
    if (payload.type === 'block_actions') outlive(tell(payload).catch(() => {}));
    return { kind: 'answered', reply: null };
  };
  return receiving({ ...config, take });
}

/** Errors stand at fields only. */
function lastFieldOf({ view }: Payload): string {
  const blocks = isObject(view) && Array.isArray(view.blocks) ? view.blocks : [];
  return textIn(blocks.filter((block) => isObject(block) && block.type === 'input').at(-1) ?? {}, 'block_id');
}
