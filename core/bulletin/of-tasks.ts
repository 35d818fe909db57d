/**
 * Figures over tasks and draws. 未公示即未检查 (甘州 2023 二(二)3): a task is finished when what it found is public; until then it counts as
 * not done, however many doors were opened.
 */
import type { CivilDate } from '../calendar.ts';
import { type Count, type FigureRow, type Lacking, rateOf, row } from './figure.ts';
import { concerns, type Recorded, type Scope, type TaskPart, within } from './recorded.ts';

export const isDone = (part: TaskPart): boolean => part.ended !== null && part.publicOn !== null;

/** A part that was left with a reason holds up nobody else's; where nothing but such is there, nothing was inspected (甘州 二(二)3). */
export const awaitedOf = (parts: readonly TaskPart[]): readonly TaskPart[] => {
  const awaited = parts.filter(({ left }) => !left);
  return awaited.length === 0 ? parts : awaited;
};

/** Whether a task is finished and public as a whole: figures, progress and bulletin ask here. @param parts those that stand */
export const isFinished = (parts: readonly TaskPart[]): boolean => awaitedOf(parts).every(isDone);

/** Finished by the plan's day, and public by the day that follows from the end. */
const inTime = ({ ended, due, publicOn, publishBy }: TaskPart): boolean =>
  ended !== null && ended <= due && publicOn !== null && (publishBy === null || publicOn <= publishBy);

/** The day on which it is too late: the plan's, or the last for publication once it has ended in time. */
const dayOf = ({ ended, due, publishBy }: TaskPart): CivilDate =>
  ended !== null && ended <= due && publishBy !== null ? publishBy : due;

/** Parts of the scope by task, in the order of the plan. */
function tasksIn(recorded: Recorded, scope: Scope): ReadonlyMap<string, readonly TaskPart[]> {
  return Map.groupBy(
    recorded.parts.filter(({ department }) => concerns(recorded, scope, department)),
    ({ task }) => task,
  );
}

const whose = (scope: Scope): string => scope.department ?? '';

/** 抽查任务按时完成率: only tasks whose day has come are asked about; one part that is late makes the task late. */
export function onTime(recorded: Recorded, scope: Scope): Count | 'no-data' {
  const rows = [...tasksIn(recorded, scope)].flatMap(([task, all]): readonly FigureRow[] => {
    const parts = awaitedOf(all.filter(({ withdrawn, due }) => !withdrawn && within(scope, due)));
    if (parts.length === 0) return [];
    const late = parts.filter((part) => !inTime(part) && dayOf(part) < recorded.today);
    if (late.length > 0) return [row('task', task, whose(scope), false, lackOf(late))];
    return parts.every(inTime) ? [row('task', task, whose(scope), true, 'late')] : [];
  });
  return rateOf(rows);
}

const lackOf = (parts: readonly TaskPart[]): Lacking =>
  parts.some(({ ended }) => ended === null)
    ? 'not-finished'
    : parts.every(({ left }) => left)
      ? 'not-inspected'
      : parts.some(({ publicOn }) => publicOn === null)
        ? 'not-published'
        : 'late';

/** 计划完成率: finished and public, or withdrawn with a reason, over all that the year's plans have had (石狮 四(五), 甘州 二(二)1). */
export function planFinished(recorded: Recorded, scope: Scope): Count | 'no-data' {
  return rateOf(
    [...tasksIn(recorded, scope)].map(([task, all]) => {
      const parts = awaitedOf(all.filter(({ withdrawn }) => !withdrawn));
      return row('task', task, whose(scope), parts.every(isDone), lackOf(parts));
    }),
  );
}

/** 差异化抽查户数占比: weighed by subjects drawn, a row for each task of a draw. */
export const differentiated = (recorded: Recorded, scope: Scope): Count | 'no-data' =>
  rateOf(
    drawnIn(recorded, scope).map(({ id, subjects, differentiated: is }) => ({
      kind: 'draw' as const,
      id,
      department: whose(scope),
      n: is ? subjects : 0,
      of: subjects,
      lacking: is ? null : ('not-by-class' as const),
    })),
  );

/** 信用风险分类结果应用率 */
export const classesApplied = (recorded: Recorded, scope: Scope): Count | 'no-data' =>
  rateOf(drawnIn(recorded, scope).map(({ id, byClass }) => row('draw', id, whose(scope), byClass, 'not-by-class')));

const drawnIn = (recorded: Recorded, scope: Scope) =>
  recorded.drawn.filter(
    ({ on, departments }) => within(scope, on) && departments.some((code) => concerns(recorded, scope, code)),
  );

/** 合并检查减少户次: of the times that somebody would have come, those that were saved. */
export const visitsMerged = (recorded: Recorded, scope: Scope): Count | 'no-data' =>
  rateOf(
    recorded.doors
      .filter(
        ({ from, departments }) => within(scope, from) && departments.some((code) => concerns(recorded, scope, code)),
      )
      .map(({ id, apart }) => ({
        kind: 'visit' as const,
        id,
        department: whose(scope),
        n: apart - 1,
        of: apart,
        // Going once for one item is no fault.
        lacking: null,
      })),
  );
