/** 演练群的网页，在真的浏览器里走一段：发征询、换人、写一句话、点按钮、填表；电脑和手机的宽度都看。 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { type Practice, startPractice } from '../../bot/practice/serve.ts';
import { hasChromium, theBrowser, withoutChromium } from '../web/chromium.ts';

async function practice(): Promise<Practice> {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const running = await startPractice({ database: `file:${join(folder, 'practice.db')}`, port: 0, subjects: 600 });
  onTestFinished(() => running.close());
  return running;
}

async function pageAt(origin: string, width: number, height: number): Promise<{ page: Page; errors: string[] }> {
  const page = await (await theBrowser()).newPage({ viewport: { width, height } });
  onTestFinished(() => page.close());
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(origin);
  await page.locator('.top').waitFor();
  return { page, errors };
}

async function become(page: Page, name: string): Promise<void> {
  await page.locator('.who-me').click();
  await page.getByPlaceholder('查找人员').fill(name);
  await page.locator('.who-list li button').first().click();
  await page.locator('.who-me strong', { hasText: name }).waitFor();
}

it.skipIf(!hasChromium)(
  `一个人在网页上走一段：发征询，一家写话、一家点按钮，联席办看到反馈${withoutChromium}`,
  async () => {
    const { origin } = await practice();
    const { page, errors } = await pageAt(origin, 1280, 800);

    await page.getByLabel('发消息').fill('/consult 新建');
    await page.keyboard.press('Enter');
    await page.getByLabel('反馈期限').fill('5');
    await page.getByRole('button', { name: '发出' }).click();
    await page.getByText('已发起').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('0/29 个单位').waitFor();

    await become(page, '县财政局联络员');
    await page.locator('.post').first().hover();
    await page.getByRole('button', { name: '回复' }).click();
    await page.getByLabel('在话题里回复').fill('收到 <script>alert(1)</script> *粗* =cmd|');
    await page.keyboard.press('Enter');
    await page.locator('.thread').getByText('<script>alert(1)</script> *粗* =cmd|').first().waitFor();
    await page.locator('.thread').getByText('仅您可见').waitFor();
    await page.getByLabel('在话题里回复').fill('我局无意见');
    await page.keyboard.press('Enter');
    await page.locator('.thread').getByText('已记录').first().waitFor();

    await become(page, '县消防救援大队联络员');
    await page.locator('.middle').getByRole('button', { name: '参加', exact: true }).click();
    await page.getByText('贵单位当前反馈：参加').waitFor();

    await become(page, '联席办综合组');
    await page.getByText('2/29 个单位').waitFor();
    expect(errors).toEqual([]);
  },
  120_000,
);

it.skipIf(!hasChromium)(
  `手机宽度：不必左右滑动，我是谁一直看得到，表单里哪一项没填当场指出${withoutChromium}`,
  async () => {
    const { origin } = await practice();
    const { page, errors } = await pageAt(origin, 390, 844);
    expect(await page.locator('.me-short').innerText()).toContain('联席办综合组');
    await page.getByLabel('发消息').fill('/consult 新建');
    await page.keyboard.press('Enter');
    await page.getByLabel('年度', { exact: true }).fill('');
    await page.getByRole('button', { name: '发出', exact: true }).click();
    await page.locator('.window').getByText('请填写此项').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.keyboard.press('Escape');
    await page.locator('.window').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Next working day' }).click();
    await page.getByText('Tue 24 Jun 2025').waitFor();
    expect(errors).toEqual([]);
  },
  120_000,
);
