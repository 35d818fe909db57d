/** What can be typed, pressed and filled about problems, meetings, practice, news and supervision. */
import type { Chapter } from './door.ts';
import { exchange } from './exchange/command.ts';
import { answerComing, awayForm, callForm, minutesForm } from './exchange/meeting.ts';
import { newsForm, passOn, practiceForm } from './exchange/practice.ts';
import { assignForm, raiseForm, solveForm } from './exchange/problem.ts';
import { supervisionForm } from './exchange/supervision.ts';

export const exchangeChapter: Chapter = {
  commands: { exchange },
  choices: {
    'problem-raise': { kind: 'form', form: 'problem-raise' },
    'problem-assign': { kind: 'form', form: 'problem-assign' },
    'problem-solve': { kind: 'form', form: 'problem-solve' },
    'meeting-come': { kind: 'act', act: answerComing },
    'meeting-away': { kind: 'form', form: 'meeting-away' },
    'meeting-held': { kind: 'form', form: 'meeting-held' },
    'practice-pass-on': { kind: 'act', act: passOn },
  },
  forms: {
    'problem-raise': raiseForm,
    'problem-assign': assignForm,
    'problem-solve': solveForm,
    'meeting-call': callForm,
    'meeting-away': awayForm,
    'meeting-held': minutesForm,
    'practice-share': practiceForm,
    'news-send': newsForm,
    'supervision-record': supervisionForm,
  },
};
