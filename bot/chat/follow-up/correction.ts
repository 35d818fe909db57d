/** 责令改正, 复查, 整改辅导单, 办结. */
import { closings, correctionResults } from '../../../core/follow-up/act.ts';
import { closingWords, correctionWords } from '../../../core/follow-up/words.ts';
import { one } from '../../message/form.ts';
import { dayOf } from '../../today.ts';
import { checkCorrection } from '../../verbs/follow-up/check-correction.ts';
import { closeCase } from '../../verbs/follow-up/close-case.ts';
import { giveGuidance } from '../../verbs/follow-up/give-guidance.ts';
import { orderCorrection } from '../../verbs/follow-up/order-correction.ts';
import { wordsField } from '../words-field.ts';
import { type ActForm, chosen, chosenFrom, dayField, evidenceField } from './act-form.ts';

export const orderForm: ActForm = {
  kind: 'correction-ordered',
  label: { zh: '责令改正', en: 'Order a correction' },
  several: true,
  fields: async () => [
    dayField('by', { zh: '整改期限', en: 'To be corrected by' }),
    wordsField({ zh: '责令改正的内容', en: 'What is to be corrected' }, { optional: true }),
  ],
  submit: ({ deps, actor }, cases, values) =>
    orderCorrection(deps, actor, { cases, by: one(values, 'by'), words: one(values, 'words') }),
};

export const checkForm: ActForm = {
  kind: 'correction-checked',
  label: { zh: '整改复查', en: 'Check the correction' },
  several: true,
  fields: async ({ deps }) => [
    dayField('on', { zh: '复查日期', en: 'Checked on' }, dayOf(deps.now())),
    chosenFrom('result', { zh: '复查结果', en: 'Result' }, correctionWords, correctionResults),
    wordsField(
      { zh: '复查情况（未整改到位的必填）', en: 'What was seen (needed unless corrected)' },
      { optional: true },
    ),
    evidenceField,
  ],
  submit: ({ deps, actor }, cases, values) =>
    checkCorrection(deps, actor, {
      cases,
      on: one(values, 'on'),
      result: chosen(values, 'result', correctionResults),
      words: one(values, 'words'),
      evidence: one(values, 'evidence'),
    }),
};

export const guidanceForm: ActForm = {
  kind: 'guidance-given',
  label: { zh: '出具整改辅导单', en: 'Give a guidance slip' },
  several: true,
  fields: async ({ deps }) => [
    dayField('on', { zh: '日期', en: 'Day' }, dayOf(deps.now())),
    wordsField({ zh: '辅导内容', en: 'How to put it right' }),
  ],
  submit: ({ deps, actor }, cases, values) =>
    giveGuidance(deps, actor, { cases, on: one(values, 'on'), words: one(values, 'words') }),
};

export const closeForm: ActForm = {
  kind: 'case-closed',
  label: { zh: '办结', en: 'Close' },
  several: true,
  fields: async () => [
    chosenFrom('as', { zh: '怎样办结', en: 'How it ends' }, closingWords, closings),
    wordsField({ zh: '说明（处置完毕的可不填）', en: 'Words (not needed when disposed of)' }, { optional: true }),
  ],
  submit: ({ deps, actor }, cases, values) =>
    closeCase(deps, actor, { cases, as: chosen(values, 'as', closings), words: one(values, 'words') }),
};
