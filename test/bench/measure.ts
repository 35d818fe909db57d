/**
 * Runs parts that belong together: run after run, each part once a run, so that a noisy moment meets them all, and the median of
 * each. Where the parts share this process a run before the first is thrown away, for the compiler's sake.
 */
import { type Time, timed } from './clock.ts';
import { median } from './figure.ts';
import { type JobName, type Measured, runJob } from './job.ts';

export interface Work {
  readonly time: Time;
  /** Peak memory of its process, MB. */
  readonly peakMb: number;
}

/** Medians over `runs` interleaved runs. */
export async function interleaved<K extends string>(
  runs: number,
  parts: Readonly<Record<K, (run: number) => Work | Promise<Work>>>,
  warmUp: boolean,
): Promise<(name: K) => Work> {
  const done = new Map<string, Work[]>();
  for (let run = warmUp ? -1 : 0; run < runs; run++) {
    for (const [name, part] of Object.entries<(run: number) => Work | Promise<Work>>(parts)) {
      const work = await part(run);
      if (run >= 0) done.set(name, [...(done.get(name) ?? []), work]);
    }
  }
  return (name) => {
    const works = done.get(name) ?? [];
    const of = (pick: (work: Work) => number): number => median(works.map(pick));
    return {
      time: { cpuMs: of(({ time }) => time.cpuMs), wallMs: of(({ time }) => time.wallMs) },
      peakMb: of(({ peakMb }) => peakMb),
    };
  };
}

/** A part that runs in this process; its memory is not told apart. */
export const here = (part: () => unknown) => async (): Promise<Work> => ({ time: await timed(part), peakMb: 0 });

/** A part that is a job in a process of its own. */
export const inJob =
  (name: JobName, given: (run: number) => Readonly<Record<string, string>>) =>
  (run: number): Measured =>
    runJob(name, given(run));
