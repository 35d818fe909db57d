/**
 * The engine's questions about whom a policy reaches, how often, when and by whom. Every answer carries its source. Silence
 * is `null` or an empty list: the caller says “the policy is silent”, it never fills in a number.
 */
import { type CivilDate, monthOf } from '../calendar.ts';
import type { Method } from '../registry/item.ts';
import type { PastCheck } from '../registry/subject.ts';
import { type Cited, type Ruling, ruling, type Source } from './cited.ts';
import type { Duty } from './duty.ts';
import { national, nationalOn } from './national.ts';
import type {
  Area,
  Binding,
  Cap,
  ClassRef,
  Coverage,
  Direction,
  Exception,
  Ground,
  ListKey,
  Owed,
  Party,
  Policy,
  PublicationRule,
  ReviewPoint,
  Scheme,
  Step,
  Stewardship,
} from './shape.ts';

const same = (a: ClassRef, b: ClassRef): boolean => a.scheme === b.scheme && a.label === b.label;
/** The class under which the policy's rules speak of it: a department's own B is ruled like the general B (三明 2025 一(二)). */
const asRuled = (policy: Policy, ref: ClassRef, on: CivilDate): ClassRef => {
  const own = schemesOf(policy, on).find(
    ({ value }) => ref.scheme === value.id || ref.scheme.startsWith(`${value.id}:`),
  );
  return { scheme: own?.value.like ?? ref.scheme, label: ref.label };
};
/** The first of the cited statements that speaks of the class. */
const about = <T extends ClassRef>(
  policy: Policy,
  list: readonly Cited<T>[],
  ref: ClassRef,
  on: CivilDate,
): Ruling<T> | undefined => {
  const ruled = asRuled(policy, ref, on);
  return all(list, on).find((each) => same(each.value, ruled));
};
const one = <T>(cited: Cited<T> | null | undefined, on: CivilDate, item = ''): Ruling<T> | null =>
  cited === null || cited === undefined ? null : ruling(cited, on, item);
const all = <T>(list: readonly Cited<T>[], on: CivilDate): readonly Ruling<T>[] => list.map((each) => ruling(each, on));

/** 通用型 credit risk classes, a local pool, a key directory: what a task may name as its scheme. */
export const schemesOf = (policy: Policy, on: CivilDate): readonly Ruling<Scheme>[] => all(policy.schemes, on);

export const schemeOf = (policy: Policy, id: string, on: CivilDate): Ruling<Scheme> | null =>
  schemesOf(policy, on).find((each) => each.value.id === id) ?? null;

/** Whose classes are taken for a subject that a task's own scheme does not class; the record says so. */
export const fallbackOf = (policy: Policy, on: CivilDate): Ruling<{ scheme: string; whose: Party }> | null =>
  one(policy.fallback, on);

/** 适当低于, 适当提高, 大幅提高: which way a class departs from the usual, or null where the document says nothing. */
export const directionOf = (
  policy: Policy,
  of: 'share' | 'frequency',
  ref: ClassRef,
  on: CivilDate,
): Ruling<Direction> | null => {
  const spoken = policy.directions.filter((each) => each.value.of === of);
  const found = about(policy, spoken, ref, on);
  return found === undefined ? null : { ...found, value: found.value.direction };
};

/** Directions as an order: a plan's numbers for two classes must stand in the order of their ranks. */
export const directionRank: { readonly [direction in Direction]: number } = {
  spared: 0,
  'below-usual': 1,
  usual: 2,
  'above-usual': 3,
  'far-above-usual': 4,
};

/** Labels of a scheme along which the shares of a task must rise. */
export const orderOf = (policy: Policy, scheme: string, on: CivilDate): Ruling<readonly string[]> | null => {
  const order = one(policy.order, on);
  return order === null || order.value.scheme !== asRuled(policy, { scheme, label: '' }, on).scheme
    ? null
    : { ...order, value: order.value.labels };
};

/** Each class needs a ratio of its own in every task, but not in one that is marked 专业领域 (where the policy excepts them). */
export const ownRatiosOf = (
  policy: Policy,
  on: CivilDate,
): Ruling<{ scheme: string; exceptProfessional: boolean }> | null => one(policy.ownRatios, on);

/** Fields in which more is drawn than usual (食品、道路运输…), and kinds of safety whose items are key. */
export const keyFieldsOf = (policy: Policy, on: CivilDate): Ruling<readonly string[]> | null =>
  one(policy.keyFields, on);
export const keySafetiesOf = (policy: Policy, on: CivilDate): Ruling<readonly string[]> | null =>
  one(policy.keySafeties, on);

export interface Allowance {
  readonly cap: Cap;
  /** All departments share the allowance, or each has its own. */
  readonly across: 'all-departments' | 'each-department';
  readonly scopeSource: Source | null;
}

/**
 * How often a subject may be checked in a policy year. `of`: its class, which matters in the general area. A cap of a key
 * area is the item's own statutory one. Null where the policy sets none for that area and class.
 */
