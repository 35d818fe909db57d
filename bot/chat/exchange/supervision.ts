/** What the supervising body saw at a department, and what it asks to be mended. */
import { one } from '../../message/form.ts';
import { authorise } from '../../verbs/act.ts';
import { recordSupervision } from '../../verbs/exchange/record-supervision.ts';
import { filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { dateOrNull, dueField, fieldOf, ownerField, titleField } from './fields.ts';

export const supervisionForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'record-supervision');
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'supervision-record',
        about,
        title: { zh: '登记指导督查', en: 'Record a supervision' },
        submit: { zh: '登记', en: 'Record' },
        intro: [],
        fields: [
          { ...ownerField, label: { zh: '被督查单位', en: 'Which department' } },
          { ...titleField, label: { zh: '督查内容', en: 'What was looked at' } },
          wordsField({ zh: '督查情况', en: 'What was found' }),
          {
            kind: 'text',
            id: 'demand',
            label: { zh: '整改要求', en: 'What is to be mended' },
            hint: { zh: '没有需要整改的，可以不填。', en: 'Leave it empty where nothing is.' },
            lines: 'many',
            optional: true,
            atMost: 2000,
          },
          dueField,
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) =>
    filled(
      await recordSupervision(deps, actor, {
        department: one(values, 'owner'),
        title: one(values, 'title'),
        words: one(values, 'words'),
        demand: one(values, 'demand'),
        due: dateOrNull(one(values, 'due')),
      }),
      fieldOf,
      ({ problem }) =>
        problem === null
          ? { zh: '督查情况已登记。', en: 'The supervision is on record.' }
          : {
              zh: `督查情况已登记，整改要求列为督办事项第 ${problem} 号。`,
              en: `On record; what is to be mended is matter ${problem}.`,
            },
    ),
};
