/** 从宽清单: an entry of the four lists that the department keeps, applied to a finding. */
import { leniencies } from '../../../core/follow-up/act.ts';
import { leniencyWords } from '../../../core/follow-up/words.ts';
import { outcomeKeyOf } from '../../../core/outcome/key.ts';
import { type Field, one, optionsMost } from '../../message/form.ts';
import { same } from '../../message/message.ts';
import { dayOf } from '../../today.ts';
import { applyLeniency } from '../../verbs/follow-up/apply-leniency.ts';
import { leniencyEntries } from '../../verbs/follow-up/leniency-entries.ts';
import { wordsField } from '../words-field.ts';
import { type ActForm, lineField } from './act-form.ts';
import { degreeField, degreeIn } from './degree.ts';

/** List and entry in one choice, so that none can be chosen that is not on its list. */
export const leniencyForm: ActForm = {
  kind: 'leniency-applied',
  label: { zh: '适用从宽清单', en: 'Apply a leniency list' },
  several: false,
  fields: async ({ deps }, cases) => {
    const entries = await leniencyEntries(deps.db, cases[0]?.department ?? '', dayOf(deps.now()));
    const which: Field =
      entries.length === 0 || entries.length > optionsMost
        ? lineField(
            'entry',
            { zh: '清单条目', en: 'Entry' },
            { hint: { zh: '写作：不予处罚/条目名称', en: 'List/entry' } },
          )
        : {
            kind: 'one-of',
            id: 'entry',
            label: { zh: '清单条目', en: 'Entry of the list' },
            options: entries.map(({ list, entry }, i) => ({
              value: String(i),
              label: same(`${leniencyWords[list].zh}：${entry}`.slice(0, 70)),
            })),
          };
    return [which, degreeField, wordsField({ zh: '适用理由', en: 'Why it fits' })];
  },
  submit: async ({ deps, actor }, cases, values) => {
    const typed = one(values, 'entry');
    const entries = await leniencyEntries(deps.db, outcomeKeyOf(cases[0] ?? '')?.department ?? '', dayOf(deps.now()));
    const at = /^\d{1,3}$/.test(typed) ? entries[Number(typed)] : undefined;
    const [list = '', ...entry] = typed.split('/');
    return applyLeniency(deps, actor, {
      cases,
      list: at?.list ?? leniencies.find((each) => leniencyWords[each].zh === list) ?? 'no-penalty',
      entry: at?.entry ?? (entry.length === 0 ? typed : entry.join('/')),
      words: one(values, 'words'),
      degree: degreeIn(values),
    });
  },
};
