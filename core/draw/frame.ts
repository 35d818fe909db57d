/**
 * Who may be drawn by which task, and why the others may not: two marks for each subject and task (README §2), worked out from
 * policy, plan and classes before anything is drawn. A subject that is left out stays on the roster with its reason, so that
 * everybody can look it up; nobody is left out in silence.
 */
import { addDays, type CivilDate, lastOfMonth, monthOf, yearOf } from '../calendar.ts';
import type { Task } from '../plan/task.ts';
import { capOf, fallbackOf, isQuiet, jointOnly, restOf } from '../policy/ask.ts';
import type { ClassRef, Policy } from '../policy/shape.ts';
import type { Item } from '../registry/item.ts';
import type { PastCheck, Subject } from '../registry/subject.ts';
import type { RosterMark } from './roster.ts';

/** Why a subject in a task's frame cannot be drawn by it. The letters are the manifest's. */
export const exclusions = [
  { letter: 'A', reason: 'spared' }, // 无事不扰
  { letter: 'B', reason: 'not-active' }, // 已注销、吊销、撤销、迁出
  { letter: 'C', reason: 'no-class' }, // 无该分类结果，也无可用的替代分类
  { letter: 'D', reason: 'class-not-planned' }, // 计划未列该类
  { letter: 'E', reason: 'allowance-used' }, // 本年度检查次数已达上限
  { letter: 'F', reason: 'joint-only' }, // 只作部门联合检查
  { letter: 'G', reason: 'quiet-period' }, // 企业安静期
] as const;
export type Exclusion = (typeof exclusions)[number]['reason'];

const letterOf = new Map<Exclusion, string>(exclusions.map(({ letter, reason }) => [reason, letter]));

/** Label of the single tier of a task that draws without classes and names none. */
const undivided = '全部';

/** What a yearly allowance is counted over. */
export type Counter =
  | { readonly kind: 'all' }
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'item'; readonly department: string; readonly item: string };

/** The counter's name in the manifest. */
export const counterName = (counter: Counter): string => {
  if (counter.kind === 'all') return 'all';
  if (counter.kind === 'department') return `department:${counter.department}`;
  return `item:${counter.item}@${counter.department}`;
};

/** What holds for one class of one scheme in a task, worked out once for the whole roster. */
export interface FramedTier {
  readonly label: string;
  /** Why nobody of this class can be drawn by the task, or null. */
  readonly barred: Exclusion | null;
  /** For each counter: most counted checks a year, or null. */
  readonly limits: readonly (number | null)[];
}

/** One task as it will be marked. */
export interface FramedTask {
  readonly task: Task;
  /** In the manifest's order, by the classes of the task's own scheme. */
  readonly tiers: readonly FramedTier[];
  /** The same labels by the classes of the scheme that the policy lets departments fall back on; empty where it does not. */
  readonly fallbackTiers: readonly FramedTier[];
  /** Places of the counters that a visit counts toward. */
  readonly counts: readonly number[];
  /** The class of all whom no list names (万年 2022 三(一)1: 其他市场主体均纳入B类库), or null. */
  readonly rest: string | null;
}

export interface Framing {
  readonly counters: readonly Counter[];
  readonly tasks: readonly FramedTask[];
  /** The fallback's id, or null. */
  readonly fallback: string | null;
  /** Schemes whose classes the marks need: each task's own and the fallback. */
  readonly schemes: readonly string[];
}

/** A subject with what its marks depend on. `classOf`: its class under a scheme at the snapshot, or null. */
export interface Candidate extends Pick<Subject, 'type' | 'tags' | 'place' | 'status'> {
  readonly classOf: (scheme: string) => string | null;
  /** Counted checks this year, one number for each counter. */
  readonly used: readonly number[];
}

/**
 * Prepares the marking of one ceremony's tasks.
 * @param on the first day of the visits: the rules of that day bind
 * @param filed numbers of the tasks for which entering in the quiet period is filed with all receipts
 */
