/** What acts of a year cost at the edge: requests to the Worker and to the database between one line of the commentary and the next. */
import type { Counts } from './at-edge.ts';

export interface Act extends Counts {
  /** `09:01  县教育局联络员：点“截止”（群）`. */
  readonly line: string;
}

export interface ActsCounted {
  readonly watched: (line: string) => void;
  readonly acts: readonly Act[];
}

/** @param counts so far */
export function actsCounted(counts: () => Counts, pass: (line: string) => void): ActsCounted {
  const acts: Act[] = [];
  let before: Counts = { worker: 0, database: 0 };
  return {
    acts,
    watched: (line) => {
      pass(line);
      if (!/^\d\d:\d\d {2}/.test(line)) return;
      const { worker, database } = counts();
      acts.push({ line, worker: worker - before.worker, database: database - before.database });
      before = { worker, database };
    },
  };
}

/** Median and most, with the act that took the most. */
export function sumUp(acts: readonly Act[], of: 'worker' | 'database'): string {
  const sorted = acts.toSorted((a, b) => a[of] - b[of]);
  const most = sorted.at(-1);
  return `median ${sorted[Math.floor(sorted.length / 2)]?.[of] ?? 0}, most ${most?.[of] ?? 0} (${most?.line ?? ''})`;
}
