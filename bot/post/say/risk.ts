/** A warning to the department that handles it; a suggested change of class, without the enterprise's name; what is proposed for the next plan. */
import { dateInChinese } from '../../../core/calendar.ts';
import { sayScheme } from '../../../core/policy/words.ts';
import { targetedWords, verdictWords } from '../../../core/risk/words.ts';
import type { Words } from '../../../core/words.ts';
import type { ChatDeps } from '../../chat/door.ts';
import { choices, firstOf, heading, type Message, same } from '../../message/message.ts';
import type { Place } from '../../message/messenger.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { targetedChecks } from '../../verbs/risk/propose-targeted-check.ts';
import { risksHeld } from '../../verbs/risk/record-risk.ts';
import { suggestionsHeld } from '../../verbs/risk/suggest-class-change.ts';
import { type About, type PostKind, postKindOf } from '../post.ts';
import { answerClassChoices, handleChoice } from './risk/choices.ts';

const risk: PostKind<{ readonly risk: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async ({ db }, { risk: no, place }) => {
    const found = (await risksHeld(db)).find((each) => each.no === no);
    if (found === undefined) return null;
    const name = (await departmentNames(db))(found.department);
    const state: Words =
      found.handled === null
        ? { zh: `由${name}核实处置，期限${dateInChinese(found.due)}`, en: `with ${name}, due ${found.due}` }
        : {
            zh: `${verdictWords[found.handled.verdict].zh}，已处置：${found.handled.words}`,
            en: `${verdictWords[found.handled.verdict].en}, handled: ${found.handled.words}`,
          };
    return {
      summary: { zh: `风险预警线索第 ${no} 号：${state.zh}。`, en: `Warning ${no}: ${state.en}.` },
      parts: [
        heading(`风险预警线索第 ${no} 号`, `Warning ${no}`),
        // Which enterprise it is stays out of the channel; the department reads it where it handles it.
        {
          kind: 'facts',
          facts: [
            { name: { zh: '来源', en: 'From' }, value: same(found.from) },
            { name: { zh: '情况', en: 'State' }, value: state },
          ],
        },
        ...(found.handled === null && place !== 'office' ? [choices(handleChoice(no))] : []),
      ],
    };
  },
};

async function suggestionMessage({ db }: ChatDeps, no: number, place: Place): Promise<Message | null> {
  const found = (await suggestionsHeld(db)).find((each) => each.no === no);
  if (found === undefined) return null;
  const name = found.department === '' ? '联席办' : (await departmentNames(db))(found.department);
  const { answer } = found;
  const state: Words =
    answer === null
      ? { zh: '待答复', en: 'to be answered' }
      : answer.accepted
        ? { zh: '同意调整', en: 'accepted' }
        : { zh: `不予调整：${answer.words}`, en: `refused: ${answer.words}` };
  return {
    summary: {
      zh: `分类调整建议第 ${no} 号（${name}）：${state.zh}。`,
      en: `Suggested change of class ${no} (${name}): ${state.en}.`,
    },
    parts: [
      heading(`分类调整建议第 ${no} 号`, `Suggested change of class ${no}`),
      {
        kind: 'facts',
        facts: [
          { name: { zh: '提出单位', en: 'Suggested by' }, value: same(name) },
          { name: { zh: '调整为', en: 'New class' }, value: classIn(found) },
          {
            name: { zh: '依据', en: 'Rests on' },
            value: { zh: `检查结果 ${found.outcomes.length} 项`, en: `${found.outcomes.length} outcomes` },
          },
          { name: { zh: '理由', en: 'Why' }, value: same(found.words) },
          { name: { zh: '答复', en: 'Answer' }, value: state },
        ],
      },
      ...(answer === null && place === found.keeper ? [choices(...answerClassChoices(no))] : []),
    ],
  };
}

const classIn = ({ scheme, to }: { readonly scheme: string; readonly to: string }): Words => ({
  zh: `${sayScheme(scheme).zh} ${to} 类`,
  en: `${sayScheme(scheme).en} ${to}`,
});

/** To the office, and to the market regulator, whose classification it is and who answers. */
const classChange: PostKind<{ readonly suggestion: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: (deps, { suggestion, place }) => suggestionMessage(deps, suggestion, place),
};

/** More proposals than are read in a thread. */
const proposalsShown = 20;

const targeted: PostKind<Record<string, never>> = {
  place: () => 'office',
  under: () => null,
  say: async ({ db }) => {
    const all = await targetedChecks(db);
    if (all.length === 0) return null;
    const nameOf = await departmentNames(db);
    const lines = all.toReversed().map(({ kind, about, words, year, outcomes, department }): Words => {
      const by = department === '' ? '联席办' : nameOf(department);
      const what = targetedWords[kind];
      return {
        zh: `${year} 年${what.zh}：${about}（${by}，依据检查结果 ${outcomes.length} 项）。${words}`,
        en: `${year}, ${what.en}: ${about} (${by}, ${outcomes.length} outcomes). ${words}`,
      };
    });
    const summary = {
      zh: `对下一步抽查的建议 ${all.length} 条。`,
      en: `${all.length} proposals for what to look at next.`,
    };
    return {
      summary,
      parts: [
        heading('定向抽查、专项检查建议', 'Proposals of targeted checks'),
        { kind: 'list', items: firstOf(lines, proposalsShown, '条') },
      ],
    };
  },
};

export const riskPosts: Readonly<Record<string, PostKind<About>>> = {
  risk: postKindOf(risk),
  'class-change': postKindOf(classChange),
  'targeted-checks': postKindOf(targeted),
};
