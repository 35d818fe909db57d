/** 日历 in the chat: the office reads the tasks of all, a department those in which it takes part. */
import { yearOf } from '../../../core/calendar.ts';
import { firstOf, withLines } from '../../message/message.ts';
import { calendarLines, calendarSummary } from '../../say/task-calendar.ts';
import { dayOf } from '../../today.ts';
import { sideOf } from '../../verbs/bulletin/shown.ts';
import { yearCalendar } from '../../verbs/plan/task-calendar.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { refused, show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

const shown = 60;

/** @param typed a year; this year where it is none */
export async function showCalendar({ deps, actor }: Asked, typed: string): Promise<Answer> {
  const side = await sideOf(deps, actor, null);
  if (!side.ok) return refused(side.error);
  const year = /^20\d\d$/.test(typed) ? Number(typed) : yearOf(dayOf(deps.now()));
  const calendar = await yearCalendar(deps, year, side.value.department);
  const nameOf = await departmentNames(deps.db);
  return show(withLines(calendarSummary(calendar), firstOf(calendarLines(calendar, nameOf), shown, '行')));
}
