/** 联合惩戒, 信用修复. */
import { repairSteps } from '../../../core/follow-up/act.ts';
import { repairWords } from '../../../core/follow-up/words.ts';
import { type Field, one, some, type Values } from '../../message/form.ts';
import { same } from '../../message/message.ts';
import { dayOf } from '../../today.ts';
import { recordJointPunishment } from '../../verbs/follow-up/record-joint-punishment.ts';
import { recordRepair } from '../../verbs/follow-up/record-repair.ts';
import { wordsField } from '../words-field.ts';
import { type ActForm, chosen, chosenFrom, dayField, lineField } from './act-form.ts';
import { demands } from './demands.ts';

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
    wordsField({ zh: '说明（不予修复的必填）', en: 'Words (needed where denied)' }, { optional: true }),
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
