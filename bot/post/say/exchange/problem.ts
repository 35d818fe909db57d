/** A matter with an owner and a day: the same post for the office, for whoever raised it and for its owner, who gets the buttons. */
import { dateInChinese } from '../../../../core/calendar.ts';
import type { Problem } from '../../../../core/exchange/problem.ts';
import { aboutWords, originWords } from '../../../../core/exchange/words.ts';
import type { Debtor } from '../../../../core/owed/owed.ts';
import type { Words } from '../../../../core/words.ts';
import { type Choice, heading, type Part, same } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { departmentIn } from '../../../say/owed.ts';
import { problemHeld } from '../../../verbs/exchange/problems.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import type { PostKind } from '../../post.ts';
import { assignChoice, solveChoice } from './choices.ts';

type NameOf = (code: string) => string;

/** 联席办, or a department's name. */
export function ownerWords(owner: Debtor | 'office' | string, nameOf: NameOf): Words {
  if (owner === 'office') return { zh: '联席办', en: 'the office' };
  return same(nameOf(departmentIn(owner as Debtor) ?? owner));
}

export const problemPost: PostKind<{ readonly problem: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async ({ db }, { problem: no, place }) => {
    const problem = await problemHeld(db, no);
    if (problem === null) return null;
    const nameOf = await departmentNames(db);
    const owner = ownerWords(problem.owner, nameOf);
    const state: Words =
      problem.solved !== null
        ? { zh: '已办结', en: 'solved' }
        : problem.due === null
          ? { zh: `由${owner.zh}办理`, en: `with ${owner.en}` }
          : {
              zh: `由${owner.zh}办理，期限${dateInChinese(problem.due)}`,
              en: `with ${owner.en}, due ${problem.due}`,
            };
    const summary = {
      zh: `督办事项第 ${no} 号“${problem.title}”：${state.zh}。`,
      en: `Matter ${no}, “${problem.title}”: ${state.en}.`,
    };
    return {
      summary,
      parts: [
        heading(`督办事项第 ${no} 号：${problem.title}`, `Matter ${no}: ${problem.title}`),
        ...(problem.words === '' ? [] : [{ kind: 'text' as const, words: same(problem.words) }]),
        { kind: 'facts', facts: factsOf(problem, nameOf, state) },
        ...(problem.solved === null ? [{ kind: 'choices' as const, choices: choicesOf(problem, place) }] : []),
      ],
    };
  },
};

function factsOf(problem: Problem, nameOf: NameOf, state: Words): Extract<Part, { kind: 'facts' }>['facts'] {
  const last = problem.handedOn.at(-1);
  return [
    { name: { zh: '来源', en: 'From' }, value: fromWords(problem, nameOf) },
    { name: { zh: '类别', en: 'About' }, value: aboutWords[problem.about] },
    { name: { zh: '办理', en: 'State' }, value: state },
    ...(last === undefined || last.words === ''
      ? []
      : [{ name: { zh: '交办意见', en: 'Handed on with' }, value: same(last.words) }]),
    ...(problem.solved === null
      ? []
      : [
          {
            name: { zh: '办理结果', en: 'How' },
            value: {
              zh: `${problem.solved.words}（${dateInChinese(problem.solved.on)}）`,
              en: `${problem.solved.words} (${problem.solved.on})`,
            },
          },
        ]),
  ];
}

function fromWords({ origin, department }: Problem, nameOf: NameOf): Words {
  const by = ownerWords(department, nameOf);
  return { zh: `${by.zh}，${originWords[origin].zh}`, en: `${by.en}, ${originWords[origin].en}` };
}

function choicesOf({ no, owner }: Problem, place: Place): readonly Choice[] {
  const own = place === owner ? [solveChoice(no)] : [];
  return place === 'office' ? [...own, assignChoice(no)] : own;
}
