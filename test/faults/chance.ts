/**
 * Chance that can be taken back: who decides once more after a lost request draws the same numbers as the first time. So a year with faults
 * comes to the same draw as the year without, and whatever else differs is a fault of the product.
 */
import { type Chance, chance } from '../../bot/practice/sample/chance.ts';

interface Stream {
  readonly source: Chance;
  readonly drawn: number[];
  next: number;
}

export interface TakenBack {
  readonly bytes: (where: string, instant: string, count: number) => Uint8Array;
  /** Somebody begins to decide. */
  readonly mark: () => void;
  /** What has been drawn since then is drawn again. */
  readonly rewind: () => void;
}

export function takenBack(seed: string): TakenBack {
  // By length, so that a salt more or less shifts no secret.
  const streams = new Map<string, Stream>();
  let marked: ReadonlyMap<string, number> = new Map();
  return {
    bytes: (where, instant, count) => {
      const name = `bytes/${where}/${instant}/${count}`;
      const stream = streams.get(name) ?? { source: chance(seed, name), drawn: [], next: 0 };
      streams.set(name, stream);
      return Uint8Array.from({ length: count }, () => {
        const byte = stream.drawn[stream.next] ?? stream.source.below(256);
        stream.drawn[stream.next] = byte;
        stream.next += 1;
        return byte;
      });
    },
    mark: () => {
      marked = new Map([...streams].map(([name, { next }]) => [name, next]));
    },
    rewind: () => {
      for (const [name, stream] of streams) stream.next = Math.min(stream.next, marked.get(name) ?? 0);
    },
  };
}
