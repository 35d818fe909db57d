/** The practice window in a real browser, on plain http: the genuine Office.js in a pane of our own, and a person at the cells. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeInstalled, practiceAssets } from '../../../addin/practice/bundle.ts';
import { hasChromium, theBrowser, withoutChromium } from '../../web/chromium.ts';

const possible = hasChromium && officeInstalled();

/** As small as a pane can be: it says what it hears, and writes when it is asked. */
const pane = `<!doctype html><meta charset="utf-8"><script src="/office/office.js"></script>
<button id="write">写入</button><button id="read">读取</button><output></output><ul></ul><script type="module">
const say = (text) => document.querySelector('ul').append(Object.assign(document.createElement('li'), { textContent: text }));
const { host, platform } = await Office.onReady();
await Excel.run(async (context) => {
  context.workbook.worksheets.onChanged.add(async ({ address, source }) => say(address + ' ' + source));
  await context.sync();
});
const asked = (act) => async () => {
  try { await Excel.run(async (context) => { await act(context); await context.sync(); }); say('完成'); } catch ({ code }) { say('拒绝 ' + code); }
};
document.querySelector('#write').onclick = asked((context) => {
  const sheet = context.workbook.worksheets.getItem('Sheet1');
  sheet.getRange('A1:B1').values = [['名称', '结果']];
  sheet.getRangeByIndexes(1, 0, 20000, 2).values = Array.from({ length: 20000 }, (_, n) => ['企业' + n, n === 1 ? '✗ 有误' : '']);
  sheet.tables.add('A1:B20001', true).name = 'tblPlan';
  sheet.freezePanes.freezeRows(1);
  const rule = sheet.getRange('A2:B20001').conditionalFormats.add('Custom');
  rule.custom.rule.formula = '=LEFT($B2,1)="✗"';
  rule.custom.format.fill.color = '#FDE7E9';
  sheet.getRange('D2:D9').dataValidation.rule = { list: { inCellDropDown: true, source: '合格,不合格' } };
  sheet.getRange('E:E').columnHidden = true;
});
document.querySelector('#read').onclick = asked((context) => { context.workbook.load('name'); });
document.querySelector('output').textContent = host + ' ' + platform;
</script>`;

const commands = `<!doctype html><meta charset="utf-8"><script src="/office/office.js"></script><script>
Office.onReady();
Office.actions.associate('checkWorksheet', async (event) => {
  await Excel.run(async (context) => { context.workbook.worksheets.getItem('Sheet1').getRange('H1').values = [['已校验']]; await context.sync(); });
  event.completed();
});
</script>`;

