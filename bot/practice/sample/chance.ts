/**
 * Chance for invented data: the same seed gives the same sample on every machine. The generator is the draw's own, under a
 * key of its own, so that a sample's seed can never be the seed of a draw.
 */
import { digest } from '../../../core/digest.ts';
import { streamOf } from '../../../core/draw/stream.ts';

export interface Chance {
  /** A whole number from 0 to n−1. */
  below(n: number): number;
  /** True `n` times in a thousand. */
  permille(n: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Each part of a sample has its own name, so that one part does not shift when another grows. */
export function chance(seed: string, name: string): Chance {
  const { below } = streamOf(digest('mingchou/sample', seed), name);
  return { below, permille: (n) => below(1000) < n, pick: (list) => at(list, below(list.length)) };
}

/** One of a list by weight; the running sums are made once, since a bench takes a million of them. */
export function weighted<T>(list: readonly T[], weightOf: (each: T) => number): (of: Chance) => T {
  const ends: number[] = [];
  let total = 0;
  for (const each of list) {
    total += weightOf(each);
    ends.push(total);
  }
  return (of) => {
    const mark = of.below(total);
    return at(
      list,
      ends.findIndex((end) => mark < end),
    );
  };
}

function at<T>(list: readonly T[], place: number): T {
  if (place < 0 || place >= list.length) throw new RangeError(`no place ${place} in a list of ${list.length}`);
  return list[place] as T;
}
