/** What a screen reader would stumble over on a page: findings of axe that are serious or critical. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = () => readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const seriously = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ' ' + nodes.map(({ html, any }) => html.slice(0, 200) + ' ' + any.map(({ message }) => message).join()).join(' ')))`;

export async function serious(page: Page): Promise<unknown> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe());
  return page.evaluate(seriously);
}
