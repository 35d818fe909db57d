import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // Programs that tests start find compiled what earlier ones read.
    env: { TZ: 'Asia/Shanghai', NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...inMemory() },
    testTimeout: 30_000,
    // Two hundred files read the same modules: once a worker is enough, since no module keeps anything and every test has its own desk.
    isolate: false,
    // Half of the time goes to browsers and processes that are waited for: as many workers as the smallest machine has cores.
    maxWorkers: 2,
  },
});

/**
 * Where the machine lends memory as a folder, the desks of tests lie in it: every commit waits until the disk has it, and here the disk is
 * what takes no time. Whatever a process that is killed leaves in a file, it leaves there too.
 */
function inMemory(): { readonly TMPDIR?: string } {
  const memory = '/dev/shm';
  // Containers often have 64 MB of it, which is too little.
  if (!existsSync(memory) || room(memory) < 2 ** 31) return {};
  const folder = mkdtempSync(join(memory, 'mingchou-tests-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { TMPDIR: folder };
}

function room(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
