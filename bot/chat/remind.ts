/** What can be typed and pressed about reminders. */
import type { Chapter } from './door.ts';
import { remind } from './remind/command.ts';
import { listDue, pressConsultation, pressNow } from './remind/press.ts';
import { talkUnderReminder } from './remind/talk.ts';

export const remindChapter: Chapter = {
  commands: { remind },
  choices: {
    'remind-consultation': { kind: 'act', act: pressConsultation },
    'remind-now': { kind: 'act', act: pressNow },
    'remind-list': { kind: 'act', act: listDue },
  },
  talk: { reminder: talkUnderReminder },
};
