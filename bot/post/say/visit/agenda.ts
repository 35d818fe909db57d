/** 联合检查日程, in the channel of each department that goes: day, hour, place of meeting, who leads, and who has agreed. */
import type { Words } from '../../../../core/words.ts';
import { firstOf, type Part, same } from '../../../message/message.ts';
import { agendaHeld } from '../../../verbs/visit/agendas.ts';
import type { PostKind } from '../../post.ts';
import { agendaChoices } from './choices.ts';

const shownMost = 15;

export const visitAgenda: PostKind<{ readonly agenda: number; readonly department: string }> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: async (deps, { agenda, department }) => {
    const held = await agendaHeld(deps, agenda);
    if (held === null) return null;
    const { proposed, visits, nameOf } = held;
    const mine = visits.filter(({ going }) => going.includes(department));
    if (mine.length === 0) return null;
    const isProposer = proposed.department === department;
    const open = mine.filter(({ answers }) => !answers.has(department));
    const when = `${proposed.on}${proposed.hour === '' ? '' : ` ${proposed.hour}`}`;
    const summary = {
      zh: `联合检查日程（编号 ${agenda}）：${nameOf(proposed.department)}提出 ${when} 联合上门 ${mine.length} 户。`,
      en: `Agenda of joint visits (no. ${agenda}): ${nameOf(proposed.department)} proposes ${when} for ${mine.length} visits.`,
    };
    const lines = mine.map(({ no, leader, leaderName, answers, going }): Words => {
      const said = (agreed: boolean | undefined, zh: string, en: string): Words => {
        const who = going.filter((each) => answers.get(each)?.agreed === agreed).map(nameOf);
        return who.length === 0
          ? { zh: '', en: '' }
          : { zh: `；${zh}：${who.join('、')}`, en: `; ${en}: ${who.join(', ')}` };
      };
      const [yes, no_, wait] = [
        said(true, '同意', 'agreed'),
        said(false, '另议', 'against'),
        said(undefined, '待答复', 'to answer'),
      ];
      return {
        zh: `${no}：组长 ${leaderName}（${leader}）${yes.zh}${no_.zh}${wait.zh}`,
        en: `${no}: led by ${leaderName} (${leader})${yes.en}${no_.en}${wait.en}`,
      };
    });
    const objections = [
      ...new Set(
        mine.flatMap(({ answers }) => [...answers.values()].flatMap(({ agreed, words }) => (agreed ? [] : [words]))),
      ),
    ];
    const parts: readonly Part[] = [
      { kind: 'heading', words: { zh: '联合检查日程', en: 'Agenda of joint visits' } },
      { kind: 'text', words: summary },
      {
        kind: 'facts',
        facts: [
          ...(proposed.meet === '' ? [] : [{ name: { zh: '集合地点', en: 'Meeting' }, value: same(proposed.meet) }]),
          ...(proposed.words === '' ? [] : [{ name: { zh: '说明', en: 'Words' }, value: same(proposed.words) }]),
          ...objections.map((words) => ({ name: { zh: '另议意见', en: 'Against' }, value: same(words) })),
        ],
      },
      { kind: 'list', items: firstOf(lines, shownMost, '户') },
      ...(!isProposer && open.length > 0 ? [{ kind: 'choices', choices: agendaChoices(agenda) } as const] : []),
      {
        kind: 'note',
        words: {
          zh: '联合上门前事先沟通；商定后单独上门的，将标明“应联合未联合”。',
          en: 'A joint visit is agreed on first; whoever then goes alone is named.',
        },
      },
    ];
    return { summary, parts: parts.filter((part) => part.kind !== 'facts' || part.facts.length > 0) };
  },
};
