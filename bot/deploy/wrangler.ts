/** Cloudflare's own tool as the deployment uses it. Secrets go to it by its standard input only: arguments can be read by everybody on a machine. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Wrangler {
  /** Does something, and shows what is written meanwhile. */
  run(args: readonly string[], input?: string): Promise<Ended>;
  /** Asks something: the answer is for this program alone, and is not waited for longer than a minute. */
  ask(args: readonly string[]): Promise<Ended>;
}

export interface Ended {
  readonly code: number;
  /** What it wrote. */
  readonly output: string;
}

const answerMsUsual = 60_000;

const root = fileURLToPath(new URL('../../', import.meta.url));
const installed = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin', 'wrangler.js');

/**
 * @param account settings of the account, from the file of settings
 * @param show what it writes for people, as it writes it
 * @param program the one that is installed with the project, unless told otherwise
 */
export function ownWrangler(
  account: Readonly<Record<string, string>>,
  show: (text: string) => void,
  { program = installed(), answerMs = answerMsUsual } = {},
): Wrangler {
  const ended = (args: readonly string[], input: string, toldApart: boolean): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const timeout = toldApart ? answerMs : undefined;
      const child = spawn(process.execPath, [program, ...args], { cwd: root, env: environment(account), timeout });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8');
        stream.on('data', (text: string) => {
          output += text;
          if (stream === child.stderr || !toldApart) show(text);
        });
      }
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? 1, output }));
      // It may end without having read: what it says then is its exit code's to tell.
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  return {
    run: (args, input = '') => ended(args, input, false),
    ask: (args) => ended(args, '', true),
  };
}

/** Our own settings are none of its business: what it needs of them it is given one by one. */
function environment(account: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('MINGCHOU_'));
  return { WRANGLER_SEND_METRICS: 'false', ...account, ...Object.fromEntries(own) };
}
