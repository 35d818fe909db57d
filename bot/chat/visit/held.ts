/** 书面检查, 现场检查 and 办结, in forms: for all or some of a department's visits. */
import { comings } from '../../../core/visit/fact.ts';
import { readUsed } from '../../../core/visit/used.ts';
import { type Field, one, type Values } from '../../message/form.ts';
import type { Refusal } from '../../refusal.ts';
import { comingWords } from '../../say/visit-faults.ts';
import { finishVisit } from '../../verbs/visit/finish-visit.ts';
import { holdVisit } from '../../verbs/visit/hold-visit.ts';
import { partOf } from '../../verbs/visit/part.ts';
import { reviewAtDesk } from '../../verbs/visit/review-at-desk.ts';
import { atField, noForm } from '../answer.ts';
import type { Answer, FormDoor } from '../door.ts';
import {
  acted,
  dayField,
  dayIn,
  fieldAmong,
  linesIn,
  noDay,
  notWhich,
  numbersIn,
  readPart,
  textField,
  visitsField,
  whichIn,
  yesNo,
} from './fields.ts';

const officersField = textField(
  'officers',
  { zh: '检查人员工号', en: 'Officers' },
  { optional: true, hint: { zh: '不填则为派往各户的全部人员', en: 'blank: all who are sent' } },
);
const usedField = textField(
  'used',
  { zh: '采用的已有结果', en: 'Results of others' },
  {
    many: true,
    optional: true,
    hint: {
      zh: '每行一项：部门（法院、专业）；出具单位；文号；2025-06-30；内容',
      en: 'One a line: kind; from; number; 2025-06-30; words',
    },
  },
);

function usedIn(values: Values): ReturnType<typeof readUsed> {
  return readUsed(one(values, 'used'));
}

const usedUnread = (line: number): Answer =>
  atField('used', {
    zh: `第 ${line} 行看不懂，应为：部门；出具单位；文号；2025-06-30；内容。`,
    en: `Line ${line}: write kind; from; number; 2025-06-30; words.`,
  });

export const deskForm: FormDoor = {
  open: async (asked, about) => {
    const { book, department } = readPart(about);
    const part = await partOf(asked.deps, asked.actor, 'review-at-desk', { book, department, visits: 'all' });
    if (!part.ok) return noForm(part.error);
    return {
      form: {
        id: 'visit-desk',
        about,
        title: { zh: '登记书面检查', en: 'Desk review' },
        submit: { zh: '登记', en: 'Record' },
        intro: [],
        fields: [
          visitsField(book),
          dayField('on', '书面检查日期', 'Day', asked),
          {
            kind: 'one-of',
            id: 'clean',
            label: { zh: '情况', en: 'What was seen' },
            options: yesNo(
              { zh: '未发现问题', en: 'Nothing found' },
              { zh: '发现疑点，需现场检查', en: 'Doubts: go there' },
            ),
          },
          textField('materials', { zh: '查阅的材料', en: 'What was looked at' }, { many: true }),
          usedField,
          officersField,
          textField('words', { zh: '疑点或说明', en: 'Words' }, { many: true, optional: true }),
        ],
      },
    };
  },
  submit: async (asked, about, values) => {
    const { book, department } = readPart(about);
    const which = whichIn(values, book);
    if (!which.ok) return notWhich(which.error);
    const used = usedIn(values);
    if (!used.ok) return usedUnread(used.error.line);
    const seen = one(values, 'clean');
    if (seen === '') return atField('clean', { zh: '请选择书面检查情况。', en: 'Say what was seen.' });
    const on = dayIn(values, 'on');
    if (on === null) return noDay('on');
    const done = await reviewAtDesk(asked.deps, asked.actor, {
      book,
      department,
      visits: which.value,
      on,
      officers: numbersIn(values, 'officers'),
      clean: seen === 'yes',
      materials: one(values, 'materials'),
      used: used.value,
      words: one(values, 'words'),
    });
    return acted(asked, done, { zh: '已登记书面检查', en: 'Reviewed at the desk' }, fieldAmong(['on', 'officers']));
  },
};

export const shownField: Field = {
  kind: 'one-of',
  id: 'shown',
  label: { zh: '是否出示执法证件', en: 'Certificates shown' },
  options: yesNo({ zh: '已出示', en: 'Shown' }, { zh: '未出示（无人在场等）', en: 'Not shown: nobody was there' }),
};
export const comingField: Field = {
  kind: 'one-of',
  id: 'coming',
  label: { zh: '上门情况', en: 'How it went' },
  options: comings.map((value) => ({ value, label: comingWords[value] })),
  initial: 'inspected',
};
export const comingIn = (values: Values) => comings.find((each) => each === one(values, 'coming')) ?? null;

