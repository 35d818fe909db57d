/** subject: what is held of one subject: its pool and classes with their lists and days, and who did what about it by when. */
import type { Command } from 'commander';
import { wordsOfEntry } from '../../core/follow-up/credit-file.ts';
import { keyText } from '../../core/registry/subject.ts';
import { ok } from '../../core/result.ts';
import { performedLine, performedSummary } from '../say/performed.ts';
import { sayClasses } from '../say/pools.ts';
import { creditFile } from '../verbs/duty/credit-file.ts';
import { subjectPerformed } from '../verbs/duty/performed.ts';
import { departmentNames } from '../verbs/registry/departments.ts';
import { subjectClasses } from '../verbs/registry/subject-classes.ts';
import type { Door } from './door.ts';

export const subjectCommands = (program: Command, door: Door): void => {
  const group = program
    .command('subject')
    .description('检查对象：所在监管库和分类 · one subject: its pool and classes');

  group
    .command('classes <number>')
    .description('所在监管库、列入情形、分类及其来源和日期 · pool, ground and classes, each with its list and day')
    .action((number: string) =>
      door.look(
        (desk) => subjectClasses(desk, number),
        (value) => ({
          words: [{ zh: value.subject.name, en: value.subject.name }, ...sayClasses(value)],
          json: value,
        }),
      ),
    );

  group
    .command('show <number>')
    .description(
      '一户的全部：所在库和分类，谁应在何时前办何事、何时办结 · all of one subject, and who did what by when',
    )
    .action((number: string) =>
      door.look(
        async (desk) => {
          const held = await subjectClasses(desk, number);
          if (!held.ok) return held;
          const subject = keyText(held.value.subject);
          const lines = await subjectPerformed(desk, { subject, department: null });
          const { checks, entries } = await creditFile(desk, held.value.subject);
          return ok({ ...held.value, lines, checks, entries, nameOf: await departmentNames(desk.db) });
        },
        ({ lines, checks, entries, nameOf, ...held }) => ({
          words: [
            { zh: held.subject.name, en: held.subject.name },
            ...sayClasses(held),
            ...checks.map(({ date, department }) => ({
              zh: `${date} 由${nameOf(department)}检查`,
              en: `${date}: checked by ${nameOf(department)}`,
            })),
            ...entries.map(wordsOfEntry),
            ...lines.map((line) => performedLine(line, nameOf)),
            performedSummary(lines),
          ],
          json: { ...held, checks, entries, lines },
        }),
      ),
    );
};