export function capOf(
  policy: Policy,
  asked: { readonly area: Area; readonly of: ClassRef | null; readonly item?: string },
  on: CivilDate,
): Ruling<Allowance> | null {
  const ruled = asked.of === null ? null : asRuled(policy, asked.of, on);
  const cited = policy.caps.find(
    ({ value }) => value.area === asked.area && (value.of === null || (ruled !== null && same(value.of, ruled))),
  );
  const cap = one(cited, on, asked.item);
  if (cap === null) return null;
  const scope = all(policy.capScopes, on).find((each) => each.value.area === asked.area);
  const across = scope?.value.across ?? nationalOn(national.capPerAuthority, on)?.value.across ?? 'all-departments';
  return { ...cap, value: { cap: cap.value.cap, across, scopeSource: scope?.source ?? null } };
}

/** Whether a past check of any origin counts toward the year's allowance. Null: the policy sets no caps. */
export function countsTowardCap(policy: Policy, check: PastCheck, on: CivilDate): Ruling<boolean> | null {
  const counts = one(policy.capCounts, on);
  if (counts === null) return null;
  const { methods, occasions } = counts.value;
  return { ...counts, value: methods.includes(check.method) && occasions.includes(check.occasion) };
}

/** Floors and ceilings of distinct subjects drawn in a year, the policy's own first, then the national floor. */
export function coverageOf(policy: Policy, on: CivilDate): readonly Ruling<Coverage>[] {
  const floor = nationalOn(national.enterpriseFloor, on);
  const above: readonly Ruling<Coverage>[] =
    floor === null
      ? []
      : [
          {
            ...floor,
            value: {
              bound: 'at-least',
              bp: floor.value.bp,
              of: { kind: 'types', types: ['enterprise'] },
              binding: 'firm',
            },
          },
        ];
  return [...all(policy.coverage, on), ...above];
}

export const floorsOf = (policy: Policy, on: CivilDate): readonly Ruling<Coverage>[] =>
  coverageOf(policy, on).filter((each) => each.value.bound === 'at-least');
export const ceilingsOf = (policy: Policy, on: CivilDate): readonly Ruling<Coverage>[] =>
  coverageOf(policy, on).filter((each) => each.value.bound === 'at-most');

/** Fewest draws of a department in a year. A draw is not a visit. */
export const drawsPerYearOf = (policy: Policy, on: CivilDate): Ruling<{ atLeast: number; binding: Binding }> | null =>
  one(policy.drawsPerYear, on);

/** Fewest visits of each subject of a class in a year (全覆盖). */
export const visitsAtLeastOf = (policy: Policy, ref: ClassRef, on: CivilDate): Ruling<number> | null => {
  const found = about(policy, policy.visitsPerYear, ref, on);
  return found === undefined ? null : { ...found, value: found.value.atLeast };
};

/** Only checked jointly: a task of one department leaves this class out. */
export const jointOnly = (policy: Policy, ref: ClassRef, on: CivilDate): Ruling<ClassRef> | null =>
  about(policy, policy.jointOnly, ref, on) ?? null;

/** 先开展书式检查: the visit starts at the desk; `cleanSuffices`: it may end there. */
export const deskFirst = (
  policy: Policy,
  ref: ClassRef,
  on: CivilDate,
): Ruling<ClassRef & { cleanSuffices: boolean }> | null => about(policy, policy.deskFirst, ref, on) ?? null;

/** Who organises the draws of a class, who settles its list and who proposes it. */
export const stewardOf = (policy: Policy, ref: ClassRef, on: CivilDate): Ruling<Stewardship> | null =>
  about(policy, policy.stewardships, ref, on) ?? null;

/** The class of all whom no list names (其他市场主体均纳入): nobody settles who is in it. Null where a scheme has none. */
export const restOf = (policy: Policy, scheme: string, on: CivilDate): Ruling<string> | null => {
  const found = all(policy.stewardships, on).find(({ value }) => value.scheme === scheme && value.settles === null);
  return found === undefined ? null : { ...found, value: found.value.label };
};

/** On what a subject enters a class. */
export const entryGroundsOf = (policy: Policy, ref: ClassRef, on: CivilDate): Ruling<readonly string[]> | null => {
  const found = about(policy, policy.entryGrounds, ref, on);
  return found === undefined ? null : { ...found, value: found.value.grounds };
};

/** Months in which a class is visited; `null` inside: at any time. Null outside: the policy has no windows for it. */
export const windowOf = (policy: Policy, ref: ClassRef, on: CivilDate): Ruling<readonly number[] | null> | null => {
  const found = about(policy, policy.windows, ref, on);
  return found === undefined ? null : { ...found, value: found.value.months };
};

/** Whether a day lies in the quiet period of a class (企业安静期). */
export function isQuiet(policy: Policy, ref: ClassRef, date: CivilDate): boolean {
  const window = windowOf(policy, ref, date);
  return window !== null && window.value !== null && !window.value.includes(monthOf(date));
}

