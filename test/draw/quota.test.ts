import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle, sizeOf, splitTotal } from '../../core/plan/quota.ts';
import type { Share } from '../../core/plan/ratio.ts';

const share = (bp: number, bound: 'exactly' | 'at-least' | 'at-most' = 'exactly', atLeast = 0): Share => ({
  kind: 'share',
  bp,
  bound,
  atLeast,
});

describe('how many of a list are drawn', () => {
  it.each([
    { bp: 90, N: 1500, bound: 'exactly', drawn: 14 }, // 13.5, which Math.round(0.009 * 1500) makes 13
    { bp: 350, N: 200, bound: 'exactly', drawn: 7 },
    { bp: 350, N: 200, bound: 'at-least', drawn: 7 }, // Math.ceil(0.035 * 200) makes 8
    { bp: 350, N: 201, bound: 'at-least', drawn: 8 },
    { bp: 350, N: 201, bound: 'at-most', drawn: 7 },
    { bp: 350, N: 214, bound: 'exactly', drawn: 7 }, // 7.49
    { bp: 10_000, N: 9_999_999, bound: 'exactly', drawn: 9_999_999 },
    { bp: 1, N: 10_000_000, bound: 'exactly', drawn: 1000 },
    { bp: 0, N: 100, bound: 'at-least', drawn: 0 },
  ] as const)('draws $drawn of $N at $bp basis points, $bound', ({ bp, N, bound, drawn }) => {
    expect(sizeOf(share(bp, bound), N)).toBe(drawn);
  });

  it('draws at least the stated number, whatever the share', () => {
    expect(sizeOf(share(100, 'at-most', 3), 20)).toBe(3);
  });

  it('draws nobody from an empty list, even where a number is stated', () => {
    expect(sizeOf({ kind: 'count', n: 5, bound: 'exactly' }, 0)).toBe(0);
    expect(sizeOf(share(100, 'exactly', 3), 0)).toBe(0);
  });

  it('10所及以下不少于2所；超过10所不低于50%: two of ten, six of eleven', () => {
    const steps: Share = {
      kind: 'steps',
      steps: [
        { upTo: 10, share: { kind: 'count', n: 2, bound: 'at-least' } },
        { upTo: null, share: share(5000, 'at-least') },
      ],
    };
    expect([sizeOf(steps, 10), sizeOf(steps, 11)]).toEqual([2, 6]);
  });

  it('a range cannot be drawn before the plan has settled on a number', () => {
    const range: Share = { kind: 'range', from: share(1000), to: share(2000) };
    expect(() => sizeOf(range, 100)).toThrow(RangeError);
    expect(settle(range)).toEqual({ ok: false, error: { kind: 'range-not-settled', range } });
    expect(settle({ kind: 'steps', steps: [{ upTo: null, share: range }] }).ok).toBe(false);
  });

  it('a size is the exact share rounded: half up, up, or down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000_000 }), (bp, N) => {
        const exact = BigInt(bp) * BigInt(N);
        expect(BigInt(sizeOf(share(bp, 'exactly'), N))).toBe((exact + 5000n) / 10_000n);
        expect(BigInt(sizeOf(share(bp, 'at-least'), N))).toBe((exact + 9999n) / 10_000n);
        expect(BigInt(sizeOf(share(bp, 'at-most'), N))).toBe(exact / 10_000n);
      }),
    );
  });
});

describe('a stated total over tiers', () => {
  it.each([
    { total: 10, sizes: [50, 30, 20], parts: [5, 3, 2] },
    { total: 1, sizes: [5, 5], parts: [1, 0] }, // equal remainders: the earlier tier
    { total: 2, sizes: [1, 1, 1], parts: [1, 1, 0] },
    { total: 7, sizes: [10, 0, 4], parts: [5, 0, 2] },
    { total: 99, sizes: [3, 4], parts: [3, 4] }, // more than there are
    { total: 5, sizes: [0, 0], parts: [0, 0] },
  ])('splits $total over $sizes as $parts', ({ total, sizes, parts }) => {
    expect(splitTotal(total, sizes)).toEqual(parts);
  });

  it('sums to the total, is within one of the exact share, and gives nothing to an empty tier', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), sizes, (total, N) => {
        const sum = N.reduce((a, b) => a + b, 0);
        const T = Math.min(total, sum);
        const parts = splitTotal(total, N);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(T);
        for (const [i, part] of parts.entries()) {
          const scaled = BigInt(T) * BigInt(N[i] ?? 0);
          expect(BigInt(part) * BigInt(sum) > scaled - BigInt(sum) || sum === 0).toBe(true);
          expect(BigInt(part) * BigInt(sum) < scaled + BigInt(sum) || sum === 0).toBe(true);
          expect(part <= (N[i] ?? 0)).toBe(true);
        }
      }),
    );
  });
});
