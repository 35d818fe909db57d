/** 退回: one task with what is to be mended in it, or the whole plan at once. */
import { reviewPointWords } from '../../../core/policy/words.ts';
import { type Form, one, some } from '../../message/form.ts';
import { same } from '../../message/message.ts';
import { read } from '../../post/say/plan/choices.ts';
import { pointList } from '../../say/plan-reviews.ts';
import { returnPlan } from '../../verbs/plan/return-plan.ts';
import { reviewTask } from '../../verbs/plan/review-task.ts';
import { atField, fieldsBy, filled, noForm, refusedAt } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { viewMeant } from './meant.ts';
import { afterwards, reviewerIn } from './review.ts';

/** 退回此项: on which points, and why. */
export const returnTaskForm: FormDoor = {
  open: async (asked, about) => {
    const { plan: no, task: taskNo } = read(about);
    const view = await viewMeant(asked, no, 'review-task');
    if (!view.ok) return noForm(view.error);
    const mine = reviewerIn(asked, view.value);
    if (!mine.ok) return noForm(mine.error);
    const { names } = view.value;
    const form: Form = {
      id: 'plan-task-return',
      about,
      title: { zh: '退回此项任务', en: 'Return this task' },
      submit: { zh: '退回', en: 'Return' },
      intro: [{ kind: 'text', words: { zh: `任务 ${names.task(taskNo)}`, en: `Task ${names.task(taskNo)}` } }],
      fields: [
        {
          kind: 'some-of',
          id: 'points',
          label: { zh: '就哪些方面退回', en: 'On which points' },
          options: mine.value.points.map((point) => ({ value: point, label: reviewPointWords[point] })),
          initial: [...mine.value.points],
        },
        {
          kind: 'text',
          id: 'words',
          label: { zh: '修改意见', en: 'What is to be mended' },
          lines: 'many',
          atMost: 1000,
        },
      ],
    };
    return { form };
  },
  submit: async (asked, about, values) => {
    const { plan, version, page, task } = read(about);
    const points = Object.keys(reviewPointWords).filter((point): point is keyof typeof reviewPointWords =>
      some(values, 'points').includes(point),
    );
    if (points.length === 0) return atField('points', { zh: '请至少选一个方面。', en: 'Choose one point at least.' });
    const verdicts = [{ task, verdict: 'returned' as const, words: one(values, 'words') }];
    const done = await reviewTask(asked.deps, asked.actor, { plan, version, points, verdicts });
    if (done.ok) return afterwards(asked, done.value, page);
    return refusedAt(done.error, wordless(done.error));
  },
};

/** Both forms ask for words, and both verbs insist on them. */
const wordless = fieldsBy({ 'no-reason-given': 'words' });

/** 退回: the whole plan goes back now, with the tasks that are meant. */
export const returnForm: FormDoor = {
  open: async (asked, about) => {
    const view = await viewMeant(asked, read(about).plan, 'return-plan');
    if (!view.ok) return noForm(view.error);
    const mine = reviewerIn(asked, view.value);
    if (!mine.ok) return noForm(mine.error);
    const { plan } = view.value;
    const points = pointList(mine.value.points);
    const form: Form = {
      id: 'plan-return',
      about,
      title: { zh: '退回计划', en: 'Return the plan' },
      submit: { zh: '退回', en: 'Return' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: `计划 ${plan.no} 第 ${plan.version} 版退回起草人修改；您审核的是${points.zh}。已逐项退回的任务一并列出，不必再选。`,
            en: `Plan ${plan.no}, version ${plan.version}, goes back. You review ${points.en}. Tasks returned one by one are named by themselves.`,
          },
        },
      ],
      fields: [
        {
          kind: 'some-of',
          id: 'tasks',
          label: { zh: '须修改的任务', en: 'Tasks to be mended' },
          optional: true,
          options: plan.tasks.map(({ no, name }) => {
            return { value: no, label: same(`${no} ${name}`) };
          }),
        },
        { kind: 'text', id: 'words', label: { zh: '退回意见', en: 'Why' }, lines: 'many', atMost: 2000 },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const { plan, version } = read(about);
    const done = await returnPlan(deps, actor, {
      plan,
      ...(version === 0 ? {} : { version }),
      words: one(values, 'words'),
      tasks: some(values, 'tasks'),
    });
    return filled(done, wordless, (after) => ({
      zh: `计划 ${after.no} 已退回起草人修改（现为第 ${after.version} 版草案）。`,
      en: `Plan ${after.no} went back to its drafters (version ${after.version}, a draft).`,
    }));
  },
};
