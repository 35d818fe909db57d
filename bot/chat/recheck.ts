/** What can be typed, pressed and filled about re-inspections and revisits. */
import type { Chapter } from './door.ts';
import { answerForm } from './recheck/answer.ts';
import { recheck } from './recheck/command.ts';
import { freezeForm } from './recheck/freeze.ts';
import { listOf } from './recheck/list.ts';
import { recordForm } from './recheck/record.ts';

export const recheckChapter: Chapter = {
  commands: { recheck },
  choices: {
    'recheck-record': { kind: 'form', form: 'recheck-record' },
    'recheck-answer': { kind: 'form', form: 'recheck-answer' },
    'recheck-list': { kind: 'act', act: listOf },
  },
  forms: {
    'recheck-freeze': freezeForm,
    'recheck-record': recordForm,
    'recheck-answer': answerForm,
  },
};
