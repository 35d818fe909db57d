/** plan calendar, plan guide: the tasks of a year in one list, and what the year before shows for the next plan. */
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import { guideLines, guideSummary } from '../say/guide.ts';
import { calendarLines, calendarSummary } from '../say/task-calendar.ts';
import { guideFor } from '../verbs/consult/guide.ts';
import { yearCalendar } from '../verbs/plan/task-calendar.ts';
import { departmentNames } from '../verbs/registry/departments.ts';
import { type Door, wholeNumber } from './door.ts';

/** Onto the group `plan`. */
export function yearCommands(group: Command, door: Door): void {
  group
    .command('calendar <year>')
    .description('一年的任务日历：上级任务、部门联合、部门内部 · all tasks of a year in one calendar')
    .option('-d, --department <code>', '只看一个单位参加的 · in which a department takes part')
    .action((year: string, { department }: { readonly department?: string }) =>
      door.look(
        async (desk) => {
          const calendar = await yearCalendar(desk, wholeNumber(year), department ?? null);
          return ok({ calendar, nameOf: await departmentNames(desk.db) });
        },
        ({ calendar, nameOf }) => ({
          words: [calendarSummary(calendar), ...calendarLines(calendar, nameOf)],
          json: calendar,
        }),
      ),
    );

  group
    .command('guide <year>')
    .description('编制某年计划的参考：上一年各领域、事项的抽取、检查、发现问题 · what last year shows for a plan')
    .option('-d, --department <code>', '只看一个单位 · of one department')
    .option('--rows', '列出每个数字后面的检查编号 · the visits behind each number')
    .action((year: string, { department, rows }: { readonly department?: string; readonly rows?: true }) =>
      door.look(
        async (desk) => {
          const guide = await guideFor(desk, wholeNumber(year), department ?? null);
          return ok({ guide, nameOf: await departmentNames(desk.db) });
        },
        ({ guide, nameOf }) => ({
          words: [guideSummary(guide), ...guideLines(guide, nameOf, rows === true)],
          json: { year: guide.year, lines: guide.lines, proposals: guide.proposals },
        }),
      ),
    );
}
