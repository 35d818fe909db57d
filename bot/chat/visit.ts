/** Between the draw and the door, in the chat: visits handed out, recusals asked for and decided, whoever cannot come. */
import type { Chapter } from './door.ts';
import { substituteForm, unavailableForm } from './visit/absence.ts';
import { assign } from './visit/assign.ts';
import { declareForm, denyForm, grantForm } from './visit/recusal.ts';

export const visitChapter: Chapter = {
  choices: {
    'assign-visits': { kind: 'act', act: assign },
    'recusal-declare': { kind: 'form', form: 'recusal-declare' },
    'recusal-grant': { kind: 'form', form: 'recusal-grant' },
    'recusal-deny': { kind: 'form', form: 'recusal-deny' },
    'inspector-unavailable': { kind: 'form', form: 'inspector-unavailable' },
    'post-substitute': { kind: 'form', form: 'post-substitute' },
  },
  forms: {
    'recusal-declare': declareForm,
    'recusal-grant': grantForm,
    'recusal-deny': denyForm,
    'inspector-unavailable': unavailableForm,
    'post-substitute': substituteForm,
  },
};
