/** Buttons about a plan: each built here and its matter read here again, so that a name stands in one place only. */
import type { Choice } from '../../../message/message.ts';
import { wholeNumber } from '../../whole-number.ts';

/** What a button about a plan is about. A plan's number has no blanks; a task's number may, so that it comes last. */
export interface PlanAbout {
  readonly plan: string;
  readonly version?: number;
  readonly page?: number;
  readonly task?: string;
}

export const written = ({ plan, version = 0, page = 0, task = '' }: PlanAbout): string =>
  `${plan} ${version} ${page} ${task}`.trimEnd();

/** What came back is parsed anew: a number that is none is 0, and a verb refuses the rest. */
export function read(about: string): Required<PlanAbout> {
  const [, plan = '', version = '', page = '', task = ''] = /^(\S*) ?(\S*) ?(\S*) ?(.*)$/su.exec(about) ?? [];
  return { plan, version: wholeNumber(version), page: wholeNumber(page), task };
}

type Rest = Omit<Choice, 'about'>;

const rests = {
  findings: { id: 'plan-findings', label: { zh: '全部核对意见', en: 'All findings' } },
  check: { id: 'plan-check', label: { zh: '重新核对', en: 'Check again' } },
  tasks: { id: 'plan-tasks', label: { zh: '全部任务', en: 'All tasks' } },
  keep: { id: 'plan-keep', label: { zh: '说明理由', en: 'Give a reason' } },
  change: { id: 'plan-change', label: { zh: '修改任务', en: 'Change a task' } },
  submit: { id: 'plan-submit', label: { zh: '送审', en: 'Send for review' }, weight: 'primary' },
  review: { id: 'plan-review', label: { zh: '逐项审核', en: 'Review task by task' }, weight: 'primary' },
  approve: {
    id: 'plan-approve',
    label: { zh: '全部通过', en: 'Approve all' },
    confirm: {
      title: { zh: '全部通过', en: 'Approve all' },
      text: {
        zh: '将就本单位负责审核的各方面通过计划的全部任务，并记录在案。',
        en: 'All tasks pass on every point that is yours to review. It goes on record.',
      },
      yes: { zh: '通过', en: 'Approve' },
      no: { zh: '再看看', en: 'Not yet' },
    },
  },
  return: { id: 'plan-return', label: { zh: '退回', en: 'Return' }, weight: 'danger' },
  passTask: { id: 'plan-task-pass', label: { zh: '通过', en: 'Pass' } },
  returnTask: { id: 'plan-task-return', label: { zh: '退回此项', en: 'Return this one' } },
  issue: {
    id: 'plan-issue',
    label: { zh: '印发', en: 'Issue' },
    weight: 'primary',
    confirm: {
      title: { zh: '印发计划', en: 'Issue the plan' },
      text: {
        zh: '印发后各有关单位即收到本单位任务；以后的调整须成新版本并写明理由。',
        en: 'The departments get their tasks at once; a later change is a new version with its reason.',
      },
      yes: { zh: '印发', en: 'Issue' },
      no: { zh: '取消', en: 'Cancel' },
    },
  },
  publish: { id: 'plan-publish', label: { zh: '登记公示', en: 'Record a publication' }, weight: 'primary' },
  see: { id: 'plan-see', label: { zh: '阅知', en: 'Noted' }, weight: 'primary' },
  seen: { id: 'plan-seen', label: { zh: '阅知情况', en: 'Who has noted it' } },
} as const satisfies Record<string, Rest>;

export const planChoice = (name: keyof typeof rests, about: PlanAbout, change: Partial<Rest> = {}): Choice => ({
  ...rests[name],
  ...change,
  about: written(about),
});

/** Further pages of a list that is shown to one person. */
export function pages(name: keyof typeof rests, about: PlanAbout, page: number, of: number): readonly Choice[] {
  const to = (at: number, zh: string, en: string) => planChoice(name, { ...about, page: at }, { label: { zh, en } });
  return [
    ...(page > 0 ? [to(page - 1, '上一页', 'Back')] : []),
    ...(page + 1 < of ? [to(page + 1, '下一页', 'Next')] : []),
  ];
}
