/** What was filled into a view: its Values, and the view again with all of it, for the case that it must be shown once more. */
import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Words } from '../../core/words.ts';
import type { Lang } from '../chat/door.ts';
import type { Values } from '../message/form.ts';
import { limit } from './limit.ts';
import { lengthOf } from './text.ts';
import { isInput } from './view.ts';
import { tooLong } from './words.ts';

/** By block id. Files are given by their ids on the platform. */
export function valuesOf(view: ViewOutput): Values {
  const states = Object.entries(view.state.values);
  return Object.fromEntries(states.map(([block, elements]) => [block, filledIn(Object.values(elements)[0])]));
}

/** Half a sign can stand in JSON and nowhere else: the ledger's canonical form takes none. */
function filledIn(state: ViewStateValue | undefined): string | readonly string[] {
  const filled = rawIn(state);
  return typeof filled === 'string' ? filled.toWellFormed() : filled.map((each) => each.toWellFormed());
}

function rawIn(state: ViewStateValue | undefined): string | readonly string[] {
  if (state === undefined) return '';
  if (state.files != null) return state.files.map(({ id }) => id ?? '').filter((id) => id !== '');
  if (state.selected_options != null) return state.selected_options.map(({ value }) => value ?? '');
  if (state.type === 'multi_static_select' || state.type === 'checkboxes' || state.type === 'file_input') return [];
  return state.selected_option?.value ?? state.selected_date ?? state.value ?? '';
}

/** Texts that are longer than their field takes: Slack's own apps do not send them, another program may. */
export function overlong(view: ViewOutput): Readonly<Record<string, Words>> {
  const most = new Map(inputsOf(view).map(({ block_id, element }) => [block_id ?? '', mostOf(element)]));
  const filled = Object.entries(valuesOf(view)).flatMap(([block, value]) => {
    const allowed = most.get(block) ?? limit.input;
    const longest = Math.max(0, ...[value].flat().map(lengthOf));
    return longest > allowed ? [[block, tooLong(longest, allowed)] as const] : [];
  });
  return Object.fromEntries(filled);
}

const mostOf = (element: InputBlock['element']): number =>
  element.type === 'plain_text_input' ? Math.min(element.max_length ?? limit.input, limit.input) : limit.input;

/** Errors under the ids of the view's own fields; one that names none of them stands at the last field, for Slack drops it otherwise. */
export function fieldErrors(
  errors: Readonly<Record<string, Words>>,
  view: ViewOutput,
  lang: Lang,
): Record<string, string> {
  const fields = inputsOf(view).flatMap(({ block_id }) => block_id ?? []);
  const last = fields.at(-1);
  const placed: Record<string, string> = {};
  for (const [field, words] of Object.entries(errors)) {
    const at = fields.includes(field) ? field : last;
    if (at !== undefined) placed[at] = placed[at] === undefined ? words[lang] : `${placed[at]} ${words[lang]}`;
  }
  return placed;
}

/** Begins the marks of what was said above a form, so that the next words take its place. */
const saidAbove = 'said-above-';

/** The view as it was submitted, what was typed in its fields again, and above them what is wrong. */
export function refilled(view: ViewOutput, errors: readonly KnownBlock[]): ModalView {
  const said = errors.map((block, i) => ({ ...block, block_id: `${saidAbove}${i}` }));
  const asked = knownBlocks(view).filter(({ block_id }) => block_id?.startsWith(saidAbove) !== true);
  const blocks = asked.map((block) => {
    const state = block.block_id === undefined ? undefined : Object.values(view.state.values[block.block_id] ?? {})[0];
    return isInput(block) && state !== undefined ? refill(block, state) : block;
  });
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: view.title,
    ...(view.submit ? { submit: view.submit } : {}),
    ...(view.close ? { close: view.close } : {}),
    blocks: [...said, ...blocks],
  };
}

function refill(block: InputBlock, state: ViewStateValue): InputBlock {
  const element = block.element;
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return state.value ? { ...block, element: { ...element, initial_value: state.value } } : block;
    case 'datepicker':
      return state.selected_date ? { ...block, element: { ...element, initial_date: state.selected_date } } : block;
    case 'radio_buttons':
    case 'static_select': {
      const chosen = state.selected_option;
      return chosen ? { ...block, element: { ...element, initial_option: chosen } } : block;
    }
    case 'checkboxes':
    case 'multi_static_select': {
      const chosen = state.selected_options ?? [];
      return chosen.length > 0 ? { ...block, element: { ...element, initial_options: chosen } } : block;
    }
    default:
      // A file that was chosen has to be chosen again: Slack takes no initial one.
      return block;
  }
}

export const inputsOf = (view: ViewOutput): InputBlock[] => knownBlocks(view).filter(isInput);

/** We made the view, of blocks that we know; Slack gives them back as they were. */
const knownBlocks = (view: ViewOutput): KnownBlock[] => view.blocks as KnownBlock[];
