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
    case 'too-many-tries':
      return {
        zh: `这个账号一小时内已试了 ${why.most} 次，请一小时后再试，或请联席办代为绑定。`,
        en: `This account has tried ${why.most} times within the hour; try again in an hour, or ask the office to link it.`,
      };
    case 'no-such-link':
      return {
        zh: '登录链接无效、已用过或已过期（十分钟内有效，只能用一次）。请在聊天中输入“/mingchou 登录”重新获取。',
        en: 'The sign-in link is wrong, used or too old (it holds ten minutes and once). Get another by “/mingchou web” in the chat.',
      };
    case 'no-such-pane-code':
      return {
        zh: '填报码不对、已用过或已过期（十分钟内有效，只能用一次）。请在聊天中输入“/mingchou 填报”重新获取。',
        en: 'The code is wrong, used or too old (it holds ten minutes and once). Get another by “/mingchou excel” in the chat.',
      };
    case 'too-many-codes':
      return {
        zh: `从这个网络地址一小时内已试了 ${why.most} 次填报码，请一小时后再试。`,
        en: `Codes were tried ${why.most} times from this address within the hour; try again in an hour.`,
      };
    case 'no-such-token':
      return {
        zh: '登录已失效（满八小时、已退出或已注销），请重新登录：在聊天中输入“/mingchou 填报”获取填报码。表中内容不受影响。',
        en: 'You are no longer signed in (eight hours are over, or it was ended). Sign in again by “/mingchou excel” in the chat; the workbook is untouched.',
      };
    case 'rights-changed':
      return {
        zh: '您的所在单位或身份在登录后有变动，请重新登录：在聊天中输入“/mingchou 填报”获取填报码。表中内容不受影响。',
        en: 'Your department or roles have changed since you signed in. Sign in again by “/mingchou excel” in the chat; the workbook is untouched.',
      };
    case 'bad-account':
      return {
        zh: `聊天账号写作“平台”和“账号标识”，如 slack、U012AB3CD；现为“${why.platform}”“${why.user}”。`,
        en: `A chat account is a platform and an id there, such as slack and U012AB3CD, not “${why.platform}” and “${why.user}”.`,
      };
    case 'linked-already':
      return {
        zh: `这个聊天账号已绑定人员 ${why.person}，须先由本人或联席办解除绑定。`,
        en: `This chat account is linked to ${why.person}; that person or the office must unlink it first.`,
      };
    case 'not-linked':
      return { zh: `聊天账号 ${why.user} 没有绑定人员。`, en: `The chat account ${why.user} is linked to nobody.` };
    case 'not-a-place':
      return {
        zh: `“${why.place}”既不是联席办，也不是成员单位名单中的单位（可写代码、全称或简称；同名的请写代码）。`,
        en: `“${why.place}” is neither the office nor a department on the list (give its code or one of its names; the code where names are shared).`,
      };
    case 'bad-channel':
      return { zh: `“${why.channel}”不是频道标识。`, en: `“${why.channel}” is no id of a channel.` };
    default:
      return never(why);
  }
}
