/** The commands as the page offers them while one types: the very table that help is made from. */
import { commandLines } from '../chat/help.ts';
import type { PageCommand } from './workspace/page-shape.ts';

export const pageCommands: readonly PageCommand[] = commandLines.map(({ command, words: [zh, en], what }) => ({
  line: { zh: `${command} ${zh}`, en: `${command} ${en}` },
  words: what,
}));
