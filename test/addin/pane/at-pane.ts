/** A person at the pane, in a real browser, over the scripted desk: one page for a worker, on which each test begins anew. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { theBrowser } from '../../web/chromium.ts';
import type { Begin } from './begin.ts';
import type { Scenario } from './scripted.ts';
import { paneSite } from './site.ts';

let made: Promise<{ readonly page: Page; readonly errors: string[] }> | null = null;

async function opened(): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const [url, browser] = await Promise.all([paneSite(), theBrowser()]);
  const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, errors };
}

export interface Around extends Omit<Begin, 'scenario'> {
  readonly width?: number;
}

export async function pane(scenario: Scenario, { width = 320, ...around }: Around = {}): Promise<Page> {
  made ??= opened();
  const { page, errors } = await made;
  onTestFinished(() => expect(errors.splice(0)).toEqual([]));
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(`window.begin(${JSON.stringify({ scenario, ...around })})`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
export const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
export const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.innerText || document.activeElement.name');
export const shown = (page: Page): Promise<string> => page.locator('main').innerText();

export async function previewed(page: Page): Promise<void> {
  await press(page, '提交：抽查事项清单');
  await page.getByRole('button', { name: /^提交 \d+ 行$/ }).waitFor();
}

/** A narrow pane is not pushed from side to side. */
export const fits = async (page: Page): Promise<void> =>
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);

/** What a screen reader would meet, and eyes that see little: nothing serious by axe's rules. */
export async function sound(page: Page): Promise<void> {
  await fits(page);
  await still(page);
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe());
  expect(await page.evaluate(seriously)).toEqual([]);
}
/** Nothing is under way, and colours have become what they are going to be. */
async function still(page: Page): Promise<void> {
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
  await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    .then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
    .then(() => null)`);
}
const axe = () => readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const seriously = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ' ' + nodes.map(({ html, any }) => html.slice(0, 200) + ' ' + any.map(({ message }) => message).join()).join(' ')))`;
