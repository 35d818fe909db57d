/** 绑定, 解绑, 我是谁: an account and the person behind it. */
import type { Words } from '../../../core/words.ts';
import { accountsOf } from '../../../db/chat.ts';
import { type Message, same } from '../../message/message.ts';
import { roleWords } from '../../say/rights.ts';
import { linkChat } from '../../verbs/chat/link-chat.ts';
import { unlinkChat } from '../../verbs/chat/unlink-chat.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { show, tell, told } from '../answer.ts';
import type { Answer, Asked, Knock } from '../door.ts';

/** Open to everybody: who has a code is not linked yet. */
export async function link({ deps, user }: Knock, code: string): Promise<Answer> {
  if (code === '') {
    return tell({
      zh: '请在“绑定”后写上邀请码，例如：/mingchou 绑定 ABCD-EFGH-JKMN-PQRS。邀请码由联席办发放，十分钟内有效，只能用一次。',
      en: 'Write the code after “link”, such as /mingchou link ABCD-EFGH-JKMN-PQRS. The office issues it; it holds ten minutes and once.',
    });
  }
  return told(await linkChat(deps, user, code), ({ person, name }) => ({
    zh: `已绑定：您是${name}（${person}）。输入“/mingchou 帮助”查看可办事项。`,
    en: `Linked: you are ${name} (${person}). Type “/mingchou help” for what you can do.`,
  }));
}

/** Asked first: nobody but the office can undo it. */
export const askUnlink = (): Answer =>
  show({
    summary: {
      zh: '确认解除本账号的绑定？解除后须由联席办重新发放邀请码。',
      en: 'Unlink this account? You will need another code from the office.',
    },
    parts: [
      {
        kind: 'text',
        words: {
          zh: '确认解除本账号的绑定？解除后须由联席办重新发放邀请码。',
          en: 'Unlink this account? You will need another code from the office.',
        },
      },
      {
        kind: 'choices',
        choices: [{ id: 'people-unlink', about: '', label: { zh: '解除绑定', en: 'Unlink' }, weight: 'danger' }],
      },
    ],
  });

/** @param other the account's id, where the office unlinks somebody else's; '' for the own */
export async function unlink({ deps, actor, user }: Asked, other: string): Promise<Answer> {
  const account = other === '' ? user : { platform: user.platform, user: bareUser(other) };
  return told(await unlinkChat(deps, actor, account), ({ person }) => ({
    zh: `已解除绑定（${person}）。`,
    en: `Unlinked (${person}).`,
  }));
}

/** A mention as Slack writes it, `<@U012AB3CD|name>`, or the bare id. */
const bareUser = (typed: string): string => /^<@([^|>]+)(?:\|[^>]*)?>$/.exec(typed.trim())?.[1] ?? typed.trim();

export async function whoami({ deps, actor }: Asked): Promise<Answer> {
  const accounts = await accountsOf(deps.db, actor.person);
  const held = actor.roles.map((role) => roleWords[role]);
  const department = (await departmentNames(deps.db))(actor.department);
  const fact = (zh: string, en: string, value: Words) => ({ name: { zh, en }, value });
  const message: Message = {
    summary: { zh: `您是${actor.name}（${actor.person}）。`, en: `You are ${actor.name} (${actor.person}).` },
    parts: [
      {
        kind: 'facts',
        facts: [
          fact('姓名', 'Name', same(actor.name)),
          fact('人员编号', 'Number', same(actor.person)),
          ...(actor.department === '' ? [] : [fact('所在单位', 'Department', same(department))]),
          fact('身份', 'Roles', {
            zh: held.map(({ zh }) => zh).join('、'),
            en: held.map(({ en }) => en).join(', '),
          }),
          fact('已绑定账号', 'Accounts', same(accounts.map(({ platform, user }) => `${platform} ${user}`).join('、'))),
        ],
      },
    ],
  };
  return show(message);
}
