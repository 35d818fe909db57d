/**
 * Every test of a verb, run with a fault at every second write of facts: what it expects without faults, it finds with them. So the verbs that no
 * year of `faults.trial.ts` uses meet them, too. Kinds of fact that met none are named.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { factCatalogue } from '../../core/ledger/fact.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchou-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = join(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
/** At a server an erasure is not asked to clean the file: its keeper is told to. That test is of a file. */
const ofAnyDatabase = '^(?!.*takes a head and a cited ground)';

it('the verbs do the same over a line on which everything goes wrong', async () => {
  const met = join(folder, 'met.txt');
  const { exit, said } = await new Promise<{ exit: number; said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [
        vitest,
        'run',
        '--config',
        'test/vitest.config.ts',
        'test/verbs',
        'test/risk',
        'test/paper/official-issue',
        '-t',
        ofAnyDatabase,
      ],
      { cwd: root, env: { ...process.env, MINGCHOU_FAULTS: met }, maxBuffer: 64 * 1024 * 1024 },
      (_, out, err) => resolve({ exit: child.exitCode ?? -1, said: `${out}\n${err}` }),
    );
  });
  const pairs = new Set(readFileSync(met, 'utf8').trim().split('\n'));
  const kinds = new Set([...pairs].map((pair) => pair.split(' ')[0] ?? ''));
  console.log(`${kinds.size} kinds of fact, ${pairs.size} pairs of kind and fault`);
  console.log(
    `met none here: ${Object.keys(factCatalogue)
      .filter((kind) => !kinds.has(kind))
      .join(' ')}`,
  );
  expect([exit, exit === 0 ? '' : said.slice(-4000)]).toEqual([0, '']);
  expect(pairs.size).toBeGreaterThan(200);
}, 1_800_000);
