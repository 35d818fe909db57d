/** 登记备案检查情况: item by item, once somebody went. */
import { one } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import { numberIn } from '../../post/say/visit/choices.ts';
import { authorise } from '../../verbs/act.ts';
import { ownerOf } from '../../verbs/outcome/reach.ts';
import { departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { heldFiling } from '../../verbs/visit/filings.ts';
import { holdUnplanned } from '../../verbs/visit/hold-unplanned.ts';
import { problemsIn } from '../../verbs/visit/typed.ts';
import { atField, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { dayField, dayIn, fieldOf, linesIn, noDay, numbersIn, textField } from './fields.ts';
import { comingField, comingIn, shownField } from './held.ts';

export const filingHoldForm: FormDoor = {
  open: async (asked, about) => {
    const no = numberIn(about);
    const filing = await heldFiling(asked.deps.db, no);
    if (filing === null) return noForm({ stage: 'visit', why: { reason: 'no-filing', filing: no } });
    const owner = ownerOf(asked.actor, filing.filed.department, await departmentsAsHeld(asked.deps.db));
    const allowed = authorise(asked.actor, 'hold-unplanned', owner);
    if (!allowed.ok) return noForm(allowed.error);
    if (filing.held !== null)
      return {
        message: sentence({ zh: `备案 ${no} 的检查情况已登记。`, en: `The check of filing ${no} is on record.` }),
      };
    return {
      form: {
        id: 'filing-hold',
        about,
        title: { zh: '登记备案检查情况', en: 'Record a filed check' },
        submit: { zh: '登记', en: 'Record' },
        intro: [
          {
            kind: 'text',
            words: { zh: `事项：${filing.filed.items.join('、')}`, en: `Items: ${filing.filed.items.join(', ')}` },
          },
        ],
        fields: [
          dayField('on', '检查日期', 'Day', asked),
          comingField,
          textField(
            'officers',
            { zh: '检查人员工号', en: 'Officers' },
            { hint: { zh: '两人以上，持有效执法证件', en: 'Two or more, with valid certificates' } },
          ),
          shownField,
          textField('witness', { zh: '见证人', en: 'Witness' }, { optional: true }),
          textField(
            'problems',
            { zh: '发现的问题', en: 'Problems' },
            {
              many: true,
              optional: true,
              hint: {
                zh: '每行一项：事项编号：问题。未列的事项为未发现问题',
                en: 'One a line: item: problem; the others are clean',
              },
            },
          ),
          textField(
            'urgent',
            { zh: '未等签收、批准先行检查的原因', en: 'Why it could not wait' },
            { many: true, optional: true },
          ),
          textField('words', { zh: '说明', en: 'Words' }, { many: true, optional: true }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) => {
    const no = numberIn(about);
    const filing = await heldFiling(deps.db, no);
    const coming = comingIn(values);
    if (coming === null) return atField('coming', { zh: '请选择上门情况。', en: 'Say how it went.' });
    const on = dayIn(values, 'on');
    if (on === null) return noDay('on');
    const problems = problemsIn(linesIn(values, 'problems'));
    const named = new Set(problems.map(({ item }) => item));
    const clean = (filing?.filed.items ?? [])
      .filter((item) => !named.has(item))
      .map((item) => ({ item, problem: false, words: '' }));
    const done = await holdUnplanned(deps, actor, {
      filing: no,
      on,
      coming,
      officers: numbersIn(values, 'officers'),
      shown: one(values, 'shown') === 'yes',
      witness: one(values, 'witness'),
      found: coming === 'inspected' ? [...problems, ...clean] : problems,
      urgent: one(values, 'urgent'),
      words: one(values, 'words'),
    });
    return filled(done, fieldOf, (held) => ({
      zh: `备案 ${held.filing} 的检查情况已登记，发现问题 ${held.problems} 项。`,
      en: `The check of filing ${held.filing} is on record; ${held.problems} problems.`,
    }));
  },
};
