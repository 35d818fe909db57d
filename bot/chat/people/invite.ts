/** 邀请: the office issues a code for somebody on the roll; only the one who asked is shown it, once. */
import type { Form, Values } from '../../message/form.ts';
import { one } from '../../message/form.ts';
import { type Message, same } from '../../message/message.ts';
import { minuteOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { type Invited, invitePerson } from '../../verbs/chat/invite-person.ts';
import { roll } from '../../verbs/people/roll.ts';
import { noForm, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';

/** @param typed number of a person, or a name that only one person has */
export async function invite({ deps, actor }: Asked, typed: string): Promise<Answer> {
  return told(await invitePerson(deps, actor, await numberOf(deps, typed)), codeMessage);
}

async function numberOf(deps: Asked['deps'], typed: string): Promise<string> {
  const standing = (await roll(deps)).filter(({ ended }) => !ended);
  if (standing.some(({ person }) => person === typed)) return typed;
  const [one, ...more] = standing.filter(({ name }) => name === typed);
  return one !== undefined && more.length === 0 ? one.person : typed;
}

function codeMessage({ person, name, code, until }: Invited): Message {
  const clock = minuteOf(until).slice(11);
  return {
    summary: {
      zh: `${name}（${person}）的邀请码：${code}，${clock} 前有效。`,
      en: `Code for ${name} (${person}): ${code}, until ${clock}.`,
    },
    parts: [
      {
        kind: 'facts',
        facts: [
          { name: { zh: '人员', en: 'Person' }, value: { zh: `${name}（${person}）`, en: `${name} (${person})` } },
          { name: { zh: '邀请码', en: 'Code' }, value: same(code) },
          { name: { zh: '有效至', en: 'Until' }, value: same(clock) },
        ],
      },
      {
        kind: 'text',
        words: {
          zh: `请当面或电话告知本人，由其在聊天中输入：/mingchou 绑定 ${code}`,
          en: `Tell that person directly, who then types: /mingchou link ${code}`,
        },
      },
      {
        kind: 'note',
        words: {
          zh: '仅显示这一次，只能用一次；重新发放后，前一个作废。',
          en: 'Shown this once and good for once; issuing another makes it void.',
        },
      },
    ],
  };
}

/** Where the command named nobody. */
export const inviteForm: FormDoor = {
  open: async ({ actor }) => {
    const allowed = authorise(actor, 'invite-person');
    return allowed.ok ? { form } : noForm(allowed.error);
  },
  submit: async (asked, _, values: Values) => invite(asked, one(values, 'person')),
};

const form: Form = {
  id: 'people-invite',
  about: '',
  title: { zh: '发放邀请码', en: 'Invite a person' },
  submit: { zh: '发放', en: 'Issue' },
  intro: [],
  fields: [
    {
      kind: 'text',
      id: 'person',
      label: { zh: '人员编号或姓名', en: 'Number or name' },
      hint: { zh: '须已登记在人员名册', en: 'Must be on the roll' },
      atMost: 40,
    },
  ],
};
