/** 没有安装开发依赖的电脑上，演练群照样打开；电子表格的地址说明缺什么、怎么办。 */
import { expect, it } from 'vitest';
import { practiceSpreadsheet } from '../../bot/practice/spreadsheet.ts';

it('没有电子表格窗口时，用中英文说明，别的地址不受影响', async () => {
  const { missing, office, answer } = await practiceSpreadsheet(new URL('nowhere/bundle.ts', import.meta.url).href);
  expect(missing?.zh).toContain('npm install');
  expect(office).toEqual({ kind: 'none' });
  const told = await answer(new Request('http://127.0.0.1/excel/'));
  expect(told?.status).toBe(503);
  expect(await told?.text()).toContain('没有安装演练用的 Office.js');
  expect(answer(new Request('http://127.0.0.1/addin/'))).toBeNull();
});

it('装了的，窗口和 Office.js 都有，找不到的文件说找不到', async () => {
  const { missing, answer } = await practiceSpreadsheet();
  expect(missing).toBeNull();
  const page = await answer(new Request('http://127.0.0.1/excel/'));
  expect(await page?.text()).toContain('这不是 Excel');
  expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await answer(new Request('http://127.0.0.1/office/office.js')))?.status).toBe(200);
  for (const path of ['/office/../package.json', '/excel/nothing.js', '/office/%2e%2e/%2e%2e/package.json'])
    expect((await answer(new Request(`http://127.0.0.1${path}`)))?.status ?? 404).toBe(404);
  expect((await answer(new Request('http://127.0.0.1/excel')))?.headers.get('location')).toBe('/excel/');
});
