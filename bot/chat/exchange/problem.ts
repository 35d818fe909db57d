/** A problem raised, handed on, solved. */
import { problemAbouts } from '../../../core/exchange/problem.ts';
import { aboutWords } from '../../../core/exchange/words.ts';
import { one } from '../../message/form.ts';
import { ownerWords } from '../../post/say/exchange/problem.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { authorise } from '../../verbs/act.ts';
import { assignProblem } from '../../verbs/exchange/assign-problem.ts';
import { problemHeld } from '../../verbs/exchange/problems.ts';
import { raiseProblem } from '../../verbs/exchange/raise-problem.ts';
import { maySolve, solveProblem } from '../../verbs/exchange/solve-problem.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { atField, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { dateOrNull, dueField, fieldOf, ownerField, titleField } from './fields.ts';

export const raiseForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'raise-problem', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'problem-raise',
        about,
        title: { zh: '提出问题', en: 'Raise a problem' },
        submit: { zh: '提交', en: 'Raise' },
        intro: [],
        fields: [
          {
            kind: 'one-of',
            id: 'about',
            label: { zh: '类别', en: 'About' },
            options: problemAbouts.map((value) => ({ value, label: aboutWords[value] })),
            initial: 'work',
          },
          titleField,
          wordsField({ zh: '情况和建议', en: 'What it is, and what you suggest' }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) => {
    const about = problemAbouts.find((each) => each === one(values, 'about'));
    if (about === undefined) return atField('about', { zh: '请选择类别。', en: 'Choose what it is about.' });
    const done = await raiseProblem(deps, actor, { about, title: one(values, 'title'), words: one(values, 'words') });
    const nameOf = await departmentNames(deps.db);
    return filled(done, fieldOf, ({ problem, owner }) => {
      const who = ownerWords(owner, nameOf);
      return {
        zh: `已登记为督办事项第 ${problem} 号，由${who.zh}办理。`,
        en: `On record as matter ${problem}, with ${who.en}.`,
      };
    });
  },
};

export const assignForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const allowed = authorise(actor, 'assign-problem');
    if (!allowed.ok) return noForm(allowed.error);
    const problem = await problemHeld(deps.db, no);
    if (problem === null) return noForm({ stage: 'exchange', why: { reason: 'no-problem', no } });
    return {
      form: {
        id: 'problem-assign',
        about,
        title: { zh: '交办', en: 'Hand on' },
        submit: { zh: '交办', en: 'Hand on' },
        intro: [{ kind: 'text', words: { zh: problem.title, en: problem.title } }],
        fields: [ownerField, dueField, wordsField({ zh: '交办意见', en: 'Words' }, { optional: true })],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await assignProblem(deps, actor, {
        problem: readNumber(about).no,
        owner: one(values, 'owner'),
        due: dateOrNull(one(values, 'due')),
        words: one(values, 'words'),
      }),
      fieldOf,
      ({ no }) => ({ zh: `督办事项第 ${no} 号已交办。`, en: `Matter ${no} is handed on.` }),
    ),
};

export const solveForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const problem = await problemHeld(deps.db, no);
    if (problem === null) return noForm({ stage: 'exchange', why: { reason: 'no-problem', no } });
    const allowed = maySolve(actor, problem);
    if (!allowed.ok) return noForm(allowed.error);
    if (problem.solved !== null) return noForm({ stage: 'exchange', why: { reason: 'solved-already', no } });
    return {
      form: {
        id: 'problem-solve',
        about,
        title: { zh: '办结', en: 'Solved' },
        submit: { zh: '办结', en: 'Close' },
        intro: [{ kind: 'text', words: { zh: problem.title, en: problem.title } }],
        fields: [wordsField({ zh: '办理结果', en: 'How it was solved' })],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await solveProblem(deps, actor, { problem: readNumber(about).no, words: one(values, 'words') }),
      fieldOf,
      ({ no }) => ({ zh: `督办事项第 ${no} 号已办结。`, en: `Matter ${no} is closed.` }),
    ),
};
