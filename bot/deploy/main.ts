#!/usr/bin/env node
/** `npm run deploy [-- --dry-run] [--lang en]`: from settings to a Worker that answers. Exit codes: 0 done, 1 stopped, 2 wrong call. */
import { parseArgs } from 'node:util';
import { toldSettings } from '../settings-file.ts';
import { deploy, NotBundled } from './deploy.ts';
import { ownWrangler } from './wrangler.ts';

async function main(): Promise<number> {
  const asked = options();
  if (asked === null) {
    console.error(
      '用法：npm run deploy -- [--dry-run] [--lang zh|en]\nUsage as above; --dry-run uploads and changes nothing.',
    );
    return 2;
  }
  const settings = toldSettings(process.env);
  if (!settings.ok) {
    console.error(`${settings.error.zh}\n${settings.error.en}`);
    return 2;
  }
  const told = settings.value;
  const lang = (asked.lang ?? told.env.MINGCHOU_LANG) === 'en' ? 'en' : 'zh';
  let isStopped = false;
  try {
    for await (const { kind, words } of deploy({
      told,
      isDryRun: asked['dry-run'] ?? false,
      wrangler: ownWrangler(accountIn(told.env), (text) => process.stderr.write(text)),
      nodeVersion: process.versions.node,
      nowMs: () => Date.now(),
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })) {
      isStopped ||= kind === 'stopped';
      console.log(kind === 'step' ? `\n${words[lang]}` : `  ${words[lang].replaceAll('\n', '\n  ')}`);
    }
  } catch (thrown) {
    if (!(thrown instanceof NotBundled)) throw thrown;
    console.error(
      lang === 'zh'
        ? '  打包没有成功，原因见上面 wrangler 的话。什么都没有改动。'
        : `  ${thrown.message}. Nothing was changed.`,
    );
    return 1;
  }
  return isStopped ? 1 : 0;
}

function options() {
  try {
    return parseArgs({ options: { 'dry-run': { type: 'boolean' }, lang: { type: 'string' } } }).values;
  } catch {
    return null;
  }
}

/** The account, and where the office's own copy of Office.js is, which the build takes along. */
const accountIn = (env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID', 'MINGCHOU_OFFICE_JS_DIR'].flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

// Last, when everything above is there.
process.exitCode = await main();
