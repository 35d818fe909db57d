/** 退回小结: by the office, with what is to be added. */
import { type Form, one } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import { readUnit } from '../../post/say/bulletin/choices.ts';
import { authorise } from '../../verbs/act.ts';
import { returnSummary } from '../../verbs/bulletin/return-summary.ts';
import { fieldsBy, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';

export const returnForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'return-summary');
    if (!allowed.ok) return noForm(allowed.error);
    const { period } = readUnit(about);
    if (period === '') return { message: sentence({ zh: '没有这份小结。', en: 'There is no such summary.' }) };
    const form: Form = {
      id: 'summary-return',
      about,
      title: { zh: '退回小结', en: 'Return a summary' },
      submit: { zh: '退回', en: 'Return' },
      intro: [],
      fields: [wordsField({ zh: '退回原因和需要补充的内容', en: 'Why, and what is to be added' })],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const of = readUnit(about);
    return filled(
      await returnSummary(deps, actor, { ...of, words: one(values, 'words') }),
      fieldsBy({ 'no-words': 'words' }),
      () => ({
        zh: '已退回，并通知该单位补充后重新报送。',
        en: 'Returned; the unit is told to mend it and send it again.',
      }),
    );
  },
};
