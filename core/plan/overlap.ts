/**
 * Where tasks mean the same subjects: offered as one joint task before the plan is issued (石狮 一、四(三); 甘州 一; 三明
 * 二(四)). An offer is a value with its ground; people accept it or decline it with a reason.
 */
import type { Item, JointMatter } from '../registry/item.ts';
import { type Cell, isInFrame } from './cells.ts';
import type { Task } from './task.ts';

/** “基本相同”: four in five of the larger list, unless the caller says otherwise. */
export const MUCH_THE_SAME = 8000;

export interface Overlap {
  readonly tasks: readonly [string, string];
  /** Subjects in both frames, and in each. */
  readonly common: number;
  readonly sizes: readonly [number, number];
  /** Basis points of the larger frame: near 10000 only where both mean much the same. */
  readonly shareBp: number;
  readonly sameFrame: boolean;
  /** Both windows have a day in common; if not, the joint task needs a new one. */
  readonly sameTime: boolean;
}

/** Pairs of tasks with subjects in common, largest share first; ties by task number. */
export function overlaps(tasks: readonly Task[], cells: readonly Cell[]): readonly Overlap[] {
  const sizes = tasks.map(() => 0);
  // Subjects that the same tasks reach are counted once for all of them: pairs are then formed over few sets of tasks.
  const bySet = new Map<string, { readonly places: readonly number[]; count: number }>();
  for (const cell of cells) {
    const places = tasks.flatMap(({ frame }, place) => (isInFrame(frame, cell) ? [place] : []));
    for (const place of places) sizes[place] = (sizes[place] ?? 0) + cell.count;
    const known = bySet.get(places.join());
    if (known === undefined) bySet.set(places.join(), { places, count: cell.count });
    else known.count += cell.count;
  }
  const commons = tasks.map(() => new Map<number, number>());
  for (const { places, count } of bySet.values())
    places.forEach((first, i) => {
      for (const second of places.slice(i + 1)) {
        const row = commons[first];
        row?.set(second, (row.get(second) ?? 0) + count);
      }
    });
  const found = tasks.flatMap((a, first) =>
    [...(commons[first] ?? [])].flatMap(([second, common]) => {
      const b = tasks[second];
      return b === undefined || common === 0 ? [] : [overlapOf(a, b, common, [sizes[first] ?? 0, sizes[second] ?? 0])];
    }),
  );
  return found.sort((a, b) => b.shareBp - a.shareBp || compare(a.tasks.join(), b.tasks.join()));
}

