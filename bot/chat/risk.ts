/** What can be typed, pressed and filled about risk, classes and signs. */
import type { Chapter } from './door.ts';
import { acceptClass, refuseForm, suggestForm } from './risk/class-change.ts';
import { risk } from './risk/command.ts';
import { signForm } from './risk/sign.ts';
import { targetedForm } from './risk/targeted.ts';
import { handleForm, warningForm } from './risk/warning.ts';

export const riskChapter: Chapter = {
  commands: { risk },
  choices: {
    'risk-handle': { kind: 'form', form: 'risk-handle' },
    'class-accept': { kind: 'act', act: acceptClass },
    'class-refuse': { kind: 'form', form: 'class-refuse' },
    'sign-answer': { kind: 'form', form: 'sign-answer' },
  },
  forms: {
    'risk-record': warningForm,
    'risk-handle': handleForm,
    'class-suggest': suggestForm,
    'class-refuse': refuseForm,
    'targeted-propose': targetedForm,
    'sign-answer': signForm,
  },
};