export function framing(
  policy: Policy,
  tasks: readonly Task[],
  items: ReadonlyMap<string, Item>,
  on: CivilDate,
  filed: ReadonlySet<string> = new Set(),
): Framing {
  const counters = countersOf(policy, tasks, items, on);
  const names = counters.map(counterName);
  const fallback = fallbackOf(policy, on)?.value.scheme ?? null;
  const tiersOf = (task: Task, scheme: string): readonly FramedTier[] =>
    labelsOf(task).map((label) => ({
      label,
      barred: barredOf(policy, task, { scheme, label }, on, filed),
      limits: limitsOf(policy, task, items, { scheme, label }, on, names),
    }));
  const framed = tasks.map((task) => ({
    task,
    tiers: tiersOf(task, task.scheme),
    fallbackTiers: fallback === null ? [] : tiersOf(task, fallback),
    counts: countsOf(task, counters),
    rest: restOf(policy, task.scheme, on)?.value ?? null,
  }));
  const schemes = new Set([...tasks.map((task) => task.scheme), ...(fallback === null ? [] : [fallback])]);
  return { counters, tasks: framed, fallback, schemes: [...schemes].filter((scheme) => scheme !== '') };
}

/** The marks of one subject, one for each task; all null if no task means it. */
export const marksOf = ({ tasks, fallback }: Framing, candidate: Candidate): readonly RosterMark[] =>
  tasks.map((framed) => markOf(framed, fallback, candidate));

function markOf(
  { task, tiers, fallbackTiers, counts, rest }: FramedTask,
  fallback: string | null,
  candidate: Candidate,
): RosterMark {
  if (!isInFrame(task, candidate)) return null;
  const own = task.scheme === '' ? (tiers[0]?.label ?? undivided) : (candidate.classOf(task.scheme) ?? rest);
  // The class that holds: the task's own scheme first, then the one that departments may fall back on (三明 2025 一(二)).
  const label = own ?? (fallback === null ? null : candidate.classOf(fallback));
  if (label === null) return mark(null, 'no-class');
  const place = tiers.findIndex((tier) => tier.label === label);
  const tier = (own === null ? fallbackTiers : tiers)[place];
  if (tier === undefined) return mark(null, 'class-not-planned');
  const reason = candidate.status !== 'active' ? 'not-active' : (tier.barred ?? usedUp(tier, counts, candidate));
  return mark(place, reason);
}

const mark = (tier: number | null, reason: Exclusion | null): RosterMark => ({
  tier,
  excluded: reason === null ? null : (letterOf.get(reason) ?? null),
});

function usedUp({ limits }: FramedTier, counts: readonly number[], { used }: Candidate): Exclusion | null {
  const isFull = counts.some((k) => {
    const most = limits[k];
    return most !== null && most !== undefined && (used[k] ?? 0) >= most;
  });
  return isFull ? 'allowance-used' : null;
}

function barredOf(
  policy: Policy,
  task: Task,
  ref: ClassRef,
  on: CivilDate,
  filed: ReadonlySet<string>,
): Exclusion | null {
  if (isSpared(task, ref.label)) return 'spared';
  if (task.reach !== 'joint' && jointOnly(policy, ref, on) !== null) return 'joint-only';
  return !filed.has(task.no) && isQuietThroughout(policy, ref, task.window) ? 'quiet-period' : null;
}

/** No month of the window is open to the class; one that is open is enough, since the visit can be made in it. */
function isQuietThroughout(policy: Policy, ref: ClassRef, { from, to }: Task['window']): boolean {
  for (let day = from; day <= to; day = addDays(lastOfMonth(yearOf(day), monthOf(day)), 1)) {
    if (!isQuiet(policy, ref, day)) return false;
  }
  return true;
}

const isSpared = (task: Task, label: string): boolean =>
  task.quota.kind === 'tiers' && task.quota.tiers.some((tier) => tier.label === label && tier.share.kind === 'spared');

const asksNothing = (list: readonly unknown[]): boolean => list.length === 0;

