/** The command line within this process: hundreds of processes of a second each would be the longest part of a year. */
import { run } from '../../cli/program.ts';
import type { Desk } from '../../desk/desk.ts';

export interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** @param desk the county's, which stays open after the command */
export async function commandLine(desk: Desk, args: readonly string[]): Promise<Printed> {
  const printed = { 1: [] as string[], 2: [] as string[] };
  let exit = 0;
  await run(args, {
    print: (stream, text) => void printed[stream].push(text),
    isWatched: false,
    env: {},
    openDesk: async () => ({ ...desk, close: () => {} }),
    end: (code) => {
      exit = code;
    },
  });
  return { exit, out: printed[1].join('\n'), err: printed[2].join('\n') };
}
