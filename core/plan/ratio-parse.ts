/**
 * Reads a cell of 抽查比例 or 抽查数量 of a real plan into the rule of ratio.ts, or refuses it with the reason. A cell that
 * needs a guess (待定, 或, two numbers for one list, a number without a unit) is refused: the office mends it, nobody assumes.
 */
import { err, ok, type Result } from '../result.ts';
import { frequencyAt } from './frequency.ts';
import type { Ratio, Share } from './ratio.ts';
import { type Bound, lex, type Token, type Written } from './ratio-lexer.ts';

export type RatioRefusal =
  | { readonly kind: 'empty' }
  /** 待定 */
  | { readonly kind: 'undecided'; readonly text: string }
  /** 根据…确定, 省级计划规定比例: another paper holds the number. */
  | { readonly kind: 'decided-elsewhere'; readonly text: string }
  /** 不低于3%或按专项计划 */
  | { readonly kind: 'alternatives'; readonly text: string }
  /** 比例之和≥20%: a rule over several draws, which one draw cannot hold. */
  | { readonly kind: 'sum'; readonly text: string }
  /** 递加, 随机: a manner without a number. */
  | { readonly kind: 'no-number'; readonly text: string }
  /** 5: of a hundred, or five households? */
  | { readonly kind: 'no-unit'; readonly number: string }
  /** Finer than one basis point, or zero: 不纳入抽查 says none. */
  | { readonly kind: 'too-fine'; readonly number: string }
  | { readonly kind: 'above-whole'; readonly number: string }
  | { readonly kind: 'not-whole-number'; readonly number: string }
  | { readonly kind: 'reversed-range'; readonly from: string; readonly to: string }
  /** Steps that leave out or name twice a size of list; `upTo` is the last size that is clear. */
  | { readonly kind: 'steps-gap'; readonly upTo: number }
  | { readonly kind: 'twice'; readonly label: string }
  /** More than one rule in one cell. */
  | { readonly kind: 'mixture'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string; readonly words: string };

type Head =
  | { readonly kind: 'all' }
  | { readonly kind: 'tiers' | 'levels'; readonly labels: readonly string[] }
  /** A size of list: the first and the last one that the step is for. */
  | { readonly kind: 'step'; readonly from: number; readonly upTo: number | null };

interface Entry {
  readonly head: Head;
  readonly share: Share;
  readonly inBrackets: boolean;
}

/** Carries a refusal out of the grammar below; `parseRatio` is the only one to catch it. */
class Refused extends Error {
  readonly refusal: RatioRefusal;
  constructor(refusal: RatioRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
const refuse = (refusal: RatioRefusal): never => {
  throw new Refused(refusal);
};

/** A cell under a header of ratios. A bare number is refused, since the cell does not say of what. */
export const parseRatio = (cell: string): Result<Ratio, RatioRefusal> => read(cell, false);

/** A cell under a header of numbers (抽查数量、拟抽查对象数(户)): there a bare number counts households. */
export const parseCount = (cell: string): Result<Ratio, RatioRefusal> => read(cell, true);

function read(cell: string, bareIsCount: boolean): Result<Ratio, RatioRefusal> {
  try {
    return ok(grammar(cell.trim(), bareIsCount));
  } catch (thrown) {
    if (thrown instanceof Refused) return err(thrown.refusal);
    throw thrown;
  }
}

function grammar(text: string, bareIsCount: boolean): Ratio {
  if (text === '') return refuse({ kind: 'empty' });
  const all = lex(text);
  const has = (kind: Token['kind']) => all.some((token) => token.kind === kind);
  if (has('undecided')) return refuse({ kind: 'undecided', text });
  if (has('alternative')) return refuse({ kind: 'alternatives', text });
  if (has('sum')) return refuse({ kind: 'sum', text });
  if (has('elsewhere')) return refuse({ kind: 'decided-elsewhere', text });
  if (!has('number') && !has('all') && !has('spared')) return refuse({ kind: 'no-number', text });
  if (has('direction') || has('each-subject')) return refuse({ kind: 'mixture', text });
  const stray = all.find((token) => token.kind === 'word');
  if (stray?.kind === 'word') return refuse({ kind: 'unreadable', text, words: stray.text });

  const provisional = has('provisional') || has('soft');
  const tokens = all.filter((token) => token.kind !== 'provisional' && token.kind !== 'soft');
  const { entries, draws } = statements(text, tokens, bareIsCount);
  return { ...assembled(text, entries), drawsPerYear: draws, provisional };
}

/** Walks the cell once: what each statement is about, its share, its brackets; and how often a year. */
function statements(text: string, tokens: readonly Token[], bareIsCount: boolean) {
  const entries: Entry[] = [];
  let draws: number | null = null;
  let depth = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token?.kind === 'open' || token?.kind === 'close') {
      depth += token.kind === 'open' ? 1 : -1;
      at += 1;
      continue;
    }
    if (token?.kind === 'separator') {
      at += 1;
      continue;
    }
    if (token?.kind === 'base') {
      at += sizeOfBase(text, tokens, at);
      continue;
    }
    const frequency = frequencyAt(tokens, at, false);
    if (frequency !== null) {
      const { of, atLeast, years } = frequency.frequency;
      // A ceiling (不超过2次) does not say how many draws are planned.
      if (draws !== null || of !== 'draws' || atLeast === null || years !== 1) refuse({ kind: 'mixture', text });
      draws = atLeast;
      at += frequency.length;
      continue;
    }
    if (token?.kind === 'period') {
      // 不超过10%/年 says nothing more than the yearly plan does; 3%/月 is another rule.
      if (token.perYear !== 1 || token.years !== 1) refuse({ kind: 'mixture', text });
      at += 1;
      continue;
    }
    const head = headAt(text, tokens, at);
    const share = shareAt(text, tokens, at + head.length, bareIsCount);
    entries.push({ head: head.value, share: share.value, inBrackets: depth > 0 });
    at += head.length + share.length;
  }
  return { entries, draws };
}

