/**
 * Questions about items: what an item lacks, which rest on a repealed basis, how far a department has come with claiming,
 * implementing, breaking down and inspecting. Every figure is a count over a count; where there is nothing to count it says so.
 */
import type { CivilDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import type { Item } from './item.ts';

export type ElementName =
  | 'name'
  | 'basis'
  | 'body'
  | 'subjects'
  | 'content'
  | 'points'
  | 'methods'
  | 'ratio'
  | 'frequency';

const elements: readonly (readonly [ElementName, (item: Item) => boolean])[] = [
  ['name', (item) => item.name !== ''],
  ['basis', (item) => item.basis !== ''],
  ['body', (item) => item.body !== ''],
  ['subjects', (item) => item.subjects !== ''],
  ['content', (item) => item.content !== ''],
  ['points', (item) => item.points.length > 0],
  ['methods', (item) => item.methods.length > 0],
  ['ratio', (item) => item.ratio !== null],
  ['frequency', (item) => item.drawsPerYear > 0],
];

/** Which of the nine elements of 福安 二(一)1 an item lacks; a ratio that names no number counts as lacking. */
export const missingElements = (item: Item): readonly ElementName[] =>
  elements.filter(([, has]) => !has(item)).map(([name]) => name);

/** What makes a 检查实施清单 compliant (甘州 二(三)2): basis, body, method and content are there. */
const compliance: readonly ElementName[] = ['basis', 'body', 'methods', 'content'];

/** What an implementation list lacks; compliant where nothing is named. */
export const incompliant = (item: Item): readonly ElementName[] =>
  missingElements(item).filter((each) => compliance.includes(each));

/** Items not tied to the published power list (福安 二(一)1, 万年 三(一)3). */
export const withoutPowerNumber = <T extends { readonly powerNumber: string }>(rows: readonly T[]): readonly T[] =>
  rows.filter((row) => row.powerNumber === '');

/** The basis no longer holds on the day: such an item can be neither planned nor drawn (福安 二(一)1). */
export const isRepealed = (item: Item, on: CivilDate): boolean => item.repealedFrom !== null && item.repealedFrom <= on;

/** Items whose basis names the words of a law or article that was repealed, for somebody to look through. */
export const restingOn = (items: readonly Item[], words: string): readonly Item[] => {
  const sought = words.replace(/[《》\s]/g, '');
  return sought === '' ? [] : items.filter((item) => item.basis.replace(/[《》\s]/g, '').includes(sought));
};

/** The item with its basis repealed from a day, and what replaces it. */
export const repealed = (item: Item, from: CivilDate, replacedBy: string): Item => ({
  ...item,
  repealedFrom: from,
  replacedBy,
});

export interface Superseded {
  /** Old items with the new edition's item in their place. */
  readonly replaced: readonly Item[];
  /** Old items that the new edition does not name, for somebody to look through. */
  readonly dropped: readonly Item[];
}

/** A new edition of a list from above (甘州 二(二)1: 第二版): an item of the same name and body takes the old one's place. */
export function superseded(old: readonly Item[], next: readonly Item[], from: CivilDate): Superseded {
  const codes = new Map(next.map((item) => [`${item.body} ${item.name}`, item.code]));
  const replaced: Item[] = [];
  const dropped: Item[] = [];
  for (const item of old) {
    const code = codes.get(`${item.body} ${item.name}`);
    if (code === undefined) dropped.push(item);
    else if (code !== item.code) replaced.push(repealed(item, from, code));
  }
  return { replaced, dropped };
}

/** A count over a count; `of` 0 prints 无数据, never 100 %. Those that are missing are named. */
export interface Figure {
  readonly n: number;
  readonly of: number;
  readonly missing: readonly string[];
}

const figure = (of: readonly Item[], has: (item: Item) => boolean): Figure => {
  const missing = of.filter((item) => !has(item)).map((item) => item.code);
  return { n: of.length - missing.length, of: of.length, missing };
};

export interface ItemFigures {
  /** 目录清单认领率: claimed ÷ catalogue entries. */
  readonly claimed: Figure;
  /** 检查实施清单制定率: with an implementation list ÷ claimed. */
  readonly implemented: Figure;
  /** 合规率: compliant ÷ implementation lists. */
  readonly compliant: Figure;
  /** 监管事项分解率: with a responsible section ÷ claimed. */
  readonly brokenDown: Figure;
  /** 监管事项检查覆盖率: with a finished check in the year ÷ claimed. */
  readonly inspected: Figure;
}

/**
 * The five figures of 甘州 二(三)2 over a department's catalogue (or the whole county's).
 * @param checked codes of items with at least one finished check in the year.
 */
export function itemFigures(catalogue: readonly Item[], checked: ReadonlySet<string>): ItemFigures {
  const claimed = catalogue.filter((item) => item.claimed);
  const implemented = claimed.filter((item) => item.implemented);
  return {
    claimed: figure(catalogue, (item) => item.claimed),
    implemented: figure(claimed, (item) => item.implemented),
    compliant: figure(implemented, (item) => incompliant(item).length === 0),
    brokenDown: figure(claimed, (item) => item.section !== ''),
    inspected: figure(claimed, (item) => checked.has(item.code)),
  };
}

/** 执法人员录入率: people of a department's own staff list who stand on the roll (甘州 二(三)1). */
export function onRoll(staff: readonly string[], roll: ReadonlySet<string>): Figure {
  const missing = staff.filter((number) => !roll.has(number));
  return { n: staff.length - missing.length, of: staff.length, missing };
}

/** What a department says to a row of the plan's summary table (甘州 二(一)1). */
export interface Claim {
  readonly item: string;
  readonly department: string;
  readonly answer: { readonly kind: 'claimed' } | { readonly kind: 'refused'; readonly reason: string };
  readonly on: CivilDate;
}

export type ClaimState =
  | { readonly kind: 'open' }
  | { readonly kind: 'claimed'; readonly on: CivilDate }
  | { readonly kind: 'refused'; readonly reason: string; readonly on: CivilDate };

/** The last answer of the department counts; no answer is open, and reminded. */
export function claimState(item: string, department: string, claims: readonly Claim[]): ClaimState {
  const last = claims
    .filter((each) => each.item === item && each.department === department)
    .reduce<Claim | null>((a, b) => (a === null || b.on >= a.on ? b : a), null);
  if (last === null) return { kind: 'open' };
  return last.answer.kind === 'claimed'
    ? { kind: 'claimed', on: last.on }
    : { kind: 'refused', reason: last.answer.reason, on: last.on };
}

/** An item that the list above lacks, on its way up: to the city, by it to the province, until it is added (甘州 二(一)1). */
const gapSteps = ['reported', 'with-city', 'with-province', 'added'] as const;
export type GapStep = (typeof gapSteps)[number];

export interface ListGap {
  readonly no: string;
  readonly matter: string;
  readonly department: string;
  readonly steps: readonly { readonly step: GapStep; readonly on: CivilDate }[];
}

export type GapRefusal =
  | { readonly kind: 'step-backwards'; readonly no: string; readonly at: GapStep; readonly asked: GapStep }
  | { readonly kind: 'step-before'; readonly no: string; readonly last: CivilDate };

/** The gap one step further. The city may add an item itself, so steps may be left out, never taken back. */
export function advanceGap(gap: ListGap, step: GapStep, on: CivilDate): Result<ListGap, GapRefusal> {
  const last = gap.steps.at(-1);
  if (last !== undefined && gapSteps.indexOf(step) <= gapSteps.indexOf(last.step))
    return err({ kind: 'step-backwards', no: gap.no, at: last.step, asked: step });
  if (last !== undefined && on < last.on) return err({ kind: 'step-before', no: gap.no, last: last.on });
  return ok({ ...gap, steps: [...gap.steps, { step, on }] });
}
