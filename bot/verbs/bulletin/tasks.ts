/** Tasks as figures count them: each department's part with its days. */
import type { TaskPart } from '../../../core/bulletin/recorded.ts';
import type { CivilDate } from '../../../core/calendar.ts';
import { isCarriedOut, isDone, isLeft } from '../../../core/notice/counted.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import type { Task } from '../../../core/plan/task.ts';
import type { Db } from '../../../db/database.ts';
import { noticesOfFacts } from '../../../db/notices.ts';
import type { Publication } from '../notice/publications.ts';
import type { YearPlan } from './plans.ts';

/** One part for every draw of a task, and one while there are fewer draws than the plan asks for. */
export async function partsOf(
  db: Db,
  plans: readonly YearPlan[],
  publications: readonly Publication[],
): Promise<readonly TaskPart[]> {
  const firstDays = await firstPublicDays(db);
  const byTask = Map.groupBy(publications, ({ plan, task }) => `${plan}/${task}`);
  return plans.flatMap(({ plan, withdrawn }) => [
    ...plan.tasks.flatMap((task) => {
      const id = `${plan.no}/${task.no}`;
      return task.bodies.flatMap(({ department }) => {
        const carried = (byTask.get(id) ?? []).filter((each) => each.department === department);
        const parts = carried.map((each) => partOf(id, task, each, firstDays));
        const isWhole = carried.length >= Math.max(1, task.drawsPerYear);
        return isWhole ? parts : [...parts, notDrawn(id, task, department, false)];
      });
    }),
    ...withdrawn.flatMap((task) =>
      task.bodies.map(({ department }) => notDrawn(`${plan.no}/${task.no}`, task, department, true)),
    ),
  ]);
}

const notDrawn = (task: string, { origin, due }: Task, department: string, withdrawn: boolean): TaskPart => ({
  task,
  department,
  origin,
  due,
  ended: null,
  publishBy: null,
  publicOn: null,
  left: false,
  withdrawn,
});

function partOf(
  task: string,
  { origin, due }: Task,
  { department, ended, due: publish, rows }: Publication,
  firstDays: ReadonlyMap<string, CivilDate>,
): TaskPart {
  const days = rows.flatMap(({ counted, notice }) => {
    if (!isDone(counted) || notice === null) return [];
    return [firstDays.get(outcomeId(notice)) ?? notice.day];
  });
  const publicOn = isCarriedOut(rows.map(({ counted }) => counted))
    ? days.reduce((last, day) => (day > last ? day : last), '')
    : '';
  return {
    task,
    department,
    origin,
    due,
    ended,
    publishBy: ended === null || publish === null ? null : publish.date,
    publicOn: publicOn === '' ? null : publicOn,
    left: ended !== null && isLeft(rows.map(({ counted }) => counted)),
    withdrawn: false,
  };
}

/** A correction later makes a new version; in time is what was public in time first. */
async function firstPublicDays(db: Db): Promise<ReadonlyMap<string, CivilDate>> {
  const days = new Map<string, CivilDate>();
  for (const notice of await noticesOfFacts(db, 0, Number.MAX_SAFE_INTEGER)) {
    const id = outcomeId(notice);
    if (notice.state === 'public' && !days.has(id)) days.set(id, notice.day);
  }
  return days;
}
