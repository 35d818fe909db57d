/** The annual plan in the chat: looked at, checked, changed, sent for review, reviewed task by task, issued, published, noted. */
import { read } from '../post/say/plan/choices.ts';
import type { Chapter } from './door.ts';
import { changeForm, changeTaskForm, sheetUnderPlan } from './plan/change.ts';
import { planCommand } from './plan/command.ts';
import { compileForm } from './plan/compile.ts';
import { approveAll, checkNow, findings, issue, see, submit, tasks, whoHas } from './plan/look.ts';
import { keepForm, publishForm } from './plan/office.ts';
import { returnForm, returnTaskForm } from './plan/return.ts';
import { passTask, reviewPage } from './plan/review.ts';

export const planChapter: Chapter = {
  commands: { plan: planCommand },
  choices: {
    'plan-check': { kind: 'act', act: (asked, about) => checkNow(asked, read(about).plan) },
    'plan-findings': { kind: 'act', act: (asked, about) => findings(asked, read(about).plan, read(about).page) },
    'plan-tasks': { kind: 'act', act: tasks },
    'plan-submit': { kind: 'act', act: (asked, about) => submit(asked, read(about).plan) },
    'plan-review': { kind: 'act', act: (asked, about) => reviewPage(asked, read(about).plan, read(about).page) },
    'plan-task-pass': { kind: 'act', act: passTask },
    'plan-task-return': { kind: 'form', form: 'plan-task-return' },
    'plan-approve': { kind: 'act', act: approveAll },
    'plan-return': { kind: 'form', form: 'plan-return' },
    'plan-issue': { kind: 'act', act: (asked, about) => issue(asked, read(about).plan) },
    'plan-see': { kind: 'act', act: see },
    'plan-seen': { kind: 'act', act: (asked, about) => whoHas(asked, read(about).plan) },
    'plan-keep': { kind: 'form', form: 'plan-keep' },
    'plan-change': { kind: 'form', form: 'plan-change' },
    'plan-publish': { kind: 'form', form: 'plan-publish' },
    /** About a consultation's number; its own post offers it. */
    'plan-compile': { kind: 'form', form: 'plan-compile' },
  },
  forms: {
    'plan-keep': keepForm,
    'plan-change': changeForm,
    'plan-change-task': changeTaskForm,
    'plan-publish': publishForm,
    'plan-return': returnForm,
    'plan-task-return': returnTaskForm,
    'plan-compile': compileForm,
  },
  talk: { plan: sheetUnderPlan },
};
