/** 会商函 from a partner's side: it joins, joins with its own items, or declines. */
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import { type Field, type Form, one, some } from '../../message/form.ts';
import { same } from '../../message/message.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { authorise } from '../../verbs/act.ts';
import { answerInvitation } from '../../verbs/invite/answer-invitation.ts';
import { invitationsIn } from '../../verbs/invite/recorded.ts';
import { filled, noForm, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { fieldOf } from './fields.ts';
import { reasonForm } from './reason-form.ts';

export const join = async ({ deps, actor }: Asked, about: string): Promise<Answer> =>
  told(await answerInvitation(deps, actor, { invitation: readNumber(about).no, answer: 'joins' }), joinedWords);

const joinedWords = () => ({ zh: '已签收：本单位参加。', en: 'Signed: your department joins.' });

export const joinForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const { department } = actor;
    const allowed = authorise(actor, 'answer-invitation', { department });
    if (!allowed.ok) return noForm(allowed.error);
    const invitation = (await invitationsIn(deps.db)).find((each) => each.no === no);
    if (invitation === undefined) return noForm({ stage: 'invite', why: { reason: 'no-invitation', invitation: no } });
    const { partners } = invitation;
    if (!partners.includes(department))
      return noForm({ stage: 'invite', why: { reason: 'not-invited', invitation: no, department, partners } });
    const own = (await kept(deps.db, await snapshot(deps.db), 'item')).filter(
      ({ body, repealedFrom }) => body === department && repealedFrom === null,
    );
    const items: readonly Field[] =
      own.length === 0
        ? []
        : [
            {
              kind: 'some-of',
              id: 'items',
              label: { zh: '本单位抽查事项', en: 'Items of your department' },
              hint: { zh: '不选的，按函件所列事项。', en: 'Left empty, those of the letter stand.' },
              optional: true,
              options: own.map(({ code, name }) => ({ value: code, label: same(name) })),
            },
          ];
    const form: Form = {
      id: 'invitation-join-with',
      about,
      title: { zh: '参加联合抽查', en: 'Join the inspection' },
      submit: { zh: '参加并签收', en: 'Join and sign' },
      intro: [],
      fields: [
        ...items,
        {
          kind: 'number',
          id: 'officers',
          label: { zh: '可派执法人员（名）', en: 'Officers you can send' },
          hint: { zh: '具体人员由随机抽取产生。', en: 'Who goes is drawn.' },
          optional: true,
          least: 2,
          most: 999,
        },
        { kind: 'text', id: 'contact', label: { zh: '本单位联系人', en: 'Your contact' }, optional: true, atMost: 100 },
        {
          kind: 'text',
          id: 'missing',
          label: { zh: '清单缺失的事项', en: 'Items that are missing' },
          hint: { zh: '每行一项，随答复逐级反映。', en: 'One a line; each is reported upward.' },
          lines: 'many',
          optional: true,
          atMost: 2000,
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) => {
    const officers = one(values, 'officers');
    return filled(
      await answerInvitation(deps, actor, {
        invitation: readNumber(about).no,
        answer: 'joins',
        items: some(values, 'items'),
        ...(officers === '' ? {} : { officers: Number(officers) || 0 }),
        contact: one(values, 'contact'),
        missing: one(values, 'missing').split('\n'),
      }),
      fieldOf,
      joinedWords,
    );
  },
};

export const declineForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'answer-invitation', { department: actor.department });
    return allowed.ok ? { form: reasonForm('invitation-decline', about, '不参加', 'Decline') } : noForm(allowed.error);
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await answerInvitation(deps, actor, {
        invitation: readNumber(about).no,
        answer: 'declines',
        reason: one(values, 'reason'),
      }),
      fieldOf,
      () => ({ zh: '已答复：本单位不参加，理由已转牵头部门。', en: 'Answered: you decline; the lead has the reason.' }),
    ),
};