function overlapOf(a: Task, b: Task, common: number, sizes: readonly [number, number]): Overlap {
  return {
    tasks: [a.no, b.no],
    common,
    sizes,
    shareBp: Math.floor((common * 10_000) / Math.max(...sizes)),
    sameFrame: frameKey(a) === frameKey(b),
    sameTime: a.window.from <= b.window.to && b.window.from <= a.window.to,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const frameKey = ({ frame }: Task): string =>
  JSON.stringify([frame.tags, frame.types, frame.places].map((list) => [...list].sort()));

export type Suggestion =
  /** Tasks of several departments over much the same subjects: one joint task. */
  | ({ readonly kind: 'join' } & Joining)
  /** Tasks of one department's sections: one task, one pair of officers (内部综合). */
  | ({ readonly kind: 'combine' } & Joining)
  /** A task from above is already over these subjects (石狮 四(五)): the local ones go with it. */
  | ({ readonly kind: 'follow-superior'; readonly superior: string } & Joining);

interface Joining {
  readonly tasks: readonly string[];
  readonly departments: readonly string[];
  readonly items: readonly string[];
  readonly overlaps: readonly Overlap[];
  readonly lead: ProposedLead | null;
}

/** Who is proposed as lead, and why; the office may choose another with a reason. */
export type ProposedLead =
  | { readonly department: string; readonly because: 'joint-matter'; readonly matter: string }
  | { readonly department: string; readonly because: 'competent'; readonly items: readonly string[] }
  | { readonly department: string; readonly because: 'superior'; readonly task: string };

/**
 * Offers for tasks that all pairwise share at least `atLeastBp` of the larger list. A task stands in one offer at most;
 * larger overlaps are served first.
 */
export function suggestJoining(
  tasks: readonly Task[],
  found: readonly Overlap[],
  items: readonly Item[],
  matters: readonly JointMatter[],
  atLeastBp: number = MUCH_THE_SAME,
): readonly Suggestion[] {
  const near = found.filter(({ shareBp }) => shareBp >= atLeastBp);
  const between = (a: string, b: string) => near.find(({ tasks: pair }) => pair.includes(a) && pair.includes(b));
  const clusters: string[][] = [];
  for (const { tasks: pair } of near) {
    for (const no of pair) {
      if (clusters.some((cluster) => cluster.includes(no))) continue;
      const other = pair[0] === no ? pair[1] : pair[0];
      const home = clusters.find((cluster) => cluster.includes(other) && cluster.every((each) => between(each, no)));
      if (home !== undefined) home.push(no);
      else if (!clusters.some((cluster) => cluster.includes(other))) clusters.push([no]);
    }
  }
  return clusters
    .filter(({ length }) => length > 1)
    .map((cluster) => {
      const members = tasks.filter(({ no }) => cluster.includes(no));
      return suggestion(members, near, items, matters);
    });
}

function suggestion(
  members: readonly Task[],
  near: readonly Overlap[],
  items: readonly Item[],
  matters: readonly JointMatter[],
): Suggestion {
  const nos = members.map(({ no }) => no).sort(compare);
  const departments = [...new Set(members.flatMap(departmentsOf))].sort(compare);
  const codes = [...new Set(members.flatMap(({ bodies }) => bodies.flatMap((body) => body.items)))].sort(compare);
  const above = members.filter(({ origin }) => origin !== 'own').sort((a, b) => compare(a.no, b.no))[0];
  const joining: Joining = {
    tasks: nos,
    departments,
    items: codes,
    overlaps: near.filter(({ tasks }) => tasks.every((no) => nos.includes(no))),
    lead:
      above === undefined
        ? proposeLead(codes, items, matters)
        : { department: above.lead, because: 'superior', task: above.no },
  };
  if (above !== undefined) return { kind: 'follow-superior', superior: above.no, ...joining };
  return { kind: departments.length > 1 ? 'join' : 'combine', ...joining };
}

/** Lead, partners and the bodies that go. */
export const departmentsOf = (task: Task): readonly string[] => [
  ...new Set([task.lead, ...task.partners, ...task.bodies.map(({ department }) => department)]),
];

/**
 * The row of the joint responsibility list that holds most of the items (福安 二(三)3); else the department that is competent
 * for most of them (三明 二(四)); else nobody, and people decide.
 */
export function proposeLead(
  codes: readonly string[],
  items: readonly Item[],
  matters: readonly JointMatter[],
): ProposedLead | null {
  const held = (matter: JointMatter) => matter.items.filter((code) => codes.includes(code)).length;
  const matter = [...matters].sort((a, b) => held(b) - held(a) || compare(a.code, b.code))[0];
  if (matter !== undefined && held(matter) > 0)
    return { department: matter.lead, because: 'joint-matter', matter: matter.code };
  const byDepartment = Map.groupBy(
    items.filter(({ code, competent }) => codes.includes(code) && competent !== ''),
    ({ competent }) => competent,
  );
  const most = [...byDepartment].sort(([a, x], [b, y]) => y.length - x.length || compare(a, b))[0];
  return most === undefined
    ? null
    : { department: most[0], because: 'competent', items: most[1].map(({ code }) => code).sort(compare) };
}

/** A trade, ranked by what falls on its subjects (三明 二(四): 检查事项多、频次高). Never a ranking of departments or people. */
export interface Trade {
  readonly trade: string;
  readonly items: number;
  readonly departments: number;
  /** Subjects drawn in a year by the tasks that hold its items. */
  readonly checks: number;
  readonly jointTasks: readonly string[];
}

/** Trades by items × departments × checks planned, highest first; one without a joint task is where to begin. */
export function rankTrades(
  items: readonly Item[],
  tasks: readonly Task[],
  checksOf: (task: Task) => number,
): readonly Trade[] {
  const weight = ({ items: n, departments, checks }: Trade) => n * departments * checks;
  return [...Map.groupBy(items, ({ field }) => field)]
    .map(([trade, its]) => {
      const codes = new Set(its.map(({ code }) => code));
      const holding = tasks.filter(({ bodies }) => bodies.some((body) => body.items.some((code) => codes.has(code))));
      return {
        trade,
        items: its.length,
        departments: new Set(its.map(({ body }) => body)).size,
        checks: holding.reduce((total, task) => total + checksOf(task), 0),
        jointTasks: holding.filter(({ reach }) => reach === 'joint').map(({ no }) => no),
      };
    })
    .sort((a, b) => weight(b) - weight(a) || compare(a.trade, b.trade));
}

/** Keys that stand in both of two drawn lists, in the order of the first: these become joint visits (万年 三(一)1). */
export function commonKeys(first: readonly string[], second: readonly string[]): readonly string[] {
  const known = new Set(second);
  return first.filter((key) => known.has(key));
}
