/** What is typed after `/remind`; a consultation's number alone reminds its silent departments. */
import type { Route } from '../door.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { listDue, pressConsultation, pressNow } from './press.ts';

const usage: Usage = {
  command: '/remind',
  title: { zh: '催办：可以输入的命令', en: 'Reminders: what you can type' },
  lines: [
    { zh: '/remind 列表：各项到期事项（联席办看全部，各单位看本单位）', en: '/remind list: what is due' },
    {
      zh: '/remind 现在：对近期到期和逾期的事项立即催办（联席办）',
      en: '/remind now: remind of all that is near (office)',
    },
    {
      zh: '/remind 2026-1：催办该次征询未反馈的单位（联席办）',
      en: '/remind 2026-1: the silent departments of that consultation (office)',
    },
  ],
  note: {
    zh: '系统在工作日 08:30 至 12:00、14:30 至 17:30 自动提醒，每项每次只提醒一遍；期限遇休息日的，在此前最后一个工作日提醒，期限不变。',
    en: 'Reminders go out by themselves on working days, 08:30 to 12:00 and 14:30 to 17:30, each once; a day that is a rest day is reminded of on the working day before and is not moved.',
  },
};

const list: Route = { kind: 'act', act: (asked) => listDue(asked) };
const now: Route = { kind: 'act', act: (asked) => pressNow(asked) };

function ofConsultation(typed: string): Route | null {
  const no = typed.normalize('NFKC');
  return /^20\d\d-\d{1,4}$/.test(no) ? { kind: 'act', act: (asked) => pressConsultation(asked, no) } : null;
}

export const remind = commandOf({
  usage,
  bare: list,
  words: {
    list: { words: ['列表', '全部', '待办', 'list', 'all'], route: (rest) => (rest === '' ? list : null) },
    now: { words: ['现在', '立即', '马上', '催办', 'now'], route: (rest) => (rest === '' ? now : null) },
    consultation: { words: ['征询', 'consult', 'consultation'], route: ofConsultation },
  },
  otherwise: ofConsultation,
});
