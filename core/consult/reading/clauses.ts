/**
 * A reply cut into clauses, and each clause into phrases with their meanings. What nobody knows stays 'unknown', so that the decision
 * can refuse to read it as consent instead of passing over it.
 */
import { normalise } from '../../sheet/normalise.ts';
import { forms } from './forms.ts';
import { neutralAt } from './neutral.ts';
import { ownNames } from './own.ts';
import { byFirst, lexicon, type Meaning } from './phrases.ts';

export interface Token {
  readonly meaning: Meaning;
  readonly text: string;
}

export interface Clause {
  /** As it was written. */
  readonly words: string;
  /** One form for letters, digits and signs, simplified characters, no blanks beside them: what changes are read from. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

export interface Cut {
  readonly clauses: readonly Clause[];
  /** An answer stands between quotation marks, or everything is quoted. */
  readonly quoted: boolean;
}

type Names = ReadonlyMap<string, readonly (readonly [string, Meaning])[]>;

export function cut(raw: string, own: readonly string[]): Cut {
  const names = byFirst(ownNames(own, fold).map((name) => [name, 'own'] as const));
  const lines = normalise(raw, 'text').text.split('\n');
  const said = lines.filter((line) => !/^(?:>|&gt;)/.test(line.trim()));
  const plain = withoutTitles(withoutMarkup(said.join('\n')));
  const { text, quoted } = withoutQuotes(plain, names);
  return {
    clauses: split(withoutListMarks(text)).map((words) => clauseOf(words, names)),
    quoted: quoted || (said.length < lines.length && said.join('').trim() === ''),
  };
}

/** Mentions, links and emphasis of chat platforms. A link is a paper in another place. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<(?:https?:|mailto:)[^<>]{0,2000}>|https?:\/\/[\w./?%&=#:+~-]+/gi, ' 附件 ')
    .replace(/<[@#!][^<>]{0,200}>/g, '，')
    .replace(/&(?:amp|lt|gt);/g, ' ')
    .replace(/(?:^|\s)@[^\s，,：:]{1,30}/g, '，')
    .replace(/[*_]{1,2}(?=\S)([^*_\n]{1,200})[*_]{1,2}/g, '$1');

/** 《关于征求…计划意见的函》 is the letter; a title that names no letter stays, and is not known. */
const withoutTitles = (text: string): string =>
  text
    .replace(/[“"「『]?双随机[、,，]?\s*[、,，]?一公开[”"」』]?/g, '双随机')
    .replace(/《[^《》]{0,60}(?:《[^《》]{0,60}》)?[^《》]{0,60}》/g, (title) =>
      /[函知划案稿单表][)）]?》$/.test(title) && !/[不无没]/.test(title) ? '该函' : title,
    );

const marked =
  /“([^“”]{0,300})”|‘([^‘’]{0,300})’|「([^「」]{0,300})」|『([^『』]{0,300})』|"([^"\n]{0,300})"|`([^`\n]{0,300})`|~{1,2}(?=[^\s~])([^~\n]{1,300})~{1,2}/g;
const answers: readonly Meaning[] = ['no-objection', 'assent', 'join', 'decline', 'none', 'dissent', 'remark'];

function withoutQuotes(text: string, names: Names): { readonly text: string; readonly quoted: boolean } {
  let quoted = false;
  const plain = text.replace(marked, (_, ...groups: readonly unknown[]) => {
    const inner = groups.find((group): group is string => typeof group === 'string') ?? '';
    const meanings = lex(fold(inner), names).map(({ meaning }) => meaning);
    // “取水认可” is a name with a known word in it; what nobody knows keeps it from being consent anyway.
    if (meanings.some((meaning) => answers.includes(meaning)) && !meanings.includes('unknown')) quoted = true;
    return inner;
  });
  return { text: plain, quoted };
}

/** 1、 （一） ① 一是 before a clause. */
const withoutListMarks = (text: string): string =>
  text
    .replace(/[①-⑳]/g, '')
    .replace(/(^|[\n。；;，,：:])[ ]*[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．][ ]*(?![\d%])/g, '$1')
    .replace(/(^|[\n。；;，,：:])[ ]*[一二三四五六]是/g, '$1');

