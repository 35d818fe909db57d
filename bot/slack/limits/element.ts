/** Limits of what stands inside blocks: buttons, fields, options. */
import { limit } from '../limit.ts';
import {
  anyText,
  atMost,
  type Check,
  type Checking,
  fail,
  type Json,
  longest,
  need,
  objectOf,
  plainText,
  several,
  textOf,
} from './check.ts';

const elements: Readonly<Record<string, Checking>> = {
  button: (check, at, element) => {
    need(check, `${at}/action_id`, element.action_id);
    plainText(check, `${at}/text`, element.text, limit.button);
    longest(check, `${at}/value`, element.value, limit.value);
    longest(check, `${at}/url`, element.url, limit.url);
    longest(check, `${at}/accessibility_label`, element.accessibility_label, limit.spoken);
    if (element.confirm !== undefined) checkConfirm(check, `${at}/confirm`, objectOf(element.confirm));
  },
  plain_text_input: (check, at, { max_length = limit.input, initial_value }) => {
    atMost(check, `${at}/max_length`, Number(max_length), limit.input);
    longest(check, `${at}/initial_value`, initial_value, Number(max_length));
  },
  number_input: (check, at, element) => {
    for (const name of ['initial_value', 'min_value', 'max_value'])
      longest(check, `${at}/${name}`, element[name], limit.numberText);
  },
  datepicker: (check, at, { initial_date }) => {
    if (initial_date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(textOf(initial_date)))
      fail(check, `${at}/initial_date`, 'bad_value', 'a date is YYYY-MM-DD');
  },
  radio_buttons: (check, at, element) => options(check, at, element, limit.radios),
  checkboxes: (check, at, element) => options(check, at, element, limit.radios),
  static_select: select,
  multi_static_select: select,
  file_input: (check, at, { max_files = 1 }) => atMost(check, `${at}/max_files`, Number(max_files), limit.files),
};

export const checkElement: Checking = (check, at, element) => {
  longest(check, `${at}/action_id`, element.action_id, limit.id);
  if (element.placeholder !== undefined) plainText(check, `${at}/placeholder`, element.placeholder, limit.placeholder);
  const known = elements[textOf(element.type)];
  if (known === undefined) fail(check, `${at}/type`, 'unknown', `unsupported type ${textOf(element.type)}`);
  else known(check, at, element);
};

function select(check: Check, at: string, element: Json): void {
  if (element.option_groups === undefined) options(check, at, element, limit.options);
  else
    several(check, `${at}/option_groups`, element.option_groups, limit.optionGroups, (_, p, group) => {
      plainText(check, `${p}/label`, group.label, limit.optionText);
      options(check, p, group, limit.options);
    });
}

function options(check: Check, at: string, element: Json, most: number): void {
  const values = new Set<string>();
  several(check, `${at}/options`, element.options, most, (_, p, option) => {
    const value = textOf(option.value);
    anyText(check, `${p}/text`, option.text, limit.optionText);
    need(check, `${p}/value`, value);
    longest(check, `${p}/value`, value, limit.optionValue);
    if (option.description !== undefined)
      anyText(check, `${p}/description`, option.description, limit.optionDescription);
    if (values.has(value)) fail(check, `${p}/value`, 'duplicate', 'two options have one value');
    values.add(value);
  });
}

function checkConfirm(check: Check, at: string, confirm: Json): void {
  plainText(check, `${at}/title`, confirm.title, limit.confirmTitle);
  anyText(check, `${at}/text`, confirm.text, limit.confirmText);
  plainText(check, `${at}/confirm`, confirm.confirm, limit.confirmButton);
  plainText(check, `${at}/deny`, confirm.deny, limit.confirmButton);
}
