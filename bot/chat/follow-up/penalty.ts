/** 行政处罚、行政强制, and 一书一函 that is served with it. */
import { measures } from '../../../core/follow-up/act.ts';
import { measureWords } from '../../../core/follow-up/words.ts';
import { one } from '../../message/form.ts';
import { dayOf } from '../../today.ts';
import type { CaseHeld } from '../../verbs/follow-up/cases.ts';
import { decidePenalty } from '../../verbs/follow-up/decide-penalty.ts';
import { sendRepairLetter } from '../../verbs/follow-up/send-repair-letter.ts';
import { wordsField } from '../words-field.ts';
import { type ActForm, chosen, chosenFrom, dayField, lineField } from './act-form.ts';
import { degreeField, degreeIn } from './degree.ts';
import { demands } from './demands.ts';

const taskNo = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const tasksOf = (cases: readonly CaseHeld[]): readonly string[] => [
  ...new Set(cases.flatMap(({ tasks }) => tasks.map(taskNo))),
];

export const penaltyForm: ActForm = {
  kind: 'penalty-decided',
  label: { zh: '处罚（强制）决定', en: 'Penalty or coercion' },
  several: false,
  fields: async (asked, cases) => {
    const { twoSlips, repairDay } = await demands(asked);
    const tasks = tasksOf(cases);
    return [
      chosenFrom('measure', { zh: '措施', en: 'Measure' }, measureWords, measures),
      lineField('number', { zh: '决定书文号', en: 'Number of the decision' }),
      dayField('on', { zh: '决定日期', en: 'Decided on' }),
      lineField(
        'subject',
        { zh: '决定书所列检查对象代码', en: 'Enterprise’s code on it' },
        {
          hint: {
            zh: '统一社会信用代码，与检查对象核对一致才能登记',
            en: 'Its code; recorded only where it is that of the findings',
          },
        },
      ),
      {
        kind: 'text',
        id: 'task',
        label: { zh: '抽查任务单号', en: 'Number of the task' },
        atMost: 200,
        ...(tasks[0] !== undefined && tasks.length === 1 ? { initial: tasks[0] } : {}),
      },
      degreeField,
      {
        kind: 'text',
        id: 'guidance',
        label: { zh: `整改辅导单内容${twoSlips ? '（须一并开具）' : ''}`, en: 'Guidance slip' },
        lines: 'many',
        atMost: 1500,
        optional: true,
      },
      {
        ...dayField('repairFrom', { zh: '最早可申请信用修复日期', en: 'Repair from' }),
        ...(repairDay ? {} : { optional: true }),
      },
      wordsField({ zh: '说明', en: 'Words' }, { optional: true }),
    ];
  },
  submit: ({ deps, actor }, cases, values) =>
    decidePenalty(deps, actor, {
      cases,
      measure: chosen(values, 'measure', measures),
      number: one(values, 'number'),
      on: one(values, 'on'),
      subject: one(values, 'subject'),
      task: one(values, 'task'),
      degree: degreeIn(values),
      guidance: one(values, 'guidance'),
      repairFrom: one(values, 'repairFrom'),
      words: one(values, 'words'),
    }),
};

export const letterForm: ActForm = {
  kind: 'repair-letter-sent',
  label: { zh: '“一书一函”送达', en: 'Notice and repair letter' },
  several: false,
  fields: async ({ deps }) => [
    lineField('number', { zh: '决定书文号', en: 'Number of the decision' }),
    dayField('on', { zh: '一并送达日期', en: 'Both served on' }, dayOf(deps.now())),
    lineField('receipt', { zh: '送达回证', en: 'Receipt' }),
  ],
  submit: ({ deps, actor }, cases, values) =>
    sendRepairLetter(deps, actor, {
      cases,
      number: one(values, 'number'),
      on: one(values, 'on'),
      receipt: one(values, 'receipt'),
    }),
};
