/**
 * 联合组: which tasks share a ticket and so a door. Tasks whose windows have a day in common can be joined; the fewest groups
 * give the fewest visits, but a door takes only so many departments and officers, and a year's floor asks for enough
 * different subjects. What is proposed here is a value: the office confirms it in the manifest.
 */
import { compareDates } from '../calendar.ts';
import type { Cell, TaskReach } from './cells.ts';
import { type Ceremony, coverageOf } from './coverage.ts';
import type { Plan } from './task.ts';

/** Distinct subjects of some cells that a year must reach, or must not pass. */
export interface Goal {
  readonly bound: 'at-least' | 'at-most';
  readonly cells: readonly number[];
  /** Whole subjects: ⌈share × roll⌉ of a floor, ⌊share × pool⌋ of a ceiling. */
  readonly subjects: number;
}

export interface Proposal {
  readonly ceremonies: readonly Ceremony[];
  readonly groups: number;
  /** Why not fewer: windows that have no day in common, the door, the floor. */
  readonly because: { readonly windows: number; readonly door: number; readonly floor: number };
  /** Task numbers that alone bring more departments or officers to a door than the plan allows. */
  readonly overDoor: readonly string[];
  /** Goals that no number of groups meets, by their place in the list. */
  readonly unmet: readonly number[];
}

