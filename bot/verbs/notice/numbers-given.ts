/** Numbers of plans and tasks as a platform gave them (recorded here, or in the plan), and else ours in the same form (`core/notice/numbers.ts`). */
import { planIdOf, taskIdOf } from '../../../core/notice/numbers.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { outsideKey } from '../../../core/visit/outside.ts';
import type { Deps } from '../../deps.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { outsideHeld } from '../visit/outside-held.ts';
import { type DrawnTask, drawnTasks } from './books.ts';

export interface NumbersGiven {
  readonly plan: (no: string) => string;
  readonly task: (drawn: DrawnTask) => string;
}

/** Lists drawn elsewhere may come late with an early day; so that they move nobody's number, they count from here. */
const listsFrom = 4000;

export async function numbersGiven(deps: Deps, policy: Policy): Promise<NumbersGiven> {
  const area = policy.area.code;
  // In the order in which they were first drafted: a plan that comes later takes the next number.
  const drafted = await factBodies<{ readonly plan: string; readonly year?: number }>(deps.db, 'plan-drafted');
  const plans = new Map<string, string>();
  const perYear = new Map<number, number>();
  const all = await drawnTasks(deps);
  for (const no of [...drafted.map(({ body }) => body.plan), ...all.map(({ book }) => book.plan)]) {
    if (plans.has(no)) continue;
    const year = all.find(({ book }) => book.plan === no)?.year;
    if (year === undefined) continue;
    const n = perYear.get(year) ?? 0;
    perYear.set(year, n + 1);
    plans.set(no, planIdOf(area, year, n));
  }
  const tasks = new Map<string, string>();
  const perDay = new Map<string, number>();
  for (const { book, task } of all) {
    const isListed = book.source.startsWith('L');
    const series = `${book.drawnOn} ${isListed ? 'L' : ''}`;
    const n = perDay.get(series) ?? 0;
    perDay.set(series, n + 1);
    tasks.set(keyOf(book.source, task.no), taskIdOf(area, book.drawnOn, isListed ? listsFrom + n : n));
  }
  const outside = await outsideHeld(deps.db);
  const recorded = (id: string): string => outside.get(outsideKey('task', id))?.number ?? '';
  return {
    plan: (no) => plans.get(no) ?? '',
    task: ({ book, task, id }) => recorded(id) || task.outside.no || (tasks.get(keyOf(book.source, task.no)) ?? ''),
  };
}

const keyOf = (source: string, task: string): string => `${source}\t${task}`;
