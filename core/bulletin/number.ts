/**
 * 申报数: numbers that arise elsewhere (other systems, other ledgers), stated by a department for a span of days, each with its source. A
 * later statement of the same span corrects the earlier one, which stays on record; spans that overlap otherwise would count twice and
 * are refused. Totals that must add up are asked to (甘州 2023 二(三)3: 五类信息).
 */
import type { CivilDate } from '../calendar.ts';
import { checkStated } from '../outcome/totals.ts';
import { err, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';

export const recordKinds = ['permit', 'check', 'penalty', 'coercion', 'violation'] as const;
export type RecordKind = (typeof recordKinds)[number];
export const otherKinds = ['honour', 'punishment', 'support'] as const;
export type OtherKind = (typeof otherKinds)[number];

export const kindWords: Readonly<Record<RecordKind | OtherKind, Words>> = {
  permit: { zh: '行政许可', en: 'permits' },
  check: { zh: '行政检查', en: 'checks' },
  penalty: { zh: '行政处罚', en: 'penalties' },
  coercion: { zh: '行政强制', en: 'coercion' },
  violation: { zh: '严重违法', en: 'serious violations' },
  honour: { zh: '荣誉表彰', en: 'honours' },
  punishment: { zh: '信用惩戒', en: 'credit punishments' },
  support: { zh: '小微企业扶持', en: 'support for small firms' },
};

const stages = ['produced', 'entered', 'published'] as const;
type RecordStage = (typeof stages)[number];
const stageWords: Readonly<Record<RecordStage, Words>> = {
  produced: { zh: '产生数', en: 'produced' },
  entered: { zh: '录入数', en: 'entered' },
  published: { zh: '公示数', en: 'published' },
};

type OfKind = `${RecordKind | OtherKind}-${RecordStage}`;
const single = {
  /** Sums of the five kinds: stated beside them they must be their sum. */
  'records-produced': { zh: '五类信息产生数合计', en: 'five kinds, produced in all' },
  'records-entered': { zh: '五类信息录入数合计', en: 'five kinds, entered in all' },
  'records-published': { zh: '五类信息公示数合计', en: 'five kinds, published in all' },
  news: { zh: '监管动态信息条数', en: 'items of supervision news' },
  exposures: { zh: '曝光台信息条数', en: 'exposure notices' },
  'warning-leads': { zh: '预警线索数', en: 'warning leads' },
  'warning-leads-checked': { zh: '已核查的预警线索数', en: 'warning leads looked into' },
  'officers-listed': { zh: '部门名册执法人员数', en: "officers on the department's own list" },
  accounts: { zh: '已开通的实名账号数', en: 'real-name accounts' },
  'penalties-collected': { zh: '已归集的行政处罚决定数', en: 'penalty decisions taken in' },
} as const satisfies Readonly<Record<string, Words>>;

export type NumberKey = OfKind | keyof typeof single;

const ofKinds = [...recordKinds, ...otherKinds].flatMap((kind) =>
  stages.map((stage): readonly [OfKind, Words] => [
    `${kind}-${stage}`,
    { zh: kindWords[kind].zh + stageWords[stage].zh, en: `${kindWords[kind].en} ${stageWords[stage].en}` },
  ]),
);
const names: ReadonlyMap<string, Words> = new Map<string, Words>([...ofKinds, ...Object.entries(single)]);

/** In the order in which forms and tables have them. */
export const numberKeys: readonly NumberKey[] = [
  ...ofKinds.map(([key]) => key),
  ...Object.keys(single).filter(isSingle),
];
export const isNumberKey = (text: string): text is NumberKey => names.has(text);
export const numberWords = (key: NumberKey): Words => names.get(key) ?? { zh: key, en: key };
/** A key by its name in either language, or by itself. */
export const numberNamed = (text: string): NumberKey | null =>
  numberKeys.find((key) => [key, numberWords(key).zh, numberWords(key).en].includes(text.trim())) ?? null;

function isSingle(key: string): key is keyof typeof single {
  return Object.hasOwn(single, key);
}

/** A number of what there is on a day, and not of what happened in a span: the latest holds. */
export const isStock = (key: NumberKey): boolean => key === 'officers-listed' || key === 'accounts';

export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface Stated extends Span {
  readonly department: string;
  readonly key: NumberKey;
  readonly n: number;
  /** Where the number comes from: the system, the ledger, the person who counted. */
  readonly source: string;
  /** The fact that stated it. */
  readonly seq: number;
}

/** Those that no later statement of the same span took the place of. */
export function standing(all: readonly Stated[]): readonly Stated[] {
  const last = new Map<string, Stated>();
  for (const each of all) {
    const name = `${each.department} ${each.key} ${each.from} ${each.to}`;
    const held = last.get(name);
    if (held === undefined || held.seq < each.seq) last.set(name, each);
  }
  return [...last.values()];
}

export type NumberFinding =
  | { readonly kind: 'not-whole'; readonly key: NumberKey; readonly n: number }
  | { readonly kind: 'span-backwards'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'span-ahead'; readonly to: CivilDate; readonly today: CivilDate }
  /** More was published than entered, or entered than produced. */
  | {
      readonly kind: 'more-than';
      readonly key: NumberKey;
      readonly n: number;
      readonly than: NumberKey;
      readonly most: number;
    }
  | {
      readonly kind: 'sum-differs';
      readonly key: NumberKey;
      readonly n: number;
      readonly sum: number;
      readonly of: readonly NumberKey[];
    }
  /** Another statement covers some of these days, but not just these. */
  | { readonly kind: 'overlaps'; readonly key: NumberKey; readonly held: Span };

const most = 1_000_000_000;

/**
 * Whether numbers of one department for one span can stand, together with what stands already.
 * @param held what the department has stated before
 */
export function checkNumbers(
  span: Span,
  numbers: ReadonlyMap<NumberKey, number>,
  held: readonly Stated[],
  today: CivilDate,
): Result<null, readonly NumberFinding[]> {
  const found: NumberFinding[] = [];
  const { from, to } = span;
  if (from > to) found.push({ kind: 'span-backwards', from, to });
  if (to > today) found.push({ kind: 'span-ahead', to, today });
  for (const [key, n] of numbers)
    if (!Number.isInteger(n) || n < 0 || n > most) found.push({ kind: 'not-whole', key, n });
  const kept = standing(held);
  const same = new Map(kept.filter((each) => each.from === from && each.to === to).map((each) => [each.key, each.n]));
  const valued = (key: NumberKey): number | undefined => numbers.get(key) ?? same.get(key);
  for (const kind of [...recordKinds, ...otherKinds]) {
    found.push(...noMore(valued, `${kind}-entered`, `${kind}-produced`));
    found.push(...noMore(valued, `${kind}-published`, `${kind}-entered`));
    // Also where nobody states what was entered: no more is published than there is.
    if (valued(`${kind}-entered`) === undefined) found.push(...noMore(valued, `${kind}-published`, `${kind}-produced`));
  }
  found.push(...noMore(valued, 'warning-leads-checked', 'warning-leads'));
  for (const stage of stages) found.push(...addsUp(valued, stage));
  for (const key of numbers.keys()) {
    const over = kept.find(
      (each) =>
        each.key === key &&
        !isStock(key) &&
        each.from <= to &&
        from <= each.to &&
        (each.from !== from || each.to !== to),
    );
    if (over !== undefined) found.push({ kind: 'overlaps', key, held: { from: over.from, to: over.to } });
  }
  return found.length === 0 ? ok(null) : err(found);
}

type Valued = (key: NumberKey) => number | undefined;

function noMore(valued: Valued, key: NumberKey, than: NumberKey): readonly NumberFinding[] {
  const [n, top] = [valued(key), valued(than)];
  return n === undefined || top === undefined || n <= top ? [] : [{ kind: 'more-than', key, n, than, most: top }];
}

function addsUp(valued: Valued, stage: RecordStage): readonly NumberFinding[] {
  const of = recordKinds.map((kind): NumberKey => `${kind}-${stage}`);
  const parts = of.flatMap((name) => {
    const count = valued(name);
    return count === undefined ? [] : [{ name, count }];
  });
  const key: NumberKey = `records-${stage}`;
  const total = valued(key);
  if (total === undefined || parts.length < of.length) return [];
  const fits = checkStated({ total, parts });
  // One that is no whole number is named by itself.
  if (fits.ok || fits.error.reason !== 'sum-differs') return [];
  return [{ kind: 'sum-differs', key, n: total, sum: fits.error.sum, of }];
}
