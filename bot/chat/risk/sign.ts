/** A department says how a sign of formalism came about. */
import { wordsOfSign } from '../../../core/risk/words.ts';
import { one, optionsMost } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { answerSign, signsToAnswer } from '../../verbs/risk/answer-sign.ts';
import { filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { fieldOf } from './fields.ts';

export const signForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { department } = actor;
    const allowed = authorise(actor, 'answer-sign', { department });
    if (!allowed.ok) return noForm(allowed.error);
    const signs = await signsToAnswer(deps, dayOf(deps.now()), department);
    if (signs.length === 0)
      return {
        message: sentence({
          zh: '本单位今年和上年没有形式化迹象。',
          en: 'Your department shows no sign of formalism this year or last.',
        }),
      };
    return {
      form: {
        id: 'sign-answer',
        about,
        title: { zh: '说明形式化迹象', en: 'Answer a sign' },
        submit: { zh: '提交', en: 'Answer' },
        intro: [],
        fields: [
          {
            kind: 'one-of',
            id: 'sign',
            label: { zh: '迹象', en: 'Sign' },
            options: signs.slice(0, optionsMost).map((sign) => ({ value: sign.id, label: wordsOfSign(sign) })),
          },
          wordsField({ zh: '说明', en: 'How it came' }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) =>
    filled(await answerSign(deps, actor, { sign: one(values, 'sign'), words: one(values, 'words') }), fieldOf, () => ({
      zh: '说明已登记。',
      en: 'Your answer is on record.',
    })),
};
