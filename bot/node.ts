#!/usr/bin/env node
/**
 * The desk's server: `node bot/node.ts`. Nothing but Node itself is imported before the compile cache is on: with it a second start takes
 * a fraction of the first.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./serve/desk-server.ts');
