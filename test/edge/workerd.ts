/**
 * The Worker in the real workerd of this machine: bundled as `wrangler.toml` says, reached by an address, its cron when it is asked for.
 * Each is a process of its own, so that several can write at once.
 */
import { resolve } from 'node:path';
import { createTestHarness, unstable_readConfig } from 'wrangler';

export interface Workerd {
  /** `http://127.0.0.1:4321`, without a slash at the end. */
  readonly url: string;
  /** The minute's trigger. @param at the time that the trigger is told */
  readonly minute: (at: Date) => Promise<void>;
  /** Everything that it said. */
  readonly logs: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface WorkerdOptions {
  /** The Worker's entry, from the root of the project: the office's own unless told otherwise. */
  readonly entry?: string;
  /** Settings and secrets. */
  readonly vars: Readonly<Record<string, string>>;
}

// Nothing is asked of a network, and nothing told to one.
process.env.WRANGLER_SEND_METRICS = 'false';
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';

const root = resolve(import.meta.dirname, '../..');
const everyMinute = '* * * * *';

/** @throws where it cannot be bundled or does not start */
export async function workerd({ entry, vars }: WorkerdOptions): Promise<Workerd> {
  const deployed = unstable_readConfig({ config: resolve(root, 'wrangler.toml') });
  const { name = 'mingchou', main, alias, compatibility_date, compatibility_flags, minify, build } = deployed;
  const { assets, kv_namespaces, ratelimits } = deployed;
  const harness = createTestHarness({
    root,
    workers: [
      {
        config: {
          ...{ name, alias, compatibility_flags, build, kv_namespaces, ratelimits, vars: { ...vars } },
          main: entry === undefined ? main : resolve(root, entry),
          ...(compatibility_date === undefined ? {} : { compatibility_date }),
          ...(minify === undefined ? {} : { minify }),
          ...(assets === undefined ? {} : { assets }),
        },
      },
    ],
  });
  const { url } = await harness.listen();
  const worker = harness.getWorker();
  return {
    url: url.origin,
    minute: async (at) => {
      const { outcome } = await worker.scheduled({ cron: everyMinute, scheduledTime: at });
      if (outcome !== 'ok') throw new Error(`the minute of ${at.toISOString()} ended in ${outcome}`);
    },
    logs: () => harness.getLogs().map(({ message }) => message),
    close: () => harness.close(),
  };
}
