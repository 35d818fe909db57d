/** 无障碍：the public's first pages in a real browser, narrow, without any script; the whole sweep is `test/trial/public-site.trial.ts`. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishMatter } from '../../bot/verbs/notice/publish-matter.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { freshDesk, people, value } from '../desk.ts';
import { hasChromium, served, theBrowser, withoutChromium } from './chromium.ts';
import { serious } from './sound.ts';

const shots = process.env.MINGCHOU_SHOTS;

it.skipIf(!hasChromium)(
  `an old phone without scripts reads, searches and speaks; a screen reader finds nothing serious${withoutChromium}`,
  async () => {
    const desk = await freshDesk([], '2023-03-01T01:00:00.000Z');
    value(await adoptPolicy(desk, people.office, wannian2022.id));
    const telephone = {
      what: 'complaint-telephone',
      number: '',
      title: '0793-0000000',
      channel: '门户网站',
      where: '首页',
      on: '2023-03-01',
      until: '',
    } as const;
    value(await publishMatter(desk, people.office, telephone));
    const site = await served(desk);
    const browser = await theBrowser();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    const seeing = await browser.newContext({ viewport: { width: 360, height: 740 } });
    try {
      const reader = await seeing.newPage();
      for (const path of ['/', '/voice']) {
        await reader.goto(`${site.url}${path}`);
        if (shots !== undefined)
          await reader.screenshot({ path: join(shots, `wannian${path.replace('/', '-')}.png`), fullPage: true });
        expect([
          path,
          await serious(reader),
          await reader.evaluate('document.documentElement.scrollWidth - innerWidth'),
        ]).toEqual([path, [], 0]);
      }
      const page = await context.newPage();
      await page.goto(`${site.url}/`);
      expect(await page.getByText('企业安静期').first().isVisible()).toBe(true);
      await page.getByLabel('查检查结果').fill('查无此户');
      await page.getByRole('button', { name: '查询' }).click();
      expect(await page.getByText('没有与“查无此户”相符的已公示结果').isVisible()).toBe(true);
      await page.getByRole('link', { name: '意见反馈' }).click();
      await page.getByLabel('反映检查人员').check();
      await page.getByRole('textbox', { name: '内容' }).fill('反映一件事');
      await page.getByRole('button', { name: '提交' }).click();
      const [number, code] = await page.locator('b.hex').allInnerTexts();
      await page.getByRole('link', { name: '查询答复' }).click();
      await page.getByLabel('受理编号').fill(number ?? '');
      await page.getByLabel('查询码').fill(code ?? '');
      await page.getByRole('button', { name: '查询' }).click();
      expect(await page.getByText('正在办理，尚无答复').isVisible()).toBe(true);
      expect(page.url()).not.toContain(code ?? '?');
    } finally {
      await context.close();
      await seeing.close();
      site.close();
    }
  },
);
