/** The phone page as an inspector uses it at the door: at 320 pixels, with one thumb, and without any program in the browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signInCode } from '../../bot/verbs/chat/sign-in.ts';
import { myVisits } from '../../bot/verbs/outcome/my-visits.ts';
import { hands } from '../drawn-desk.ts';
import { handedDesk, manned } from '../verbs/outcome/entered-desk.ts';
import { hasChromium, served, theBrowser, withoutChromium } from './chromium.ts';

/** Pixels by which the page is wider than the screen. */
const tooWide = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.skipIf(!hasChromium)(`the form on the phone${withoutChromium}`, () => {
  it('an old phone at 320 px: my visits, the own part, an error beside its field, read and signed', async () => {
    const { desk, ref, rows } = await handedDesk();
    const { url, close } = await served(desk, false);
    onTestFinished(close);
    const context = await (await theBrowser()).newContext({
      viewport: { width: 320, height: 568 },
      javaScriptEnabled: false,
    });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    /** Nothing sticks out; kept as a picture where somebody wants to look. */
    const sound = async (name: string) => {
      expect([name, await tooWide(page)]).toEqual([name, 0]);
      const folder = process.env.MINGCHOU_SHOTS;
      if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    };
    await page.goto(`${url}/in/${await signInCode(desk, hands.liaison)}?to=/visits`);
    await page.getByRole('button', { name: '登录' }).click();
    expect(new URL(page.url()).pathname).toBe('/visits');
    await sound('list');
    const [row] = manned(rows);
    const visit = Number((row?.id ?? '').split('/')[1]);
    await page.goto(`${url}/visits/${ref.book}/${visit}`);
    await sound('form');
    await page.getByRole('link', { name: /^录入本单位/ }).click();
    await sound('enter');
    await page.locator('#code').selectOption('food-drug');
    for (const box of (await page.locator('input[name=items]').all()).slice(1)) await box.uncheck();
    for (const box of await page.locator('input[name=inspectors]').all()) await box.check();
    await page.getByRole('button', { name: /^录入/ }).click();
    await sound('enter-error');
    expect(await page.getByRole('alert').textContent()).toContain('应写明发现的具体情况');
    await page.locator('#finding').fill('后厨未按规定留样');
    await page.locator('#handling').selectOption('order-correction');
    await page.locator('#correctBy').fill('2025-12-01');
    await page.getByRole('button', { name: /^录入/ }).click();
    expect(await page.getByRole('status').textContent()).toContain('已录入');
    await sound('entered');
    await page.getByRole('link', { name: /阅核签章/ }).click();
    await sound('sign');
    await page.locator('#signer').fill('店长 陈立');
    await page.getByRole('button', { name: '确认' }).click();
    expect(await page.getByRole('status').textContent()).toContain('阅核签章');
    await sound('signed');
    const [mine] = await myVisits(desk, hands.liaison, ref.book);
    expect(mine?.visits.find((each) => each.visit.visit === visit)).toMatchObject({ entered: 1, signed: 'signed' });
  });
});
