/** 合并任务的建议: a lead accepts with the lead proposed or another one, or declines with a reason. */
import { never } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import type { Form } from '../../message/form.ts';
import { one } from '../../message/form.ts';
import { readOffer } from '../../post/say/invite/about.ts';
import { authorise } from '../../verbs/act.ts';
import { answerJoining, type JoiningOutcome } from '../../verbs/invite/answer-joining.ts';
import { offerIn } from '../../verbs/invite/offers.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { filled, noForm, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { fieldOf } from './fields.ts';
import { reasonForm } from './reason-form.ts';

export const accept = async ({ deps, actor }: Asked, about: string): Promise<Answer> =>
  told(await answerJoining(deps, actor, { ...readOffer(about), answer: 'accept' }), outcomeWords);

function outcomeWords({ plan, standing }: JoiningOutcome): Words {
  switch (standing.kind) {
    case 'joined':
      return {
        zh: `各牵头部门均已同意，已合并为任务 ${standing.into}，形成计划第 ${plan.version} 版草案。`,
        en: `All leads accept: task ${standing.into} is joint, in draft version ${plan.version}.`,
      };
    case 'open':
      return {
        zh: `已记录。还需 ${standing.waiting.length} 个牵头部门答复。`,
        en: `On record; ${standing.waiting.length} more leads are to answer.`,
      };
    case 'leads-differ':
      return {
        zh: '已记录。各方提出的牵头部门不同，请协商后重新答复。',
        en: 'On record. The leads named differ; please agree and answer again.',
      };
    case 'declined':
      return {
        zh: '已记录，各任务分别实施，理由写入计划。',
        en: 'On record; the tasks stay apart, the reason is in the plan.',
      };
    default:
      return never(standing);
  }
}

export const leadForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { plan, tasks } = readOffer(about);
    const allowed = authorise(actor, 'answer-joining', { department: actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    const offer = await offerIn(deps.db, plan, tasks);
    if (offer === null) return noForm({ stage: 'invite', why: { reason: 'no-offer', plan, tasks } });
    const nameOf = await departmentNames(deps.db);
    const proposed = offer.suggestion.lead?.department;
    const form: Form = {
      id: 'joining-lead',
      about,
      title: { zh: '同意合并', en: 'Accept the joint task' },
      submit: { zh: '同意', en: 'Accept' },
      intro: [],
      fields: [
        {
          kind: 'one-of',
          id: 'lead',
          label: { zh: '由谁牵头', en: 'Who leads' },
          options: offer.departments.map((code) => ({ value: code, label: { zh: nameOf(code), en: nameOf(code) } })),
          ...(proposed === undefined ? {} : { initial: proposed }),
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const lead = one(values, 'lead');
    const request = { ...readOffer(about), answer: 'accept' as const, ...(lead === '' ? {} : { lead }) };
    return filled(await answerJoining(deps, actor, request), fieldOf, outcomeWords);
  },
};

export const declineForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'answer-joining', { department: actor.department });
    return allowed.ok ? { form: reasonForm('joining-decline', about, '不同意合并', 'Decline') } : noForm(allowed.error);
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await answerJoining(deps, actor, { ...readOffer(about), answer: 'decline', reason: one(values, 'reason') }),
      fieldOf,
      outcomeWords,
    ),
};
