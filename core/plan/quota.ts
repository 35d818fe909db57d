/**
 * Shares and totals into whole subjects, in whole numbers only, so that every language computes the same sizes.
 * `Math.round(ratio * N)` does not: 0.9 % of 1500 is 13.5 and comes out as 13. The rule is the draw protocol's §6.2
 * (core/draw/README.md); a verifier in another language follows the same lines.
 */
import { err, never, ok, type Result } from '../result.ts';
import type { BasisPoints, Share } from './ratio.ts';

/** A share that says one size for each N: what a manifest holds. A stated number has lost its bound, a range is settled. */
export type SettledShare =
  | { readonly kind: 'spared' }
  | { readonly kind: 'count'; readonly n: number }
  | {
      readonly kind: 'share';
      readonly bp: BasisPoints;
      readonly bound: 'exactly' | 'at-least' | 'at-most';
      readonly atLeast: number;
    }
  | {
      readonly kind: 'steps';
      readonly steps: readonly { readonly upTo: number | null; readonly share: SettledShare }[];
    };

/** The plan's share as the manifest holds it; a range is refused, since a plan must settle on a number before it is drawn. */
export function settle(
  share: Share,
): Result<SettledShare, { readonly kind: 'range-not-settled'; readonly range: Share }> {
  switch (share.kind) {
    case 'spared':
    case 'share':
      return ok(share);
    case 'count':
      return ok({ kind: 'count', n: share.n });
    case 'steps': {
      const steps: { upTo: number | null; share: SettledShare }[] = [];
      for (const step of share.steps) {
        const settled = settle(step.share);
        if (!settled.ok) return settled;
        steps.push({ upTo: step.upTo, share: settled.value });
      }
      return ok({ kind: 'steps', steps });
    }
    case 'range':
      return err({ kind: 'range-not-settled', range: share });
    default:
      return never(share);
  }
}

/** Exact up to here: 2 · 10000 · N and T · N stay far below 2^53. */
const LARGEST = 10_000_000;

/**
 * How many of N subjects a share asks for; may exceed N (至少 n 户, a stated number), the draw cuts it to what is there.
 * @throws RangeError for a `range`: a plan must have settled on a number before it can be drawn. N is 0 to 10,000,000.
 */
export function sizeOf(share: Share | SettledShare, N: number): number {
  assertCount(N);
  if (N === 0) return 0;
  switch (share.kind) {
    case 'spared':
      return 0;
    case 'count':
      return share.n;
    case 'share':
      return Math.max(rounded(share.bp * N, share.bound), share.atLeast);
    case 'steps': {
      const step = share.steps.find((each) => each.upTo === null || N <= each.upTo);
      if (step === undefined) throw new RangeError(`sizeOf: no step for a list of ${N}`);
      return sizeOf(step.share, N);
    }
    case 'range':
      throw new RangeError('sizeOf: a range is not settled');
    default:
      return never(share);
  }
}

/** Basis points times N into subjects: half up, up, or down. */
function rounded(product: number, bound: 'exactly' | 'at-least' | 'at-most'): number {
  switch (bound) {
    case 'exactly':
      return whole(2 * product + 10_000, 20_000);
    case 'at-least':
      return whole(product + 9_999, 10_000);
    case 'at-most':
      return whole(product, 10_000);
    default:
      return never(bound);
  }
}

/** Without a floating quotient, whose rounding could cross a whole number. */
const whole = (a: number, b: number): number => (a - (a % b)) / b;

/**
 * A stated total over tiers of the given sizes by largest remainder: each gets ⌊T·N / ΣN⌋, the rest one each to the largest
 * remainders, ties to the earlier tier. A total above ΣN is cut to it. The parts sum to the total; each is within one of
 * its exact share; an empty tier gets none.
 */
export function splitTotal(total: number, sizes: readonly number[]): number[] {
  sizes.forEach(assertCount);
  const sum = sizes.reduce((a, b) => a + b, 0);
  assertCount(sum);
  const T = Math.min(total, sum);
  if (T === 0) return sizes.map(() => 0);
  const parts = sizes.map((N) => whole(T * N, sum));
  const left = T - parts.reduce((a, b) => a + b, 0);
  const byRemainder = sizes.map((N, i) => ({ i, rest: (T * N) % sum })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}

function assertCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0 || n > LARGEST) throw new RangeError(`quota: ${n} subjects`);
}
