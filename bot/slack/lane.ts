/**
 * One queue per channel. Slack takes about one post a second in a channel; when it asks for patience, that channel alone waits.
 */

export interface Lanes {
  /** Runs works of a channel one after the other; a posting one keeps its distance from the last. */
  run<T>(channel: string, kind: 'post' | 'other', work: () => Promise<T>): Promise<T>;
  pause(channel: string, ms: number): void;
  /** How long the channel still has to wait. */
  pausedMs(channel: string): number;
}

interface Lane {
  last: Promise<unknown>;
  posted: number;
  pausedUntil: number;
}

export function lanes(spacingMs: number, realNow: () => number): Lanes {
  const all = new Map<string, Lane>();
  const laneOf = (channel: string): Lane => {
    const lane = all.get(channel) ?? { last: Promise.resolve(), posted: 0, pausedUntil: 0 };
    all.set(channel, lane);
    return lane;
  };
  return {
    run(channel, kind, work) {
      const lane = laneOf(channel);
      const turn = lane.last.then(async () => {
        if (kind === 'post') {
          await sleep(lane.posted + spacingMs - realNow());
          lane.posted = realNow();
        }
        return work();
      });
      lane.last = turn.catch(() => {});
      return turn;
    },
    pause(channel, ms) {
      laneOf(channel).pausedUntil = realNow() + ms;
    },
    pausedMs: (channel) => Math.max(0, laneOf(channel).pausedUntil - realNow()),
  };
}

const sleep = (ms: number): Promise<void> =>
  ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
