/** 会商函 in a partner's channel with its paper, and where the answers stand in the channels of those who sent it. */
import { dateInChinese } from '../../../../core/calendar.ts';
import {
  type Invitation,
  type InvitationAnswer,
  type PartnerState,
  partnerStates,
} from '../../../../core/consult/invitation.ts';
import type { Words } from '../../../../core/words.ts';
import { heldPlan } from '../../../../db/plans.ts';
import type { ChatDeps } from '../../../chat/door.ts';
import { type Choice, heading, type Part, same } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { letterPage } from '../../../paper/letter.ts';
import { letterFacts, letterTitle, partWords } from '../../../say/letter.ts';
import { dayOf } from '../../../today.ts';
import { invitationAnswersIn, invitationsIn } from '../../../verbs/invite/recorded.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import type { PostKind } from '../../post.ts';
import { declineChoice, joinChoice, joinWithChoice } from './choices.ts';

const invitationNo = async ({ db }: ChatDeps, no: number): Promise<Invitation | null> =>
  (await invitationsIn(db)).find((each) => each.no === no) ?? null;

export const letterPost: PostKind<{ readonly invitation: number; readonly partner: string }> = {
  place: ({ partner }) => `department:${partner}`,
  under: () => null,
  say: async (deps, { invitation: no, partner }) => {
    const invitation = await invitationNo(deps, no);
    if (invitation === null) return null;
    const { letter } = invitation;
    const answer = (await invitationAnswersIn(deps.db)).findLast(
      (each) => each.invitation === no && each.partner === partner,
    );
    const title = letterTitle(letter);
    const own = letter.parts.find(({ department }) => department === partner);
    return {
      summary: {
        zh: `${title.zh}（第 ${no} 号），由${letter.leadName}牵头，请于${dateInChinese(letter.answerBy)}前答复。`,
        en: `${title.en} (no. ${no}), led by ${letter.leadName}; please answer by ${letter.answerBy}.`,
      },
      parts: [
        heading(title.zh, title.en),
        { kind: 'facts', facts: letterFacts(letter) },
        ...(own === undefined
          ? []
          : [{ kind: 'text' as const, words: prefixed('贵单位任务：', 'Yours: ', partWords(own)) }]),
        ...(letter.requirements === ''
          ? []
          : [{ kind: 'text' as const, words: prefixed('工作要求：', 'Required: ', same(letter.requirements)) }]),
        { kind: 'text', words: contactWords(letter) },
        ...(answer === undefined
          ? []
          : [{ kind: 'text' as const, words: prefixed('本单位已答复：', 'Answered: ', answerWords(answer)) }]),
        { kind: 'choices', choices: answering(no, answer) },
      ],
      file: {
        name: `会商函-第${no}号.html`,
        bytes: new TextEncoder().encode(letterPage(invitation)),
        alt: `${title.zh}，可打印的公文页`,
      },
    };
  },
};

const prefixed = (zh: string, en: string, words: Words): Words => ({ zh: `${zh}${words.zh}`, en: `${en}${words.en}` });

function contactWords({ contact: { person, phone, email } }: Invitation['letter']): Words {
  const reach = [phone, email].filter((each) => each !== '').join('，');
  return { zh: `联系人：${person}（${reach}）`, en: `Contact: ${person} (${reach})` };
}

