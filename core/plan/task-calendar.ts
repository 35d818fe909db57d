/**
 * 任务日历 (甘州 2023 二(二)1; 石狮 2024 四(二) 部门内部及部门联合抽查计划): joint tasks, departments' own tasks and tasks from above of a year in one
 * list by the month in which they begin, counted apart.
 */
import type { CivilDate } from '../calendar.ts';
import type { Plan, Task } from './task.ts';

export interface CalendarEntry {
  /** Number of our plan; of a plan from above that is in none of ours, its own. */
  readonly plan: string;
  /** `above`: received and not taken into a plan of ours. */
  readonly state: Plan['state'] | 'above';
  readonly task: string;
  readonly name: string;
  readonly reach: Task['reach'];
  readonly origin: Task['origin'];
  readonly departments: readonly string[];
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
}

export interface TaskCalendar {
  readonly months: readonly { readonly month: string; readonly entries: readonly CalendarEntry[] }[];
  readonly counts: { readonly above: number; readonly joint: number; readonly department: number };
}

export function calendarOf(entries: readonly CalendarEntry[]): TaskCalendar {
  const sorted = [...entries].sort((a, b) => {
    const [x, y] = [placeOf(a), placeOf(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });
  const months = Map.groupBy(sorted, ({ window }) => window.from.slice(0, 7));
  const own = entries.filter(({ origin }) => origin === 'own');
  return {
    months: [...months].map(([month, all]) => ({ month, entries: all })),
    counts: {
      above: entries.length - own.length,
      joint: own.filter(({ reach }) => reach === 'joint').length,
      department: own.filter(({ reach }) => reach === 'department').length,
    },
  };
}

/** Within a month tasks from above come first (石狮 2024 二), then by day. */
const placeOf = ({ window, origin, plan, task }: CalendarEntry): string =>
  [window.from.slice(0, 7), origin === 'own' ? 1 : 0, window.from, plan, task].join('\t');
