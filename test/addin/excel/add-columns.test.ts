/** Columns of ours beside a table that people made, so that each row keeps its id whatever they do. */
import { describe, expect, it } from 'vitest';
import { sortRows } from '../../../addin/practice/model/moves.ts';
import { column, opened, sheetAt, typed } from './opened.ts';

describe('columns beside a table that people made', () => {
  const own = [column('校验结果', { field: '' }), column('行标识', { field: '', hidden: true })];
  const people = async (make: 'table' | 'cells') => {
    const at = await opened();
    await typed(at, 'A1:B3', [
      ['名称', '数量'],
      ['乙', 2],
      ['甲', 1],
    ]);
    if (make === 'table')
      await at.excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').tables.add('A1:B3', true);
        await context.sync();
      });
    return at;
  };

  it.each(['table', 'cells'] as const)(
    '%s: they touch it, also where something stood in the way, which moves right',
    async (make) => {
      const at = await people(make);
      await typed(at, 'D2', [['旁边的笔记']]);
      expect(await at.host.addColumns('Sheet1', 0, 1, own)).toBe(2);
      const { rows } = await at.host.read('Sheet1');
      expect(rows[0]).toEqual(['名称', '数量', '校验结果', '行标识']);
      expect(rows[1]).toEqual(['乙', { text: '2', was: 'number' }, '', '', '', '旁边的笔记']);
      expect(sheetAt(at, 'Sheet1').columns[3]?.hidden).toBe(true);
      at.excel.close();
    },
  );

  it('where nothing stands in the way, nothing moves', async () => {
    const at = await people('cells');
    await typed(at, 'E1', [['远处']]);
    await at.host.addColumns('Sheet1', 0, 1, own);
    expect((await at.host.read('Sheet1')).rows[0]).toEqual(['名称', '数量', '校验结果', '行标识', '远处']);
    at.excel.close();
  });

  it('they become columns of the Excel table, so that a sort takes every row’s id along', async () => {
    const at = await people('table');
    await at.host.addColumns('Sheet1', 0, 1, own);
    await at.host.write('Sheet1', [{ row: 1, column: 3, cells: [['id-乙'], ['id-甲']] }]);
    const [table] = sheetAt(at, 'Sheet1').tables;
    expect(table?.columns.map(({ name }) => name)).toEqual(['名称', '数量', '校验结果', '行标识']);
    at.person((made) => {
      if (table)
        sortRows(at.excel.workbook, made, { ...table.area, row: 1, rows: 2 }, [{ key: 1, ascending: true }], false);
    });
    expect((await at.host.read('Sheet1')).rows.slice(1).map((row) => [row[0], row[3]])).toEqual([
      ['甲', 'id-甲'],
      ['乙', 'id-乙'],
    ]);
    at.excel.close();
  });

  it('a filter over the header row is widened over them', async () => {
    const at = await people('cells');
    at.person((made) => {
      made.autoFilter = { row: 0, column: 0, rows: 3, columns: 2 };
    });
    await at.host.addColumns('Sheet1', 0, 1, own);
    expect(sheetAt(at, 'Sheet1').autoFilter).toEqual({ row: 0, column: 0, rows: 3, columns: 4 });
    at.excel.close();
  });
});
