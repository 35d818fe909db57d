/** A department answers what a re-inspection found fault with. */
import { unanswered } from '../../../core/recheck/recheck.ts';
import { one, optionsMost } from '../../message/form.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { authorise } from '../../verbs/act.ts';
import { answerRecheck } from '../../verbs/recheck/answer-recheck.ts';
import { outcomeName } from '../../verbs/recheck/outcome-name.ts';
import { recheckHeld } from '../../verbs/recheck/rechecks.ts';
import { fieldsBy, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';

export const answerForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const { department } = actor;
    const allowed = authorise(actor, 'answer-recheck', { department });
    if (!allowed.ok) return noForm(allowed.error);
    const recheck = await recheckHeld(deps.db, no);
    if (recheck === null) return noForm({ stage: 'recheck', why: { reason: 'no-recheck', no } });
    const open = unanswered(recheck).filter((record) => record.department === department);
    const [first] = open;
    if (first === undefined)
      return noForm({ stage: 'recheck', why: { reason: 'nothing-to-answer', no, outcome: department } });
    return {
      form: {
        id: 'recheck-answer',
        about,
        title: { zh: '答复再检查问题', en: 'Answer a fault' },
        submit: { zh: '答复', en: 'Answer' },
        intro: [],
        fields: [
          {
            kind: 'one-of',
            id: 'outcome',
            label: { zh: '检查结果', en: 'Outcome' },
            options: open.slice(0, optionsMost).map(({ outcome }) => ({ value: outcome, label: outcomeName(outcome) })),
            initial: first.outcome,
          },
          wordsField({ zh: '整改情况', en: 'What was done' }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await answerRecheck(deps, actor, {
        recheck: readNumber(about).no,
        outcome: one(values, 'outcome'),
        words: one(values, 'words'),
      }),
      fieldsBy({ 'answer-missing': 'words', 'too-long': 'words', 'nothing-to-answer': 'outcome' }),
      () => ({ zh: '答复已登记。', en: 'Your answer is on record.' }),
    ),
};
