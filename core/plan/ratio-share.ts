/**
 * One share inside a ratio cell: a bound, a number with its part or unit, or two of them as a range. Numbers become whole
 * basis points or whole subjects, or are refused.
 */
import { err, ok, type Result } from '../result.ts';
import type { Share } from './ratio.ts';
import type { Bound, Token, Written } from './ratio-lexer.ts';
import type { RatioRefusal } from './ratio-refusal.ts';

/** What was read, and how many tokens it took. */
export interface Read<T> {
  readonly value: T;
  readonly length: number;
}

/** `[不低于] 3% [- 5%]`, 20户, 全覆盖, 不纳入抽查. `bareIsCount`: a number alone counts subjects. */
export function shareAt(
  text: string,
  tokens: readonly Token[],
  start: number,
  bareIsCount: boolean,
): Result<Read<Share>, RatioRefusal> {
  let at = start;
  while (tokens[at]?.kind === 'separator') at += 1;
  const first = tokens[at];
  if (first?.kind === 'spared') return ok({ value: { kind: 'spared' }, length: at + 1 - start });
  if (first?.kind === 'all')
    return ok({ value: { kind: 'share', bp: 10000, bound: 'exactly', atLeast: 0 }, length: at + 1 - start });
  const bound: Bound = first?.kind === 'bound' ? first.bound : 'exactly';
  if (first?.kind === 'bound') at += 1;
  const from = quantityAt(tokens, at);
  if (from === null) return err({ kind: 'mixture', text });
  at += from.length;
  if (tokens[at]?.kind !== 'to') {
    const share = measured(from, bound, bareIsCount);
    return share.ok ? ok({ value: share.value, length: at - start }) : share;
  }
  const to = quantityAt(tokens, at + 1);
  if (to === null || bound !== 'exactly') return err({ kind: 'mixture', text });
  const range = rangeOf(from, to, bareIsCount);
  return range.ok ? ok({ value: range.value, length: at + 1 + to.length - start }) : range;
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

function rangeOf(from: Quantity, to: Quantity, bareIsCount: boolean): Result<Share, RatioRefusal> {
  // 10-20%: the unit stands once, after the second number.
  const first = measured({ ...from, base: from.base ?? to.base }, 'exactly', bareIsCount);
  if (!first.ok) return first;
  const second = measured(to, 'exactly', bareIsCount);
  if (!second.ok) return second;
  const size = (share: Share) => (share.kind === 'share' ? share.bp : share.kind === 'count' ? share.n : 0);
  if (first.value.kind !== second.value.kind || size(first.value) >= size(second.value))
    return err({ kind: 'reversed-range', from: from.value.text, to: to.value.text });
  return ok({ kind: 'range', from: first.value, to: second.value });
}

function measured({ value, base }: Quantity, bound: Bound, bareIsCount: boolean): Result<Share, RatioRefusal> {
  if (base === 0 || (base === null && bareIsCount)) {
    const n = wholeOf(value);
    return n.ok ? ok({ kind: 'count', n: n.value, bound }) : n;
  }
  if (base === null) return err({ kind: 'no-unit', number: value.text });
  // Basis points are exact: digits × 10000 over base × 10^places, and a remainder is a number finer than one of them.
  const denominator = base * 10 ** value.places;
  const numerator = value.digits * 10000;
  if (numerator > denominator * 10000) return err({ kind: 'above-whole', number: value.text });
  if (numerator === 0 || numerator % denominator !== 0) return err({ kind: 'too-fine', number: value.text });
  return ok({ kind: 'share', bp: numerator / denominator, bound, atLeast: 0 });
}

/** A whole number of at least one. */
export const wholeOf = (value: Written): Result<number, RatioRefusal> =>
  value.places > 0 || value.digits < 1 ? err({ kind: 'not-whole-number', number: value.text }) : ok(value.digits);
