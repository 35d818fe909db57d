/** subject: what is held of one subject: its pool and classes with their lists and days. */
import type { Command } from 'commander';
import { sayClasses } from '../say/pools.ts';
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
};
