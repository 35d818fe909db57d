/** What is typed after `/plan`, with a plan's number or without; a number alone asks how that plan stands. */
import { written } from '../../post/say/plan/choices.ts';
import type { Answer, Asked, Route } from '../door.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { showCalendar } from './calendar.ts';
import { askIssue, checkNow, statusOf, submit, whoHas } from './look.ts';
import { lastNumber } from './meant.ts';
import { showPerformed } from './performed.ts';
import { reviewPage } from './review.ts';

const usage: Usage = {
  command: '/plan',
  title: { zh: '年度抽查计划：可以输入的命令', en: 'The annual plan: what you can type' },
  lines: [
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
    {
      zh: '/plan 日历 2026：一年的上级任务、部门联合、部门内部任务（不写年份为本年）',
      en: '/plan calendar 2026: all tasks of a year',
    },
    {
      zh: '/plan 履职 3：第 3 项任务谁应在何时前办何事、何时办结（可先写计划编号）',
      en: '/plan done 3: who owed what about task 3, and when it was done',
    },
    { zh: '/plan 阅知：谁已阅知', en: '/plan seen: who has noted it' },
    { zh: '/plan 汇总：由征询反馈汇总编制计划', en: '/plan compile: from the replies of a consultation' },
  ],
};

const act =
  (then: (asked: Asked, plan: string) => Promise<Answer>) =>
  (rest: string): Route => ({
    kind: 'act',
    act: async (asked) => then(asked, rest === '' ? await lastNumber(asked.deps) : rest),
  });

/** A form's matter is the number as typed; '' stands for the last plan, which the form finds out. */
const form =
  (name: string) =>
  (rest: string): Route => ({ kind: 'form', form: name, about: written({ plan: rest }) });

export const planCommand = commandOf({
  usage,
  bare: act(statusOf)(''),
  words: {
    status: { words: ['状态', 'status'], route: act(statusOf) },
    check: { words: ['核对', 'check'], route: act(checkNow) },
    change: { words: ['修改', '调整', 'change'], route: form('plan-change') },
    submit: { words: ['送审', 'submit'], route: act(submit) },
    review: { words: ['审核', 'review'], route: act((asked, plan) => reviewPage(asked, plan, 0)) },
    issue: { words: ['印发', 'issue'], route: act(askIssue) },
    publish: { words: ['公示', 'publish'], route: form('plan-publish') },
    keep: { words: ['说明理由', '理由', 'keep'], route: form('plan-keep') },
    compile: { words: ['汇总', 'compile'], route: (rest) => ({ kind: 'form', form: 'plan-compile', about: rest }) },
    calendar: {
      words: ['日历', '任务日历', 'calendar'],
      route: (rest) => ({ kind: 'act', act: (asked) => showCalendar(asked, rest) }),
    },
    performed: {
      words: ['履职', '办理情况', 'done'],
      route: (rest) => ({ kind: 'act', act: (asked) => showPerformed(asked, rest) }),
    },
    seen: { words: ['阅知', 'seen'], route: act(whoHas) },
  },
  otherwise: (typed) => (/〔|\d{4}/.test(typed) ? act(statusOf)(typed) : null),
});