/** Distinct subjects expected of the cells named. */
export const expectedOf = (reached: Float64Array, cells: readonly Cell[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + (reached[place] ?? 0) * (cells[place]?.count ?? 0), 0);

/** The expected number is a real one: half a thousandth of a subject is not a shortfall. */
const SLACK = 5e-4;
export const meets = (goal: Goal, expected: number): boolean =>
  goal.bound === 'at-least' ? expected >= goal.subjects - SLACK : expected <= goal.subjects + SLACK;

/** The fewest joint groups that keep to the windows and the door and reach the goals; ties go to the task number. */
export function proposeGroups(
  reaches: readonly TaskReach[],
  cells: readonly Cell[],
  limits: readonly (number | null)[],
  goals: readonly Goal[],
  doorLimit: Plan['doorLimit'],
): Proposal {
  const cliques = byWindow(reaches);
  const meetings = meetingsOf(reaches, cells.length);
  const spread = (extra: number) =>
    cliques.map((clique) => pack(reaches, clique, meetings, doorLimit, extra, cells.length));
  const packed = spread(0);
  const door = count(packed);
  const floors = goals.filter(({ bound }) => bound === 'at-least');
  const reachesFloors = (ceremonies: readonly Ceremony[]) => {
    const { reached } = coverageOf(reaches, ceremonies, limits);
    return floors.every((goal) => meets(goal, expectedOf(reached, cells, goal.cells)));
  };
  let ceremonies = packed;
  if (floors.length > 0 && !reachesFloors(packed)) {
    // Coverage grows with the number of groups: halve the range between the door's number and a group for each task.
    let few = 0;
    let many = Math.max(...cliques.map(({ length }) => length), 0);
    const reachable = reachesFloors(spread(many));
    while (reachable && many - few > 1) {
      const half = Math.floor((few + many) / 2);
      if (reachesFloors(spread(half))) many = half;
      else few = half;
    }
    ceremonies = spread(many);
  }
  const { reached } = coverageOf(reaches, ceremonies, limits);
  return {
    ceremonies,
    groups: count(ceremonies),
    because: { windows: cliques.length, door: door - cliques.length, floor: count(ceremonies) - door },
    overDoor: reaches.filter((reach) => !within(doorWith(undefined, reach), doorLimit)).map(({ task }) => task.no),
    unmet: goals.flatMap((goal, i) => (meets(goal, expectedOf(reached, cells, goal.cells)) ? [] : [i])),
  };
}

const count = (ceremonies: readonly Ceremony[]): number =>
  ceremonies.reduce((sum, { groups }) => sum + groups.length, 0);

/**
 * The fewest sets of tasks such that each has a day common to all its windows: take the window that ends first with all that
 * hold its last day, and go on with the rest. One ceremony each.
 */
export function byWindow(reaches: readonly TaskReach[]): readonly (readonly number[])[] {
  let left = reaches
    .map(({ task }, place) => ({ task, place }))
    .sort((a, b) => compareDates(a.task.window.to, b.task.window.to) || (a.task.no < b.task.no ? -1 : 1));
  const cliques: number[][] = [];
  for (let first = left[0]; first !== undefined; first = left[0]) {
    const day = first.task.window.to;
    const begins = first.place;
    // A window that ends before it begins holds no day, not even its own: review names it, and here it stands alone.
    const holds = ({ task, place }: { task: TaskReach['task']; place: number }) =>
      place === begins || (task.window.from <= day && day <= task.window.to);
    cliques.push(left.filter(holds).map(({ place }) => place));
    left = left.filter((each) => !holds(each));
  }
  return cliques;
}

/** Which tasks meet at one door: the different sets of tasks that have a chance at one cell. */
interface Meetings {
  /** For each task, the sets that it is in, by number. */
  readonly of: readonly (readonly number[])[];
}

function meetingsOf(reaches: readonly TaskReach[], cells: number): Meetings {
  const tasksAt: number[][] = Array.from({ length: cells }, () => []);
  reaches.forEach((reach, place) => {
    for (const cell of reach.cells) tasksAt[cell]?.push(place);
  });
  const numbers = new Map<string, number>();
  const of: number[][] = reaches.map(() => []);
  for (const tasks of tasksAt) {
    const key = tasks.join();
    if (numbers.has(key)) continue;
    const number = numbers.size;
    numbers.set(key, number);
    for (const place of tasks) of[place]?.push(number);
  }
  return { of };
}

interface Open {
  readonly places: number[];
  readonly most: Float64Array;
  /** At the doors of each set of tasks: officers of each department so far. */
  readonly doors: Map<number, Map<string, number>>;
}

/**
 * Puts the tasks of one ceremony into groups: the first where the door holds; with `extra` groups beyond, each task goes
 * where its chances overlap least, so that other subjects are reached. Larger draws first.
 */
function pack(
  reaches: readonly TaskReach[],
  clique: readonly number[],
  meetings: Meetings,
  doorLimit: Plan['doorLimit'],
  extra: number,
  cells: number,
): Ceremony {
  const order = [...clique].sort((a, b) => weight(reaches[b]) - weight(reaches[a]) || a - b);
  const groups: Open[] = [];
  const spare = Math.min(extra, Math.max(0, clique.length - 1));
  for (const place of order) {
    const reach = reaches[place];
    if (reach === undefined) continue;
    const mine = meetings.of[place] ?? [];
    const free = groups.filter(({ doors }) =>
      mine.every((number) => within(doorWith(doors.get(number), reach), doorLimit)),
    );
    const best = free.reduce<{ group: Open; gain: number } | null>((found, group) => {
      const gain = spare === 0 ? 0 : gainOf(group.most, reach);
      return found === null || gain > found.gain ? { group, gain } : found;
    }, null);
    // While spare groups are left, a task that would meet others at the same doors opens one of them.
    const opens = best === null || (groups.length > 0 && groups.length <= spare && best.gain < weight(reach));
    const group = opens ? { places: [], most: new Float64Array(cells), doors: new Map() } : best.group;
    if (opens) groups.push(group);
    add(group, place, reach, mine);
  }
  return { groups: groups.map(({ places }) => places.sort((a, b) => a - b)) };
}

const weight = (reach: TaskReach | undefined): number => (reach?.chances ?? []).reduce((a, b) => a + b, 0);

const gainOf = (most: Float64Array, reach: TaskReach): number =>
  reach.cells.reduce((sum, cell, i) => sum + Math.max(0, (reach.chances[i] ?? 0) - (most[cell] ?? 0)), 0);

function add(group: Open, place: number, reach: TaskReach, mine: readonly number[]): void {
  group.places.push(place);
  reach.cells.forEach((cell, i) => {
    group.most[cell] = Math.max(group.most[cell] ?? 0, reach.chances[i] ?? 0);
  });
  for (const number of mine) group.doors.set(number, doorWith(group.doors.get(number), reach));
}

/** One pair of officers holds several items of its body, so that a department counts once, with its largest number. */
function doorWith(door: ReadonlyMap<string, number> | undefined, { task }: TaskReach): Map<string, number> {
  const officers = new Map(door);
  for (const body of task.bodies)
    officers.set(body.department, Math.max(officers.get(body.department) ?? 0, body.officers));
  return officers;
}

const within = (door: ReadonlyMap<string, number>, limit: Plan['doorLimit']): boolean =>
  door.size <= limit.departments && [...door.values()].reduce((a, b) => a + b, 0) <= limit.officers;
