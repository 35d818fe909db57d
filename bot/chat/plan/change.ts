/** Changing a plan that stands: one task by a form, several by a sheet under the plan's post. Always with a reason. */
import type { Words } from '../../../core/words.ts';
import { type Form, one, optionsMost } from '../../message/form.ts';
import { firstOf, type Message, type Part, same } from '../../message/message.ts';
import { read, written } from '../../post/say/plan/choices.ts';
import { sayPlanSheet, sayPlanState, sayTask } from '../../say/plan-page.ts';
import { changeTask } from '../../verbs/plan/change-task.ts';
import { reviseBySheet } from '../../verbs/plan/revise-by-sheet.ts';
import { atField, fieldsBy, filled, noForm, quiet, refused, show, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor, Talk } from '../door.ts';
import { viewMeant } from './meant.ts';

/** First which task; what of it comes next, with what stands there now beside it. */
export const changeForm: FormDoor = {
  open: async (asked, about) => {
    const view = await viewMeant(asked, read(about).plan, 'draft-plan');
    if (!view.ok) return noForm(view.error);
    const { plan } = view.value;
    const label = { zh: '哪一项任务', en: 'Which task' };
    const form: Form = {
      id: 'plan-change',
      about: written({ plan: plan.no, version: plan.version }),
      title: { zh: '修改任务', en: 'Change a task' },
      submit: { zh: '下一步', en: 'Next' },
      intro: [{ kind: 'text', words: sayPlanState(plan) }],
      fields: [
        plan.tasks.length > optionsMost
          ? { kind: 'text', id: 'task', label, placeholder: { zh: '任务编号', en: 'its number' }, atMost: 80 }
          : {
              kind: 'one-of',
              id: 'task',
              label,
              options: plan.tasks.map(({ no, name }) => ({
                value: no,
                label: same(`${no} ${name}`),
              })),
            },
      ],
    };
    return { form };
  },
  submit: async (asked, about, values) => {
    const { plan, version } = read(about);
    const opened = await changeTaskForm.open(asked, written({ plan, version, task: one(values, 'task') }));
    return 'form' in opened ? { kind: 'form', form: opened.form } : show(opened.message);
  },
};

export const changeTaskForm: FormDoor = {
  open: async (asked, about) => {
    const { plan: no, task: taskNo } = read(about);
    const view = await viewMeant(asked, no, 'draft-plan');
    if (!view.ok) return noForm(view.error);
    const { plan, names } = view.value;
    const task = plan.tasks.find((each) => each.no === taskNo);
    if (task === undefined)
      return noForm({ stage: 'plan', why: { reason: 'no-such-task', plan: plan.no, task: taskNo } });
    const now = sayTask(task, names);
    const form: Form = {
      id: 'plan-change-task',
      about,
      title: { zh: '修改任务', en: 'Change a task' },
      submit: { zh: '成为新版本', en: 'Make a new version' },
      intro: [{ kind: 'text', words: { zh: `现为：${now.zh.trim()}`, en: `Now: ${now.en.trim()}` } }],
      fields: [
        {
          kind: 'one-of',
          id: 'what',
          label: { zh: '怎样修改', en: 'What to do' },
          options: [
            { value: 'set', label: { zh: '调整比例或检查实施期', en: 'Change ratio or window' } },
            { value: 'drop', label: { zh: '取消这项任务', en: 'Drop the task' } },
          ],
          initial: 'set',
        },
        {
          kind: 'text',
          id: 'ratio',
          label: { zh: '抽查比例', en: 'Ratio' },
          hint: {
            zh: '写全各类，例如 A类1%、B类5%，或 20户；不改请留空',
            en: 'All classes, such as A类1%、B类5%, or 20户; empty leaves it',
          },
          optional: true,
          atMost: 200,
        },
        {
          kind: 'date',
          id: 'from',
          label: { zh: '检查实施期自', en: 'Window from' },
          initial: task.window.from,
          optional: true,
        },
        {
          kind: 'date',
          id: 'to',
          label: { zh: '检查实施期至', en: 'Window to' },
          initial: task.window.to,
          optional: true,
        },
        { kind: 'text', id: 'reason', label: { zh: '调整理由', en: 'Reason' }, lines: 'many', atMost: 1000 },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values): Promise<Answer> => {
    const { plan, version, task } = read(about);
    const what = one(values, 'what');
    if (what !== 'set' && what !== 'drop') return atField('what', { zh: '请选择怎样修改。', en: 'Say what to do.' });
    const [ratio, from, to] = [one(values, 'ratio'), one(values, 'from'), one(values, 'to')];
    const change = what === 'drop' ? { kind: 'drop' as const } : { kind: 'set' as const, ratio, from, to };
    const done = await changeTask(deps, actor, { plan, version, task, change, reason: one(values, 'reason') });
    return filled(done, changeFields, (drafted) => newVersion(sayPlanState(drafted.plan)));
  },
};

const changeFields = fieldsBy({
  'no-reason-given': 'reason',
  ratio: 'ratio',
  'ratio-unfit': 'ratio',
  'no-change': 'ratio',
  'window-reversed': 'to',
  'not-a-date': 'from',
});

const newVersion = ({ zh, en }: Words): Words => ({
  zh: `${zh}须重新审核、印发和公示。`,
  en: `${en} It is to be reviewed, issued and published anew.`,
});

const isSheet = (name: string): boolean => /\.(xlsx|csv)$/iu.test(name);
const linesMost = 20;

/** A sheet written under the plan's post, with the reason beside it. What is talked there without one is nobody's act. */
export async function sheetUnderPlan({ deps, actor }: Asked, { under, what, text, files }: Talk): Promise<Answer> {
  const sheets = files.filter(({ name }) => isSheet(name));
  const [sheet] = sheets;
  if (what !== 'written' || sheet === undefined) return quiet;
  if (sheets.length > 1) return tell({ zh: '一次请只发一张计划表。', en: 'One plan sheet at a time, please.' });
  if (text.trim() === '')
    return tell({
      zh: '请把调整理由与计划表写在同一条消息里，再发一次。',
      en: 'Write the reason in the message that brings the sheet, and send it again.',
    });
  // The root's slot is its kind and the plan's number.
  const plan = under.slice(under.indexOf('/') + 1);
  const done = await reviseBySheet(deps, actor, { plan, file: sheet.name, bytes: await sheet.bytes(), reason: text });
  if (!done.ok) return refused(done.error);
  const { drafted, sheet: read } = done.value;
  const summary = newVersion(sayPlanState(drafted.plan));
  const lines = sayPlanSheet(sheet.name, read);
  const items = firstOf(
    lines.map(({ zh, en }) => ({ zh: zh.trim(), en: en.trim() })),
    linesMost,
    '条',
  );
  const suggested: readonly Part[] =
    drafted.suggestions.length === 0
      ? []
      : [
          {
            kind: 'note',
            words: {
              zh: `可合并的任务 ${drafted.suggestions.length} 组`,
              en: `${drafted.suggestions.length} groups of tasks could be joined`,
            },
          },
        ];
  const message: Message = {
    summary,
    parts: [{ kind: 'text', words: summary }, { kind: 'list', items }, ...suggested],
  };
  return show(message);
}