const atHold = fieldAmong(['on', 'officers', 'shown', 'witness', 'urgent']);

export const holdForm: FormDoor = {
  open: async (asked, about) => {
    const { book, department } = readPart(about);
    const part = await partOf(asked.deps, asked.actor, 'hold-visit', { book, department, visits: 'all' });
    if (!part.ok) return noForm(part.error);
    return {
      form: {
        id: 'visit-hold',
        about,
        title: { zh: '登记现场检查', en: 'At the door' },
        submit: { zh: '登记', en: 'Record' },
        intro: [],
        fields: [
          visitsField(book),
          dayField('on', '检查日期', 'Day', asked),
          textField('hour', { zh: '时间', en: 'Hour' }, { optional: true }),
          comingField,
          officersField,
          shownField,
          textField(
            'witness',
            { zh: '见证人', en: 'Witness' },
            { optional: true, hint: { zh: '拒绝检查的填写：单位、身份或音像记录编号', en: 'Of a refusal' } },
          ),
          textField(
            'copied',
            { zh: '查阅、复制的资料', en: 'Read or copied' },
            { many: true, optional: true, hint: { zh: '每行一项', en: 'One a line' } },
          ),
          textField(
            'asked',
            { zh: '询问的人员', en: 'Who was asked' },
            {
              many: true,
              optional: true,
              hint: { zh: '写身份，不写姓名，如：负责人、仓库管理员', en: 'Roles, never names' },
            },
          ),
          usedField,
          textField(
            'urgent',
            { zh: '未经批准先行检查的原因', en: 'Why without approval' },
            { many: true, optional: true },
          ),
          textField('words', { zh: '说明（改期的写明原因）', en: 'Words' }, { many: true, optional: true }),
        ],
      },
    };
  },
  submit: async (asked, about, values) => {
    const { book, department } = readPart(about);
    const which = whichIn(values, book);
    if (!which.ok) return notWhich(which.error);
    const used = usedIn(values);
    if (!used.ok) return usedUnread(used.error.line);
    const coming = comingIn(values);
    if (coming === null) return atField('coming', { zh: '请选择上门情况。', en: 'Say how it went.' });
    const on = dayIn(values, 'on');
    if (on === null) return noDay('on');
    const done = await holdVisit(asked.deps, asked.actor, {
      book,
      department,
      visits: which.value,
      on,
      hour: one(values, 'hour'),
      coming,
      officers: numbersIn(values, 'officers'),
      shown: one(values, 'shown') === 'yes',
      witness: one(values, 'witness'),
      copied: linesIn(values, 'copied'),
      asked: linesIn(values, 'asked'),
      used: used.value,
      urgent: one(values, 'urgent'),
      words: one(values, 'words'),
    });
    const field = (refusal: Refusal) => (refusal.why.reason === 'no-reason-given' ? 'words' : atHold(refusal));
    return acted(asked, done, { zh: '已登记现场检查', en: 'Recorded' }, field);
  },
};

export const finishForm: FormDoor = {
  open: async (asked, about) => {
    const { book, department } = readPart(about);
    const part = await partOf(asked.deps, asked.actor, 'finish-visit', { book, department, visits: 'all' });
    if (!part.ok) return noForm(part.error);
    return {
      form: {
        id: 'visit-finish',
        about,
        title: { zh: '办结检查', en: 'Finish visits' },
        submit: { zh: '办结', en: 'Finish' },
        intro: [
          {
            kind: 'text',
            words: {
              zh: '已实施检查、结果全部录入（需签章的已签章）的可以办结；选“全部”时，尚缺手续的逐户列明。',
              en: 'Those are finished that took place and whose outcomes are all entered; of all, the others are named with what they lack.',
            },
          },
        ],
        fields: [visitsField(book)],
      },
    };
  },
  submit: async (asked, about, values) => {
    const { book, department } = readPart(about);
    const which = whichIn(values, book);
    if (!which.ok) return notWhich(which.error);
    const done = await finishVisit(asked.deps, asked.actor, { book, department, visits: which.value });
    return acted(asked, done, { zh: '已办结', en: 'Finished' });
  },
};
