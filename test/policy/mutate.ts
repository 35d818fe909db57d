/**
 * `npm run mutate`: changes every cited value of every policy, one at a time, in a copy of the project that has no documents
 * beside it, and asks whether any test notices. A change that none notices is printed, and the run fails.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { execPath, stdout } from 'node:process';

const root = new URL('../..', import.meta.url).pathname;
const copy = join(mkdtempSync(join(tmpdir(), 'mingchou-mutate-')), 'project');
const out = join(copy, 'mutation-out');
const started = performance.now();

/** Runs the tests over every mutant in the copy; null when they do not pass as they stand. */
function noticedByMutant(): ReadonlyMap<string, boolean> | null {
  for (const part of ['core', 'bot', 'db', 'test', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

  const run = spawnSync(
    execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/policy/mutation/config.ts'],
    { cwd: copy, env: { ...process.env, MUTATION_OUT: out }, encoding: 'utf8' },
  );
  if (run.status !== 0) {
    stdout.write(`${run.stdout}\n${run.stderr}\n`);
    return null;
  }

  const noticed = new Map<string, boolean>();
  for (const file of readdirSync(out)) {
    const told: readonly { mutant: string; noticed: boolean }[] = JSON.parse(readFileSync(join(out, file), 'utf8'));
    for (const each of told) noticed.set(each.mutant, each.noticed || noticed.get(each.mutant) === true);
  }
  return noticed;
}

try {
  const noticed = noticedByMutant();
  const missed = [...(noticed ?? [])].filter(([, seen]) => !seen).map(([mutant]) => mutant);
  for (const mutant of missed) stdout.write(`not noticed: ${mutant}\n`);
  const seconds = Math.round((performance.now() - started) / 1000);
  if (noticed === null) stdout.write('The tests do not pass as they stand; nothing was learnt.\n');
  else stdout.write(`${noticed.size} changes, ${noticed.size - missed.length} noticed, ${seconds} s\n`);
  if (noticed === null || noticed.size === 0 || missed.length > 0) process.exitCode = 1;
} finally {
  rmSync(join(copy, '..'), { recursive: true, force: true });
}
