/**
 * 计划执行进度 (石狮 2024 三(一)): where each task stands, with the days that are left. Tasks from above that are not done stand before all
 * local ones (石狮 2024 二); otherwise in the order of the plan.
 */
import { type CivilDate, daysBetween } from '../calendar.ts';
import type { Task } from '../plan/task.ts';
import type { Words } from '../words.ts';
import { isFinished } from './of-tasks.ts';
import type { Recorded } from './recorded.ts';

export const progressStates = ['not-begun', 'drawn', 'visiting', 'entered', 'published'] as const;
export type ProgressState = (typeof progressStates)[number];

export const progressWords: Readonly<Record<ProgressState, Words>> = {
  'not-begun': { zh: '未开展', en: 'not begun' },
  drawn: { zh: '已抽取', en: 'drawn' },
  visiting: { zh: '检查中', en: 'being visited' },
  entered: { zh: '已录入，未全部公示', en: 'entered, not all public' },
  published: { zh: '已完成并公示', en: 'finished and public' },
};

export interface TaskProgress {
  /** `plan/number of the task` */
  readonly task: string;
  readonly origin: Task['origin'];
  readonly departments: readonly string[];
  readonly state: ProgressState;
  readonly due: CivilDate;
  /** Negative once the day has passed. */
  readonly daysLeft: number;
  readonly outcomes: {
    readonly asked: number;
    readonly entered: number;
    readonly public: number;
    /** Not inspected, for a reason on record: asked for no more. */
    readonly excused: number;
  };
}

/** @param department tasks in which it takes part, or all */
export function progressOf(recorded: Recorded, department: string | null = null): readonly TaskProgress[] {
  const visits = new Map<string, Set<string>>();
  for (const [visit, tasks] of recorded.visitTasks)
    for (const { task } of tasks) visits.set(task, (visits.get(task) ?? new Set()).add(visit));
  const drawn = new Set(recorded.drawn.map(({ task }) => task));
  const byVisit = Map.groupBy(recorded.outcomes, ({ visit }) => visit);
  const standing = recorded.parts.filter(({ withdrawn }) => !withdrawn);
  const all = [...Map.groupBy(standing, ({ task }) => task)].flatMap(([task, parts]): readonly TaskProgress[] => {
    const departments = [...new Set(parts.map((part) => part.department))];
    const [first] = parts;
    const isOurs = department === null || departments.some((code) => recorded.bodyOf(code) === department);
    if (first === undefined || !isOurs) return [];
    const all = [...(visits.get(task) ?? [])]
      .flatMap((visit) => byVisit.get(visit) ?? [])
      .filter((each) => departments.includes(each.department));
    const outcomes = all.filter((each) => each.state !== 'excused');
    const entered = outcomes.filter(({ state }) => state !== 'missing').length;
    const counts = {
      asked: outcomes.length,
      entered,
      public: outcomes.filter(({ state }) => state === 'public').length,
      excused: all.length - outcomes.length,
    };
    const state: ProgressState = isFinished(parts)
      ? 'published'
      : outcomes.length > 0 && entered === outcomes.length
        ? 'entered'
        : entered > 0
          ? 'visiting'
          : drawn.has(task)
            ? 'drawn'
            : 'not-begun';
    const daysLeft = daysBetween(recorded.today, first.due);
    return [{ task, origin: first.origin, departments, state, due: first.due, daysLeft, outcomes: counts }];
  });
  const isFirst = ({ origin, state }: TaskProgress): boolean => origin !== 'own' && state !== 'published';
  return [...all.filter(isFirst), ...all.filter((each) => !isFirst(each))];
}
