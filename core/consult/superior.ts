/**
 * 上级计划 (石狮 引言、三(一); 福安 二(三)3; 甘州 二(二)1): a plan that province or city made. It keeps its numbers, dates and lead; the
 * departments named in it sign for it or return it, and those that have done neither are shown with the days waited.
 */
import { type CivilDate, daysBetween } from '../calendar.ts';
import type { Digest } from '../digest.ts';
import { departmentsOf } from '../plan/overlap.ts';
import type { Task } from '../plan/task.ts';
import type { Item } from '../registry/item.ts';

export const superiorLevels = ['city', 'province'] as const;
export type SuperiorLevel = (typeof superiorLevels)[number];

/** A task from above in a line, for lists; the whole of it stands in the page of the plan. */
export interface SuperiorLine {
  readonly no: string;
  readonly name: string;
  readonly departments: readonly string[];
  readonly window: Task['window'];
}

export interface SuperiorPlan {
  /** Our number of it, counted. */
  readonly no: number;
  /** 文号 or platform number, as it came. */
  readonly number: string;
  readonly level: SuperiorLevel;
  /** Who issued it, and who leads there. */
  readonly from: string;
  readonly lead: string;
  readonly year: number;
  /** Departments that must sign for it. */
  readonly sign: readonly string[];
  readonly lines: readonly SuperiorLine[];
  /** Page that holds its tasks. */
  readonly page: Digest;
  readonly on: CivilDate;
}

export interface SuperiorAnswer {
  readonly no: number;
  readonly department: string;
  readonly answer: 'signed' | 'returned';
  readonly reason: string;
  readonly by: string;
  readonly on: CivilDate;
}

/** A row of the superior's sheet as a task of ours: numbers, dates and lead are theirs. */
export const fromAbove = (task: Task, plan: Pick<SuperiorPlan, 'number' | 'level' | 'lead'>): Task => ({
  ...task,
  origin: plan.level,
  outside: { no: task.no, state: 'confirmed' },
  above: { plan: plan.number, lead: plan.lead },
});

export const lineOf = (task: Task): SuperiorLine => ({
  no: task.no,
  name: task.name,
  departments: departmentsOf(task),
  window: task.window,
});

export type SignState =
  | { readonly department: string; readonly kind: 'unsigned'; readonly days: number }
  | { readonly department: string; readonly kind: 'signed'; readonly on: CivilDate; readonly by: string }
  | { readonly department: string; readonly kind: 'returned'; readonly on: CivilDate; readonly reason: string };

/** Each department that must sign, with its last answer. */
export const signStates = (
  plan: SuperiorPlan,
  answers: readonly SuperiorAnswer[],
  today: CivilDate,
): readonly SignState[] =>
  plan.sign.map((department): SignState => {
    const last = answers.findLast((each) => each.no === plan.no && each.department === department);
    if (last === undefined)
      return { department, kind: 'unsigned', days: today > plan.on ? daysBetween(plan.on, today) : 0 };
    return last.answer === 'signed'
      ? { department, kind: 'signed', on: last.on, by: last.by }
      : { department, kind: 'returned', on: last.on, reason: last.reason };
  });

/** Tasks none of whose departments here has returned the plan; the others wait for the office. */
export const mayEnter = (tasks: readonly Task[], states: readonly SignState[]): readonly Task[] => {
  const returned = new Set(states.flatMap((each) => (each.kind === 'returned' ? [each.department] : [])));
  return tasks.filter((task) => !departmentsOf(task).some((department) => returned.has(department)));
};

/**
 * Fields of our own joint tasks that no task from above reaches (甘州 二(二)1: 对未开展跨部门检查的领域也可适时牵头组织联合检查), each with the
 * tasks in it.
 */
export function fieldsBeyond(
  tasks: readonly Task[],
  items: readonly Pick<Item, 'code' | 'field'>[],
): readonly { readonly field: string; readonly tasks: readonly string[] }[] {
  const fieldOf = new Map(items.map(({ code, field }) => [code, field]));
  const fieldsOf = (task: Task) => [
    ...new Set(task.bodies.flatMap((body) => body.items.flatMap((code) => fieldOf.get(code) ?? []))),
  ];
  const above = new Set(tasks.filter(({ origin }) => origin !== 'own').flatMap(fieldsOf));
  const own = tasks.filter(({ origin, reach }) => origin === 'own' && reach === 'joint');
  const found = own.flatMap((task) => fieldsOf(task).map((field) => ({ field, no: task.no })));
  return [...Map.groupBy(found, ({ field }) => field)]
    .filter(([field]) => field !== '' && !above.has(field))
    .map(([field, each]) => ({ field, tasks: each.map(({ no }) => no) }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}
