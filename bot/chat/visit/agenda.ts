/** 约定日程: the lead proposes, the others agree with one press or say what does not suit them. */
import { one } from '../../message/form.ts';
import { numberIn } from '../../post/say/visit/choices.ts';
import { answerAgenda } from '../../verbs/visit/answer-agenda.ts';
import { partOf } from '../../verbs/visit/part.ts';
import { proposeAgenda } from '../../verbs/visit/propose-agenda.ts';
import { noForm } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import {
  acted,
  dayField,
  dayIn,
  fieldAmong,
  fieldOf,
  noDay,
  notWhich,
  readPart,
  textField,
  visitsField,
  whichIn,
} from './fields.ts';

export const agendaForm: FormDoor = {
  open: async (asked, about) => {
    const { book, department } = readPart(about);
    const part = await partOf(asked.deps, asked.actor, 'propose-agenda', { book, department, visits: 'all' });
    if (!part.ok) return noForm(part.error);
    return {
      form: {
        id: 'visit-agenda',
        about,
        title: { zh: '约定联合检查日程', en: 'Agenda of joint visits' },
        submit: { zh: '送各单位', en: 'Propose' },
        intro: [
          {
            kind: 'text',
            words: {
              zh: '由牵头部门提出，参加检查的各单位在本单位群组答复；牵头部门的检查人员担任组长。',
              en: 'The lead proposes it and the others answer in their channels; an officer of the lead leads the group.',
            },
          },
        ],
        fields: [
          visitsField(book),
          dayField('on', '联合上门日期', 'Day', asked),
          textField(
            'hour',
            { zh: '时间', en: 'Hour' },
            { optional: true, hint: { zh: '如 09:30', en: 'such as 09:30' } },
          ),
          textField('meet', { zh: '集合地点、车辆', en: 'Where to meet' }, { optional: true }),
          textField(
            'leader',
            { zh: '组长工号', en: 'Leader' },
            { optional: true, hint: { zh: '不填则为本单位第一位检查人员', en: 'blank: the first whom you send' } },
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
    const on = dayIn(values, 'on');
    if (on === null) return noDay('on');
    const done = await proposeAgenda(asked.deps, asked.actor, {
      book,
      department,
      visits: which.value,
      on,
      hour: one(values, 'hour'),
      meet: one(values, 'meet'),
      leader: one(values, 'leader'),
      words: one(values, 'words'),
    });
    return acted(asked, done, { zh: '已提出日程', en: 'Proposed' }, fieldAmong(['on', 'leader']));
  },
};

export async function agree(asked: Asked, about: string): Promise<Answer> {
  const input = { agenda: numberIn(about), department: '', visits: 'all' as const, agreed: true, words: '' };
  return acted(asked, await answerAgenda(asked.deps, asked.actor, input), { zh: '已同意', en: 'Agreed' }, () => null);
}

export const againstForm: FormDoor = {
  open: async (_, about) => ({
    form: {
      id: 'agenda-against',
      about,
      title: { zh: '另行商议日程', en: 'Another day' },
      submit: { zh: '答复', en: 'Answer' },
      intro: [],
      fields: [textField('words', { zh: '意见（如可行的日期）', en: 'What would suit you' }, { many: true })],
    },
  }),
  submit: async (asked, about, values) => {
    const input = {
      agenda: numberIn(about),
      department: '',
      visits: 'all' as const,
      agreed: false,
      words: one(values, 'words'),
    };
    const done = await answerAgenda(asked.deps, asked.actor, input);
    return acted(asked, done, { zh: '已答复另议', en: 'Answered' }, (refusal) =>
      refusal.why.reason === 'visits' ? null : fieldOf(refusal),
    );
  },
};
