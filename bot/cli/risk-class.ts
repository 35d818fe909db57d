/** risk class, answer-class: another class suggested for a subject, and the answer of whoever keeps the scheme. */
import type { Command } from 'commander';
import { answerClassChange } from '../verbs/risk/answer-class-change.ts';
import { suggestClassChange } from '../verbs/risk/suggest-class-change.ts';
import { type Door, wholeNumber } from './door.ts';
import { oneOf } from './typed.ts';

export const classCommands = (group: Command, door: Door): void => {
  group
    .command('class <subject> <scheme> <to> <words>')
    .description('建议调整分类 · suggest a class')
    .action((subject: string, scheme: string, to: string, words: string) =>
      door.act(
        (desk, actor) => suggestClassChange(desk, actor, { subject, scheme, to, words }),
        ({ no }) => ({ words: { zh: `分类调整建议第 ${no} 号。`, en: `Suggestion ${no}.` } }),
      ),
    );
  group
    .command('answer-class <no> <accept|refuse> [words]')
    .description('答复分类调整建议 · answer a suggestion')
    .action((no: string, answer: string, words?: string) => {
      const accepted = oneOf(answer, ['accept', 'refuse']) === 'accept';
      return door.act(
        (desk, actor) =>
          answerClassChange(desk, actor, {
            suggestion: wholeNumber(no),
            accepted,
            words: words ?? '',
          }),
        () => ({ words: { zh: '已答复。', en: 'Answered.' } }),
      );
    });
};
