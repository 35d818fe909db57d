/** 真的会务台、真的窗格、真的工作簿文件：登录、打开名录、在别的程序里改、校验、提交。 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { paneCode } from '../../../bot/verbs/chat/excel.ts';
import { importList } from '../../../bot/verbs/registry/import-list.ts';
import { createApp } from '../../../bot/web/app.ts';
import { bundledPane } from '../../../bot/web/pane/bundle.ts';
import { whenAsked } from '../../../bot/web/pane/serve.ts';
import { liaison, office, openedDesk } from '../../consult/desk.ts';
import { type TestDesk, value } from '../../desk.ts';
import { csv, inspectorHeaders } from '../../verbs/make.ts';
import { named, rowNamed } from '../../verbs/sheet/send.ts';
import { hasChromium, theBrowser, withoutChromium } from '../../web/chromium.ts';

const bundle = whenAsked(bundledPane);
const inspector = (n: number): readonly string[] => [
  `scjg-000${n}`,
  `检查员${n}`,
  '清漪县市场监督管理局',
  `GZ35000${n}`,
  '2027-12-31',
  '望江所',
];

async function desk(): Promise<TestDesk> {
  const opened = await openedDesk();
  const file = csv([...inspectorHeaders, '所在辖区'], inspector(1), inspector(2));
  value(await importList(opened, office, { bytes: file, file: 'inspectors.csv' }));
  return opened;
}

/** The desk's own server, and its pane in a browser of its own. */
async function paneOf(of: TestDesk): Promise<{ readonly page: Page; readonly url: string }> {
  const app = createApp({ ...of, pane: { bundle, office: { kind: 'none' } } });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const context = await (await theBrowser()).newContext({ viewport: { width: 320, height: 800 }, locale: 'zh-CN' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  onTestFinished(() => expect(errors).toEqual([]));
  return { page, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/addin/` };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

async function signIn(page: Page, code: string): Promise<void> {
  await page.getByLabel(/填报码/).fill(code);
  await page.keyboard.press('Enter');
  await page.getByText('黄清').first().waitFor();
}

/** What somebody does with the downloaded file in another program. */
async function edited(bytes: Buffer, cells: readonly (readonly [string, string, string])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = workbook.worksheets.find(({ state }) => state === 'visible');
  if (sheet === undefined) throw new Error('no worksheet');
  const texts = (row: number): string[] =>
    Array.from({ length: sheet.columnCount }, (_, i) => sheet.getRow(row).getCell(i + 1).text);
  const header = Array.from({ length: 10 }, (_, i) => i + 1).find((row) => texts(row).includes('行标识')) ?? 0;
  for (const [name, column, text] of cells) {
    const at = texts(header).findIndex((each) => each.startsWith(column)) + 1;
    for (let row = header + 1; row <= header + 2; row++)
      if (texts(row).includes(name)) sheet.getRow(row).getCell(at).value = text;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe.skipIf(!hasChromium)(`窗格与会务台${withoutChromium}`, () => {
  it('在 WPS 里改过的名录拖回来：错的指到单元格，对的提交上去', async () => {
    const at = await desk();
    const { page, url } = await paneOf(at);
    await page.goto(url);
    await signIn(page, (await paneCode(at, liaison)).code);
    await press(page, /^打开 执法检查人员名录库/);
    await page.getByText('已在本工作簿').waitFor();
    const downloading = page.waitForEvent('download');
    await press(page, '下载工作簿');
    const path = await (await downloading).path();
    const buffer = await edited(readFileSync(path), [
      ['检查员1', '所在辖区', '城关所'],
      ['检查员2', '执法证有效期', '明年'],
    ]);
    await page.locator('input[type=file]').setInputFiles({ name: '名录.xlsx', mimeType: 'application/zip', buffer });
    await page.getByRole('heading', { name: '名录.xlsx' }).waitFor();

    await press(page, /^校验：/);
    await page.getByRole('button', { name: /^转到单元格 [A-Z]+6 执法证有效期/ }).click();
    await page
      .getByRole('article', { name: /^单元格 [A-Z]+6$/ })
      .getByText('明年')
      .waitFor();
    await press(page, '提交前预览');
    await page.getByText(/原为\s*望江所\s*改为\s*城关所/).waitFor();
    await press(page, '提交 1 行');
    await page.getByText('部分完成', { exact: true }).waitFor();
    await page.getByText('还有 1 行须修改，尚未提交').waitFor();
    const rows = await named(at, liaison, { sheet: 'inspectors', book: 'standing' });
    expect(rowNamed(rows, '检查员1').cells).toMatchObject({ place: '城关所' });
  }, 60_000);

  it('浏览器不许留存任何东西时照样可用，关掉才须重新登录', async () => {
    const at = await desk();
    const { page, url } = await paneOf(at);
    await page.addInitScript(`
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
    `);
    await page.goto(url);
    await signIn(page, (await paneCode(at, liaison)).code);
    await page.getByText('可打开的表').waitFor();
    await page.reload();
    await page.getByLabel(/填报码/).waitFor();
  }, 60_000);

  it('登录后刷新页面仍在登录；登录到期后，按下什么就在那里说明，可以去登录', async () => {
    const at = await desk();
    const { page, url } = await paneOf(at);
    await page.goto(url);
    await signIn(page, (await paneCode(at, liaison)).code);
    await page.reload();
    await page.getByText('可打开的表').waitFor();
    // What the page asks for at its start is answered before the hours pass.
    await page.waitForLoadState('networkidle');
    at.setNow('2025-06-06T01:00:00.000Z');
    await press(page, /^打开 执法检查人员名录库/);
    await page.getByText('需要登录').first().waitFor();
    await press(page, '去登录');
    await page.getByLabel(/填报码/).waitFor();
  }, 60_000);

  it('表格程序一直不答，重新载入两次，然后改用网页方式并说明', async () => {
    const { page, url } = await paneOf(await desk());
    await page.addInitScript('window.Office = { onReady: () => new Promise(() => {}) };');
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.clock.install();
    await page.goto(url);
    // When the page has begun to wait cannot be seen from outside; it is given the time again and again.
    await expect
      .poll(
        async () => {
          await page.clock.fastForward(6000);
          return page.getByText('未能连上 Excel').count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    expect(loads).toBe(3);
  }, 60_000);
});