export function answerWords({ answer, items, officers, reason, missing, on }: InvitationAnswer): Words {
  const parts = [
    answer === 'joins' ? { zh: '参加（认领、签收）', en: 'joins' } : { zh: '不参加', en: 'declines' },
    ...(items === null ? [] : [{ zh: `提出事项 ${items.join('、')}`, en: `items ${items.join(', ')}` }]),
    ...(officers === null ? [] : [{ zh: `可派人员 ${officers} 名`, en: `${officers} officers` }]),
    ...(reason === '' ? [] : [{ zh: `理由：${reason}`, en: `reason: ${reason}` }]),
    ...(missing.length === 0 ? [] : [{ zh: `清单缺失：${missing.join('、')}`, en: `missing: ${missing.join(', ')}` }]),
    same(on),
  ];
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function answering(no: number, answer: InvitationAnswer | undefined): readonly Choice[] {
  return [...(answer?.answer === 'joins' ? [] : [joinChoice(no)]), joinWithChoice(no), declineChoice(no)];
}

export const lettersPost: PostKind<{ readonly invitation: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async (deps, { invitation: no }) => {
    const invitation = await invitationNo(deps, no);
    if (invitation === null) return null;
    const { letter } = invitation;
    const nameOf = await departmentNames(deps.db);
    const states = partnerStates(invitation, await invitationAnswersIn(deps.db), dayOf(deps.now()));
    const answered = states.filter(({ answer }) => answer !== null).length;
    const joining = states.filter(({ answer }) => answer?.answer === 'joins').length;
    const title = letterTitle(letter);
    const waiting = states.filter(({ answer }) => answer === null).map(({ partner }) => nameOf(partner));
    const rest: Words =
      waiting.length === 0
        ? { zh: '全部已答复', en: 'all have answered' }
        : { zh: `尚未答复：${waiting.join('、')}`, en: `not yet: ${waiting.join(', ')}` };
    return {
      summary: {
        zh: `会商函第 ${no} 号（${letter.name}）：${answered}/${states.length} 个单位已答复，${joining} 个参加；${rest.zh}。`,
        en: `Invitation ${no} (${letter.name}): ${answered} of ${states.length} answered, ${joining} join; ${rest.en}.`,
      },
      parts: [
        heading(`${title.zh}（第 ${no} 号）`, `${title.en} (no. ${no})`),
        {
          kind: 'text',
          words: {
            zh: `答复期限 ${dateInChinese(letter.answerBy)}；${answered}/${states.length} 个单位已答复，${joining} 个参加。`,
            en: `To be answered by ${letter.answerBy}; ${answered} of ${states.length} have answered, ${joining} join.`,
          },
        },
        tableOf(states.map((state) => ({ name: nameOf(state.partner), ...state }))),
        ...(await adopting(deps, invitation, states, nameOf)),
      ],
    };
  },
};

/** A button for each partner whose own items are not the plan's yet. */
async function adopting(
  { db }: ChatDeps,
  { no, plan: planNo, task: taskNo }: Invitation,
  states: readonly PartnerState[],
  nameOf: (code: string) => string,
): Promise<readonly Part[]> {
  const plan = (await heldPlan(db, planNo))?.plan;
  const task = plan?.tasks.find((each) => each.no === taskNo);
  if (plan?.state !== 'draft' || task === undefined) return [];
  const choices = states.flatMap(({ partner, answer }): readonly Choice[] => {
    if (answer?.answer !== 'joins' || answer.items === null) return [];
    const own = task.bodies.find(({ department }) => department === partner)?.items ?? [];
    if ([...own].sort().join() === [...answer.items].sort().join()) return [];
    const name = nameOf(partner);
    return [
      {
        id: 'invitation-adopt',
        about: `${no} ${partner}`,
        label: { zh: `采纳${name}的事项`, en: `Take in ${name}` },
      },
    ];
  });
  return choices.length === 0 ? [] : [{ kind: 'choices', choices }];
}

const tableOf = (
  rows: readonly { readonly name: string; readonly answer: InvitationAnswer | null; readonly late: boolean }[],
): Part => ({
  kind: 'table',
  head: [
    { zh: '单位', en: 'Department' },
    { zh: '答复', en: 'Answer' },
  ],
  rows: rows.map(({ name, answer, late }) => [
    same(name),
    answer !== null
      ? answerWords(answer)
      : late
        ? { zh: '逾期未答复', en: 'overdue' }
        : { zh: '尚未答复', en: 'not yet' },
  ]),
});
