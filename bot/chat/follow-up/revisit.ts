/** 抽查回访, typed by the number of the visit. */
import { revisitWays } from '../../../core/follow-up/act.ts';
import { revisitWords } from '../../../core/follow-up/words.ts';
import { one } from '../../message/form.ts';
import { dayOf } from '../../today.ts';
import { recordRevisit } from '../../verbs/follow-up/record-revisit.ts';
import { filled } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { chosen, chosenFrom, dayField, fieldOf, lineField } from './act-form.ts';

export const revisitForm: FormDoor = {
  open: async ({ deps }, about) => ({
    form: {
      id: 'revisit',
      about: '',
      title: { zh: '抽查回访', en: 'A revisit' },
      submit: { zh: '登记', en: 'Record' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: '回访以电话、书面为主，不计入检查次数；上门回访的请写明理由。',
            en: 'By telephone or from the file; it counts as no check. Give the reason for going to the door.',
          },
        },
      ],
      fields: [
        {
          kind: 'text',
          id: 'no',
          label: { zh: '检查编号', en: 'Number of the visit' },
          atMost: 40,
          ...(about === '' ? {} : { initial: about.slice(0, 40) }),
        },
        chosenFrom('way', { zh: '回访方式', en: 'How' }, revisitWords, revisitWays),
        dayField('on', { zh: '回访日期', en: 'Day' }, dayOf(deps.now())),
        wordsField({ zh: '回访情况', en: 'What was said' }),
        lineField('reason', { zh: '上门理由', en: 'Why at the door' }, { optional: true }),
      ],
    },
  }),
  submit: async ({ deps, actor }, _, values) => {
    const no = one(values, 'no').normalize('NFKC');
    const done = await recordRevisit(deps, actor, {
      book: no.split('-')[0] ?? '',
      no,
      way: chosen(values, 'way', revisitWays),
      on: one(values, 'on'),
      words: one(values, 'words'),
      reason: one(values, 'reason'),
    });
    const at = (refusal: Parameters<typeof fieldOf>[0]) =>
      refusal.why.reason === 'no-such-visit' || refusal.why.reason === 'no-book' ? 'no' : fieldOf(refusal);
    return filled(done, at, ({ no: recorded }) => ({
      zh: `已登记检查编号 ${recorded} 的回访。`,
      en: `The revisit of ${recorded} is on record.`,
    }));
  },
};
