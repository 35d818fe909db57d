import { defineConfig } from 'vitest/config';

/** The long ones: kills at any moment, whole years, χ². Run before a release; `npm test` stays short. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.trial.ts'],
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 600_000,
    fileParallelism: false,
  },
});
