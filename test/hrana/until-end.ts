/** A server for one test: gone when the test ends. */
import { onTestFinished } from 'vitest';
import type { Fault } from './faults.ts';
import { type HranaOptions, type HranaServer, serveHrana } from './server.ts';

export interface ServedDatabase extends HranaServer {
  /** Faults of the next requests that write, in order. */
  readonly atWrites: (...faults: readonly Fault[]) => void;
}

export async function servedUntilEnd(file: string, options: Omit<HranaOptions, 'file'> = {}): Promise<ServedDatabase> {
  const server = await serveHrana({ ...options, file });
  onTestFinished(() => server.close());
  return {
    ...server,
    atWrites: (...faults) => {
      for (const fault of faults) server.inject(fault, { when: ({ writes }) => writes });
    },
  };
}
