/**
 * 重复检查预警 (国办发〔2024〕54号: 能合并检查的不得重复检查; 万年 2022 “避免多头执法、重复检查”): what is known of a subject before somebody goes there
 * again, and what another department has found there that can be used instead (福安 2018 二(三)4, 万年 2022 三(三)3: 互认互用). A warning is said when approval is asked, when it is decided, when notice is given and when a check is filed; it forbids nothing.
 */
import { addDays, type CivilDate, yearOf } from '../calendar.ts';
import { capOf, countsTowardCap, requires } from '../policy/ask.ts';
import type { Source } from '../policy/cited.ts';
import type { ClassRef, Policy } from '../policy/shape.ts';
import type { Item } from '../registry/item.ts';
import type { PastCheck } from '../registry/subject.ts';
import type { ComingVisit } from './merge.ts';

export type Repeat =
  /** Another draw sends people to the same door in the same days: they can go together. */
  | {
      readonly kind: 'other-visit';
      readonly source: ComingVisit['source'];
      readonly visit: number;
      readonly departments: readonly string[];
      readonly window: ComingVisit['window'];
    }
  /** 同一年度、同一机关、同一事项 */
  | { readonly kind: 'checked-before'; readonly on: CivilDate; readonly items: readonly string[] }
  /** Another department has published of the same item, this year, that nothing was found. */
  | {
      readonly kind: 'known-elsewhere';
      readonly department: string;
      readonly on: CivilDate;
      readonly item: string;
    }
  /** The year's allowance is used up with this one, or was before it. */
  | { readonly kind: 'over-cap'; readonly made: number; readonly most: number; readonly source: Source };

export interface RepeatAsked {
  readonly department: string;
  readonly items: readonly string[];
  /** Days on which somebody means to go. */
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  /** Classes of the subject by every scheme that knows it. */
  readonly classes: readonly ClassRef[];
}

export interface KnownOfSubject {
  /** Checks of any origin in that year. */
  readonly past: readonly PastCheck[];
  /** Visits of all draws in that year but this one. */
  readonly visits: readonly ComingVisit[];
  readonly item: (code: string) => Item | undefined;
  /** What departments have published about it of items at which nothing was found. */
  readonly clean: readonly PublishedClean[];
}

export interface PublishedClean {
  readonly department: string;
  readonly item: string;
  readonly itemName: string;
  readonly on: CivilDate;
}

export function repeatsOf(asked: RepeatAsked, known: KnownOfSubject, policy: Policy | null): readonly Repeat[] {
  return [
    ...othersAtDoor(asked, known),
    ...checkedBefore(asked, known),
    ...knownElsewhere(asked, known, policy),
    ...overCaps(asked, known, policy),
  ];
}

/** By code or by name: departments have codes of their own for what is one thing to the enterprise. */
function knownElsewhere(
  { department, items, window }: RepeatAsked,
  { clean, item }: KnownOfSubject,
  policy: Policy | null,
): readonly Repeat[] {
  if (policy === null || requires(policy, 'others-results-used', window.from) === null) return [];
  const names = new Set(items.flatMap((code) => item(code)?.name ?? []));
  return clean
    .filter((each) => each.department !== department && yearOf(each.on) === yearOf(window.from))
    .filter((each) => each.on <= window.to && (items.includes(each.item) || names.has(each.itemName)))
    .map(({ department: whose, on, itemName }) => ({ kind: 'known-elsewhere', department: whose, on, item: itemName }));
}

const othersAtDoor = ({ window }: RepeatAsked, { visits }: KnownOfSubject): readonly Repeat[] =>
  visits
    .filter((each) => each.window.from <= window.to && window.from <= each.window.to)
    .map(({ source, visit, departments, window: theirs }) => ({
      kind: 'other-visit',
      source,
      visit,
      departments,
      window: theirs,
    }));

function checkedBefore({ department, items, window }: RepeatAsked, { past }: KnownOfSubject): readonly Repeat[] {
  return past.flatMap((check): readonly Repeat[] => {
    if (check.department !== department || check.date > window.to) return [];
    if (yearOf(check.date) !== yearOf(window.from)) return [];
    const same = check.items.length === 0 ? items : items.filter((item) => check.items.includes(item));
    return same.length === 0 ? [] : [{ kind: 'checked-before', on: check.date, items: same }];
  });
}

/** Each cap that binds for one of the items, counted once. */
function overCaps(
  { department, items, classes, window }: RepeatAsked,
  known: KnownOfSubject,
  policy: Policy | null,
): readonly Repeat[] {
  if (policy === null) return [];
  const on = window.from;
  const found = new Map<string, Repeat>();
  for (const code of items) {
    const item = known.item(code);
    const area = item?.category === 'key' ? 'key' : 'general';
    for (const of of classes.length === 0 ? [null] : classes) {
      const cap = capOf(policy, { area, of, item: code }, on);
      if (cap === null) continue;
      const { across, cap: bound } = cap.value;
      const most = bound.kind === 'visits' ? bound.n : bound.kind === 'statutory' ? (item?.statutoryCap ?? null) : null;
      if (most === null) continue;
      const ofItem = area === 'key' ? code : null;
      const made = countMade(policy, known, {
        on,
        department: across === 'all-departments' ? null : department,
        item: ofItem,
      });
      if (made + 1 > most) found.set(`${area}/${ofItem}/${most}`, { kind: 'over-cap', made, most, source: cap.source });
    }
  }
  return [...found.values()];
}

function countMade(
  policy: Policy,
  { past, visits }: KnownOfSubject,
  {
    on,
    department,
    item,
  }: { readonly on: CivilDate; readonly department: string | null; readonly item: string | null },
): number {
  const checks = past.filter(
    (check) =>
      yearOf(check.date) === yearOf(on) &&
      (department === null || check.department === department) &&
      (item === null || check.items.length === 0 || check.items.includes(item)) &&
      countsTowardCap(policy, check, on)?.value !== false,
  );
  // Of a visit that is still to come only its departments are known here, not its items: what is counted by item counts checks alone.
  const coming =
    item === null ? visits.filter(({ departments }) => department === null || departments.includes(department)) : [];
  return checks.length + coming.length;
}

/** The days of the year of a day: what is asked of past checks. */
export const yearAround = (on: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } => ({
  from: `${yearOf(on)}-01-01`,
  to: addDays(`${yearOf(on) + 1}-01-01`, -1),
});
