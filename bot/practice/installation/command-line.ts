/** The command line within this process: hundreds of processes of a second each would be the longest part of a year. */
import type { Head } from '../../../core/ledger/chain.ts';
import { readHead } from '../../../db/ledger.ts';
import { pending } from '../../../db/outbox.ts';
import { run } from '../../cli/program.ts';
import type { Desk } from '../../desk/desk.ts';

export interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** What whoever gives commands does and sees. */
export interface Commanded {
  /** `mingchou …` */
  readonly mingchou: (args: readonly string[]) => Promise<Printed>;
  /** Whether something is due to be delivered. */
  readonly waits: () => Promise<boolean>;
  /** Where the ledger stands. */
  readonly head: () => Promise<Head>;
}

/** @param desk the county's, which stays open after each command */
export const commanded = (desk: Desk): Commanded => ({
  mingchou: (args) => commandLine(desk, args),
  waits: async () => (await pending(desk.db, desk.now(), 1)).length > 0,
  head: () => readHead(desk.db),
});

async function commandLine(desk: Desk, args: readonly string[]): Promise<Printed> {
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
