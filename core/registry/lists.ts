/**
 * 一单两库一细则 as facts: which list of which department stands in which version, who was sent it, who received it, where it is
 * published. The questions here name what is missing or late; dates by which things are owed come from the policy.
 */
import type { CivilDate } from '../calendar.ts';

/** A version of one department's list. */
export interface ListVersion {
  readonly department: string;
  /** items, joint-matters, subjects, inspectors, experts, rule …: the words of the policy. */
  readonly list: string;
  readonly version: number;
  /** 第二版: where a list from above is taken over. */
  readonly edition: string;
  readonly madeOn: CivilDate;
  /** In force from this day, or null for a draft. */
  readonly inForce: CivilDate | null;
  readonly rows: number;
}

/** Which version of whose list an act is about. */
export type VersionRef = Pick<ListVersion, 'department' | 'list' | 'version'>;

const isOf =
  (version: VersionRef) =>
  (each: VersionRef): boolean =>
    each.department === version.department && each.list === version.list && each.version === version.version;

/** A version sent to one receiver (福安 二(一)1: 报送市审改办、市市场监管局). */
export interface Handover {
  readonly department: string;
  readonly list: string;
  readonly version: number;
  readonly receiver: string;
  readonly sent: CivilDate;
  readonly received: CivilDate | null;
}

export interface ListPublication {
  readonly department: string;
  readonly list: string;
  readonly version: number;
  readonly channel: string;
  /** Address, or what the photo of the notice board shows. */
  readonly where: string;
  readonly on: CivilDate;
}

export type Standing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'draft'; readonly version: number; readonly changed: CivilDate }
  | { readonly kind: 'in-force'; readonly version: number; readonly since: CivilDate; readonly changed: CivilDate };

/** How one list of one department stands on a day: what is in force, else the draft, else nothing. */
export function standingOf(
  versions: readonly ListVersion[],
  department: string,
  list: string,
  on: CivilDate,
): Standing {
  const made = versions.filter((v) => v.department === department && v.list === list && v.madeOn <= on);
  const last = latest(made);
  if (last === null) return { kind: 'absent' };
  const held = latest(made.filter((v) => v.inForce !== null && v.inForce <= on));
  return held === null || held.inForce === null
    ? { kind: 'draft', version: last.version, changed: last.madeOn }
    : { kind: 'in-force', version: held.version, since: held.inForce, changed: last.madeOn };
}

const latest = (versions: readonly ListVersion[]): ListVersion | null =>
  versions.reduce<ListVersion | null>((a, b) => (a === null || b.version > a.version ? b : a), null);

export interface BoardRow {
  readonly department: string;
  readonly lists: readonly { readonly list: string; readonly standing: Standing }[];
}

/** The board of all departments and lists owed (甘州 二(一)1); whoever lacks one stands on it as absent. */
export const board = (
  departments: readonly string[],
  lists: readonly string[],
  versions: readonly ListVersion[],
  on: CivilDate,
): readonly BoardRow[] =>
  departments.map((department) => ({
    department,
    lists: lists.map((list) => ({ list, standing: standingOf(versions, department, list, on) })),
  }));

/** Departments without any version of a list, named (福安 二(一)1: each department's own). */
export const without = (
  departments: readonly string[],
  list: string,
  versions: readonly ListVersion[],
  on: CivilDate,
): readonly string[] => departments.filter((each) => standingOf(versions, each, list, on).kind === 'absent');

export interface Delivery {
  readonly receiver: string;
  readonly state: 'unsent' | 'sent' | 'received';
  readonly sent: CivilDate | null;
  readonly received: CivilDate | null;
  /** After the day by which it was owed and not yet received. */
  readonly late: boolean;
}

/** Where a version stands with each of those who must have it. `due` is the last day in time, or null. */
export function deliveries(
  version: VersionRef,
  receivers: readonly string[],
  handovers: readonly Handover[],
  due: CivilDate | null,
  on: CivilDate,
): readonly Delivery[] {
  return receivers.map((receiver) => {
    const handed = handovers.filter(isOf(version)).find((each) => each.receiver === receiver && each.sent <= on);
    const received = handed?.received != null && handed.received <= on ? handed.received : null;
    const state = handed === undefined ? 'unsent' : received === null ? 'sent' : 'received';
    const late = due !== null && (received === null ? on > due : received > due);
    return { receiver, state, sent: handed?.sent ?? null, received, late };
  });
}

/** Where the version in force is published; empty means that the list is not public (福安 二(一)1: 及时向社会公布). */
export const publishedAt = (
  version: VersionRef,
  publications: readonly ListPublication[],
  on: CivilDate,
): readonly ListPublication[] => publications.filter(isOf(version)).filter((each) => each.on <= on);

export interface Owing {
  readonly department: string;
  readonly state: 'done' | 'open' | 'late';
  readonly done: CivilDate | null;
}

/**
 * Who has done what is owed once in a period: 万年's joint pool and A-pool item list by 31 March, each department's yearly
 * revision of its items.
 * @param from first day of the period; what was done before does not count.
 * @param due last day in time.
 */
export const owing = (
  departments: readonly string[],
  done: readonly { readonly department: string; readonly on: CivilDate }[],
  from: CivilDate,
  due: CivilDate,
  on: CivilDate,
): readonly Owing[] =>
  departments.map((department) => {
    const days = done.filter((each) => each.department === department && each.on >= from && each.on <= on);
    const first = days.map((each) => each.on).sort()[0] ?? null;
    return { department, state: first !== null ? 'done' : on > due ? 'late' : 'open', done: first };
  });

/** 工作细则或指引: its parts in words (福安 二(一)3). */
export interface DetailedRule {
  readonly department: string;
  readonly version: number;
  readonly inForce: CivilDate | null;
  readonly aim: string;
  readonly emphasis: string;
  readonly method: string;
  /** 联合抽查、综合执法的具体程序 */
  readonly procedure: string;
}

const ruleParts = ['aim', 'emphasis', 'method', 'procedure'] as const;
export type RulePart = (typeof ruleParts)[number];

/** The parts that a rule lacks; it is complete where none is named. */
export const missingParts = (rule: DetailedRule): readonly RulePart[] =>
  ruleParts.filter((part) => rule[part].trim() === '');
