/** An offer to join tasks, to each lead and to the office: what overlaps, who has said what, what came of it. */
import { type Names, wordsOfSuggestion } from '../../../../core/plan/words.ts';
import { never } from '../../../../core/result.ts';
import type { Words } from '../../../../core/words.ts';
import { heldPlan } from '../../../../db/plans.ts';
import { type Choice, heading, type Part } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { joiningOf, type Offer, offerIn } from '../../../verbs/invite/offers.ts';
import { namesAsHeld } from '../../../verbs/plan/names.ts';
import type { PostKind } from '../../post.ts';
import { offerAbout } from './about.ts';
import { acceptJoiningChoice, declineJoiningChoice, leadJoiningChoice } from './choices.ts';

export const joiningPost: PostKind<{ readonly plan: string; readonly tasks: string; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async ({ db }, { plan: no, tasks: key, place }) => {
    const tasks = key.split('+');
    const held = await heldPlan(db, no);
    if (held === null) return null;
    const done = await joiningOf(db, no, tasks);
    const names = await namesAsHeld(db, held.plan);
    if (done !== null) {
      const words: Words = {
        zh: `任务 ${tasks.join('、')} 已合并为联合任务 ${names.task(done.into)}，由${names.department(done.lead)}牵头（计划 ${no} 第 ${done.version} 版）。`,
        en: `Tasks ${tasks.join(', ')} are one joint task now, ${names.task(done.into)}, led by ${names.department(done.lead)} (plan ${no}, version ${done.version}).`,
      };
      return { summary: words, parts: [headingOf(no), { kind: 'text', words }] };
    }
    const offer = await offerIn(db, no, tasks);
    if (offer === null) {
      const words: Words = {
        zh: `计划 ${no} 已调整，不再建议合并任务 ${tasks.join('、')}。`,
        en: `Plan ${no} has changed; tasks ${tasks.join(', ')} are no longer offered to be joined.`,
      };
      return { summary: words, parts: [headingOf(no), { kind: 'text', words }] };
    }
    const offered = wordsOfSuggestion(offer.suggestion, names);
    const standing = standingWords(offer, names);
    return {
      summary: { zh: `${offered.zh}。${standing.zh}`, en: `${offered.en}. ${standing.en}` },
      parts: [
        headingOf(no),
        { kind: 'text', words: { zh: `${offered.zh}。`, en: `${offered.en}.` } },
        { kind: 'list', items: offer.leads.map((lead) => leadWords(offer, lead, names)) },
        { kind: 'text', words: standing },
        ...(place === 'office' || offer.plan.state !== 'draft'
          ? []
          : [{ kind: 'choices' as const, choices: answering(offer) }]),
      ],
    };
  },
};

const headingOf = (plan: string): Part =>
  heading(`合并任务的建议（计划 ${plan}）`, `Offer to join tasks (plan ${plan})`);

function leadWords({ answers }: Offer, lead: string, { department }: Names): Words {
  const name = department(lead);
  const answer = answers.find((each) => each.department === lead);
  if (answer === undefined) return { zh: `${name}：尚未答复`, en: `${name}: not yet` };
  return answer.answer === 'accept'
    ? {
        zh: `${name}：同意，由${department(answer.lead)}牵头`,
        en: `${name}: accepts, ${department(answer.lead)} to lead`,
      }
    : { zh: `${name}：不同意，${answer.reason}`, en: `${name}: declines, ${answer.reason}` };
}

function standingWords({ standing }: Offer, { department }: Names): Words {
  switch (standing.kind) {
    case 'open': {
      const who = standing.waiting.map(department);
      return { zh: `等待答复：${who.join('、')}。`, en: `Waiting for ${who.join(', ')}.` };
    }
    case 'leads-differ': {
      const named = standing.named.map(department);
      return {
        zh: `各方均同意合并，牵头部门意见不一（${named.join('、')}），请协商后重新答复。`,
        en: `All accept but name different leads (${named.join(', ')}); please agree and answer again.`,
      };
    }
    case 'declined': {
      const who = standing.by.map(department);
      return {
        zh: `${who.join('、')}不同意合并，各任务分别实施，理由已记入计划。`,
        en: `${who.join(', ')} declined; the tasks stay apart and the reason stands in the plan.`,
      };
    }
    default:
      return never(standing);
  }
}

function answering({ plan, suggestion }: Offer): readonly Choice[] {
  const about = offerAbout(plan.no, suggestion.tasks);
  const isFixed = suggestion.kind === 'follow-superior' || suggestion.departments.length === 1;
  return [
    ...(suggestion.lead === null && !isFixed ? [] : [acceptJoiningChoice(about)]),
    ...(isFixed ? [] : [leadJoiningChoice(about)]),
    declineJoiningChoice(about),
  ];
}
