/** The program as a process of its own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../bot/cli/main.ts');

export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in a folder; `MINGCHOU_…` of the tester's own shell play no part, only those given here. */
export function runProgram(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MINGCHOU_')));
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      { cwd: folder, env: { ...env, ...settings } },
      (_, out, err) => resolve({ exit: child.exitCode ?? -1, out, err }),
    );
  });
}
