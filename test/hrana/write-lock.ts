/** Who writes, writes alone; the others wait in the order in which they came, for so long and no longer. */

export interface WriteLock {
  /** Resolves to what gives the lock back, or to null where it was not had in time. */
  acquire(patienceMs: number): Promise<(() => void) | null>;
  /** Whether somebody waits for it. */
  isWanted(): boolean;
}

export function writeLock(): WriteLock {
  let held = false;
  const waiting: (() => void)[] = [];
  const release = (): void => {
    held = false;
    waiting.shift()?.();
  };
  const once = (): (() => void) => {
    held = true;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      release();
    };
  };
  return {
    isWanted: () => waiting.length > 0,
    acquire: (patienceMs) =>
      new Promise((resolve) => {
        if (!held) return resolve(once());
        const take = (): void => {
          clearTimeout(late);
          resolve(once());
        };
        const late = setTimeout(() => {
          waiting.splice(waiting.indexOf(take), 1);
          resolve(null);
        }, patienceMs);
        waiting.push(take);
      }),
  };
}
