/** The office is told, once and in words, that a channel cannot be written to and what helps; and when it can be again. */
import type { Words } from '../../core/words.ts';
import type { ChatDeps } from '../chat/door.ts';
import { sentence } from '../message/message.ts';
import type { Messenger, Place, Put } from '../message/messenger.ts';
import { placeName } from '../verbs/chat/place-name.ts';

/** Of this place nobody can be told here: its own trouble stands in the log. */
export const troublePlace: Place = 'office';

/** @param code the platform's own word for what is in the way */
export const blockedNotice = async (deps: ChatDeps, place: Place, code: string): Promise<Put> =>
  notice(place, blocked(await placeName(deps.db, place), code));

/** Takes the notice back once posts reach the place again. */
export async function cleared(deps: ChatDeps, messenger: Messenger, place: Place): Promise<void> {
  if (place === troublePlace) return;
  const name = await placeName(deps.db, place);
  const words = { zh: `发往${name}的消息已恢复正常。`, en: `Posts reach ${name} again.` };
  await messenger.put(notice(place, words)).catch(() => {});
}

const notice = (place: Place, words: Words): Put => ({
  slot: `delivery-trouble/${place}`,
  place: troublePlace,
  under: null,
  message: sentence(words),
  triedBefore: false,
});

function blocked(name: string, code: string): Words {
  const help = helpFor(code);
  return {
    zh: `发往${name}的消息发不出去：${help.zh}处理后会自动补发，不必重新办理。`,
    en: `Posts to ${name} do not arrive: ${help.en} Afterwards they are sent by themselves; nothing need be done again.`,
  };
}

function helpFor(code: string): Words {
  switch (code) {
    case 'not_in_channel':
    case 'channel_not_found':
      return {
        zh: '机器人不在该频道里。请在该频道输入“/invite @明抽”（频道已更换的，在新频道输入“/mingchou 频道 <单位>”重新指定）。',
        en: 'the bot is not in the channel. Type /invite @Mingchou there (or /mingchou channel in the channel that took its place).',
      };
    case 'is_archived':
      return {
        zh: '该频道已归档。请恢复频道，或在新频道输入“/mingchou 频道 <单位>”重新指定。',
        en: 'the channel is archived. Restore it, or type /mingchou channel in another.',
      };
    case 'invalid_auth':
    case 'token_revoked':
    case 'account_inactive':
    case 'missing_scope':
      return {
        zh: `Slack 不认机器人的令牌或权限不足（${code}）。请系统管理员重新安装应用并更换令牌。`,
        en: `Slack refuses the bot’s token or rights (${code}). The administrator installs the app anew and changes the token.`,
      };
    default:
      return {
        zh: `Slack 拒收（${code}）。请告知系统管理员。`,
        en: `Slack refuses them (${code}). Tell the administrator.`,
      };
  }
}
