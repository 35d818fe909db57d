/**
 * The word after a command, in Chinese or English, with or without a blank behind it: “绑定ABCD-…”, “开签 3”, “open 3”. An English
 * word ends where its letters end; a Chinese one ends where it ends.
 */
import { show } from './answer.ts';
import type { Command, Route } from './door.ts';
import { notUnderstood, type Usage, usageMessage } from './usage.ts';

export interface Subcommand {
  /** Chinese first, in small letters; each is understood. */
  readonly words: readonly string[];
  /** Null where what stands behind it is nothing that this word takes: then nothing is understood. */
  readonly route: (rest: string) => Route | null;
}

export interface Typed<Name extends string> {
  readonly subcommand: Name;
  /** What stands behind it, as typed. */
  readonly rest: string;
}

/** Null where the text begins with no word of the table. */
export function readerOf<Name extends string>(
  table: Readonly<Record<Name, Pick<Subcommand, 'words'>>>,
): (text: string) => Typed<Name> | null {
  // Longest first, so that 解除绑定 is not read as something shorter. Keys of a record of names are names; the compiler calls them text.
  const entries = Object.entries<Pick<Subcommand, 'words'>>(table)
    .flatMap(([name, { words }]) => words.map((word) => ({ name: name as Name, word })))
    .sort((a, b) => b.word.length - a.word.length);
  return (text) => {
    const typed = text.trim();
    for (const { name, word } of entries) {
      // Letters of an input method that are as wide as a Chinese character are the same letters.
      if (typed.slice(0, word.length).normalize('NFKC').toLowerCase() !== word) continue;
      const rest = typed.slice(word.length);
      if (/^[a-z]/.test(word) && /^[\p{L}\p{N}_-]/u.test(rest)) continue;
      return { subcommand: name, rest: rest.replace(/^[\s:：,，、]+/, '').trim() };
    }
    return null;
  };
}

interface CommandTable {
  readonly usage: Usage;
  readonly words: Readonly<Record<string, Subcommand>>;
  /** The command alone. */
  readonly bare: Route;
  /** What begins with no word of the table: a number, say. */
  readonly otherwise?: (typed: string) => Route | null;
}

/** Every command also has 帮助, and says what can be typed where something else was. */
export function commandOf({ usage, words, bare, otherwise = () => null }: CommandTable): Command {
  const table: Readonly<Record<string, Subcommand>> = { ...words, help: helpOf(usage) };
  const read = readerOf(table);
  return (text) => {
    if (text.trim() === '') return bare;
    const typed = read(text);
    const route = typed === null ? otherwise(text.trim()) : table[typed.subcommand]?.route(typed.rest);
    return route ?? { kind: 'open', act: async () => show(notUnderstood(usage, text)) };
  };
}

const helpOf = (usage: Usage): Subcommand => ({
  words: ['帮助', 'help', '?'],
  route: () => ({ kind: 'open', act: async () => show(usageMessage(usage)) }),
});