/** Months of the year in which a class is left in peace; empty where the policy has no quiet period for it. */
export function quietMonths(policy: Policy, ref: ClassRef, on: CivilDate): readonly number[] {
  const open = windowOf(policy, ref, on)?.value ?? null;
  if (open === null) return [];
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => !open.includes(month));
}

/** Grounds and receivers of an extra visit to a class, or in the quiet period. */
export const exceptionsOf = (policy: Policy, on: CivilDate): readonly Ruling<Exception>[] => all(policy.exceptions, on);

export type Leave =
  | { readonly kind: 'free' }
  /** Each receiver gives a receipt; until all have, the filing is incomplete (备案未完成). */
  | {
      readonly kind: 'with-filing';
      readonly ground: Ground;
      readonly receivers: readonly Party[];
      readonly source: Source;
    }
  | { readonly kind: 'ground-needed'; readonly grounds: readonly Ground[]; readonly source: Source };

/**
 * Whether somebody of a class may be visited on a day: drawn and inside its window freely, otherwise only on a ground and
 * with a filing. Where both the class and the quiet period ask for a filing, all their receivers are told.
 */
export function leaveToVisit(
  policy: Policy,
  visit: { readonly of: ClassRef; readonly date: CivilDate; readonly drawn: boolean; readonly ground: Ground | null },
): Leave {
  const { of, date, drawn, ground } = visit;
  const asking = exceptionsOf(policy, date).filter(({ value }) =>
    value.covers.kind === 'class' ? !drawn && same(value.covers, asRuled(policy, of, date)) : isQuiet(policy, of, date),
  );
  const [first] = asking;
  if (first === undefined) return { kind: 'free' };
  const refusing = asking.find(({ value }) => ground === null || !value.grounds.includes(ground));
  if (refusing !== undefined || ground === null) {
    const { value, source } = refusing ?? first;
    return { kind: 'ground-needed', grounds: value.grounds, source };
  }
  const receivers = [...new Set(asking.flatMap(({ value }) => value.receivers))];
  return { kind: 'with-filing', ground, receivers, source: first.source };
}

/** Who approves a plan, each on its own points. Empty: the policy sets up no review. */
export const reviewersOf = (
  policy: Policy,
  on: CivilDate,
): readonly Ruling<{ by: Party; points: readonly ReviewPoint[] }>[] => all(policy.reviews, on);

/** The outside platform that is the record for a step, or null where the draw made here is of record. */
export const platformOf = (policy: Policy, step: Step, on: CivilDate): Ruling<string> | null => {
  const found = all(policy.platforms, on).find((each) => each.value.step === step);
  return found === undefined ? null : { ...found, value: found.value.name };
};

/** Channels and receivers of something that is published; several statements may hold at once. */
export const publicationsOf = (
  policy: Policy,
  what: PublicationRule['what'],
  on: CivilDate,
): readonly Ruling<PublicationRule>[] => all(policy.publications, on).filter((each) => each.value.what === what);

/** What is kept, written or sent, by whom and with which parts. */
export const owedOf = (policy: Policy, list: ListKey, on: CivilDate): readonly Ruling<Owed>[] =>
  all(policy.owed, on).filter((each) => each.value.list === list);

/** The place where a document asks for a rule without a number, or null where it does not. */
export const requires = (policy: Policy, duty: Duty, on: CivilDate): Ruling<Duty> | null =>
  all(policy.duties, on).find((each) => each.value === duty) ?? null;

/** Inspection methods open to a visit. */
export const methodsOf = (policy: Policy, on: CivilDate): Ruling<readonly Method[]> | null => one(policy.methods, on);
export const witnessesOf = (policy: Policy, on: CivilDate): Ruling<readonly string[]> | null =>
  one(policy.witnesses, on);
export const drawWaysOf = (policy: Policy, on: CivilDate): Ruling<readonly string[]> | null => one(policy.drawWays, on);
/** Whether each post needs substitutes from the draw, and what they stand in for. */
export const substitutesOf = (
  policy: Policy,
  on: CivilDate,
): Ruling<{ on: readonly ('recusal' | 'unable')[] }> | null => one(policy.substitutes, on);
/** Who signs the record form; two roles, never the same person. */
export const recordSignersOf = (policy: Policy, on: CivilDate): Ruling<readonly string[]> | null =>
  one(policy.recordSigners, on);

/** Fewest officers of each inspecting body at a door: national law, whatever the policy says. */
export const officersPerBody = (on: CivilDate): Ruling<{ atLeast: number }> | null =>
  nationalOn(national.officersPerBody, on);

/** Why the office cannot be a task's inspecting body: the policy's own words, or the national ban once it binds. */
export const officeBarred = (policy: Policy, on: CivilDate): Source | null =>
  requires(policy, 'office-not-inspecting', on)?.source ?? nationalOn(national.bannedBodies, on)?.source ?? null;