/** 抽查基数约40065户: how long the list was when the cell was written, which no draw takes from there. */
function sizeOfBase(text: string, tokens: readonly Token[], at: number): number {
  if (tokens[at + 1]?.kind !== 'number' || tokens[at + 2]?.kind !== 'unit') refuse({ kind: 'mixture', text });
  return 3;
}

function headAt(text: string, tokens: readonly Token[], at: number): { value: Head; length: number } {
  const first = tokens[at];
  if (first?.kind === 'tier' || first?.kind === 'level') {
    const labels: string[] = [];
    let i = at;
    for (; ; i += 1) {
      const token = tokens[i];
      if (token?.kind === first.kind) labels.push(token.text);
      else if (token?.kind !== 'separator') break;
    }
    return { value: { kind: first.kind === 'tier' ? 'tiers' : 'levels', labels }, length: i - at };
  }
  const over = first?.kind === 'over';
  const number = tokens[over ? at + 1 : at];
  const mark = tokens[over ? at + 3 : at + 2];
  const below = mark?.kind === 'and-below';
  const above = mark?.kind === 'and-above';
  if (number?.kind !== 'number' || !(over || below || above)) {
    return over ? refuse({ kind: 'mixture', text }) : { value: { kind: 'all' }, length: 0 };
  }
  if (tokens[over ? at + 2 : at + 1]?.kind !== 'unit' || (over && (below || above))) refuse({ kind: 'mixture', text });
  const size = whole(number.value);
  // 以下 and 以上 include the number itself (民法典 1259), 超过 does not.
  const value: Head = below
    ? { kind: 'step', from: 1, upTo: size }
    : { kind: 'step', from: over ? size + 1 : size, upTo: null };
  return { value, length: 3 };
}

function shareAt(text: string, tokens: readonly Token[], start: number, bareIsCount: boolean) {
  let at = start;
  while (tokens[at]?.kind === 'separator') at += 1;
  const done = (value: Share) => ({ value, length: at - start });
  const plain = tokens[at];
  if (plain?.kind === 'spared') {
    at += 1;
    return done({ kind: 'spared' });
  }
  if (plain?.kind === 'all') {
    at += 1;
    return done({ kind: 'share', bp: 10000, bound: 'exactly', atLeast: 0 });
  }
  let bound: Bound = 'exactly';
  if (plain?.kind === 'bound') {
    bound = plain.bound;
    at += 1;
  }
  const from = quantityAt(tokens, at);
  if (from === null) return refuse({ kind: 'mixture', text });
  at += from.length;
  if (tokens[at]?.kind === 'to') {
    const end = quantityAt(tokens, at + 1);
    if (end === null || bound !== 'exactly') return refuse({ kind: 'mixture', text });
    at += 1 + end.length;
    return done(range(from, end, bareIsCount));
  }
  return done(measured(from, bound, bareIsCount));
}

interface Quantity {
  readonly value: Written;
  /** 100 for %, 0 for a unit of things, null where nothing is written. */
  readonly base: number | null;
  readonly length: number;
}

function quantityAt(tokens: readonly Token[], at: number): Quantity | null {
  const first = tokens[at];
  const leading = first?.kind === 'part' && first.leading ? first : null;
  const number = tokens[leading === null ? at : at + 1];
  if (number?.kind !== 'number') return null;
  if (leading !== null) return { value: number.value, base: leading.base, length: 2 };
  const after = tokens[at + 1];
  if (after?.kind === 'part' && !after.leading) return { value: number.value, base: after.base, length: 2 };
  if (after?.kind === 'unit') return { value: number.value, base: 0, length: 2 };
  return { value: number.value, base: null, length: 1 };
}

