/** What is typed after `/mingchou`: “绑定ABCD-…”, “invite l1”; the command alone is a call for help. */
import { show } from '../answer.ts';
import type { Command, Route } from '../door.ts';
import { commandsUsage, todoMessage } from '../help.ts';
import { commandOf, type Subcommand } from '../subcommand.ts';
import { usageMessage } from '../usage.ts';
import { showAccounts } from './accounts.ts';
import { showBoard } from './board.ts';
import { channel } from './channel.ts';
import { askDismiss } from './enrol.ts';
import { excel } from './excel.ts';
import { invite } from './invite.ts';
import { askUnlink, link, unlink, whoami } from './link.ts';
import { web } from './web.ts';

const help: Route = { kind: 'open', act: async () => show(usageMessage(commandsUsage)) };

export const mingchouWords = {
  link: { words: ['绑定', 'link'], route: (rest) => ({ kind: 'open', act: (knock) => link(knock, rest) }) },
  unlink: {
    words: ['解除绑定', '解绑', 'unlink'],
    route: (rest) => ({ kind: 'act', act: async (asked) => (rest === '' ? askUnlink() : unlink(asked, rest)) }),
  },
  invite: {
    words: ['邀请', 'invite'],
    route: (rest) =>
      rest === ''
        ? { kind: 'form', form: 'people-invite', about: '' }
        : { kind: 'act', act: (asked) => invite(asked, rest) },
  },
  enrol: {
    words: ['登记', 'enrol', 'enroll', 'add'],
    route: () => ({ kind: 'form', form: 'people-enrol', about: '' }),
  },
  dismiss: { words: ['注销', 'dismiss'], route: (rest) => ({ kind: 'act', act: (asked) => askDismiss(asked, rest) }) },
  channel: {
    words: ['频道', '群组', 'channel'],
    route: (rest) => ({ kind: 'act', act: (asked) => channel(asked, rest) }),
  },
  whoami: { words: ['我是谁', 'whoami'], route: () => ({ kind: 'act', act: whoami }) },
  accounts: { words: ['账号', '实名账号', 'accounts'], route: () => ({ kind: 'act', act: showAccounts }) },
  board: { words: ['清单看板', '看板', 'board'], route: () => ({ kind: 'act', act: showBoard }) },
  web: {
    words: ['登录', '登入', '网页', 'web', 'login'],
    route: () => ({ kind: 'act', act: (asked) => web(asked, '/') }),
  },
  visits: {
    words: ['检查', '录入', 'visits', 'enter'],
    route: () => ({ kind: 'act', act: (asked) => web(asked, '/visits') }),
  },
  excel: { words: ['填报', '表格', 'excel'], route: () => ({ kind: 'act', act: excel }) },
  todo: {
    words: ['待办', 'todo'],
    route: () => ({ kind: 'act', act: async (asked) => show(await todoMessage(asked)) }),
  },
} as const satisfies Record<string, Subcommand>;

const command = commandOf({ usage: commandsUsage, bare: help, words: mingchouWords });

/** The bot's own name before the words is no part of them: “@mingchou 待办”. */
export const mingchou: Command = (text) => command(text.replace(/^\s*[/@]?mingchou\b/i, ''));
