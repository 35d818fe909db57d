/** Official papers in the chat: drawn up and numbered here, fetched from a page. */
import type { Chapter } from './door.ts';
import { paper } from './paper/command.ts';
import { issueForm } from './paper/issue.ts';

export const paperChapter: Chapter = {
  commands: { paper },
  choices: { 'paper-issue': { kind: 'form', form: 'paper-issue' } },
  forms: { 'paper-issue': issueForm },
};
