/** The platform's counters behind ours, and the folder of static files. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeFolder } from '../../bot/edge/assets/folder.ts';
import { headersFile } from '../../bot/edge/assets/headers.ts';
import { type Counter, limitsAt, publicLimitsAt } from '../../bot/edge/counters.ts';
import { apiRates } from '../../bot/web/api/rate.ts';
import { publicRates } from '../../bot/web/public/limits.ts';

const settings = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8');

it('each counter of the platform allows in a minute what its bucket allows, and never less', () => {
  const set = Object.fromEntries(
    [...settings.matchAll(/name = "(LIMIT_\w+)"\n.*\nsimple = \{ limit = (\d+), period = 60 \}/g)].map(
      ([, name, most]) => [name, Number(most)],
    ),
  );
  const inAMinute = ({ burst, perSecond }: { readonly burst: number; readonly perSecond: number }) =>
    Math.ceil(burst + 60 * perSecond);
  expect(set).toEqual({
    LIMIT_TOKEN: inAMinute(apiRates.token),
    LIMIT_ADDRESS: inAMinute(apiRates.address),
    LIMIT_SENDING: inAMinute(publicRates.sending),
    LIMIT_LOOKING: inAMinute(publicRates.looking),
    LIMIT_TICKETS: inAMinute(publicRates.tickets),
    LIMIT_ALL_TICKETS: inAMinute(publicRates.allTickets),
  });
});

it('a counter is told no token and no address, and one that is out of order stops nobody', async () => {
  const keys: string[] = [];
  const refusing: Counter = {
    limit: async ({ key }) => {
      keys.push(key);
      return { success: false };
    },
  };
  const broken: Counter = { limit: () => Promise.reject(new Error('unavailable')) };
  expect(await limitsAt({ LIMIT_TOKEN: refusing }).token.waitFor('a-secret-token')).toBeGreaterThan(0);
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(await publicLimitsAt({ LIMIT_TICKETS: broken }).tickets.waitFor('192.0.2.7')).toBe(0);
  expect(await limitsAt({}).address.waitFor('192.0.2.7')).toBe(0);
});

it('a folder holds what was built and nothing older; what did not change is not written again', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'mingchou-folder-')), 'edge');
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
  mkdirSync(join(folder, 'addin'), { recursive: true });
  writeFileSync(join(folder, 'addin', 'old.js'), 'old');
  writeFileSync(join(folder, 'same.js'), 'same');
  const before = statSync(join(folder, 'same.js')).ino;
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  writeFolder(
    folder,
    new Map([
      ['same.js', text('same')],
      ['addin/new.js', text('new')],
    ]),
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name).sort()).toEqual(['new.js', 'same.js']);
  expect(statSync(join(folder, 'same.js')).ino).toBe(before);
});

it('what is said of static files keeps to the platform’s rules: no line above 2,000 characters, no more than 100 rules', async () => {
  const lines = (await headersFile()).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(2000);
  expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
});
