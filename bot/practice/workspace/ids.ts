/**
 * Names that the workspace gives to what it makes: views, files, conversations. As Slack's they tell nothing; a rehearsed year gives a
 * seed and gets the same ones each time, since the name of a form goes with what was sent by it into the ledger.
 */
import { createHmac, randomBytes } from 'node:crypto';

export interface Ids {
  /**
   * @param letter as Slack begins it: V a view, F a file, D a direct conversation
   * @param of what is counted by itself, where it does not come in the order of acts
   */
  readonly fresh: (letter: string, of?: string) => string;
  /** Of the state of a view. */
  readonly hash: () => string;
}

const idBytes = 5;
const hashBytes = 6;

export const randomIds: Ids = {
  fresh: (letter) => named(letter, randomBytes(idBytes).toString('hex')),
  hash: () => randomBytes(hashBytes).toString('hex'),
};

/** The same seed, the same names in the same order; each kind is counted by itself. */
export function seededIds(seed: string): Ids {
  const counts = new Map<string, number>();
  const next = (kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return createHmac('sha256', seed).update(`${kind}/${count}`).digest('hex');
  };
  return {
    fresh: (letter, of = '') => named(letter, next(`${letter}/${of}`).slice(0, idBytes * 2)),
    hash: () => next('hash').slice(0, hashBytes * 2),
  };
}

const named = (letter: string, hex: string): string => `${letter}${hex.toUpperCase()}`;
