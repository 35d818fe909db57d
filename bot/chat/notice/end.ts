/** 停止公示 of named outcomes, on the ground that is stated. */
import { one } from '../../message/form.ts';
import { endedWords, endingChoices } from '../../say/notices.ts';
import { dayOf } from '../../today.ts';
import { endNotices } from '../../verbs/notice/end.ts';
import { atField, filled } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { idsIn } from './about.ts';
import { fieldOf, opened, outcomesField } from './fields.ts';

export const endForm: FormDoor = {
  open: opened('end-notice', ({ deps }, about) => ({
    id: 'notice-end',
    about,
    title: { zh: '停止公示', en: 'End publication' },
    submit: { zh: '停止公示', en: 'End it' },
    intro: [],
    fields: [
      outcomesField,
      { kind: 'one-of', id: 'why', label: { zh: '原因', en: 'Why' }, options: endingChoices },
      wordsField(
        { zh: '依据', en: 'What it rests on' },
        { hint: { zh: '决定书、通知书文号等', en: 'number of the decision' } },
      ),
      { kind: 'date', id: 'day', label: { zh: '自哪一天起', en: 'From' }, initial: dayOf(deps.now()) },
    ],
  })),
  submit: async ({ deps, actor }, _, values) => {
    const why = endingChoices.find(({ value }) => value === one(values, 'why'))?.value;
    if (why === undefined) return atField('why', { zh: '请选择原因。', en: 'Choose why.' });
    const input = {
      outcomes: idsIn(one(values, 'outcomes')),
      why,
      words: one(values, 'words'),
      day: one(values, 'day'),
    };
    return filled(await endNotices(deps, actor, input), fieldOf, endedWords);
  },
};
