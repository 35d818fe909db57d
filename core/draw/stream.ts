/**
 * Streams of numbers from the seed (README §5). The only file that knows seedrandom. The package turns many different seeds
 * into one key (upper case, Chinese characters, a text and its double), so that nothing but 64 lowercase hexadecimal digits
 * goes in, and no option is ever used. ARC4 serves here as a public expansion of a public seed and not as a cipher: nobody
 * gains by predicting it once the seed is known, and the choice of the seed is SHA-256's.
 */
import seedrandom from 'seedrandom';
import { type Digest, digest } from '../digest.ts';
import { tag } from './protocol.ts';

export interface Stream {
  /** A whole number from 0 below 2^53. */
  ticket(): number;
  /** A whole number from 0 below n, each equally likely. @throws RangeError unless n is 1 to 2^32. */
  below(n: number): number;
}

const TWO_32 = 2 ** 32;
const TWO_21 = 2 ** 21;

/**
 * The stream of a name under a seed.
 * @throws TypeError unless the seed is 64 lowercase hexadecimal digits.
 */
export function streamOf(seed: Digest, name: string): Stream {
  const next = generator(seed, name);
  return {
    ticket: () => next() * TWO_21 + (next() >>> 11),
    below(n) {
      if (!Number.isInteger(n) || n < 1 || n > TWO_32) throw new RangeError(`below: ${n}`);
      const limit = TWO_32 - (TWO_32 % n);
      let u = next();
      while (u >= limit) u = next();
      return u % n;
    },
  };
}

/** One ticket for each of `rows` rows, in order. 53 bits: among a million rows a tie is not to be expected (32 bits gave 116). */
export function ticketsOf(seed: Digest, rows: number): Float64Array {
  const next = generator(seed, 'tickets');
  const tickets = new Float64Array(rows);
  for (let row = 0; row < rows; row++) tickets[row] = next() * TWO_21 + (next() >>> 11);
  return tickets;
}

/** Numbers u, 0 ≤ u < 2^32. */
function generator(seed: Digest, name: string): () => number {
  if (!/^[0-9a-f]{64}$/.test(seed)) throw new TypeError('stream: a seed is 64 lowercase hexadecimal digits');
  const arc4 = seedrandom(digest(tag('stream'), seed, name));
  return () => arc4.int32() >>> 0;
}
