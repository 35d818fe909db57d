/** A targeted draw or special check, proposed for the next plan. */
import { targetedKinds } from '../../../core/risk/warning.ts';
import { targetedWords } from '../../../core/risk/words.ts';
import { one } from '../../message/form.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { proposeTargetedCheck } from '../../verbs/risk/propose-targeted-check.ts';
import { atField, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { fieldOf } from './fields.ts';

export const targetedForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const allowed = authorise(actor, 'propose-targeted-check', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'targeted-propose',
        about,
        title: { zh: '建议定向抽查', en: 'Propose a targeted check' },
        submit: { zh: '提交', en: 'Propose' },
        intro: [],
        fields: [
          {
            kind: 'one-of',
            id: 'kind',
            label: { zh: '方式', en: 'Way' },
            options: targetedKinds.map((value) => ({ value, label: targetedWords[value] })),
            initial: 'targeted-draw',
          },
          { kind: 'text', id: 'about', label: { zh: '区域、行业或事项', en: 'Area, trade or item' }, atMost: 200 },
          {
            kind: 'number',
            id: 'year',
            label: { zh: '年度', en: 'Year' },
            initial: Number(dayOf(deps.now()).slice(0, 4)) + 1,
          },
          wordsField({ zh: '理由', en: 'Why' }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) => {
    const kind = targetedKinds.find((each) => each === one(values, 'kind'));
    if (kind === undefined) return atField('kind', { zh: '请选择方式。', en: 'Choose a way.' });
    const year = Number(one(values, 'year'));
    if (!Number.isInteger(year) || year > 2099)
      return atField('year', { zh: '年度应为四位数字。', en: 'A year of four digits.' });
    return filled(
      await proposeTargetedCheck(deps, actor, { kind, about: one(values, 'about'), words: one(values, 'words'), year }),
      fieldOf,
      ({ outcomes }) => ({
        zh: `建议已登记，依据检查结果 ${outcomes.length} 项；下一年度征询时一并列出。`,
        en: `On record, resting on ${outcomes.length} outcomes; it is shown when the next plan is consulted on.`,
      }),
    );
  },
};
