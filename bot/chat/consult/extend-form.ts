/** 延期: a later deadline, with its reason. */
import { deadlineOf } from '../../../core/consult/tally.ts';
import { wordsOfDeadline } from '../../../core/consult/words.ts';
import { one } from '../../message/form.ts';
import { authorise } from '../../verbs/act.ts';
import { extendConsultation } from '../../verbs/consult/extend.ts';
import { calendarInForce } from '../../verbs/registry/calendar-in-force.ts';
import { noForm, quiet } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { atItsField, deadlineFields, deadlineIn } from './fields.ts';
import { openOne } from './which.ts';

export const extendForm: FormDoor = {
  open: async (asked, about) => {
    const allowed = authorise(asked.actor, 'extend-consultation', { department: asked.actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    const found = await openOne(asked.deps.db, about);
    if (!found.ok) return noForm(found.error);
    const state = found.value;
    const due = wordsOfDeadline(deadlineOf(state, await calendarInForce(asked.deps.db)));
    return {
      form: {
        id: 'consult-extend',
        about: state.no,
        title: { zh: '征询延期', en: 'Extend a consultation' },
        submit: { zh: '延期', en: 'Extend' },
        intro: [
          {
            kind: 'text',
            words: { zh: `征询 ${state.no}，现期限${due.zh}。`, en: `Consultation ${state.no}, due ${due.en}.` },
          },
        ],
        fields: [
          ...deadlineFields({ zh: '新的反馈期限（工作日数）', en: 'New deadline in working days' }),
          {
            kind: 'text',
            id: 'reason',
            label: { zh: '延期理由', en: 'Reason' },
            lines: 'many',
            atMost: 1000,
          },
        ],
      },
    };
  },
  submit: async (asked, consultation, values) => {
    const deadline = deadlineIn(values);
    if (!deadline.ok) return { kind: 'errors', errors: deadline.error };
    const extended = await extendConsultation(asked.deps, asked.actor, {
      key: asked.key,
      consultation,
      deadline: deadline.value,
      reason: one(values, 'reason'),
    });
    return extended.ok ? quiet : atItsField(extended.error);
  },
};
