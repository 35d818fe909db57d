#!/usr/bin/env node
/**
 * The desk's server: `node bot/node.ts`. Nothing but Node itself is imported before the compile cache is on: with it a second start takes
 * a fraction of the first.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { takeSettings } = await import('./settings-file.ts');
const wrong = takeSettings();
if (wrong === null) await import('./serve/desk-server.ts');
else {
  console.error(`${wrong.zh}\n${wrong.en}`);
  process.exitCode = 2;
}
