/** How long a piece of work kept everything else waiting: gaps between ticks that should come every few milliseconds. */

export interface Spell {
  readonly ms: number;
  /** Of that, what another program would have done in life. */
  readonly othersMs: number;
  /** The longest wait, without the other program's part. */
  readonly blockedMs: number;
  /** Highest heap at any tick, MB. */
  readonly heapMb: number;
}

const everyMs = 5;

/** @param others what another program has taken so far, ms @returns begins a spell; what it gives ends it */
export const spell = (others: () => number) => (): (() => Spell) => {
  const began = performance.now();
  const othersBefore = others();
  let [last, lastOthers, blockedMs, heap] = [began, othersBefore, 0, 0];
  const tick = () => {
    const [now, their] = [performance.now(), others()];
    blockedMs = Math.max(blockedMs, now - last - (their - lastOthers) - everyMs);
    heap = Math.max(heap, process.memoryUsage().heapUsed);
    [last, lastOthers] = [now, their];
  };
  const ticking = setInterval(tick, everyMs);
  return () => {
    clearInterval(ticking);
    tick();
    const othersMs = others() - othersBefore;
    return { ms: performance.now() - began, othersMs, blockedMs, heapMb: heap / 1_000_000 };
  };
};