/** At every mark that ends a thought; a question keeps its mark. A decimal point and an ellipsis end none. */
const split = (text: string): readonly string[] =>
  text
    .replace(/\.{3,}|…+/g, '…')
    .replace(/[?？]+/g, '?\n')
    .replace(/\.(?=\s|$)/g, '\n')
    .replace(/(?<![\d~])~+(?![\d~])/g, '\n')
    // A blank sets thoughts apart, unless single characters are spaced out.
    .replace(/(?<=\p{Script=Han}{2})[ \u3000]+(?=\p{Script=Han}{2})/gu, '\n')
    .split(/[。；;！!，,\n()（）【】[\]/／|]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

function clauseOf(words: string, names: Names): Clause {
  const text = fold(words)
    .replace(/(意见|建议)(?:如下)?[:为]?无$/, '无$1')
    .replace(/^(?:首先|其次|最后)/, '');
  return { words, text, tokens: lex(text, names) };
}

/** Traditional characters of the phrases. */
const traditional = new Map<string, string>(
  [
    ...'無无見见異异議议參参與与單单對对沒没暫暂時时間间項项務务劃划關关於于據据據据會会將将為为這这個个們们領领導导審审報报復复覆复饋馈函函該该貴贵辦办聯联區区縣县經经過过認认課课請请問问題题沒没贊赞誠诚點点電电話话'.matchAll(
      /(.)(.)/gu,
    ),
    ...'計计確确認认願愿進进資资數数雙双證证權权構构產产號号讓让處处長长員员屬属職职責责範范圍围實实應应當当調调補补刪删減减種种類类頻频稱称僅仅從从後后來来謝谢麼么嗎吗給给發发開开隨随機机檢检查查標标準准條条併并簽签書书詳详歸归內内統统監监執执業业'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, old = '', now = '']) => [old, now] as const),
);

export const fold = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase()]
    .map((character) => traditional.get(character) ?? character)
    .join('')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/ (?=[^\x21-\x7e])|(?<=[^\x21-\x7e]) /g, '')
    .trim();

/** Signs that only set words apart. */
const marks = /[\s、:\-—–·*_~#'"“”‘’`「」『』<>^♪]+/y;
/** Faces and hands that say neither yes nor no. */
const ornament =
  /(?:🙏|😊|😄|🌹|🌷|🤝|🙂|😁|😀|💪|❤|🎉|[\u{1f3fb}-\u{1f3ff}\ufe0f]|:(?:pray|smile|blush|rose|handshake):)+/uy;
const word = /[a-z']+|\d+(?:\.\d+)?|./suy;

/** Total and linear: never fails, whatever is written. */
function lex(text: string, names: Names): readonly Token[] {
  const tokens: Token[] = [];
  const push = (meaning: Meaning, part: string) => {
    const last = tokens.at(-1);
    if (meaning === 'unknown' && last?.meaning === 'unknown')
      tokens[tokens.length - 1] = { meaning, text: last.text + part };
    else tokens.push({ meaning, text: part });
  };
  for (let at = 0; at < text.length; ) {
    const skipped = at1(marks, text, at) ?? at1(ornament, text, at);
    const phrase =
      skipped === null
        ? (phraseAt(names, text, at) ?? longest(neutralAt(text, at), formBefore(text, at), phraseAt(lexicon, text, at)))
        : null;
    const form = skipped === null && phrase === null ? formAt(text, at) : null;
    if (skipped !== null) at += skipped.length;
    else {
      const [part, meaning] = phrase ?? form ?? [at1(word, text, at) ?? text.charAt(at), 'unknown' as const];
      push(meaning, part);
      at += part.length;
    }
  }
  return tokens;
}

function at1(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function phraseAt(table: Names, text: string, at: number): readonly [string, Meaning] | null {
  const found = table
    .get(text.charAt(at))
    ?.find(
      ([phrase, meaning]) =>
        text.startsWith(phrase, at) &&
        ends(text, at + phrase.length) &&
        !(meaning === 'receipt' && phrase.length === 1 && !/^(?:[的了啊呀哈~]|$)/.test(text.slice(at + 1, at + 2))),
    );
  return found ?? null;
}

/** A Latin phrase ends where its word does. */
const ends = (text: string, at: number): boolean =>
  !(/[a-z]/.test(text.charAt(at - 1)) && /[a-z]/.test(text.charAt(at)));

type Found = readonly [string, Meaning] | null;
/** Of equal ones the last. */
const longest = (...found: readonly Found[]): Found =>
  found.reduce((best, each) => (each !== null && each[0].length >= (best?.[0].length ?? 0) ? each : best), null);

/** Forms that begin like a shorter phrase: 没有此类任务 before 没有. */
function formBefore(text: string, at: number): readonly [string, Meaning] | null {
  const form = formAt(text, at);
  if (form === null || form[1] === 'other') return null;
  const phrase = phraseAt(lexicon, text, at);
  return phrase === null || phrase[0].length < form[0].length ? form : null;
}

function formAt(text: string, at: number): readonly [string, Meaning] | null {
  for (const [pattern, meaning] of forms) {
    const found = at1(pattern, text, at);
    if (found !== null && found !== '' && !(meaning === 'other' && /[我本贵你]局$/.test(found)))
      return [found, meaning];
  }
  return null;
}
