/** All tasks of a year in one calendar: of every plan that stands, and those from above that no plan has taken in yet; with departments' own plans. */
import { departmentsOf } from '../../../core/plan/overlap.ts';
import { type CalendarEntry, calendarOf, type TaskCalendar } from '../../../core/plan/task-calendar.ts';
import { heldPlan, plans } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { superiorPlansIn } from '../invite/recorded.ts';
import { documentsOf, type KeptDocument } from '../registry/documents.ts';

export interface YearCalendar extends TaskCalendar {
  readonly year: number;
  /** 本部门计划 registered as papers: the latest version of each department. */
  readonly papers: readonly KeptDocument[];
}

/** @param department in which it takes part; null for all */
export async function yearCalendar(
  { db }: Pick<Deps, 'db'>,
  year: number,
  department: string | null,
): Promise<YearCalendar> {
  const entries: CalendarEntry[] = [];
  for (const { no } of await plans(db)) {
    const plan = (await heldPlan(db, no))?.plan;
    if (plan === undefined || plan.year !== year) continue;
    for (const task of plan.tasks) {
      const { no: number, name, reach, origin, window } = task;
      const departments = departmentsOf(task);
      entries.push({ plan: no, state: plan.state, task: number, name, reach, origin, departments, window });
    }
  }
  const taken = new Set(
    entries.filter(({ origin }) => origin !== 'own').map(({ name, window }) => nameAt(name, window)),
  );
  for (const above of await superiorPlansIn(db)) {
    if (above.year !== year) continue;
    for (const { no, name, departments, window } of above.lines)
      if (!taken.has(nameAt(name, window)))
        entries.push({
          ...{ plan: above.number, state: 'above', task: no, name, departments, window },
          ...{ reach: departments.length > 1 ? 'joint' : 'department', origin: above.level },
        });
  }
  const papers = new Map<string, KeptDocument>();
  for (const each of await documentsOf(db)) if (each.list === 'own-plan') papers.set(each.department, each);
  const isOwn = (codes: readonly string[]): boolean => department === null || codes.includes(department);
  return {
    ...calendarOf(entries.filter(({ departments }) => isOwn(departments))),
    year,
    papers: [...papers.values()].filter((each) => isOwn([each.department])),
  };
}

const nameAt = (name: string, { from, to }: CalendarEntry['window']): string => `${name} ${from} ${to}`;
