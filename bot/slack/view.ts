/** A neutral Form as a modal view, and what was filled in as Values. Pure. Ids stay the same so that what was typed survives an update. */
import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption as SlackOption } from '@slack/types';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Lang } from '../chat/door.ts';
import type { Field, Form, Option } from '../message/form.ts';
import type { Message } from '../message/message.ts';
import { blocksOf, labelled, plain } from './blocks.ts';
import { limit } from './limit.ts';
import { clip } from './text.ts';

/** Every field's element has this id; the field's own is its block's. */
const valueId = 'value';

/** What a view carries to and fro: where it was opened, and what it is about. Nothing in it is trusted; both are looked up anew. */
export interface Carried {
  readonly channel: string;
  readonly about: string;
}

export const viewOf = (form: Form, lang: Lang, channel: string): ModalView => ({
  type: 'modal',
  callback_id: form.id,
  private_metadata: carry({ channel, about: form.about }),
  title: title(form.title, lang),
  submit: title(form.submit, lang),
  close: plain(lang === 'zh' ? '取消' : 'Cancel'),
  blocks: [
    ...blocksOf(form.intro, lang, 'view', limit.viewBlocks - form.fields.length),
    ...form.fields.map((field) => inputOf(field, lang)),
  ],
});

/** A view that only says something; it may hold buttons. */
export const shownView = (heading: Words, message: Message, lang: Lang, channel: string): ModalView => ({
  type: 'modal',
  callback_id: 'shown',
  private_metadata: carry({ channel, about: '' }),
  title: title(heading, lang),
  close: plain(lang === 'zh' ? '关闭' : 'Close'),
  blocks: blocksOf(message.parts.length > 0 ? message.parts : [{ kind: 'text', words: message.summary }], lang, 'view'),
});

const carry = ({ channel, about }: Carried): string => JSON.stringify([channel, about]);

/** @returns empty where the text is none of ours */
export function carried(metadata: string): Carried {
  try {
    const [channel, about]: unknown[] = JSON.parse(metadata);
    if (typeof channel === 'string' && typeof about === 'string') return { channel, about: about.toWellFormed() };
  } catch {
    // A view of another make: about nothing.
  }
  return { channel: '', about: '' };
}

const title = (words: Words, lang: Lang) => labelled(words, lang, limit.viewTitle);

function inputOf(field: Field, lang: Lang): InputBlock {
  return {
    type: 'input',
    block_id: field.id,
    label: labelled(field.label, lang, limit.label),
    optional: field.optional ?? false,
    ...(field.hint === undefined ? {} : { hint: labelled(field.hint, lang, limit.hint) }),
    element: elementOf(field, lang),
  };
}

function elementOf(field: Field, lang: Lang): InputBlock['element'] {
  switch (field.kind) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: valueId,
        multiline: field.lines === 'many',
        max_length: Math.min(field.atMost ?? limit.input, limit.input),
        ...(field.initial
          ? { initial_value: clip(field.initial, Math.min(field.atMost ?? limit.input, limit.input)) }
          : {}),
        ...(field.placeholder ? { placeholder: labelled(field.placeholder, lang, limit.placeholder) } : {}),
      };
    case 'number':
      return {
        type: 'number_input',
        action_id: valueId,
        is_decimal_allowed: true,
        ...(field.initial === undefined ? {} : { initial_value: String(field.initial) }),
        ...(field.least === undefined ? {} : { min_value: String(field.least) }),
        ...(field.most === undefined ? {} : { max_value: String(field.most) }),
      };
    case 'date':
      return { type: 'datepicker', action_id: valueId, ...(field.initial ? { initial_date: field.initial } : {}) };
    case 'one-of': {
      const options = optionsOf(field.options, lang);
      const initial = options.find(({ value }) => value === field.initial);
      // A radio button that was pressed cannot be released; where nothing may be chosen, a list can.
      return options.length <= 6 && !field.optional
        ? { type: 'radio_buttons', action_id: valueId, options, ...(initial ? { initial_option: initial } : {}) }
        : {
            type: 'static_select',
            action_id: valueId,
            ...listed(options, lang),
            ...(initial ? { initial_option: initial } : {}),
          };
    }
    case 'some-of': {
      const options = optionsOf(field.options, lang);
      const chosen = options.filter(({ value }) => value !== undefined && field.initial?.includes(value));
      const initial = chosen.length === 0 ? {} : { initial_options: chosen };
      return options.length <= limit.radios
        ? { type: 'checkboxes', action_id: valueId, options, ...initial }
        : { type: 'multi_static_select', action_id: valueId, ...listed(options, lang), ...initial };
    }
    case 'file':
      return {
        type: 'file_input',
        action_id: valueId,
        max_files: limit.files,
        ...(field.types.length === 0 ? {} : { filetypes: [...field.types] }),
      };
    default:
      return never(field);
  }
}

/** Slack refuses a list of nothing, and two options of one value. */
function optionsOf(options: readonly Option[], lang: Lang): SlackOption[] {
  const byValue = new Map(options.map((option) => [option.value, option]));
  const all = byValue.size === 0 ? [nothingToChoose] : [...byValue.values()];
  return all.map(({ value, label }) => ({ text: labelled(label, lang, limit.optionText), value }));
}

const nothingToChoose: Option = { value: 'none', label: { zh: '没有可选的', en: 'Nothing to choose' } };

type Listed = { options: SlackOption[] } | { option_groups: { label: PlainTextElement; options: SlackOption[] }[] };

/** A list takes a hundred options, or a hundred groups of as many. */
function listed(options: SlackOption[], lang: Lang): Listed {
  if (options.length <= limit.options) return { options };
  const groups = [];
  for (let from = 0; from < options.length; from += limit.options) {
    const group = options.slice(from, from + limit.options);
    const name = `${from + 1}–${from + group.length}`;
    groups.push({ label: plain(lang === 'zh' ? `第 ${name} 项` : name), options: group });
  }
  return { option_groups: groups };
}

/** Input blocks of a view, for whom the field of an error or a value matters. */
export const isInput = (block: KnownBlock): block is InputBlock => block.type === 'input';
