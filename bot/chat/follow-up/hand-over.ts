/** 案源移交 with its receipt and result, 涉嫌犯罪移送 with its answer. */
import { crimeAnswers, transferResults } from '../../../core/follow-up/act.ts';
import { crimeAnswerWords, transferResultWords } from '../../../core/follow-up/words.ts';
import { one } from '../../message/form.ts';
import { wholeNumber } from '../../post/whole-number.ts';
import { dayOf } from '../../today.ts';
import { answerCrime } from '../../verbs/follow-up/answer-crime.ts';
import { receiveTransfer } from '../../verbs/follow-up/receive-transfer.ts';
import { referCrime } from '../../verbs/follow-up/refer-crime.ts';
import { returnTransfer } from '../../verbs/follow-up/return-transfer.ts';
import { transferCase } from '../../verbs/follow-up/transfer-case.ts';
import { transferHeld } from '../../verbs/follow-up/transfers.ts';
import { filled, noForm, told } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { type ActForm, chosen, chosenFrom, dayField, evidenceField, fieldOf, lineField, toldOf } from './act-form.ts';

export const transferForm: ActForm = {
  kind: 'case-transferred',
  label: { zh: '移交案源', en: 'Transfer the case' },
  several: false,
  fields: async () => [
    lineField(
      'to',
      { zh: '接收单位', en: 'Receiver' },
      { hint: { zh: '名称或代码；移送本单位办案机构的填本单位', en: 'Name or code; your own for its enforcement' } },
    ),
    lineField('unit', { zh: '办案机构', en: 'Unit' }, { optional: true }),
    { kind: 'text', id: 'reason', label: { zh: '移交理由', en: 'Reason' }, lines: 'many', atMost: 1500 },
    evidenceField,
  ],
  submit: ({ deps, actor }, cases, values) =>
    transferCase(deps, actor, {
      cases,
      to: one(values, 'to'),
      unit: one(values, 'unit'),
      reason: one(values, 'reason'),
      evidence: one(values, 'evidence'),
    }),
};

export const crimeForm: ActForm = {
  kind: 'crime-referred',
  label: { zh: '移送涉嫌犯罪', en: 'Refer a suspected crime' },
  several: false,
  fields: async ({ deps }) => [
    lineField('to', { zh: '接收机关', en: 'Receiving organ' }),
    dayField('on', { zh: '移送日期', en: 'Referred on' }, dayOf(deps.now())),
    wordsField({ zh: '涉嫌罪名和理由', en: 'Why a crime is suspected' }),
    evidenceField,
  ],
  submit: ({ deps, actor }, cases, values) =>
    referCrime(deps, actor, {
      cases,
      to: one(values, 'to'),
      on: one(values, 'on'),
      words: one(values, 'words'),
      evidence: one(values, 'evidence'),
    }),
};

export const crimeAnswerForm: ActForm = {
  kind: 'crime-answered',
  label: { zh: '登记涉罪移送结果', en: 'Answer to a referral' },
  several: false,
  fields: async () => [
    chosenFrom('answer', { zh: '答复', en: 'Answer' }, crimeAnswerWords, crimeAnswers),
    lineField('number', { zh: '回执或通知书文号', en: 'Number of the receipt' }),
    dayField('on', { zh: '答复日期', en: 'Answered on' }),
    wordsField({ zh: '说明', en: 'Words' }, { optional: true }),
  ],
  submit: ({ deps, actor }, cases, values) =>
    answerCrime(deps, actor, {
      cases,
      answer: chosen(values, 'answer', crimeAnswers),
      number: one(values, 'number'),
      on: one(values, 'on'),
      words: one(values, 'words'),
    }),
};

export const pressReceive = async ({ deps, actor }: Asked, about: string) =>
  told(
    await receiveTransfer(deps, actor, { transfer: wholeNumber(about) }),
    toldOf({ zh: '移交签收', en: 'signed for' }),
  );

export const returnForm: FormDoor = {
  open: async ({ deps }, about) => {
    const transfer = wholeNumber(about);
    const held = await transferHeld(deps.db, transfer);
    if (held === null) return noForm({ stage: 'follow-up', why: { reason: 'no-such-transfer', transfer } });
    return {
      form: {
        id: 'transfer-return',
        about: String(transfer),
        title: { zh: '反馈移交办理结果', en: 'Result of a transfer' },
        submit: { zh: '反馈', en: 'Tell' },
        intro: [{ kind: 'text', words: { zh: `移交第 ${transfer} 号`, en: `Transfer ${transfer}` } }],
        fields: [
          chosenFrom('result', { zh: '办理结果', en: 'Result' }, transferResultWords, transferResults),
          lineField('number', { zh: '决定书文号（处罚的必填）', en: 'Number of the decision' }, { optional: true }),
          dayField('on', { zh: '办结日期', en: 'Done on' }, dayOf(deps.now())),
          wordsField({ zh: '说明（未处罚的必填）', en: 'Words (needed unless penalised)' }, { optional: true }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) => {
    const done = await returnTransfer(deps, actor, {
      transfer: wholeNumber(about),
      result: chosen(values, 'result', transferResults),
      number: one(values, 'number'),
      on: one(values, 'on'),
      words: one(values, 'words'),
    });
    return filled(done, fieldOf, toldOf({ zh: '移交办理结果', en: 'result told' }));
  },
};
