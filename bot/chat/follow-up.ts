/** 后续处置 in the chat: findings and acts chosen in a form, transfers signed for where they are shown. */
import type { Chapter } from './door.ts';
import { formsOfActs } from './follow-up/acts.ts';
import { chooseForm } from './follow-up/choose.ts';
import { followup } from './follow-up/command.ts';
import { pressReceive, returnForm } from './follow-up/hand-over.ts';
import { revisitForm } from './follow-up/revisit.ts';

export const followUpChapter: Chapter = {
  commands: { followup },
  choices: {
    'follow-up': { kind: 'form', form: 'follow-up' },
    'transfer-receive': { kind: 'act', act: pressReceive },
    'transfer-return': { kind: 'form', form: 'transfer-return' },
  },
  forms: { 'follow-up': chooseForm, 'transfer-return': returnForm, revisit: revisitForm, ...formsOfActs },
};
