/** `/remind` and the word after it, in Chinese or English. */
import type { Words } from '../../../core/words.ts';
import { heading, type Message, text } from '../../message.ts';
import type { Command } from '../door.ts';
import { listDue, pressConsultation, pressNow } from './press.ts';

const lines: readonly Words[] = [
  { zh: '/remind 列表：各项到期事项（联席办看全部，各单位看本单位）', en: '/remind list: what is due' },
  {
    zh: '/remind 现在：对近期到期和逾期的事项立即催办（联席办）',
    en: '/remind now: remind of all that is near (office)',
  },
  {
    zh: '/remind 2026-1：催办该次征询未反馈的单位（联席办）',
    en: '/remind 2026-1: the silent departments of that consultation (office)',
  },
  { zh: '/remind 帮助：本说明', en: '/remind help: this page' },
];

const rule: Words = {
  zh: '系统在工作日 08:30 至 12:00、14:30 至 17:30 自动提醒，每项每次只提醒一遍；期限遇休息日的，在此前最后一个工作日提醒，期限不变。',
  en: 'Reminders go out by themselves on working days, 08:30 to 12:00 and 14:30 to 17:30, each once; a day that is a rest day is reminded of on the working day before and is not moved.',
};

const helpParts: Message['parts'] = [
  { kind: 'list', items: lines },
  { kind: 'note', words: rule },
];

const help: Message = {
  summary: { zh: '催办命令说明', en: 'How to use /remind' },
  parts: [heading('催办命令', '/remind'), ...helpParts],
};

export const remind: Command = (typed) => {
  const given = typed.normalize('NFKC').trim();
  if (/^(?:列表|全部|待办|list|all)?$/i.test(given)) return { kind: 'act', act: (asked) => listDue(asked) };
  if (/^(?:现在|立即|马上|催办|now)$/i.test(given)) return { kind: 'act', act: (asked) => pressNow(asked) };
  const [, no] = /^(?:征询|consult(?:ation)?)?\s*(20\d\d-\d{1,4})$/i.exec(given) ?? [];
  if (no !== undefined) return { kind: 'act', act: (asked) => pressConsultation(asked, no) };
  if (/^(?:帮助|help|\?)$/i.test(given)) return { kind: 'open', act: async () => ({ kind: 'say', message: help }) };
  const shown = given.slice(0, 40);
  return {
    kind: 'open',
    act: async () => ({
      kind: 'say',
      message: {
        summary: { zh: `不明白“${shown}”。`, en: `“${shown}” is not understood.` },
        parts: [text(`不明白“${shown}”，可以这样写：`, `“${shown}” is not understood; you can write:`), ...helpParts],
      },
    }),
  };
};
