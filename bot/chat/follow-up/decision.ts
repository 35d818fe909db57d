/** 行政处罚, 一书一函, 从宽清单, 联合惩戒, 信用修复. */
import { leniencies, measures, repairSteps } from '../../../core/follow-up/act.ts';
import { demandsOf } from '../../../core/follow-up/demand.ts';
import { leniencyWords, measureWords, repairWords } from '../../../core/follow-up/words.ts';
import { type Degree, degrees, degreeWords } from '../../../core/outcome/degree.ts';
import { outcomeKeyOf } from '../../../core/outcome/key.ts';
import { type Field, one, optionsMost, some, type Values } from '../../message/form.ts';
import { same } from '../../message/message.ts';
import { dayOf } from '../../today.ts';
import { applyLeniency } from '../../verbs/follow-up/apply-leniency.ts';
import type { CaseHeld } from '../../verbs/follow-up/cases.ts';
import { decidePenalty } from '../../verbs/follow-up/decide-penalty.ts';
import { leniencyEntries } from '../../verbs/follow-up/leniency-entries.ts';
import { recordJointPunishment } from '../../verbs/follow-up/record-joint-punishment.ts';
import { recordRepair } from '../../verbs/follow-up/record-repair.ts';
import { sendRepairLetter } from '../../verbs/follow-up/send-repair-letter.ts';
import { policyInForce } from '../../verbs/registry/policy-in-force.ts';
import type { Asked } from '../door.ts';
import { type ActForm, chosen, chosenFrom, dayField, lineField, wordsField } from './act-form.ts';

const degreeField: Field = {
  ...chosenFrom('degree', { zh: '违法行为程度', en: 'How grave' }, degreeWords, degrees),
  optional: true,
};
const degreeIn = (values: Values): Degree | null => degrees.find((each) => each === one(values, 'degree')) ?? null;

async function demands({ deps }: Asked) {
  const today = dayOf(deps.now());
  return demandsOf(await policyInForce(deps.db, today), today);
}

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
      wordsField({ zh: '说明', en: 'Words' }),
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

/** List and entry in one choice, so that none can be chosen that is not on its list. */
export const leniencyForm: ActForm = {
  kind: 'leniency-applied',
  label: { zh: '适用从宽清单', en: 'Apply a leniency list' },
  several: false,
  fields: async ({ deps }, cases) => {
    const entries = await leniencyEntries(deps.db, cases[0]?.department ?? '', dayOf(deps.now()));
    const which: Field =
      entries.length === 0 || entries.length > optionsMost
        ? lineField(
            'entry',
            { zh: '清单条目', en: 'Entry' },
            { hint: { zh: '写作：不予处罚/条目名称', en: 'List/entry' } },
          )
        : {
            kind: 'one-of',
            id: 'entry',
            label: { zh: '清单条目', en: 'Entry of the list' },
            options: entries.map(({ list, entry }, i) => ({
              value: String(i),
              label: same(`${leniencyWords[list].zh}：${entry}`.slice(0, 70)),
            })),
          };
    return [which, degreeField, wordsField({ zh: '适用理由', en: 'Why it fits' }, false)];
  },
  submit: async ({ deps, actor }, cases, values) => {
    const typed = one(values, 'entry');
    const entries = await leniencyEntries(deps.db, outcomeKeyOf(cases[0] ?? '')?.department ?? '', dayOf(deps.now()));
    const at = /^\d{1,3}$/.test(typed) ? entries[Number(typed)] : undefined;
    const [list = '', ...entry] = typed.split('/');
    return applyLeniency(deps, actor, {
      cases,
      list: at?.list ?? leniencies.find((each) => leniencyWords[each].zh === list) ?? 'no-penalty',
      entry: at?.entry ?? (entry.length === 0 ? typed : entry.join('/')),
      words: one(values, 'words'),
      degree: degreeIn(values),
    });
  },
};

export const jointForm: ActForm = {
  kind: 'joint-punishment-recorded',
  label: { zh: '联合惩戒', en: 'Joint punishment' },
  several: false,
  fields: async (asked) => {
    const { fields } = await demands(asked);
    return [
      lineField('basis', { zh: '法律依据', en: 'Legal basis' }),
      fields === null
        ? lineField('field', { zh: '惩戒领域', en: 'Field' })
        : {
            kind: 'one-of',
            id: 'field',
            label: { zh: '惩戒领域', en: 'Field' },
            options: fields.map((value) => ({ value, label: same(value) })),
          },
      dayField('from', { zh: '开始日期', en: 'From' }),
      dayField('to', { zh: '结束日期', en: 'Until' }),
      toldField(false),
    ];
  },
  submit: ({ deps, actor }, cases, values) =>
    recordJointPunishment(deps, actor, {
      cases,
      basis: one(values, 'basis'),
      field: one(values, 'field'),
      from: one(values, 'from'),
      to: one(values, 'to'),
      told: toldIn(values),
    }),
};

const toldField = (optional: boolean): Field => ({
  kind: 'text',
  id: 'told',
  label: { zh: '告知（协同）的部门', en: 'Departments told' },
  hint: { zh: '名称或代码，多个用顿号隔开', en: 'Names or codes, with commas' },
  ...(optional ? { optional } : {}),
});
const toldIn = (values: Values): readonly string[] => one(values, 'told').split(/[,，、;；\n]+/);

export const repairForm: ActForm = {
  kind: 'credit-repaired',
  label: { zh: '信用修复', en: 'Credit repair' },
  several: false,
  fields: async ({ deps }) => [
    chosenFrom('step', { zh: '办理进度', en: 'Step' }, repairWords, repairSteps),
    dayField('on', { zh: '日期', en: 'Day' }, dayOf(deps.now())),
    lineField('number', { zh: '文号或申请编号', en: 'Number' }, { optional: true }),
    {
      kind: 'some-of',
      id: 'online',
      label: { zh: '办理方式', en: 'How' },
      options: [{ value: 'online', label: { zh: '网上办理', en: 'online' } }],
      optional: true,
    },
    toldField(true),
    wordsField({ zh: '说明（不予修复的必填）', en: 'Words (needed where denied)' }),
  ],
  submit: ({ deps, actor }, cases, values) =>
    recordRepair(deps, actor, {
      cases,
      step: chosen(values, 'step', repairSteps),
      on: one(values, 'on'),
      number: one(values, 'number'),
      online: some(values, 'online').includes('online'),
      told: toldIn(values),
      words: one(values, 'words'),
    }),
};
