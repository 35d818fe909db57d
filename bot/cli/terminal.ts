/**
 * What the command line stands on: where it writes, how it ends, and how it comes to a desk. A process has its own; the practice years run their
 * commands one after another in a process that has a desk open already.
 */
import { writeSync } from 'node:fs';
import { type Desk, type DeskOptions, openDesk } from '../desk/desk.ts';
import { codeOf } from '../desk/text-file.ts';

export interface Terminal {
  /** A line, or several, to 1 (what was asked for) or 2 (all else). */
  readonly print: (stream: 1 | 2, text: string) => void;
  /** Somebody sits before it and likes to see progress. */
  readonly isWatched: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly openDesk: (options: DeskOptions) => Promise<Desk>;
  /** The exit code so far: the last one counts. */
  readonly end: (code: number) => void;
}

export const ownTerminal: Terminal = {
  print: (stream, text) => writeWhole(stream, `${text}\n`),
  isWatched: process.stderr.isTTY === true,
  env: process.env,
  openDesk,
  end: (code) => {
    process.exitCode = code;
  },
};

/** Written at once, so that nothing is lost when the process ends; a reader that went away is no trouble of ours. */
function writeWhole(stream: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(stream, bytes, from);
    } catch (thrown) {
      if (codeOf(thrown) === 'EPIPE') return;
      if (codeOf(thrown) !== 'EAGAIN') throw thrown;
    }
  }
}
