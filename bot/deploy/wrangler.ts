/** Cloudflare's own tool as the deployment uses it. Secrets go to it by its standard input only: arguments can be read by everybody on a machine. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Wrangler {
  /** @returns its exit code and what it wrote */
  run(args: readonly string[], input?: string): Promise<{ readonly code: number; readonly output: string }>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The one that is installed with the project. @param account settings of the account, from the file of settings @param show what it writes for people, as it writes it */
export function ownWrangler(account: Readonly<Record<string, string>>, show: (text: string) => void): Wrangler {
  return {
    run: (args, input) =>
      new Promise((resolve, reject) => {
        const main = join(
          dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
          'bin',
          'wrangler.js',
        );
        const isForPrograms = args.includes('--json');
        const child = spawn(process.execPath, [main, ...args], { cwd: root, env: environment(account) });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding('utf8');
          stream.on('data', (text: string) => {
            output += text;
            if (stream === child.stderr || !isForPrograms) show(text);
          });
        }
        child.once('error', reject);
        child.once('close', (code) => resolve({ code: code ?? 1, output }));
        // It may end without having read: what it says then is its exit code's to tell.
        child.stdin.on('error', () => {});
        child.stdin.end(input ?? '');
      }),
  };
}

/** Our own settings are none of its business: what it needs of them it is given one by one. */
function environment(account: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('MINGCHOU_'));
  return { WRANGLER_SEND_METRICS: 'false', ...account, ...Object.fromEntries(own) };
}
