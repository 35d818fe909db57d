/** What can be typed after a command, shown when it is asked for, and when something else was typed. */
import type { Words } from '../../core/words.ts';
import { heading, type Message, type Part } from '../message/message.ts';

export interface Usage {
  readonly command: `/${string}`;
  readonly title: Words;
  readonly lines: readonly Words[];
  readonly note?: Words;
}

const linesOf = ({ lines, note }: Usage): readonly Part[] => [
  { kind: 'list', items: lines },
  ...(note === undefined ? [] : [{ kind: 'note', words: note } as const]),
];

export const usageMessage = (usage: Usage): Message => ({
  summary: usage.title,
  parts: [heading(usage.title.zh, usage.title.en), ...linesOf(usage)],
});

/** Characters of what was typed that are said back. */
const saidBackMost = 40;

export function notUnderstood(usage: Usage, text: string): Message {
  const typed = `${usage.command} ${text.trim().slice(0, saidBackMost)}`;
  const words = {
    zh: `没有“${typed}”这个命令，可以这样写：`,
    en: `There is no command “${typed}”; you can write:`,
  };
  return { summary: words, parts: [{ kind: 'text', words }, ...linesOf(usage)] };
}
