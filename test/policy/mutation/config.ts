import { defineConfig } from 'vitest/config';
import { targets } from './targets.ts';

const root = new URL('../../..', import.meta.url).pathname;

export default defineConfig({
  test: {
    root,
    include: [...new Set(targets.flatMap(({ tests }) => tests))],
    env: { TZ: 'Asia/Shanghai' },
    runner: `${root}test/policy/mutation/runner.ts`,
    maxWorkers: 2,
    testTimeout: 240_000,
  },
});
