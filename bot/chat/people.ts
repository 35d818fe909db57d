/** `/mingchou`: who is who, whose channel is whose, the way into the pages, and help. */
import type { Chapter } from './door.ts';
import { mingchou } from './people/command.ts';
import { dismissed, enrolForm } from './people/enrol.ts';
import { invite, inviteForm } from './people/invite.ts';
import { unlink } from './people/link.ts';
import { web } from './people/web.ts';

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
