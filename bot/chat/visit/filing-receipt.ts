/** 签收备案: received with one press, or sent back with what is missing. */
import { one } from '../../message/form.ts';
import { numberIn } from '../../post/say/visit/choices.ts';
import { listWords, receiverWords } from '../../say/visit-faults.ts';
import { receiveFiling } from '../../verbs/visit/receive-filing.ts';
import { filled, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { fieldOf, textField } from './fields.ts';

export async function receive({ deps, actor }: Asked, about: string): Promise<Answer> {
  return told(
    await receiveFiling(deps, actor, { filing: numberIn(about), accepted: true, words: '' }),
    ({ filing, receiver, lacking }) => ({
      zh: `备案 ${filing} 已由${receiverWords[receiver].zh}签收${lacking.length === 0 ? '，签收齐全' : `，尚待${listWords(lacking.map((each) => receiverWords[each])).zh}`}。`,
      en: `Filing ${filing} is received by ${receiverWords[receiver].en}${lacking.length === 0 ? '; all receipts are in' : `; lacking ${listWords(lacking.map((each) => receiverWords[each])).en}`}.`,
    }),
  );
}

export const filingReturnForm: FormDoor = {
  open: async (_, about) => ({
    form: {
      id: 'filing-return',
      about,
      title: { zh: '退回备案', en: 'Return the filing' },
      submit: { zh: '退回', en: 'Return' },
      intro: [],
      fields: [textField('words', { zh: '退回意见', en: 'What is missing' }, { many: true })],
    },
  }),
  submit: async ({ deps, actor }, about, values) => {
    const done = await receiveFiling(deps, actor, {
      filing: numberIn(about),
      accepted: false,
      words: one(values, 'words'),
    });
    return filled(done, fieldOf, ({ filing }) => ({
      zh: `备案 ${filing} 已退回。`,
      en: `Filing ${filing} is sent back.`,
    }));
  },
};
