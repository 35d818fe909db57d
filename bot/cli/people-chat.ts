/** people invite, code, link, unlink, channel: who is who in the chat and at the pane, from the desk; the way in for the first person of a new installation. */
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import { minuteOf } from '../today.ts';
import { shownCode } from '../verbs/chat/code.ts';
import { paneCode } from '../verbs/chat/excel.ts';
import { invitePerson } from '../verbs/chat/invite-person.ts';
import { linkForPerson } from '../verbs/chat/link-chat.ts';
import { nameChannel } from '../verbs/chat/name-channel.ts';
import { unlinkChat } from '../verbs/chat/unlink-chat.ts';
import type { Door } from './door.ts';

interface OnPlatform {
  readonly platform: string;
}

export function peopleChatCommands(group: Command, door: Door): void {
  const command = (name: string, description: string): Command =>
    group.command(name).description(description).option('-p, --platform <name>', '聊天平台 · chat platform', 'slack');

  group
    .command('invite <number>')
    .description('发放绑定聊天账号的邀请码，只显示一次 · issue the code that links a chat account')
    .action((number: string) =>
      door.act(
        (desk, actor) => invitePerson(desk, actor, number),
        ({ name, code, until }) => ({
          words: {
            zh: `${name}的邀请码：${code}（${minuteOf(until).replace('T', ' ')} 前有效，只能用一次）。请本人在聊天中输入：/mingchou 绑定 ${code}`,
            en: `Code for ${name}: ${code} (until ${minuteOf(until).replace('T', ' ')}, once). That person types: /mingchou link ${code}`,
          },
        }),
      ),
    );

  group
    .command('code')
    .description('取得本人的填报码（--as 写明本人），供没有聊天群的内网使用 · a code for one’s own spreadsheet pane')
    .action(() =>
      door.act(
        async (desk, actor) => ok(await paneCode(desk, actor)),
        ({ code, until }) => {
          const clock = minuteOf(until).replace('T', ' ');
          return {
            words: {
              zh: `填报码：${shownCode(code)}（${clock} 前有效，只能用一次）。请在填报窗格，或本系统网址后加 /addin/ 的填报网页上登录。`,
              en: `Code for filling in: ${shownCode(code)} (until ${clock}, once).`,
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
