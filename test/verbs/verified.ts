/** One record verified by our own verifier and by the one in Python, which shares no line with it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { canonical } from '../../core/canonical.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import { verify } from '../../core/draw/verify.ts';
import type { PlannedDesk } from '../drawn-desk.ts';

const oracle = fileURLToPath(new URL('../oracle/verify.py', import.meta.url));

/** Whether this machine has the Python that the oracle is written for. */
export const hasPython =
  spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'], { encoding: 'utf8' }).status === 0;

export function expectVerified(record: DrawRecord): void {
  const fromFile: unknown = JSON.parse(canonical(record));
  const verdict = verify(fromFile);
  expect(verdict.ok ? 'ok' : `${verdict.step}: ${verdict.at} ${verdict.expected} ${verdict.found}`).toBe('ok');
}

export function expectVerifiedInPython({ folder }: PlannedDesk, record: DrawRecord): void {
  const file = join(folder, `record-${record.digest.slice(0, 8)}-${record.events.length}.json`);
  writeFileSync(file, canonical(record));
  const run = spawnSync('python3', [oracle, file], { encoding: 'utf8' });
  expect(`${run.stdout}${run.stderr}`.trim()).toBe('ok');
}
