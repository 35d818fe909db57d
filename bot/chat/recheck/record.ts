/** One outcome of a sample, looked at again. */
import {
  type Grade,
  grades,
  type RecheckCriterion,
  recheckCriteria,
  recheckWays,
} from '../../../core/recheck/recheck.ts';
import { criterionWords, gradeWords, wayWords } from '../../../core/recheck/words.ts';
import { type Field, one, optionsMost, some, type Values } from '../../message/form.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { authorise } from '../../verbs/act.ts';
import { outcomeName } from '../../verbs/recheck/outcome-name.ts';
import { drawnOf, recheckHeld } from '../../verbs/recheck/rechecks.ts';
import { recordRecheck } from '../../verbs/recheck/record-recheck.ts';
import { fieldsBy, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';

const criterionField = (criterion: RecheckCriterion): Field => ({
  kind: 'one-of',
  id: criterion,
  label: criterionWords[criterion],
  options: grades.map((value) => ({ value, label: gradeWords[value] })),
  initial: 'met',
});

const gradeIn = (values: Values, criterion: RecheckCriterion): Grade =>
  one(values, criterion) === 'fault' ? 'fault' : 'met';

export const recordForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const recheck = await recheckHeld(deps.db, no);
    if (recheck === null) return noForm({ stage: 'recheck', why: { reason: 'no-recheck', no } });
    const allowed = authorise(actor, 'record-recheck', { department: recheck.department });
    if (!allowed.ok) return noForm(allowed.error);
    const drawn = await drawnOf(deps.db, recheck);
    const { ceremony } = recheck;
    if (drawn === null) return noForm({ stage: 'recheck', why: { reason: 'not-drawn-yet', no, ceremony } });
    const outcomes = drawn.flatMap((each) => each.outcomes);
    // Those that nobody has looked at stand first.
    const inOrder = [
      ...outcomes.filter((outcome) => !recheck.records.has(outcome)),
      ...outcomes.filter((outcome) => recheck.records.has(outcome)),
    ];
    return {
      form: {
        id: 'recheck-record',
        about,
        title: { zh: '登记再检查情况', en: 'Record a re-inspection' },
        submit: { zh: '登记', en: 'Record' },
        intro: [],
        fields: [
          {
            kind: 'one-of',
            id: 'outcome',
            label: { zh: '检查结果', en: 'Outcome' },
            options: inOrder.slice(0, optionsMost).map((value) => ({ value, label: outcomeName(value) })),
          },
          ...recheckCriteria.map(criterionField),
          {
            kind: 'some-of',
            id: 'missed',
            label: { zh: '问题未发现', en: 'Missed' },
            options: [{ value: 'yes', label: { zh: '存在问题未发现', en: 'A problem was missed' } }],
            optional: true,
          },
          {
            kind: 'one-of',
            id: 'way',
            label: { zh: '方式', en: 'Way' },
            options: recheckWays.map((value) => ({ value, label: wayWords[value] })),
            initial: 'file',
          },
          {
            kind: 'number',
            id: 'filing',
            label: { zh: '备案号（上门的填写）', en: 'Number of the filing, for a door' },
            optional: true,
          },
          {
            kind: 'text',
            id: 'words',
            label: { zh: '情况', en: 'Words' },
            lines: 'many',
            optional: true,
            atMost: 2000,
          },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) => {
    const filing = one(values, 'filing');
    return filled(
      await recordRecheck(deps, actor, {
        recheck: readNumber(about).no,
        outcome: one(values, 'outcome'),
        grades: {
          compliance: gradeIn(values, 'compliance'),
          completeness: gradeIn(values, 'completeness'),
          precision: gradeIn(values, 'precision'),
        },
        missed: some(values, 'missed').includes('yes'),
        words: one(values, 'words'),
        way: recheckWays.find((each) => each === one(values, 'way')) ?? 'file',
        underFiling: /^\d{1,9}$/.test(filing) ? Number(filing) : null,
      }),
      fieldsBy({
        'fault-without-words': 'words',
        'too-long': 'words',
        'door-without-filing': 'filing',
        'own-work': 'outcome',
      }),
      ({ outcome }) => {
        const name = outcomeName(outcome);
        return { zh: `${name.zh}：再检查情况已登记。`, en: `${name.en}: on record.` };
      },
    );
  },
};
