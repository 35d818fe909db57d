/** people invite, code, link, unlink, channel: who is who in the chat and at the pane, from the desk; the way in for the first person of a new installation. */
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { movedFrom } from '../../db/moved.ts';
import { refuse } from '../refusal.ts';
import { minuteOf } from '../today.ts';
import { shownCode } from '../verbs/chat/code.ts';
import { paneCode } from '../verbs/chat/excel.ts';
import { invitePerson } from '../verbs/chat/invite-person.ts';
import { linkForPerson } from '../verbs/chat/link-chat.ts';
import { nameChannel } from '../verbs/chat/name-channel.ts';
import { unlinkChat } from '../verbs/chat/unlink-chat.ts';
import { type Door, WrongCall } from './door.ts';

interface OnPlatform {
  readonly platform: string;
}

export function peopleChatCommands(group: Command, door: Door): void {
  const command = (name: string, description: string): Command =>
    group.command(name).description(description).option('-p, --platform <name>', '聊天平台 · chat platform', 'slack');

  group
    .command('invite <number>')
    .description('发放绑定聊天账号的邀请码，只显示一次 · issue the code that links a chat account')
    .action((number: string) => {
      if (door.env.MINGCHOU_CHAT?.trim() === 'none') throw new WrongCall(noChat(number));
      return door.act(
        (desk, actor) => invitePerson(desk, actor, number),
        ({ name, code, until }) => ({
          words: {
            zh: `${name}的邀请码：${code}（${minuteOf(until).replace('T', ' ')} 前有效，只能用一次）。请本人在聊天中输入：/mingchou 绑定 ${code}`,
            en: `Code for ${name}: ${code} (until ${minuteOf(until).replace('T', ' ')}, once). That person types: /mingchou link ${code}`,
          },
        }),
      );
    });

  group
    .command('code')
    .description('取得本人的填报码（--as 写明本人），供没有聊天群的内网使用 · a code for one’s own spreadsheet pane')
    .action(() =>
      door.act(
        async (desk, actor) => {
          // No fact is recorded, so that nothing else would refuse it; and it would sign nobody in.
          const moved = await movedFrom(desk.db);
          return moved === null ? ok(await paneCode(desk, actor)) : refuse('ledger', { reason: 'moved', moved });
        },
        ({ code, until }) => {
          const clock = minuteOf(until).replace('T', ' ');
          return {
            words: {
              zh: `填报码：${shownCode(code)}（${clock} 前有效，只能用一次）。请在填报窗格，或本系统网址后加 /addin/ 的填报网页上登录。`,
              en: `Code for filling in: ${shownCode(code)} (until ${clock}, once). Sign in with it in the pane, or on the page for filling in, /addin/ after this installation’s address.`,
            },
          };
        },
      ),
    );

  command('link <number> <user>', '由联席办直接绑定聊天账号 · link an account without a code').action(
    (number: string, user: string, { platform }: OnPlatform) =>
      door.act(
        (desk, actor) => linkForPerson(desk, actor, { platform, user }, number),
        ({ name }) => ({
          words: { zh: `已绑定：${platform} ${user} 是${name}。`, en: `Linked: ${platform} ${user} is ${name}.` },
        }),
      ),
  );

  command('unlink <user>', '解除聊天账号绑定 · unlink an account').action((user: string, { platform }: OnPlatform) =>
    door.act(
      (desk, actor) => unlinkChat(desk, actor, { platform, user }),
      ({ person }) => ({ words: { zh: `已解除绑定（${person}）。`, en: `Unlinked (${person}).` } }),
    ),
  );

  command(
    'channel <place> <channel>',
    '指定联席办（office）或单位的频道 · name the channel of the office or a department',
  ).action((place: string, channel: string, { platform }: OnPlatform) =>
    door.act(
      (desk, actor) => nameChannel(desk, actor, { platform, typed: place, channel }),
      ({ name }) => ({
        words: { zh: `${channel} 现为“${name}”的频道。`, en: `${channel} is now the channel of ${name}.` },
      }),
    ),
  );
}

/** An invitation is typed in the chat; at the pane and the pages a person signs in by a code of the own. */
const noChat = (number: string): Words => ({
  zh: `没有聊天群（MINGCHOU_CHAT=none），邀请码无处可用。请改取填报码，交给本人登录填报窗格或填报网页：npx mingchou --as ${number} people code`,
  en: `There is no chat (MINGCHOU_CHAT=none) where an invitation could be typed. Take a code for filling in and hand it to that person: npx mingchou --as ${number} people code`,
});
