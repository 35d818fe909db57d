/**
 * Tasks of the year's plans from above as rows of a draft: their own lead here answers for the line, by its signature, or by the
 * receipt of a plan that binds without one. Those of a department that has returned the plan wait.
 */
import { mayEnter, type SuperiorPlan, signStates } from '../../../core/consult/superior.ts';
import type { ProposedRow, Reply } from '../../../core/plan/draft.ts';
import type { Task } from '../../../core/plan/task.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { superiorAnswersIn, superiorPlansIn, superiorTasks } from './recorded.ts';

export interface TasksFromAbove {
  readonly superior: SuperiorPlan;
  readonly tasks: readonly Task[];
  /** Numbers of the tasks that wait, and who returned the plan. */
  readonly waiting: readonly string[];
  readonly returnedBy: readonly string[];
}

export async function tasksFromAbove(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  superior: SuperiorPlan,
): Promise<TasksFromAbove> {
  const all = await superiorTasks(db, superior);
  const states = signStates(superior, await superiorAnswersIn(db), dayOf(now()));
  const tasks = mayEnter(all, states);
  return {
    superior,
    tasks,
    waiting: all.filter((task) => !tasks.includes(task)).map(({ no }) => no),
    returnedBy: states.filter(({ kind }) => kind === 'returned').map(({ department }) => department),
  };
}

export async function rowsFromAbove(
  deps: Pick<Deps, 'db' | 'now'>,
  year: number,
): Promise<{ readonly rows: readonly ProposedRow[]; readonly replies: readonly Reply[] }> {
  const plans = (await superiorPlansIn(deps.db)).filter((each) => each.year === year);
  const found = await Promise.all(plans.map((superior) => tasksFromAbove(deps, superior)));
  return {
    rows: found.flatMap((each) => each.tasks.map((task, i) => ({ row: i + 2, reply: replyId(each, task), task }))),
    replies: found.flatMap((each) =>
      [...new Map(each.tasks.map((task) => [replyId(each, task), task.lead]))].map(([id, department]) => ({
        id,
        department,
        at: `${each.superior.on}T00:00`,
      })),
    ),
  };
}

const replyId = ({ superior }: TasksFromAbove, { lead }: Task): string => `above/${superior.no}/${lead}`;
