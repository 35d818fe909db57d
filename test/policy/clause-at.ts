/**
 * Which clause a passage of a document stands in, read from the document's own headings: 一、 then (一) then 1. — so that a
 * citation's clause is held against the text and not against somebody's memory.
 */
import { bare } from './cited.ts';

const numerals = '[一二三四五六七八九十]+';
const levels = [new RegExp(`^(${numerals}|ー)、`), new RegExp(`^[(（]?(${numerals})[)）]`), /^(\d)[.．]/];

/** Each line of the document without blanks, with the clause that it belongs to; '' before the first heading. */
function clauses(text: string): readonly { readonly clause: string; readonly text: string }[] {
  const path = ['', '', ''];
  return text.split('\n').flatMap((line) => {
    const words = bare(line).replace(/^[#-]+/, '');
    const level = levels.findIndex((heading) => heading.test(words));
    if (level >= 0) {
      const mark = (levels[level] ?? /^$/).exec(words)?.[1] ?? '';
      path[level] = mark === 'ー' ? '一' : mark;
      path.fill('', level + 1);
    }
    return words === '' ? [] : [{ clause: named(path), text: words }];
  });
}

const named = ([first = '', second = '', third = '']: readonly string[]): string =>
  `${first}${second === '' ? '' : `(${second})`}${third}`;

/** The clauses of a document in which a quote begins. */
export function clausesOf(document: string, quote: string): readonly string[] {
  const lines = clauses(document);
  const whole = lines.map(({ text }) => text).join('');
  const found: string[] = [];
  for (let at = whole.indexOf(bare(quote)); at >= 0; at = whole.indexOf(bare(quote), at + 1)) {
    let passed = 0;
    const line = lines.find(({ text }) => {
      passed += text.length;
      return passed > at;
    });
    found.push(line?.clause ?? '');
  }
  return found;
}
