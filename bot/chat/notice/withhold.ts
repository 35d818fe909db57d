/** 不予公开, 恢复公开: the head keeps an outcome back or a part of it, or lets it be published again. */
import { noticeParts, withholdGrounds } from '../../../core/notice/notice.ts';
import { groundWords, partWords } from '../../../core/notice/words.ts';
import { one, some } from '../../message/form.ts';
import { liftWithholding, withholdOutcomes } from '../../verbs/notice/withhold.ts';
import { atField, filled } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { idsIn } from './about.ts';
import { fieldOf, opened, outcomesField } from './fields.ts';

export const withholdForm: FormDoor = {
  open: opened('withhold-outcome', (_, about) => ({
    id: 'notice-withhold',
    about,
    title: { zh: '决定不予公开', en: 'Keep back' },
    submit: { zh: '决定', en: 'Decide' },
    intro: [
      {
        kind: 'note',
        words: {
          zh: '以公开为常态、不公开为例外。能够只隐去一部分的，不整条不公开。决定人、理由和期限记录在案。',
          en: 'Publicity is the rule. Where a part is enough, the rest stays public. Who decided, why and until when goes on record.',
        },
      },
    ],
    fields: [
      outcomesField,
      {
        kind: 'some-of',
        id: 'parts',
        label: { zh: '不予公开的部分', en: 'What is kept back' },
        options: noticeParts.map((part) => ({ value: part, label: partWords[part] })),
      },
      {
        kind: 'one-of',
        id: 'ground',
        label: { zh: '依据', en: 'Ground' },
        options: withholdGrounds.map((ground) => ({ value: ground, label: groundWords[ground] })),
      },
      wordsField(
        { zh: '具体理由', en: 'Reason' },
        { hint: { zh: '写明保护的是什么内容', en: 'name what is protected' } },
      ),
      {
        kind: 'date',
        id: 'until',
        label: { zh: '到哪一天为止', en: 'Until' },
        hint: { zh: '没有期限的不填', en: 'blank without end' },
        optional: true,
      },
    ],
  })),
  submit: async ({ deps, actor }, _, values) => {
    const parts = noticeParts.filter((part) => some(values, 'parts').includes(part));
    const ground = withholdGrounds.find((each) => each === one(values, 'ground'));
    if (ground === undefined) return atField('ground', { zh: '请选择依据。', en: 'Choose the ground.' });
    const done = await withholdOutcomes(deps, actor, {
      outcomes: idsIn(one(values, 'outcomes')),
      parts,
      ground,
      words: one(values, 'words'),
      until: one(values, 'until'),
    });
    return filled(done, fieldOf, ({ count }) => ({
      zh: `已登记不予公开 ${count} 项。`,
      en: `${count} are kept back, on record.`,
    }));
  },
};

export const liftForm: FormDoor = {
  open: opened('withhold-outcome', (_, about) => ({
    id: 'notice-lift',
    about,
    title: { zh: '恢复公开', en: 'Lift the decision' },
    submit: { zh: '恢复', en: 'Lift' },
    intro: [],
    fields: [outcomesField, wordsField({ zh: '理由', en: 'Reason' })],
  })),
  submit: async ({ deps, actor }, _, values) => {
    const input = { outcomes: idsIn(one(values, 'outcomes')), parts: [], words: one(values, 'words') };
    return filled(await liftWithholding(deps, actor, input), fieldOf, ({ count }) => ({
      zh: `已撤销 ${count} 项不予公开的决定，请重新公示。`,
      en: `Lifted for ${count}; publish them again.`,
    }));
  },
};
