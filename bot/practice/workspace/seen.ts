/**
 * What a member sees of Block Kit: the words, what can be pressed, the fields of a form. Pure and without Node, since the page in the
 * browser and the tests' driver both read by it.
 */
import { listOf, type Obj, objOf, objsOf, strOf } from './json.ts';

/** Something that can be pressed or chosen outside of a form's own fields. */
export interface Control {
  readonly block: string;
  readonly action: string;
  readonly type: string;
  /** What stands on it; of a list, its placeholder. */
  readonly label: string;
  readonly element: Obj;
}

export interface SeenField {
  readonly block: string;
  readonly action: string;
  readonly label: string;
  readonly hint: string;
  readonly optional: boolean;
  readonly type: string;
  readonly element: Obj;
}

export interface SeenOption {
  readonly label: string;
  readonly value: string;
  readonly description: string;
  readonly option: Obj;
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The words of a text object. */
export function wordsOf(text: unknown): string {
  const { type, text: words } = objOf(text);
  if (typeof text === 'string') return text;
  return type === 'mrkdwn' ? mrkdwnWords(strOf(words)) : strOf(words);
}

/** Markup as it is read: links by their words, dates by what stands for them. */
export const mrkdwnWords = (text: string): string =>
  unescaped(
    text
      .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
      .replace(/<(?:https?:|mailto:)[^|>]*\|([^>]*)>/g, '$1')
      .replace(/<((?:https?:|mailto:)[^|>]*)>/g, '$1')
      .replace(/<[#@!]([^|>]*)\|([^>]*)>/g, '$2'),
  );

/** All that can be read in blocks, a line each. */
export function linesOf(blocks: readonly unknown[]): readonly string[] {
  return objsOf(blocks)
    .flatMap((block): readonly string[] => {
      switch (block.type) {
        case 'header':
        case 'markdown':
          return [wordsOf(block.text)];
        case 'section':
          return [wordsOf(block.text), ...objsOf(block.fields).map(wordsOf)];
        case 'context':
          return [
            objsOf(block.elements)
              .map((each) => wordsOf(each) || strOf(each.alt_text))
              .join(' '),
          ];
        case 'rich_text':
          return objsOf(block.elements).flatMap(richLines);
        case 'table':
          return listOf(block.rows).map((row) => listOf(row).map(cellWords).join(' | '));
        case 'image':
          return [wordsOf(block.title) || strOf(block.alt_text)];
        case 'input':
          return [wordsOf(block.label)];
        default:
          return [];
      }
    })
    .filter((line) => line.trim() !== '');
}

const cellWords = (cell: unknown): string => {
  const each = objOf(cell);
  return each.type === 'rich_text' ? objsOf(each.elements).flatMap(richLines).join(' ') : strOf(each.text);
};

function richLines(part: Obj): readonly string[] {
  const elements = objsOf(part.elements);
  if (part.type === 'rich_text_list') return elements.flatMap(richLines);
  return elements
    .map((each) => strOf(each.text) || strOf(each.url) || (each.type === 'user' ? `@${strOf(each.user_id)}` : ''))
    .join('')
    .split('\n');
}

/** Everything to press or choose in blocks, in reading order. */
export function controlsOf(blocks: readonly unknown[]): readonly Control[] {
  return objsOf(blocks).flatMap((block) => {
    const elements =
      block.type === 'actions' ? objsOf(block.elements) : block.accessory ? [objOf(block.accessory)] : [];
    return elements
      .filter(({ type }) => type !== 'image')
      .map(
        (element, at): Control => ({
          block: strOf(block.block_id),
          action: strOf(element.action_id) || `a${at + 1}`,
          type: strOf(element.type),
          label: wordsOf(element.text) || wordsOf(element.placeholder),
          element,
        }),
      );
  });
}

/** The fields of a form. */
export const fieldsOf = (blocks: readonly unknown[]): readonly SeenField[] =>
  objsOf(blocks)
    .filter(({ type }) => type === 'input')
    .map((block) => {
      const element = objOf(block.element);
      return {
        block: strOf(block.block_id),
        action: strOf(element.action_id) || 'a1',
        label: wordsOf(block.label),
        hint: wordsOf(block.hint),
        optional: block.optional === true,
        type: strOf(element.type),
        element,
      };
    });

export const optionsOf = (element: Obj): readonly SeenOption[] =>
  [...objsOf(element.options), ...objsOf(element.option_groups).flatMap((group) => objsOf(group.options))].map(
    (option) => ({
      label: wordsOf(option.text),
      value: strOf(option.value),
      description: wordsOf(option.description),
      option,
    }),
  );

/** Elements of which several options can be chosen. */
export const takesSeveral = (type: string): boolean => type === 'checkboxes' || type.startsWith('multi_');
/** Elements of which options are chosen. */
export const takesOptions = (type: string): boolean =>
  takesSeveral(type) ||
  type === 'radio_buttons' ||
  type === 'static_select' ||
  type === 'external_select' ||
  type === 'overflow';

/** What stands in an element, as Slack reports it. */
export function stateOf(element: Obj, typed: string, chosen: readonly Obj[], files: readonly Obj[] = []): Obj {
  const type = strOf(element.type);
  if (type === 'file_input') return { type, files };
  if (takesSeveral(type)) return { type, selected_options: chosen };
  if (takesOptions(type)) return { type, selected_option: chosen[0] ?? null };
  const given = typed === '' ? null : typed;
  if (type === 'datepicker') return { type, selected_date: given };
  if (type === 'timepicker') return { type, selected_time: given };
  if (type === 'datetimepicker') return { type, selected_date_time: given === null ? null : Number(given) };
  if (type === 'users_select') return { type, selected_user: given };
  return { type, value: given };
}

/** What stands in an element from the start. */
export function initialOf(element: Obj): { readonly typed: string; readonly chosen: readonly Obj[] } {
  const typed = strOf(element.initial_value) || strOf(element.initial_date) || strOf(element.initial_time);
  const one = element.initial_option === undefined ? [] : [objOf(element.initial_option)];
  return { typed, chosen: [...one, ...objsOf(element.initial_options)] };
}

/** What a platform's own window refuses before the bot is asked. */
export function fieldProblem(
  { element, optional, type }: SeenField,
  typed: string,
  chosen: number,
  lang: 'zh' | 'en',
): string | null {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const empty = takesOptions(type) || type === 'file_input' ? chosen === 0 : typed.trim() === '';
  if (empty && optional) return null;
  if (empty && type === 'file_input') return say('请上传文件。', 'Please attach a file.');
  if (empty && takesOptions(type)) return say('请选择。', 'Please choose.');
  if (empty) return say('请填写此项。', 'Please complete this required field.');
  const length = [...typed].length;
  const most = Number(element.max_length ?? Number.POSITIVE_INFINITY);
  if (length > most) return say(`最多 ${most} 字，现在 ${length} 字。`, `At most ${most} characters; now ${length}.`);
  if (type !== 'number_input') return null;
  const number = Number(typed);
  if (!Number.isFinite(number)) return say('请填数字。', 'Please enter a number.');
  if (number < Number(element.min_value ?? Number.NEGATIVE_INFINITY))
    return say(`不得小于 ${strOf(element.min_value)}。`, `Not less than ${strOf(element.min_value)}.`);
  if (number > Number(element.max_value ?? Number.POSITIVE_INFINITY))
    return say(`不得大于 ${strOf(element.max_value)}。`, `Not more than ${strOf(element.max_value)}.`);
  return null;
}
