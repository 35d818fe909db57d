/** 送达检查通知: day, way of service, and everything that is to be got ready, told once. */
import { type NoticeMeans, noticeMeans } from '../../../core/visit/fact.ts';
import type { Words } from '../../../core/words.ts';
import { one } from '../../message/form.ts';
import { meansWords } from '../../say/visit-work.ts';
import { giveNotice } from '../../verbs/visit/give-notice.ts';
import { partOf } from '../../verbs/visit/part.ts';
import { atField, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import {
  acted,
  dayField,
  dayIn,
  fieldAmong,
  linesIn,
  noDay,
  notWhich,
  readPart,
  textField,
  visitsField,
  whichIn,
} from './fields.ts';

export const noticeForm: FormDoor = {
  open: async (asked, about) => {
    const { book, department } = readPart(about);
    const part = await partOf(asked.deps, asked.actor, 'give-notice', { book, department, visits: 'all' });
    if (!part.ok) return noForm(part.error);
    return {
      form: {
        id: 'visit-notice',
        about,
        title: { zh: '送达检查通知', en: 'Give notice' },
        submit: { zh: '登记', en: 'Record' },
        intro: [],
        fields: [
          visitsField(book),
          dayField('on', '检查日期', 'Day of the visit', asked),
          textField(
            'hour',
            { zh: '时间', en: 'Hour' },
            { optional: true, hint: { zh: '如 09:30', en: 'such as 09:30' } },
          ),
          dayField('servedOn', '通知送达日期', 'Served on', asked),
          {
            kind: 'one-of',
            id: 'means',
            label: { zh: '送达方式', en: 'How' },
            options: noticeMeans.map((value) => ({ value, label: meansWords[value] })),
            initial: 'in-person',
          },
          textField(
            'materials',
            { zh: '需准备的材料（一次性告知）', en: 'To be got ready' },
            {
              many: true,
              hint: {
                zh: '每行一项；不需要准备的写“无”。以后不得再增加',
                en: 'One a line, or 无; nothing is added later',
              },
            },
          ),
          textField('words', { zh: '说明', en: 'Words' }, { many: true, optional: true }),
        ],
      },
    };
  },
  submit: async (asked, about, values) => {
    const { book, department } = readPart(about);
    const which = whichIn(values, book);
    if (!which.ok) return notWhich(which.error);
    const means = meansIn(one(values, 'means'));
    if (means === null) return atField('means', { zh: '请选择送达方式。', en: 'Choose how.' });
    const [on, servedOn] = [dayIn(values, 'on'), dayIn(values, 'servedOn')];
    if (on === null || servedOn === null) return noDay(on === null ? 'on' : 'servedOn');
    const done = await giveNotice(asked.deps, asked.actor, {
      book,
      department,
      visits: which.value,
      on,
      hour: one(values, 'hour'),
      means,
      servedOn,
      materials: linesIn(values, 'materials'),
      words: one(values, 'words'),
    });
    const did: Words = { zh: '已登记通知', en: 'Noticed' };
    return acted(asked, done, did, fieldAmong(['on', 'materials', 'words'], { to: 'servedOn' }));
  },
};

export const meansIn = (text: string): NoticeMeans | null => noticeMeans.find((each) => each === text) ?? null;
