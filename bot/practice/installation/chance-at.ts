/**
 * Chance of a rehearsed year: it follows from a seed, from the process that asks and from the instant of the county's clock, and begins
 * anew with each instant. So it is the same wherever the year is run, in one process or in several that do not know of each other.
 */
import { type Chance, chance } from '../sample/chance.ts';

/** The processes of an installation that need chance. */
export type Where = 'server' | 'command-line';

/** Bytes for somebody who asks at an instant. */
export type BytesAt = (instant: string, count: number) => Uint8Array;

export function chanceAt(seed: string, where: Where): BytesAt {
  let begun: { readonly instant: string; readonly stream: Chance } | null = null;
  return (instant, count) => {
    if (begun?.instant !== instant) begun = { instant, stream: chance(seed, `bytes/${where}/${instant}`) };
    const { stream } = begun;
    return Uint8Array.from({ length: count }, () => stream.below(256));
  };
}
