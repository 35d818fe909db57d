/** What was drawn for each task: a task that is drawn several times a year is finished and published draw by draw. */
import type { Task } from '../../../core/plan/task.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { type BookVisit, type OutcomeBook, outcomeBook } from '../outcome/book.ts';
import { booksDrawn } from '../outcome/books.ts';

/** One task as far as one draw, or one list drawn elsewhere, carries it. */
export interface DrawnTask {
  readonly book: OutcomeBook;
  readonly task: Task;
  /** `plan/task`, as dossiers name it. */
  readonly id: string;
  /** Of the plan. */
  readonly year: number;
  readonly rows: readonly TaskRow[];
}

/** An item that one department answers for at one visit of the task. */
export interface TaskRow {
  readonly visit: BookVisit;
  readonly department: string;
  readonly item: string;
  readonly itemName: string;
}

export const taskId = (plan: string, task: string): string => `${plan}/${task}`;

/** @param plan of one plan alone @param name of one draw alone: `3`, `L3` */
export async function drawnTasks(
  deps: Deps,
  { plan, book: name }: { readonly plan?: string; readonly book?: string } = {},
): Promise<readonly DrawnTask[]> {
  const asked = (await booksDrawn(deps.db)).filter(
    (each) => (plan === undefined || each.plan === plan) && (name === undefined || each.book === name),
  );
  const found = await Promise.all(
    asked.map(async ({ book }) => {
      // Not handed out yet, or being corrected: nobody has anything to publish of it.
      const worked = await outcomeBook(deps, book);
      return worked.ok ? tasksIn(deps, worked.value) : [];
    }),
  );
  return found.flat();
}

export async function tasksIn({ db }: Pick<Deps, 'db'>, book: OutcomeBook): Promise<readonly DrawnTask[]> {
  const plan = (await heldPlan(db, book.plan))?.plan;
  if (plan === undefined) return [];
  return plan.tasks.flatMap((task) => {
    const rows = rowsOf(book, task);
    return rows.length === 0 ? [] : [{ book, task, id: taskId(book.plan, task.no), year: plan.year, rows }];
  });
}

function rowsOf(book: OutcomeBook, task: Task): readonly TaskRow[] {
  return [...book.visits.values()].flatMap((visit) =>
    visit.bodies.flatMap(({ department, tasks, items }) => {
      const own = task.bodies.find((each) => each.department === department);
      // One visit may serve several tasks; each has its own items there.
      return own === undefined || !tasks.includes(task.name)
        ? []
        : items
            .filter(({ code }) => own.items.includes(code))
            .map(({ code, name }): TaskRow => ({ visit, department, item: code, itemName: name }));
    }),
  );
}
