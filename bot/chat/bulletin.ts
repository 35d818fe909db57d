/** What can be typed, pressed and filled about figures, stated numbers, summaries and bulletins. */
import { issueForm, showBulletin, showDraft } from './bulletin/bulletins.ts';
import { carry } from './bulletin/carry.ts';
import { bulletin } from './bulletin/command.ts';
import { openRows, showOwnFigures } from './bulletin/figures.ts';
import { numberForm } from './bulletin/number-form.ts';
import { openBoard, readSummary } from './bulletin/summaries.ts';
import { submitForm } from './bulletin/summary-form.ts';
import { returnForm } from './bulletin/summary-return.ts';
import type { Chapter } from './door.ts';

export const bulletinChapter: Chapter = {
  commands: { bulletin },
  choices: {
    'figures-own': { kind: 'act', act: showOwnFigures },
    'figure-rows': { kind: 'act', act: openRows },
    'summary-submit': { kind: 'form', form: 'summary-submit' },
    'summary-board': { kind: 'act', act: openBoard },
    'summary-read': { kind: 'act', act: readSummary },
    'summary-return': { kind: 'form', form: 'summary-return' },
    'bulletin-draft': { kind: 'act', act: showDraft },
    'bulletin-issue': { kind: 'form', form: 'bulletin-issue' },
    'bulletin-read': { kind: 'act', act: showBulletin },
    'intentions-carry': { kind: 'act', act: carry },
    'news-of-month': { kind: 'form', form: 'news-send' },
  },
  forms: {
    'numbers-state': numberForm,
    'summary-submit': submitForm,
    'summary-return': returnForm,
    'bulletin-issue': issueForm,
  },
};
