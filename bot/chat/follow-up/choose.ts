/** 处置: first which findings and what is to be done, then the form of that act. */
import type { ActKind } from '../../../core/follow-up/act.ts';
import { isMeant } from '../../../core/follow-up/fit.ts';
import { stateWords, stepWords } from '../../../core/follow-up/words.ts';
import { type Field, one, optionsMost, some } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import type { CaseHeld } from '../../verbs/follow-up/cases.ts';
import { casesMeant, ownCases } from '../../verbs/follow-up/named.ts';
import { atField } from '../answer.ts';
import type { Answer, FormDoor } from '../door.ts';
import { aboutMost, aboutOf, allOfMine, noneMeant } from './act-form.ts';
import { actForms, formOfAct } from './acts.ts';

export const chooseForm: FormDoor = {
  open: async ({ deps, actor }) => {
    const cases = (await ownCases(deps, actor)).filter(isShown);
    if (cases.length === 0) {
      return {
        message: sentence({
          zh: '本单位没有待处置的抽查发现问题。',
          en: 'Your department has no findings to deal with.',
        }),
      };
    }
    const which: Field =
      cases.length < optionsMost
        ? {
            kind: 'some-of',
            id: 'cases',
            label: { zh: '哪些问题', en: 'Which findings' },
            options: [
              {
                value: allOfMine,
                label: { zh: '本单位全部适合这项处置的问题', en: 'All of ours that the act is for' },
              },
              ...cases.map((held) => ({ value: held.id, label: labelOf(held) })),
            ],
          }
        : {
            kind: 'text',
            id: 'cases',
            label: { zh: '检查编号', en: 'Numbers of the visits' },
            hint: {
              zh: '多个用顿号隔开；写“全部”为本单位全部适合这项处置的问题',
              en: 'Several with commas; “all” for all of ours that the act is for',
            },
            lines: 'many',
          };
    return {
      form: {
        id: 'follow-up',
        about: '',
        title: { zh: '后续处置', en: 'Follow-up' },
        submit: { zh: '下一步', en: 'Next' },
        intro: [
          {
            kind: 'text',
            words: {
              zh: '检查对象的名称见名单页同一检查编号。处罚、列异、移交等须一户一办；责令改正、复查、办结可以多户一并登记。',
              en: 'The list has the enterprise under the same number. Penalties, listings and transfers are for one enterprise at a time; orders, checks of corrections and closings may be for several.',
            },
          },
        ],
        fields: [
          which,
          {
            kind: 'one-of',
            id: 'act',
            label: { zh: '怎样处置', en: 'What is to be done' },
            options: actForms.map(({ kind, label }) => ({ value: kind, label })),
          },
        ],
      },
    };
  },
  submit: async (asked, _, values): Promise<Answer> => {
    const act = actForms.find(({ kind }) => kind === one(values, 'act'));
    if (act === undefined) return atField('act', { zh: '请选择怎样处置。', en: 'Choose what is to be done.' });
    const typed = one(values, 'cases');
    const named = typed === '' ? some(values, 'cases') : await typedCases(asked, act.kind, typed);
    if (named.length === 0) return atField('cases', { zh: '请选择问题。', en: 'Choose the findings.' });
    if (named.includes(allOfMine)) {
      const own = await ownCases(asked.deps, asked.actor);
      if (!own.some((held) => isMeant(act.kind, held))) return atField('act', noneMeant(act, own));
    }
    const about = aboutOf(named.includes(allOfMine) ? [allOfMine] : named);
    if (about.length > aboutMost) {
      return atField('cases', {
        zh: '一次选择的问题过多，请分几次办理，或选“本单位全部适合这项处置的问题”。',
        en: 'Too many at once: do it in parts, or choose all that the act is for.',
      });
    }
    const opened = await formOfAct(act).open(asked, about);
    return 'form' in opened ? { kind: 'form', form: opened.form } : { kind: 'say', message: opened.message };
  },
};

/** What is closed is shown as long as something of it goes on, such as a repair of credit. */
const isShown = ({ state, owed, decisions, listed }: CaseHeld): boolean =>
  state !== 'closed' || owed.length > 0 || decisions.length > 0 || listed !== null;

async function typedCases(
  { deps, actor }: Parameters<FormDoor['submit']>[0],
  kind: ActKind,
  typed: string,
): Promise<readonly string[]> {
  const nos = typed.split(/[\s,，、;；]+/).filter((each) => each !== '');
  if (nos.some((each) => each === '全部' || each.toLowerCase() === allOfMine)) return [allOfMine];
  return casesMeant(deps, actor, kind, { cases: [], nos, all: false });
}

function labelOf({ no, item, owed, state }: CaseHeld) {
  const [step] = owed;
  const { zh, en } = step === undefined ? stateWords[state] : stepWords[step.kind];
  const name = [...item.name].slice(0, 14).join('');
  return { zh: `${no} ${name}（${zh.slice(0, 20)}）`, en: `${no} ${name} (${en.slice(0, 40)})`.slice(0, 72) };
}
