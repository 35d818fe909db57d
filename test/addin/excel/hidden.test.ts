/** A worksheet that somebody has put out of sight, in Excel: it is his still, and comes back when a cell of it is to be shown. */
import { expect, it } from 'vitest';
import { opened, sheetAt, typed } from './opened.ts';

it('a hidden worksheet is named as hidden, is read and written, and is seen again when one of its cells is gone to', async () => {
  const at = await opened();
  await at.excel.run(async (context) => {
    context.workbook.worksheets.add('旧表').visibility = 'Hidden';
    await context.sync();
  });
  await typed(at, 'A1', [['甲']], undefined, '旧表');
  expect(await at.host.worksheets()).toEqual([
    { name: 'Sheet1', hidden: false, rows: 0, columns: 0 },
    { name: '旧表', hidden: true, rows: 0, columns: 0 },
  ]);
  await at.host.write('旧表', [{ row: 0, column: 0, cells: [['丙']] }]);
  expect((await at.host.read('旧表')).rows).toEqual([['丙']]);
  expect(sheetAt(at, '旧表').visibility).toBe('Hidden');
  await at.host.show('旧表', 0, 0);
  expect(sheetAt(at, '旧表').visibility).toBe('Visible');
  at.excel.close();
});
