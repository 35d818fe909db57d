/** `/plan`: what was typed after it, in Chinese or English, with a plan's number or without. */
import type { Words } from '../../../core/words.ts';
import { heading, type Part } from '../../message.ts';
import { show } from '../answer.ts';
import type { Answer, Asked, Command, Route } from '../door.ts';
import { written } from './choice.ts';
import { askIssue, checkNow, statusOf, submit, whoHas } from './look.ts';
import { lastNumber } from './meant.ts';
import { reviewPage } from './review.ts';

const subcommands = {
  status: ['状态', 'status'],
  check: ['核对', 'check'],
  change: ['修改', '调整', 'change'],
  submit: ['送审', 'submit'],
  review: ['审核', 'review'],
  issue: ['印发', 'issue'],
  publish: ['公示', 'publish'],
  keep: ['说明理由', '理由', 'keep'],
  compile: ['汇总', 'compile'],
  seen: ['阅知', 'seen'],
  help: ['帮助', 'help', '?', '？'],
} as const satisfies Record<string, readonly string[]>;

type Subcommand = keyof typeof subcommands;

const words = Object.entries(subcommands)
  .flatMap(([name, list]) => list.map((word) => ({ name: name as Subcommand, word })))
  .sort((a, b) => b.word.length - a.word.length);

/** A plan's number alone asks for its state; an English word ends where its letters end. */
function readText(text: string): { readonly subcommand: Subcommand | null; readonly rest: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { subcommand: 'status', rest: '' };
  for (const { name, word } of words) {
    const rest = trimmed.slice(word.length);
    if (trimmed.slice(0, word.length).toLowerCase() !== word) continue;
    if (/^[a-z]/.test(word) && /^[\p{L}\p{N}_-]/u.test(rest)) continue;
    return { subcommand: name, rest: rest.replace(/^[\s:：,，、]+/, '').trim() };
  }
  return { subcommand: null, rest: trimmed };
}

export const planCommand: Command = (text) => {
  const { subcommand, rest } = readText(text);
  return subcommand === null
    ? { kind: 'act', act: async (asked) => (/〔|\d{4}/.test(rest) ? statusOf(asked, rest) : unknown(rest)) }
    : routeOf(subcommand, rest);
};

/** A form's matter is the number as typed; '' stands for the last plan, which the form finds out. */
function routeOf(subcommand: Subcommand, rest: string): Route {
  const act = (then: (asked: Asked, plan: string) => Promise<Answer>): Route => ({
    kind: 'act',
    act: async (asked) => then(asked, rest === '' ? await lastNumber(asked.deps) : rest),
  });
  const form = (name: string): Route => ({ kind: 'form', form: name, about: written({ plan: rest }) });
  switch (subcommand) {
    case 'status':
      return act(statusOf);
    case 'check':
      return act(checkNow);
    case 'change':
      return form('plan-change');
    case 'submit':
      return act(submit);
    case 'review':
      return act((asked, plan) => reviewPage(asked, plan, 0));
    case 'issue':
      return act(askIssue);
    case 'publish':
      return form('plan-publish');
    case 'keep':
      return form('plan-keep');
    case 'compile':
      return { kind: 'form', form: 'plan-compile', about: rest };
    case 'seen':
      return act(whoHas);
    case 'help':
      return { kind: 'open', act: async () => help() };
  }
}

const lines: readonly Words[] = [
  {
    zh: '/plan 状态：计划现在的情况（可写计划编号，不写为最近一份）',
    en: '/plan status: how it stands (a number, or the last one)',
  },
  { zh: '/plan 核对：全部核对意见', en: '/plan check: all findings' },
  { zh: '/plan 修改：调整或取消一项任务，须写明理由', en: '/plan change: change or drop a task, with a reason' },
  { zh: '/plan 说明理由：对“原则上”的意见说明理由后保留', en: '/plan keep: a reason for what binds in principle' },
  { zh: '/plan 送审：送审核人员逐项审核', en: '/plan submit: send it to its reviewers' },
  { zh: '/plan 审核：逐项审核，通过或退回', en: '/plan review: task by task, pass or return' },
  {
    zh: '/plan 印发、/plan 公示：印发计划，登记公示渠道和日期',
    en: '/plan issue, /plan publish: issue it, record where it is public',
  },
  { zh: '/plan 阅知：谁已阅知', en: '/plan seen: who has noted it' },
  { zh: '/plan 汇总：由征询反馈汇总编制计划', en: '/plan compile: from the replies of a consultation' },
];

const list: Part = { kind: 'list', items: lines };
const title = { zh: '年度抽查计划：可以输入的命令', en: 'The annual plan: what you can type' };

const help = (): Answer => show({ summary: title, parts: [heading(title.zh, title.en), list] });

function unknown(typed: string): Answer {
  const said = { zh: `没有“${typed.slice(0, 40)}”这个命令。`, en: `There is no command “${typed.slice(0, 40)}”.` };
  return show({ summary: said, parts: [{ kind: 'text', words: said }, list] });
}
