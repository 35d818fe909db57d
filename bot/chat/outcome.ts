/** 检查结果 in the chat: entering them in a short form, reviewing them, and the way to the form on the phone. */
import type { Chapter } from './door.ts';
import { enterForm } from './outcome/enter-form.ts';
import { passAll } from './outcome/pass.ts';
import { returnForm, reviewForm } from './outcome/review-form.ts';
import { signDoor } from './outcome/sign-form.ts';

export const outcomeChapter: Chapter = {
  choices: {
    'outcome-enter': { kind: 'form', form: 'outcome-enter' },
    'outcome-pass-all': { kind: 'act', act: passAll },
    'outcome-review': { kind: 'form', form: 'outcome-review' },
    'outcome-return': { kind: 'form', form: 'outcome-return' },
    'outcome-sign': { kind: 'form', form: 'outcome-sign' },
  },
  forms: {
    'outcome-enter': enterForm,
    'outcome-review': reviewForm,
    'outcome-return': returnForm,
    'outcome-sign': signDoor,
  },
};
