/** What can be typed, pressed, filled and answered about a consultation. */
import { talkBeside } from './consult/beside.ts';
import { consult } from './consult/command.ts';
import { compileForm } from './consult/compile-form.ts';
import { extendForm } from './consult/extend-form.ts';
import { openForm } from './consult/open-form.ts';
import { keepAnswer, pressAnswer, pressClose } from './consult/press.ts';
import { proposeForm } from './consult/propose-form.ts';
import { commentsForm, declinesForm } from './consult/reply-forms.ts';
import { talkUnderLetter, talkUnderReceipt } from './consult/talk.ts';
import type { Chapter } from './door.ts';

export const consultChapter: Chapter = {
  commands: { consult },
  choices: {
    'consult-joins': { kind: 'act', act: pressAnswer('joins') },
    'consult-agrees': { kind: 'act', act: pressAnswer('agrees') },
    'consult-comments': { kind: 'form', form: 'consult-comments' },
    'consult-declines': { kind: 'form', form: 'consult-declines' },
    'consult-propose': { kind: 'form', form: 'consult-propose' },
    'consult-keep': { kind: 'act', act: keepAnswer },
    'consult-extend': { kind: 'form', form: 'consult-extend' },
    'consult-close': { kind: 'act', act: pressClose },
    'consult-compile': { kind: 'form', form: 'consult-compile' },
  },
  forms: {
    'consult-open': openForm,
    'consult-extend': extendForm,
    'consult-comments': commentsForm,
    'consult-declines': declinesForm,
    'consult-propose': proposeForm,
    'consult-compile': compileForm,
  },
  talk: { 'consultation-letter': talkUnderLetter, 'consultation-receipt': talkUnderReceipt },
  beside: talkBeside,
};
