/** 延期: a later deadline, with its reason. */
import { deadlineOf } from '../../../core/consult/tally.ts';
import { wordsOfDeadline } from '../../../core/consult/words.ts';
import { calendarInForce } from '../../calendar-in-force.ts';
import { one } from '../../form.ts';
import { sentence } from '../../message.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { extendConsultation } from '../../verbs/consult/extend.ts';
import { workingDaysMost } from '../../verbs/consult/open.ts';
import type { FormDoor } from '../door.ts';
import { done, mayNot } from './answer.ts';
import { atField, deadlineIn } from './open-form.ts';
import { openOne } from './which.ts';

export const extendForm: FormDoor = {
  open: async (asked, about) => {
    const message = mayNot(asked, 'extend-consultation');
    if (message !== null) return { message };
    const found = await openOne(asked.deps.db, about);
    if (!found.ok) return { message: sentence(sayRefusal(found.error)) };
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
          {
            kind: 'number',
            id: 'days',
            label: { zh: '从明天起算的工作日数', en: 'Working days from tomorrow' },
            hint: { zh: '与新的截止日期二者填一项', en: 'This or a date' },
            optional: true,
            least: 1,
            most: workingDaysMost,
          },
          { kind: 'date', id: 'date', label: { zh: '或者新的截止日期', en: 'Or the new last day' }, optional: true },
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
    return extended.ok ? done : atField(extended.error);
  },
};
