/** What is answered to a word that is no command of ours. */
import type { Words } from '../../../core/words.ts';
import { show } from '../answer.ts';
import type { Answer } from '../door.ts';
import { helpMessage } from '../help.ts';

export function unknown(text: string): Answer {
  const typed = text.trim().slice(0, 40);
  const words: Words = { zh: `没有“${typed}”这个命令。`, en: `There is no command “${typed}”.` };
  return show({ summary: words, parts: [{ kind: 'text', words }, ...helpMessage().parts] });
}