function isInFrame({ frame }: Task, { tags, type, place }: Candidate): boolean {
  return (
    (asksNothing(frame.tags) || frame.tags.some((tag) => tags.includes(tag))) &&
    (asksNothing(frame.types) || frame.types.includes(type)) &&
    (asksNothing(frame.places) || frame.places.includes(place))
  );
}

function labelsOf(task: Task): readonly string[] {
  const labels = task.quota.kind === 'tiers' ? task.quota.tiers.map((tier) => tier.label) : task.quota.labels;
  return task.scheme === '' ? [labels[0] ?? undivided] : labels;
}

const areaOf = (item: Item): 'general' | 'key' => (item.category === 'key' ? 'key' : 'general');

/** Every pair of a body and an item that it inspects. */
const bodyItems = (task: Task, items: ReadonlyMap<string, Item>): { department: string; item: Item }[] =>
  task.bodies.flatMap((body) =>
    body.items.flatMap((code) => {
      const item = items.get(code);
      return item === undefined ? [] : [{ department: body.department, item }];
    }),
  );

/** The limits that one (body, item) puts on a class: which counter, how many. */
function limitOf(
  policy: Policy,
  { department, item }: { department: string; item: Item },
  of: ClassRef,
  on: CivilDate,
): { counter: Counter; most: number } | null {
  const ruled = capOf(policy, { area: areaOf(item), of, item: item.code }, on);
  if (ruled === null) return null;
  const { cap, across } = ruled.value;
  if (cap.kind === 'as-needed') return null;
  if (cap.kind === 'statutory') {
    return item.statutoryCap === null
      ? null
      : { counter: { kind: 'item', department, item: item.code }, most: item.statutoryCap };
  }
  return { counter: across === 'all-departments' ? { kind: 'all' } : { kind: 'department', department }, most: cap.n };
}

function countersOf(
  policy: Policy,
  tasks: readonly Task[],
  items: ReadonlyMap<string, Item>,
  on: CivilDate,
): readonly Counter[] {
  const fallback = fallbackOf(policy, on)?.value.scheme;
  const found = new Map<string, Counter>();
  for (const task of tasks) {
    for (const scheme of fallback === undefined ? [task.scheme] : [task.scheme, fallback]) {
      for (const label of labelsOf(task)) {
        for (const pair of bodyItems(task, items)) {
          const limit = limitOf(policy, pair, { scheme, label }, on);
          if (limit !== null) found.set(counterName(limit.counter), limit.counter);
        }
      }
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counter]) => counter);
}

function limitsOf(
  policy: Policy,
  task: Task,
  items: ReadonlyMap<string, Item>,
  of: ClassRef,
  on: CivilDate,
  names: readonly string[],
): readonly (number | null)[] {
  const limits: (number | null)[] = names.map(() => null);
  for (const pair of bodyItems(task, items)) {
    const limit = limitOf(policy, pair, of, on);
    if (limit === null) continue;
    const k = names.indexOf(counterName(limit.counter));
    limits[k] = Math.min(limits[k] ?? Number.MAX_SAFE_INTEGER, limit.most);
  }
  return limits;
}

/** A visit of the task counts toward: all checks, the checks of each of its bodies, the checks of each of its items. */
const countsOf = (task: Task, counters: readonly Counter[]): readonly number[] =>
  counters.flatMap((counter, k) => {
    if (counter.kind === 'all') return [k];
    const body = task.bodies.find((each) => each.department === counter.department);
    if (body === undefined) return [];
    return counter.kind === 'department' || body.items.includes(counter.item) ? [k] : [];
  });

/** Whether a check made elsewhere counts toward a counter. One that names no items counts toward every item of its department. */
export function countsToward(counter: Counter, check: Pick<PastCheck, 'department' | 'items'>): boolean {
  if (counter.kind === 'all') return true;
  if (counter.department !== check.department) return false;
  return counter.kind === 'department' || check.items.length === 0 || check.items.includes(counter.item);
}
