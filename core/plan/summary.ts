/**
 * What a plan comes to, in figures to be shown beside it: tasks by kind, reach and origin, visits per class beside the subjects
 * of that class (石狮 一: 突出信用风险主体监管), doors saved by merging (甘州 一). Nothing here ranks departments or people.
 */
import { classOf, drawnBy } from './cells.ts';
import { rankTrades, type Suggestion, suggestJoining, type Trade } from './overlap.ts';
import { areaOf, type Desk, itemsOf } from './review/desk.ts';
import type { Task } from './task.ts';

export interface ClassFigures {
  readonly scheme: string;
  readonly label: string;
  /** Subjects of the class on the roll, and selections of them in the year's draws. */
  readonly subjects: number;
  readonly selections: number;
}

export interface PlanSummary {
  readonly kinds: { readonly [kind in Task['kind']]: number };
  readonly reach: { readonly [reach in Task['reach']]: number };
  readonly origin: { readonly [origin in Task['origin']]: number };
  readonly classes: readonly ClassFigures[];
  /** Selections over all tasks, and the doors that they come to after merging (expected). */
  readonly selections: number;
  readonly doors: number;
  readonly items: number;
  /** Tasks that hold an item of a key area (福安 二(四): one of the five kinds of safety). */
  readonly keyTasks: number;
  readonly trades: readonly Trade[];
  readonly suggestions: readonly Suggestion[];
}

export function summarise(desk: Desk): PlanSummary {
  const { tasks, reaches, coverage, cells, policy, on } = desk;
  const count = (is: (task: Task) => boolean) => tasks.filter(is).length;
  const perYear = new Map(reaches.map((reach) => [reach.task.no, drawnBy(reach) * reach.task.drawsPerYear]));
  return {
    kinds: {
      random: count(({ kind }) => kind === 'random'),
      key: count(({ kind }) => kind === 'key'),
      targeted: count(({ kind }) => kind === 'targeted'),
      special: count(({ kind }) => kind === 'special'),
    },
    reach: { joint: count(({ reach }) => reach === 'joint'), department: count(({ reach }) => reach === 'department') },
    origin: {
      own: count(({ origin }) => origin === 'own'),
      city: count(({ origin }) => origin === 'city'),
      province: count(({ origin }) => origin === 'province'),
    },
    classes: classesOf(desk),
    selections: [...perYear.values()].reduce((a, b) => a + b, 0),
    doors: Math.round(cells.reduce((sum, { count: n }, place) => sum + n * (coverage.visits[place] ?? 0), 0)),
    items: new Set(tasks.flatMap(itemsOf)).size,
    keyTasks: count((task) => itemsOf(task).some((code) => areaOf(policy, desk.itemOf.get(code), on) === 'key')),
    trades: rankTrades(desk.items, tasks, ({ no }) => perYear.get(no) ?? 0),
    suggestions: suggestJoining(tasks, desk.overlaps, desk.items, desk.matters),
  };
}

function classesOf({ reaches, cells, fallback }: Desk): readonly ClassFigures[] {
  const schemes = [...new Set(reaches.map(({ task }) => task.scheme))].filter((scheme) => scheme !== '').sort();
  return schemes.flatMap((scheme) => {
    const labels = [...new Set(cells.flatMap((cell) => classOf(cell, scheme, fallback) ?? []))].sort();
    return labels.map((label) => ({
      scheme,
      label,
      subjects: cells.reduce((sum, cell) => (classOf(cell, scheme, fallback) === label ? sum + cell.count : sum), 0),
      selections: reaches
        .filter(({ task }) => task.scheme === scheme)
        .reduce((sum, { task, tiers }) => {
          const tier = tiers.find((each) => each.label === label);
          return sum + (tier?.drawn ?? 0) * task.drawsPerYear;
        }, 0),
    }));
  });
}
