/** 汇总编制: the plan from the replies to a consultation. */
import { isWithoutLetter, yearOfNumber } from '../../../core/consult/fact.ts';
import type { Db } from '../../../db/database.ts';
import { type Form, one } from '../../message/form.ts';
import { authorise } from '../../verbs/act.ts';
import { consultationFacts } from '../../verbs/consult/held.ts';
import { planNumberOf } from '../../verbs/consult/sheet.ts';
import { noForm } from '../answer.ts';
import { compiled } from '../consult/compiled.ts';
import type { FormDoor } from '../door.ts';

/** Consultations that were opened, and years for which sheets were sent without a letter, the latest first. */
async function compilable(db: Db): Promise<readonly { readonly no: string; readonly year: number }[]> {
  const sent = (await consultationFacts(db)).flatMap(({ kind, body: { consultation: no } }) => {
    const year = yearOfNumber(no);
    return year !== null && (kind === 'consultation-opened' || isWithoutLetter(no)) ? [{ no, year }] : [];
  });
  return [...new Map(sent.reverse().map((each) => [each.no, each])).values()];
}

export const compileForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const allowed = authorise(actor, 'draft-plan', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    const all = await compilable(deps.db);
    if (all.length === 0) {
      const words = {
        zh: '还没有征询。请先用 /consult 发起征询。',
        en: 'There is no consultation yet; begin one by /consult.',
      };
      return { message: { summary: words, parts: [{ kind: 'text', words }] } };
    }
    const first = all.find(({ no }) => no === about) ?? all[0];
    const form: Form = {
      id: 'plan-compile',
      about: '',
      title: { zh: '汇总编制计划', en: 'Compile the plan' },
      submit: { zh: '汇总', en: 'Compile' },
      intro: [],
      fields: [
        {
          kind: 'one-of',
          id: 'consultation',
          label: { zh: '哪一次征询', en: 'Which consultation' },
          options: all.map(({ no, year }) => ({
            value: no,
            label: isWithoutLetter(no)
              ? { zh: `${year} 年度各单位自行报送的任务`, en: `what was sent for ${year} without a letter` }
              : { zh: `${year} 年度征询（${no}）`, en: `${no}, for ${year}` },
          })),
          ...(first === undefined ? {} : { initial: first.no }),
        },
        {
          kind: 'text',
          id: 'plan',
          label: { zh: '计划编号', en: 'Number of the plan' },
          hint: { zh: '1 至 40 个字，不含空格', en: '1 to 40 characters without blanks' },
          ...(first === undefined ? {} : { initial: planNumberOf(first.year) }),
          atMost: 40,
        },
        {
          kind: 'text',
          id: 'reason',
          label: { zh: '调整理由', en: 'Reason' },
          hint: { zh: '该编号的计划已在的，须写明调整理由', en: 'Needed where a plan of that number stands' },
          optional: true,
          lines: 'many',
          atMost: 1000,
        },
      ],
    };
    return { form };
  },
  submit: async (asked, _about, values) => {
    const [consultation, plan, reason] = [one(values, 'consultation'), one(values, 'plan'), one(values, 'reason')];
    return compiled(asked, { consultation, plan, ...(reason === '' ? {} : { reason }) });
  },
};
