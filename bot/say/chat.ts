/** Refusals about chat accounts in words. */
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { ChatRefusal } from '../verbs/chat/refusal.ts';

export function sayChat(why: ChatRefusal): Words {
  switch (why.reason) {
    case 'no-such-code':
      return {
        zh: '邀请码不对、已用过或已过期（十分钟内有效，只能用一次）。请向联席办重新索取。',
        en: 'The code is wrong, used or too old (it holds ten minutes and once). Ask the office for another.',
      };
    case 'linked-already':
      return {
        zh: `这个聊天账号已绑定人员 ${why.person}，须先由联席办解除绑定。`,
        en: `This chat account is linked to ${why.person}; the office must unlink it first.`,
      };
    case 'not-linked':
      return { zh: `聊天账号 ${why.user} 没有绑定人员。`, en: `The chat account ${why.user} is linked to nobody.` };
    case 'not-a-place':
      return {
        zh: `“${why.place}”既不是联席办，也不是成员单位名单中的单位。`,
        en: `“${why.place}” is neither the office nor a department on the list.`,
      };
    default:
      return never(why);
  }
}
