import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 30_000,
    // Two hundred files read the same modules: once a worker is enough, since no module keeps anything and every test has its own desk.
    isolate: false,
    // Half of the time goes to browsers and processes that are waited for: as many workers as the smallest machine has cores.
    maxWorkers: 2,
  },
});
