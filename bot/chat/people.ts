/** `/mingchou`: who is who, whose channel is whose, the way into the pages, and help. */

import { show } from './answer.ts';
import type { Chapter, Command, Route } from './door.ts';
import { helpMessage, todoMessage } from './help.ts';
import { channel } from './people/channel.ts';
import { askDismiss, dismissed, enrolForm } from './people/enrol.ts';
import { invite, inviteForm } from './people/invite.ts';
import { askUnlink, link, unlink, whoami } from './people/link.ts';
import { readSubcommand, type Typed } from './people/subcommand.ts';
import { unknown } from './people/unknown.ts';
import { web } from './people/web.ts';

const mingchou: Command = (text) => {
  const typed = readSubcommand(text);
  return typed === null ? { kind: 'open', act: async () => unknown(text) } : routeOf(typed);
};

function routeOf({ subcommand, rest }: Typed): Route {
  switch (subcommand) {
    case 'link':
      return { kind: 'open', act: (knock) => link(knock, rest) };
    case 'help':
      return { kind: 'open', act: async () => show(helpMessage()) };
    case 'invite':
      return rest === ''
        ? { kind: 'form', form: 'people-invite', about: '' }
        : { kind: 'act', act: (asked) => invite(asked, rest) };
    case 'enrol':
      return { kind: 'form', form: 'people-enrol', about: '' };
    case 'dismiss':
      return { kind: 'act', act: (asked) => askDismiss(asked, rest) };
    case 'unlink':
      return { kind: 'act', act: async (asked) => (rest === '' ? askUnlink() : unlink(asked, rest)) };
    case 'channel':
      return { kind: 'act', act: (asked) => channel(asked, rest) };
    case 'whoami':
      return { kind: 'act', act: whoami };
    case 'web':
      return { kind: 'act', act: (asked) => web(asked, '/') };
    case 'todo':
      return { kind: 'act', act: async (asked) => show(await todoMessage(asked)) };
  }
}

export const peopleChapter: Chapter = {
  commands: { mingchou },
  choices: {
    'people-invite-one': { kind: 'act', act: invite },
    'people-dismiss': { kind: 'act', act: dismissed },
    'people-unlink': { kind: 'act', act: (asked) => unlink(asked, '') },
    /** About a path of the pages: any message may offer the way there. */
    'people-web': { kind: 'act', act: web },
  },
  forms: { 'people-invite': inviteForm, 'people-enrol': enrolForm },
};
