/**
 * How often somebody may ask, as a bucket that fills again with time. Kept in the memory of the process: at the desk there is one, at the
 * edge each isolate counts for itself, with the platform's counters behind it (`edge/counters.ts`).
 */
export interface Rate {
  /** Requests at once. */
  readonly burst: number;
  /** Requests a second that it fills again by. */
  readonly perSecond: number;
}

export interface Limiter {
  /** Counts a request. @returns seconds to wait, 0 where it may go on */
  readonly waitFor: (who: string) => number | Promise<number>;
}

/** More than an office has people and addresses; whoever sends more different names than this pushes out the oldest. */
const namesMost = 10_000;

/** @param realNow in ms; the desk's own clock may stand still */
export function limiter({ burst, perSecond }: Rate, realNow: () => number = Date.now): Limiter {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return {
    waitFor: (who) => {
      const at = realNow();
      const before = buckets.get(who) ?? { left: burst, at };
      const left = Math.min(burst, before.left + ((at - before.at) / 1000) * perSecond);
      const allowed = left >= 1;
      // Last in the order of insertion is last asked.
      buckets.delete(who);
      buckets.set(who, { left: allowed ? left - 1 : left, at });
      const [oldest] = buckets.keys();
      if (buckets.size > namesMost && oldest !== undefined) buckets.delete(oldest);
      return allowed ? 0 : Math.ceil((1 - left) / perSecond);
    },
  };
}

export interface Limits {
  readonly token: Limiter;
  readonly address: Limiter;
}

/** A workbook of 20,000 rows is forty requests, one after the other; a building may sit behind one address. */
export const apiRates = {
  token: { burst: 60, perSecond: 5 },
  address: { burst: 300, perSecond: 25 },
} as const satisfies Record<keyof Limits, Rate>;

/** @param realNow in ms */
export const usualLimits = (realNow: () => number = Date.now): Limits => ({
  token: limiter(apiRates.token, realNow),
  address: limiter(apiRates.address, realNow),
});
