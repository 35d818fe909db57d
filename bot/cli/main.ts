#!/usr/bin/env node
/**
 * 明抽 at the command line: `npx mingchou --help`. Nothing but Node itself is imported before the compile cache is on, since
 * reading two hundred modules takes longer than most commands.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { takeSettings } = await import('../settings-file.ts');
const wrong = takeSettings();
if (wrong === null) {
  const { run } = await import('./program.ts');
  await run(process.argv.slice(2));
} else {
  console.error(`${wrong.zh}\n${wrong.en}`);
  process.exitCode = 2;
}
