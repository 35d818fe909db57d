/**
 * One piece of work in a process of its own, so that its memory can be measured and no other piece has warmed it up:
 * `node job.ts <name> <arguments as JSON>` prints one line of JSON. The time is that of the work alone, without starting Node and
 * loading modules; the memory is the whole process's peak, Node itself included; `idle` tells how much that is.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Time } from './clock.ts';

export type Facts = Readonly<Record<string, number | string>>;

/** What a job answers. */
export interface Done {
  readonly time: Time;
  readonly facts: Facts;
  /** Peak memory up to the end of what was timed, MB, where something else follows. */
  readonly peakMb?: number;
}

export interface Measured extends Done {
  /** Peak resident memory, MB. */
  readonly peakMb: number;
}

const jobs = {
  'sqlite-random': async () => (await import('./jobs/sqlite.ts')).orderByRandom,
  'sqlite-insert': async () => (await import('./jobs/sqlite.ts')).insertPrepared,
  'packed-read': async () => (await import('./jobs/packed-read.ts')).packedRead,
  build: async () => (await import('./jobs/build.ts')).build,
  load: async () => (await import('./jobs/load.ts')).loadList,
  freeze: async () => (await import('./jobs/ceremony.ts')).freezeRun,
  seal: async () => (await import('./jobs/ceremony.ts')).sealRun,
  open: async () => (await import('./jobs/ceremony.ts')).openRun,
  draw: async () => (await import('./jobs/ceremony.ts')).drawRun,
  idle: async () => (await import('./jobs/ceremony.ts')).idleRun,
  verify: async () => (await import('./jobs/verify.ts')).verifyRun,
  import: async () => (await import('./jobs/import.ts')).importRun,
  'bare-read': async () => (await import('./jobs/import.ts')).bareRead,
  'result-list': async () => (await import('./jobs/result-list.ts')).resultList,
} satisfies Record<string, () => Promise<(given: Record<string, string>) => Promise<Done>>>;
export type JobName = keyof typeof jobs;

/** Runs a job and waits for it. @throws Error with what it wrote where it fails */
export const runJob = (name: JobName, given: Readonly<Record<string, string>>): Measured =>
  runScript(fileURLToPath(import.meta.url), [name, JSON.stringify(given)]);

/** Runs a script of its own that answers as a job does. */
export function runScript(script: string, args: readonly string[]): Measured {
  const run = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (run.status !== 0) throw new Error(`${args[0]}: ${run.stderr || run.error?.message}`);
  const measured: Measured = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
  return measured;
}

async function main(name: string | undefined, given: string | undefined): Promise<void> {
  const found = (Object.keys(jobs) as JobName[]).find((each) => each === name);
  if (found === undefined) throw new Error(`no job ${name}`);
  const work = await jobs[found]();
  const parsed: Record<string, string> = JSON.parse(given ?? '{}');
  const done = await work(parsed);
  console.log(JSON.stringify({ peakMb: process.resourceUsage().maxRSS / 1024, ...done }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2], process.argv[3]);
