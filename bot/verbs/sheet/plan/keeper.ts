/** Keeps 计划表: the tasks of a plan as rows, for whoever has a part in it. */
import type { BookLine } from '../../../../core/sheet/book.ts';
import { heldPlan, plans } from '../../../../db/plans.ts';
import { dayOf } from '../../../today.ts';
import type { BookKeeper } from '../keeper.ts';
import { pageOf } from '../page.ts';
import { originOf } from './origin.ts';
import { planReference } from './reference.ts';
import { lineOf, mayRead, meansOf, planFor, rowOf, seenBy } from './seen.ts';
import { submitTasks } from './submit.ts';
import { taskFields } from './task-cells.ts';

export const planKeeper: BookKeeper = {
  books: async (deps, actor) => {
    const thisYear = Number(dayOf(deps.now()).slice(0, 4));
    const lines: BookLine[] = [];
    for (const { no } of await plans(deps.db)) {
      const held = await heldPlan(deps.db, no);
      if (held !== null && held.plan.year >= thisYear && mayRead(actor, held.plan)) {
        lines.push(lineOf(deps, actor, held.plan));
      }
    }
    return lines;
  },

  rows: async (deps, actor, { book }, after) => {
    const read = await planFor(deps, actor, book);
    if (!read.ok) return read;
    const plan = read.value;
    const means = await meansOf(deps, plan);
    if (!means.ok) return means;
    const origin = await originOf(deps, plan);
    const rows = seenBy(actor, plan).map((task) => rowOf(deps, actor, task, means.value, origin.of(task.no)));
    return pageOf({ line: lineOf(deps, actor, plan), fields: [...taskFields], rows }, after, (page) => page);
  },

  reference: planReference,

  submit: submitTasks,
};
