/**
 * Text on its way to and from Slack. Outward, whatever a person typed stays plain: it stands in plain_text and rich_text, which
 * read no markup, and only the fallback `text` needs escaping. Lengths are counted in code points, as Slack counts them.
 */
import type { Words } from '../../core/words.ts';
import type { Lang } from '../chat/door.ts';
import { printable } from '../paper/html.ts';

/** As on paper, a sign that is not seen and turns the line around, or hides in a name, is shown as a box. */
export const said = (words: Words, lang: Lang): string =>
  printable(words[lang].replace(/\r\n?/g, '\n').replaceAll('\t', ' '));

export const lengthOf = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** At most so many code points; what is left out is said to be left out. */
export function cut(text: string, most: number, lang: Lang): string {
  const length = lengthOf(text);
  if (length <= most) return text;
  const remark = lang === 'zh' ? `…（以下略，共 ${length} 字）` : `… (cut; ${length} characters in all)`;
  return `${take(text, most - lengthOf(remark))}${remark}`;
}

/** For labels, where a remark would take the place of the words: an ellipsis says that there is more. */
export const clip = (text: string, most: number): string =>
  lengthOf(text) <= most ? text : `${take(text, most - 1)}…`;

/** Slack refuses empty texts; a dash stands for what is not there. */
export const filled = (text: string): string => (text.trim() === '' ? '—' : text);

/** Slack reads `&`, `<` and `>` in `text` as its own; everything else it may format, but not act upon. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a person typed, out of what Slack made of it: links by their label, people and channels by their name, signs as signs. */
export const plainOf = (text: string): string =>
  text
    .replace(/<([^<>]*)>/g, (_, inside: string) => plainReference(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .toWellFormed();

/** `https://…|label`, `@U012|name`, `#C012|name`, `!date^…|words`, `mailto:…|address`. A bare mention of somebody says nothing. */
function plainReference(inside: string): string {
  const bar = inside.indexOf('|');
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
  if (label !== '') return label;
  return /^[@#!]/.test(target) ? '' : target;
}

const take = (text: string, count: number): string => [...text].slice(0, Math.max(0, count)).join('');
