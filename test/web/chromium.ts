/** A real Chromium, where the machine has one; tests that need it are skipped in words where it has none. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Browser, chromium } from 'playwright-core';
import type { Deps } from '../../bot/deps.ts';
import { createApp } from '../../bot/web/app.ts';
import { bundled } from '../../bot/web/bundle.ts';
import type { Assets } from '../../bot/web/frame.ts';

const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((each) =>
  existsSync(each),
);

export const hasChromium = path !== undefined;
export const withoutChromium = hasChromium ? '' : '（本机没有 Chromium，未运行）';

export const launched = (): Promise<Browser> => chromium.launch({ executablePath: path ?? '', args: ['--no-sandbox'] });

let running: Promise<Browser> | null = null;
/** One for all files that a worker runs, each with a context of its own; it ends with the worker. */
export function theBrowser(): Promise<Browser> {
  running ??= launched().then((browser) => {
    browser.once('disconnected', () => {
      running = null;
    });
    return browser;
  });
  return running;
}

let made: Promise<Assets> | null = null;

/** Serves the pages on a free port of this machine. @param programs false for pages that need none in the browser: making them takes its time */
export async function served(
  deps: Deps,
  programs = true,
): Promise<{ readonly url: string; readonly close: () => void }> {
  if (programs) made ??= bundled();
  const assets = programs ? await made : null;
  const withPrograms = assets === null ? {} : { assets };
  // The site's address is known only once a port is had.
  let app = createApp({ ...deps, ...withPrograms });
  const server = serve({ fetch: (request) => app.fetch(request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  app = createApp({ ...deps, site: url, ...withPrograms });
  return { url, close: () => server.close() };
}
