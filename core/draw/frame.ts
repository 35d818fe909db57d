/**
 * Who may be drawn by which task, and why the others may not: two marks for each subject and task (README §2), worked out from
 * policy, plan and classes before anything is drawn. A subject that is left out stays on the roster with its reason, so that
 * everybody can look it up; nobody is left out in silence.
 */
import type { CivilDate } from '../calendar.ts';
import { capOf, fallbackOf, isQuiet, jointOnly } from '../policy/ask.ts';
import type { ClassRef, Policy } from '../policy/shape.ts';
import type { Task } from '../plan/task.ts';
import type { Item } from '../registry/item.ts';
import type { PastCheck, Subject } from '../registry/subject.ts';

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
const tierCharacters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Label of the single tier of a task that draws without classes. */
export const undivided = '全部';

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

/** One task as it will be marked: its tiers in the manifest's order and what limits them. */
export interface FramedTask {
  readonly task: Task;
  readonly labels: readonly string[];
  /** For each tier, for each counter: most counted checks a year, or null. */
  readonly limits: readonly (readonly (number | null)[])[];
  /** Places of the counters that a visit counts toward. */
  readonly counts: readonly number[];
}

export interface Framing {
  readonly counters: readonly Counter[];
  readonly tasks: readonly FramedTask[];
  /** Schemes whose classes the marks need: each task's own and the policy's fallback. */
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
 */
export function framing(policy: Policy, tasks: readonly Task[], items: ReadonlyMap<string, Item>, on: CivilDate): Framing {
  const counters = countersOf(policy, tasks, items, on);
  const names = counters.map(counterName);
  const framed = tasks.map((task) => {
    const labels = labelsOf(task);
    const limits = labels.map((label) => limitsOf(policy, task, items, label, on, names));
    return { task, labels, limits, counts: countsOf(task, counters) };
  });
  const fallback = fallbackOf(policy, on)?.value.scheme;
  const schemes = [...new Set([...tasks.map((task) => task.scheme), ...(fallback === undefined ? [] : [fallback])])];
  return { counters, tasks: framed, schemes: schemes.filter((scheme) => scheme !== '') };
}

/** The marks of one subject, two characters a task; `--` throughout if no task means it. */
export function marksOf(policy: Policy, framing: Framing, on: CivilDate, candidate: Candidate): string {
  let marks = '';
  for (const framed of framing.tasks) marks += markOf(policy, framed, on, candidate);
  return marks;
}

function markOf(policy: Policy, framed: FramedTask, on: CivilDate, candidate: Candidate): string {
  const { task, labels } = framed;
  if (!isInFrame(task, candidate)) return '--';
  const ref = classRefOf(policy, task, on, candidate);
  if (ref === null) return mark('?', 'no-class');
  const tier = labels.indexOf(ref.label);
  if (tier < 0) return mark('?', 'class-not-planned');
  const character = tierCharacters[tier] ?? '?';
  const reason = exclusionOf(policy, framed, tier, ref, on, candidate);
  return reason === null ? `${character}.` : mark(character, reason);
}

const mark = (tier: string, reason: Exclusion): string => `${tier}${letterOf.get(reason)}`;

function exclusionOf(
  policy: Policy,
  { task, labels, limits, counts }: FramedTask,
  tier: number,
  ref: ClassRef,
  on: CivilDate,
  candidate: Candidate,
): Exclusion | null {
  if (candidate.status !== 'active') return 'not-active';
  if (isSpared(task, labels[tier] ?? '')) return 'spared';
  if (task.reach !== 'joint' && jointOnly(policy, ref, on) !== null) return 'joint-only';
  if (isQuiet(policy, ref, task.window.from) && isQuiet(policy, ref, task.window.to)) return 'quiet-period';
  const limit = limits[tier] ?? [];
  const isUsedUp = counts.some((k) => {
    const most = limit[k];
    return most !== null && most !== undefined && (candidate.used[k] ?? 0) >= most;
  });
  return isUsedUp ? 'allowance-used' : null;
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

/** The class that holds: the task's own scheme first, then the one that the policy lets departments fall back on. */
function classRefOf(policy: Policy, task: Task, on: CivilDate, candidate: Candidate): ClassRef | null {
  if (task.scheme === '') return { scheme: '', label: undivided };
  const own = candidate.classOf(task.scheme);
  if (own !== null) return { scheme: task.scheme, label: own };
  const fallback = fallbackOf(policy, on)?.value.scheme;
  const other = fallback === undefined ? null : candidate.classOf(fallback);
  return other === null || fallback === undefined ? null : { scheme: fallback, label: other };
}

export function labelsOf(task: Task): readonly string[] {
  if (task.scheme === '') return [undivided];
  return task.quota.kind === 'tiers' ? task.quota.tiers.map((tier) => tier.label) : task.quota.labels;
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
  const found = new Map<string, Counter>();
  for (const task of tasks) {
    for (const label of labelsOf(task)) {
      for (const pair of bodyItems(task, items)) {
        const limit = limitOf(policy, pair, { scheme: task.scheme, label }, on);
        if (limit !== null) found.set(counterName(limit.counter), limit.counter);
      }
    }
  }
  return [...found.keys()].sort().map((name) => found.get(name) as Counter);
}

function limitsOf(
  policy: Policy,
  task: Task,
  items: ReadonlyMap<string, Item>,
  label: string,
  on: CivilDate,
  names: readonly string[],
): readonly (number | null)[] {
  const limits: (number | null)[] = names.map(() => null);
  for (const pair of bodyItems(task, items)) {
    const limit = limitOf(policy, pair, { scheme: task.scheme, label }, on);
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
