/** 频道: typed in a channel, it says whose channel that is. */
import { nameChannel } from '../../verbs/chat/name-channel.ts';
import { placeName } from '../../verbs/chat/place-name.ts';
import { tell, told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export async function channel({ deps, actor, user, channel: here = '' }: Asked, typed: string): Promise<Answer> {
  if (here === '') {
    return tell({
      zh: '请在要指定的频道（群组）里输入这条命令，并先把机器人加入该频道。',
      en: 'Type this in the channel that you mean, after adding the bot to it.',
    });
  }
  if (typed === '') {
    return tell({
      zh: '请写明单位，例如：/mingchou 频道 联席办，或 /mingchou 频道 市场监督管理局。',
      en: 'Say whose channel this is, such as /mingchou channel office, or the name of a department.',
    });
  }
  const named = await nameChannel(deps, actor, { platform: user.platform, typed, channel: here });
  const was = named.ok ? named.value.before : null;
  const former = was === null ? '' : await placeName(deps.db, was);
  return told(named, ({ name, place, before }) => ({
    zh: `本频道现为“${name}”的频道${before === null || before === place ? '' : `（原为“${former}”的频道）`}，有关通知将发到这里。`,
    en: `This is now the channel of ${name}${before === null || before === place ? '' : ` (it was that of ${former})`}; its posts come here.`,
  }));
}
