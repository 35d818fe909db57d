/** Fields of a form that works without any program in the browser: label, what was typed, and the error under it. */
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import { both, nothing } from '../frame.ts';

/** What was typed, and what is wrong with it, by the field's name. */
export interface Filled {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly errors: Readonly<Record<string, Words>>;
}

export const valueIn = ({ values }: Pick<Filled, 'values'>, name: string): string => values[name]?.[0] ?? '';

interface Asked {
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words;
}

const errorOf = ({ errors }: Filled, name: string): Html => {
  const words = errors[name];
  return words === undefined ? nothing : html`<p class="error" id="${name}-error">${both(words)}</p>`;
};

const marksOf = ({ errors }: Filled, name: string): Html =>
  errors[name] === undefined ? nothing : html` aria-invalid="true" aria-describedby="${name}-error"`;

const hintOf = (hint: Words | undefined): Html =>
  hint === undefined ? nothing : html`<p class="hint">${both(hint)}</p>`;

export const lineField = (filled: Filled, { name, label, hint }: Asked, type: 'text' | 'date' = 'text'): Html =>
  html`<label for="${name}">${both(label)}</label>${hintOf(hint)}
<input type="${type}" id="${name}" name="${name}" value="${valueIn(filled, name)}" autocomplete="off"${marksOf(filled, name)}>${errorOf(filled, name)}`;

export const textField = (filled: Filled, { name, label, hint }: Asked): Html =>
  html`<label for="${name}">${both(label)}</label>${hintOf(hint)}
<textarea id="${name}" name="${name}" rows="3"${marksOf(filled, name)}>
${valueIn(filled, name)}</textarea>${errorOf(filled, name)}`;

export interface Option {
  readonly value: string;
  readonly label: Words;
}

/** @param none what stands for nothing chosen; left out where something always is */
export const chooseField = (
  filled: Filled,
  { name, label, hint }: Asked,
  options: readonly Option[],
  none?: Words,
): Html =>
  html`<label for="${name}">${both(label)}</label>${hintOf(hint)}
<select id="${name}" name="${name}"${marksOf(filled, name)}>${none === undefined ? nothing : html`<option value="">${none.zh}</option>`}${options.map(
    ({ value, label: { zh, en } }) =>
      html`<option value="${value}"${valueIn(filled, name) === value ? html` selected` : nothing}>${zh}　${en}</option>`,
  )}</select>${errorOf(filled, name)}`;

/** Boxes to tick: large enough for a thumb, the whole line is the target. @param shape one of them, or several */
export const tickField = (
  filled: Filled,
  { name, label, hint }: Asked,
  options: readonly Option[],
  shape: 'checkbox' | 'radio' = 'checkbox',
): Html =>
  html`<fieldset id="${name}"${filled.errors[name] === undefined ? nothing : html` aria-describedby="${name}-error"`}><legend>${both(label)}</legend>${hintOf(hint)}${options.map(
    (each) =>
      html`<label class="tick"><input type="${shape}" name="${name}" value="${each.value}"${
        (filled.values[name] ?? []).includes(each.value) ? html` checked` : nothing
      }><span>${both(each.label)}</span></label>`,
  )}${errorOf(filled, name)}</fieldset>`;

export const hiddenField = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** Above a form that was not taken: what there is to mend, each a way to its field. */
export const errorList = ({ errors }: Filled, names: Readonly<Record<string, Words>>): Html => {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return nothing;
  return html`<div class="card refused" role="alert"><p>${both({ zh: '没有录入，填写的内容都保留在下面，请改正：', en: 'Nothing was entered. What you typed is kept below; please mend:' })}</p><ul>${wrong.map(
    ([name, words]) =>
      html`<li>${names[name] === undefined ? both(words) : html`<a href="#${name}">${both(names[name] ?? words)}</a>：${both(words)}`}</li>`,
  )}</ul></div>`;
};