describe.skipIf(!possible)(`the practice window${withoutChromium}`, () => {
  let server: Server;
  let context: BrowserContext;
  let page: Page;
  let inPane: FrameLocator;
  const wrong: string[] = [];
  const said = (text: string) => inPane.getByText(text).first().waitFor();
  const cell = (address: string) => page.locator(`[data-at="${address}"]`).first();

  beforeAll(async () => {
    const assets = await practiceAssets();
    server = createServer(({ url = '/' }, answer) => {
      const path = new URL(url, 'http://practice.invalid').pathname;
      const own = path === '/addin/' ? pane : path === '/addin/commands.html' ? commands : null;
      const asset = own === null ? assets(path) : { type: 'text/html; charset=utf-8', bytes: own };
      answer.writeHead(asset === null ? 404 : 200, asset === null ? {} : { 'content-type': asset.type });
      answer.end(asset?.bytes);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    context = await (await theBrowser()).newContext({ viewport: { width: 1400, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(4000);
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/excel/`);
    inPane = page.frameLocator('#pane-body iframe');
    await inPane.getByText('Excel OfficeOnline').waitFor();
  });
  afterAll(async () => {
    await context?.close();
    server?.close();
  });

  it('says that it is not Excel, and shows the tab of the manifest', async () => {
    await page.getByText('这不是 Excel，是用于演练和测试的表格窗口。').waitFor();
    expect(await page.locator('#ribbon-tab').textContent()).toBe('明抽');
    expect(await page.locator('#ribbon-buttons button').allTextContents()).toEqual([
      '打开填报窗格',
      '校验本表',
      '核验抽取',
    ]);
  });

  it('shows what the add-in writes: 20,000 rows, a rule in its colour, a hidden column, a header that stays', async () => {
    await inPane.locator('#write').click();
    await said('完成');
    await expect.poll(() => cell('A3').textContent()).toBe('企业1');
    expect(await cell('A3').evaluate((each) => getComputedStyle(each).backgroundColor)).toBe('rgb(253, 231, 233)');
    expect(await cell('E2').count()).toBe(0);
    await cell('A2').click();
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(() => cell('A20001').count()).toBe(1);
    expect(await cell('A1').textContent()).toContain('名称');
    expect(await page.locator('[data-at]').count()).toBeLessThan(2000);
    await page.keyboard.press('Control+Home');
    await cell('A2').waitFor();
  });

  it('a person types, chooses from a list and is told what the list does not hold; the add-in hears of it', async () => {
    await cell('A2').click();
    await page.keyboard.type('新名称');
    await page.keyboard.press('Enter');
    await said('A2 Local');
    await cell('D2').click();
    await page.getByRole('button', { name: '展开选项' }).click();
    await page.getByRole('option', { name: '不合格' }).click();
    await expect.poll(() => cell('D2').textContent()).toBe('不合格');
    await cell('D3').click();
    await page.keyboard.type('乱写');
    await page.keyboard.press('Enter');
    await page.getByText('输入的内容不在下拉选项之内。').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    // The cell is still being typed into, and Excel answers no add-in meanwhile.
    await inPane.locator('#read').click();
    await said('拒绝 InvalidOperationInCellEditMode');
    await page.locator('.editor').press('Escape');
    expect(await cell('D3').textContent()).toBe('');
  });

  it('a pasted block goes past the list, as in Excel', async () => {
    await cell('C3').click();
    await page.locator('.editor').evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', '甲\t随便写的\r\n"两\n行"\t0001\r\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => cell('D3').textContent()).toBe('随便写的');
    expect(await cell('D4').textContent()).toBe('1');
  });

  it('the box at the left goes where an address is typed, and says what is no address', async () => {
    const box = page.getByLabel('所选区域，可键入地址');
    await box.fill('C400');
    await box.press('Enter');
    await cell('C400').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('editor');
    await box.fill('哪里');
    await box.press('Enter');
    await page.getByText('“哪里”不是单元格地址').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    await box.press('Escape');
    expect(await box.inputValue()).toBe('C400');
  });

  it('what was typed, chosen, pasted and cleared here is undone one by one, and then it is said that there is no more', async () => {
    const shows = (address: string, text: string) => expect.poll(() => cell(address).textContent()).toBe(text);
    await page.keyboard.press('Control+Home');
    await cell('A5').click();
    await page.keyboard.press('Delete');
    await shows('A5', '');
    for (const [address, text] of [
      ['A5', '企业3'],
      ['D4', ''],
      ['D2', ''],
      ['A2', '企业0'],
    ] as const) {
      await page.keyboard.press('Control+z');
      await shows(address, text);
    }
    await page.keyboard.press('Control+z');
    await page.getByText('没有可以撤销的操作了').waitFor();
    await cell('A2').click();
    await page.keyboard.type('新名称');
    await page.keyboard.press('Enter');
    await shows('A2', '新名称');
  });

  it('a cell that was scrolled away comes back when it is typed into; its list and every menu stay inside the window', async () => {
    await cell('D6').click();
    await page.locator('#scroller').evaluate((each) => each.scrollTo(0, 4000));
    await expect.poll(() => cell('A6').count()).toBe(0);
    expect(await page.getByRole('button', { name: '展开选项' }).isVisible()).toBe(false);
    await page.keyboard.type('合');
    await cell('D6').waitFor();
    const [field, at] = [await page.locator('.editor').boundingBox(), await cell('D6').boundingBox()];
    expect([Math.round(field?.x ?? 0), Math.round(field?.y ?? 0)]).toEqual([
      Math.round(at?.x ?? 1),
      Math.round(at?.y ?? 1),
    ]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '演练故障' }).click();
    const box = await page.getByRole('listbox').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(1400);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
  });

  it('at the width of a telephone everything is within reach: the pane under the cells, the file behind one button', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    const [cells, side] = [await page.locator('.cells').boundingBox(), await page.locator('#pane-side').boundingBox()];
    expect(side?.width).toBe(390);
    expect(side?.y).toBeGreaterThanOrEqual((cells?.y ?? 999) + (cells?.height ?? 0));
    expect(cells?.height).toBeGreaterThan(90);
    expect(await page.getByRole('button', { name: '下载 .xlsx' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '演练故障' }).click();
    const box = await page.getByRole('listbox').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1400, height: 800 });
  });

  it('a button of the ribbon runs its function without the pane, and the edit of a co-author is heard as such', async () => {
    await page.getByRole('button', { name: '校验本表' }).click();
    await expect.poll(() => cell('H1').textContent()).toBe('已校验');
    await cell('B2').click();
    await page.getByRole('button', { name: '演练故障' }).click();
    await page.getByRole('option', { name: '另一位同事改动当前单元格' }).click();
    await said('B2 Remote');
  });

  it('the pane is closed and opened again, and begins anew beside the same workbook', async () => {
    await page.getByRole('button', { name: '关闭窗格' }).click();
    expect(await page.locator('#pane-body iframe').count()).toBe(0);
    await page.getByRole('button', { name: '打开填报窗格' }).click();
    await inPane.getByText('Excel OfficeOnline').waitFor();
    expect(await inPane.locator('li').count()).toBe(0);
    await inPane.locator('#read').click();
    await said('完成');
  });

  it('the workbook is there when the page is loaded again, and is a real .xlsx', async () => {
    await page.getByText('已保存在本浏览器').waitFor();
    await cell('B3').click();
    await page.getByText('已保存在本浏览器').waitFor();
    await page.waitForTimeout(700);
    await page.reload();
    await expect.poll(() => cell('A2').textContent()).toBe('新名称');
    expect(await page.getByLabel('所选区域，可键入地址').inputValue()).toBe('B3');
    expect(await page.getByLabel('单元格内容').inputValue()).toBe('✗ 有误');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 .xlsx' }).click();
    expect((await download).suggestedFilename()).toBe('演练.xlsx');
    expect(wrong).toEqual([]);
  });
});