function range(from: Quantity, to: Quantity, bareIsCount: boolean): Share {
  // 10-20%: the unit stands once, after the second number.
  const first = measured({ ...from, base: from.base ?? to.base }, 'exactly', bareIsCount);
  const second = measured(to, 'exactly', bareIsCount);
  const size = (share: Share) => (share.kind === 'share' ? share.bp : share.kind === 'count' ? share.n : 0);
  if (first.kind !== second.kind || size(first) >= size(second))
    return refuse({ kind: 'reversed-range', from: from.value.text, to: to.value.text });
  return { kind: 'range', from: first, to: second };
}

function measured({ value, base }: Quantity, bound: Bound, bareIsCount: boolean): Share {
  if (base === 0 || (base === null && bareIsCount)) return { kind: 'count', n: whole(value), bound };
  if (base === null) return refuse({ kind: 'no-unit', number: value.text });
  // Basis points are exact: digits × 10000 over base × 10^places, and a remainder is a number finer than one of them.
  const denominator = base * 10 ** value.places;
  const numerator = value.digits * 10000;
  if (numerator > denominator * 10000) return refuse({ kind: 'above-whole', number: value.text });
  if (numerator === 0 || numerator % denominator !== 0) return refuse({ kind: 'too-fine', number: value.text });
  return { kind: 'share', bp: numerator / denominator, bound, atLeast: 0 };
}

function whole(value: Written): number {
  if (value.places > 0 || value.digits < 1) return refuse({ kind: 'not-whole-number', number: value.text });
  return value.digits;
}

type Bare<R> = R extends Ratio ? Omit<R, 'drawsPerYear' | 'provisional'> : never;

function assembled(text: string, entries: readonly Entry[]): Bare<Ratio> {
  const heads = new Set(entries.flatMap(({ head }) => (head.kind === 'all' ? [] : [head.kind])));
  if (heads.size > 1) return refuse({ kind: 'mixture', text });
  if (heads.has('tiers')) return { kind: 'tiered', tiers: labelled(text, entries) };
  if (heads.has('levels')) {
    const levels = labelled(text, entries).map(({ label, share, stated }) =>
      stated === null ? { level: label, share } : refuse({ kind: 'mixture', text }),
    );
    return { kind: 'levels', levels };
  }
  if (heads.has('step')) return { kind: 'whole', share: steps(text, entries), stated: null };
  const [first, ...rest] = entries;
  if (first === undefined) return refuse({ kind: 'no-number', text });
  const alone: Stated = { share: first.share, stated: null };
  return { kind: 'whole', ...rest.reduce((sum, entry) => joined(text, sum, entry), alone) };
}

interface Stated {
  readonly share: Share;
  readonly stated: number | null;
}

/** What may follow a share for the same list: the number that it came to (20户), or the fewest (不少于1户). */
function joined(text: string, { share, stated }: Stated, { share: more }: Entry): Stated {
  if (share.kind === 'share' && more.kind === 'count') {
    if (more.bound === 'exactly' && stated === null) return { share, stated: more.n };
    if (more.bound === 'at-least' && share.atLeast === 0) return { share: { ...share, atLeast: more.n }, stated };
  }
  return refuse({ kind: 'mixture', text });
}

function labelled(text: string, entries: readonly Entry[]): readonly ({ readonly label: string } & Stated)[] {
  const found: ({ readonly label: string } & Stated)[] = [];
  let open = 0;
  for (const entry of entries) {
    if (entry.head.kind === 'tiers' || entry.head.kind === 'levels') {
      const again = entry.head.labels.find(
        (label, i, labels) => labels.indexOf(label) < i || found.some((each) => each.label === label),
      );
      if (again !== undefined) refuse({ kind: 'twice', label: again });
      open = entry.head.labels.length;
      found.push(...entry.head.labels.map((label) => ({ label, share: entry.share, stated: null })));
    } else {
      // Brackets speak of the one class before them; of several, or of none, nobody can say which is meant.
      const last = found.at(-1);
      if (last === undefined || open !== 1 || !entry.inBrackets) return refuse({ kind: 'mixture', text });
      found[found.length - 1] = { label: last.label, ...joined(text, last, entry) };
    }
  }
  return found;
}

function steps(text: string, entries: readonly Entry[]): Share {
  let upTo = 0;
  const rising = entries.map(({ head, share }, i) => {
    if (head.kind !== 'step') return refuse({ kind: 'mixture', text });
    const last = head.upTo === null;
    if (last !== (i === entries.length - 1)) return refuse({ kind: 'steps-gap', upTo });
    if (last ? head.from !== upTo + 1 : (head.upTo ?? 0) <= upTo) return refuse({ kind: 'steps-gap', upTo });
    upTo = head.upTo ?? upTo;
    return { upTo: head.upTo, share };
  });
  return { kind: 'steps', steps: rising };
}
