/**
 * Time as it is measured here: processor time of the process (all its threads), which other work on the machine disturbs least and
 * from which ratios are made, and beside it what the clock on the wall says, waits for the disk included.
 */

export interface Time {
  /** Processor time, user and system, ms. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Starts now; the function given back says what has passed. */
export function clock(): () => Time {
  const began = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { cpuMs: (user + system) / 1000, wallMs: performance.now() - began };
  };
}

export async function timed(part: () => unknown | Promise<unknown>): Promise<Time> {
  const stop = clock();
  await part();
  return stop();
}
