/** What is typed after `/draw`, in Chinese or English: “新建”, “开签 3”, “open 3”. */
import type { Command, Route } from '../door.ts';
import { confirmAnnulmentAct, confirmCorrectionAct } from './end.ts';
import { askToOpen, checkpointAct, closeOpeningAct, closeSealingAct, discloseAct } from './open.ts';
import { revealAct } from './secrets.ts';
import { help, statusAct } from './status.ts';
import { numberIn } from './which.ts';

const form =
  (name: string) =>
  (rest: string): Route => ({ kind: 'form', form: name, about: rest });
/** What stands behind the word is read by the act or the form itself, which says so where it is no number. */
const act =
  (does: typeof statusAct) =>
  (rest: string): Route => ({ kind: 'act', act: (asked) => does(asked, rest) });

interface Word {
  readonly words: readonly string[];
  readonly route: (rest: string) => Route;
}

const table: readonly Word[] = [
  { words: ['新建', '锁定', 'freeze', 'new'], route: form('draw-freeze') },
  { words: ['状态', '进度', 'status'], route: act(statusAct) },
  { words: ['会签', 'cosign'], route: form('draw-cosign') },
  { words: ['封签', 'seal'], route: form('draw-seal') },
  { words: ['启封', 'reveal'], route: act(revealAct) },
  { words: ['公共数', '录入', 'number'], route: form('draw-number') },
  { words: ['下一顺位', 'pass-over'], route: form('draw-pass-over') },
  { words: ['开签', 'open'], route: act(askToOpen) },
  { words: ['截止封签', '封签截止', 'close-sealing'], route: act(closeSealingAct) },
  { words: ['截止启封', '启封截止', 'close-opening'], route: act(closeOpeningAct) },
  { words: ['中止', 'abort'], route: form('draw-abort') },
  { words: ['更正', 'correct'], route: form('draw-correct') },
  { words: ['确认更正', 'confirm-correction'], route: act(confirmCorrectionAct) },
  { words: ['撤销', 'annul'], route: form('draw-annul') },
  { words: ['确认撤销', 'confirm-annulment'], route: act(confirmAnnulmentAct) },
  { words: ['补抽', 'posts'], route: form('draw-posts') },
  { words: ['校验点', 'checkpoint'], route: act(checkpointAct) },
  { words: ['公开', 'disclose'], route: act(discloseAct) },
  { words: ['帮助', 'help', '?'], route: () => ({ kind: 'open', act: async () => help(null) }) },
];

/** Longest first, so that 截止封签 is not read as something shorter. */
const entries = table
  .flatMap(({ words, route }) => words.map((word) => ({ word, route })))
  .sort((a, b) => b.word.length - a.word.length);

export const drawCommand: Command = (text) => {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return act(statusAct)('');
  for (const { word, route } of entries) {
    if (typed.slice(0, word.length).toLowerCase() !== word) continue;
    const rest = typed.slice(word.length);
    // An English word ends where its letters end; a Chinese one ends where it ends.
    if (/^[a-z]/.test(word) && /^[\p{L}\p{N}_-]/u.test(rest)) continue;
    return route(rest.replace(/^[\s:,、]+/, '').trim());
  }
  if (!Number.isNaN(numberIn(typed))) return act(statusAct)(typed);
  return { kind: 'open', act: async () => help(typed) };
};
