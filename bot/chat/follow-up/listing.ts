/** 列异事前提醒, and the listing that may follow it. */
import { one } from '../../message/form.ts';
import { dayOf } from '../../today.ts';
import { listAbnormal } from '../../verbs/follow-up/list-abnormal.ts';
import { remindBeforeListing } from '../../verbs/follow-up/remind-before-listing.ts';
import { wordsField } from '../words-field.ts';
import { type ActForm, dayField, lineField } from './act-form.ts';

export const remindForm: ActForm = {
  kind: 'listing-reminded',
  label: { zh: '列异事前提醒', en: 'Remind before listing' },
  several: true,
  fields: async () => [
    dayField('until', { zh: '提醒期限', en: 'Time until' }),
    lineField('way', { zh: '提醒方式', en: 'How' }, { hint: { zh: '邮寄、电话、公告等', en: 'Post, telephone …' } }),
    wordsField({ zh: '提醒内容', en: 'What was said' }, { optional: true }),
  ],
  submit: ({ deps, actor }, cases, values) =>
    remindBeforeListing(deps, actor, {
      cases,
      until: one(values, 'until'),
      way: one(values, 'way'),
      words: one(values, 'words'),
    }),
};

export const listForm: ActForm = {
  kind: 'abnormal-listed',
  label: { zh: '列入经营异常名录', en: 'List as abnormal' },
  several: false,
  fields: async ({ deps }) => [
    lineField('number', { zh: '列入决定书文号', en: 'Number of the decision' }),
    dayField('on', { zh: '决定日期', en: 'Decided on' }, dayOf(deps.now())),
    {
      kind: 'text',
      id: 'considered',
      label: { zh: '已考虑的包容审慎措施', en: 'Measures considered' },
      lines: 'many',
      atMost: 1500,
      optional: true,
    },
    wordsField({ zh: '说明', en: 'Words' }, { optional: true }),
  ],
  submit: ({ deps, actor }, cases, values) =>
    listAbnormal(deps, actor, {
      cases,
      number: one(values, 'number'),
      on: one(values, 'on'),
      considered: one(values, 'considered'),
      words: one(values, 'words'),
    }),
};
