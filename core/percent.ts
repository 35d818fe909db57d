/**
 * A rate as it is read, on every page, post, paper and in every answer: one decimal, half up. What falls short of all is never shown as all:
 * 99.96 % reads 99.9%. Goals are held against the exact numbers, and not against this.
 */

/** Tenths of a percent. @param of more than 0 */
export function tenthsOf(n: number, of: number): number {
  const tenths = Math.floor((n * 2000 + of) / (of * 2));
  return n < of ? Math.min(tenths, 999) : tenths;
}

/** `66.7%`, `50%` */
export const percentOf = (n: number, of: number): string => `${tenthsOf(n, of) / 10}%`;
