/** Worksheets, tables, names and what is kept in the file, by Excel's rules. */
import { describe, expect, it } from 'vitest';
import { openExcel } from '../../../addin/practice/open-excel.ts';
import { refusedWith } from './refused.ts';

describe('worksheets', () => {
  it.each([
    ['a name of 32 signs', '抽'.repeat(32)],
    ['a name with a slash', '计划/2026'],
    ['a name with brackets', '计划[2026]'],
    ['no name', ''],
    ['a name that ends with an apostrophe', "计划'"],
  ])('%s is refused', async (_name, name) => {
    const { run } = await openExcel();
    const refused = refusedWith(run, (context) => {
      context.workbook.worksheets.getItem('Sheet1').name = name;
    });
    expect(await refused).toBe('InvalidArgument');
  });

  it('a name that is taken is refused, in whichever case', async () => {
    const { run } = await openExcel();
    const refused = refusedWith(run, (context) => context.workbook.worksheets.add('SHEET1'));
    expect(await refused).toBe('ItemAlreadyExists');
  });

  it('a worksheet that is not there is refused, or said to be null where that was asked', async () => {
    const { run } = await openExcel();
    expect(await refusedWith(run, (context) => context.workbook.worksheets.getItem('没有').load('name'))).toBe(
      'ItemNotFound',
    );
    await run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('没有');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  it('the last visible worksheet cannot be hidden, and a very hidden one not be deleted', async () => {
    const { run } = await openExcel();
    const hide = refusedWith(run, (context) => {
      context.workbook.worksheets.getItem('Sheet1').visibility = 'VeryHidden';
    });
    expect(await hide).toBe('InvalidOperation');
    await run(async (context) => {
      context.workbook.worksheets.add('_明抽').visibility = 'VeryHidden';
      await context.sync();
    });
    expect(await refusedWith(run, (context) => context.workbook.worksheets.getItem('_明抽').delete())).toBe(
      'InvalidOperation',
    );
  });

  it('a protected worksheet refuses what is locked and takes what is not', async () => {
    const { run } = await openExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('B2').format.protection.locked = false;
      sheet.protection.protect({ allowInsertRows: true });
      sheet.getRange('B2').values = [['可写']];
      await context.sync();
    });
    const refused = refusedWith(run, (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['不可写']];
    });
    expect(await refused).toBe('AccessDenied');
  });

  it('a workbook that is opened again has its hidden worksheet, settings and properties', async () => {
    const first = await openExcel();
    await first.run(async (context) => {
      const kept = context.workbook.worksheets.add('_明抽');
      kept.visibility = 'VeryHidden';
      kept.getRange('A1:B1').values = [["'0001", 'x']];
      context.workbook.settings.add('plan', { no: '2026-1' });
      context.workbook.properties.custom.add('版本', '1');
      await context.sync();
    });
    first.close();
    const again = await openExcel({ book: structuredClone(first.workbook.book) });
    await again.run(async (context) => {
      const kept = context.workbook.worksheets.getItem('_明抽').load('visibility');
      const cells = kept.getUsedRange().load('values,address');
      const setting = context.workbook.settings.getItem('plan').load('value');
      const property = context.workbook.properties.custom.getItem('版本').load('value');
      await context.sync();
      expect([kept.visibility, cells.values, cells.address, setting.value, property.value]).toEqual([
        'VeryHidden',
        [['0001', 'x']],
        '_明抽!A1:B1',
        { no: '2026-1' },
        '1',
      ]);
    });
  });
});

describe('tables', () => {
  const withTable = async () => {
    const excel = await openExcel();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('B2:D4').values = [
        ['编号', '名称', '名称'],
        ['1', '甲', 'a'],
        ['2', '乙', 'b'],
      ];
      sheet.tables.add('B2:D4', true).name = 'tblPlan';
      await context.sync();
    });
    const area = () =>
      excel.run(async (context) => {
        const range = context.workbook.tables.getItem('tblPlan').getRange().load('address');
        await context.sync();
        return range.address;
      });
    return { ...excel, area };
  };

  it('headers are made different from each other', async () => {
    const { run } = await withTable();
    await run(async (context) => {
      const { columns } = context.workbook.tables.getItem('tblPlan').load('columns/items/name');
      await context.sync();
      expect(columns.items.map(({ name }) => name)).toEqual(['编号', '名称', '名称2']);
    });
  });

  it('two tables cannot overlap, nor share a name', async () => {
    const { run } = await withTable();
    const overlap = refusedWith(run, (context) =>
      context.workbook.worksheets.getItem('Sheet1').tables.add('D4:F6', true),
    );
    expect(await overlap).toBe('InvalidOperation');
    const name = refusedWith(run, (context) => {
      context.workbook.worksheets.getItem('Sheet1').tables.add('H2:I3', true).name = 'TBLPLAN';
    });
    expect(await name).toBe('ItemAlreadyExists');
  });

  it('what is written right below makes the table larger, and not what is written one row further down', async () => {
    const { run, area } = await withTable();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('B6:D6').values = [[9, '丙', 'c']];
      await context.sync();
    });
    expect(await area()).toBe('Sheet1!B2:D4');
    await run(async (context) => {
      context.workbook.tables.getItem('tblPlan').getDataBodyRange().getRowsBelow(1).values = [[3, '丁', 'd']];
      await context.sync();
    });
    expect(await area()).toBe('Sheet1!B2:D5');
  });

  it('a validation that lies below keeps the table from growing', async () => {
    const { run, area } = await withTable();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('C3:C100').dataValidation.rule = { list: { inCellDropDown: true, source: '甲,乙' } };
      sheet.getRange('B5:D5').values = [[3, '丁', 'd']];
      await context.sync();
    });
    expect(await area()).toBe('Sheet1!B2:D4');
  });

  it('rows that people insert and sort move everything that lies on them', async () => {
    const { run, area } = await withTable();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const name = context.workbook.names.add('第一格', sheet.getRange('B3')).load('formula');
      const held = sheet.getRange('B4').load('address');
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      context.workbook.tables.getItem('tblPlan').sort.apply([{ key: 0, ascending: false }]);
      name.load('formula');
      held.load('address');
      const body = context.workbook.tables.getItem('tblPlan').getDataBodyRange().load('values');
      await context.sync();
      expect([name.formula, held.address, body.values]).toEqual([
        '=Sheet1!$B$5',
        'Sheet1!B6',
        [
          [2, '乙', 'b'],
          [1, '甲', 'a'],
        ],
      ]);
    });
    expect(await area()).toBe('Sheet1!B4:D6');
  });

  it('cells that would tear a table apart are not moved', async () => {
    const { run } = await withTable();
    const refused = refusedWith(run, (context) =>
      context.workbook.worksheets.getItem('Sheet1').getRange('B1').insert('Down'),
    );
    expect(await refused).toBe('InsertDeleteConflict');
  });
});

describe('lists', () => {
  it('a list that is typed out holds 255 signs, one by a name any number', async () => {
    const { run } = await openExcel();
    const long = Array.from({ length: 60 }, (_each, n) => `第${n}项事项`).join(',');
    const refused = refusedWith(run, (context) => {
      context.workbook.getSelectedRange().dataValidation.rule = { list: { inCellDropDown: true, source: long } };
    });
    expect(await refused).toBe('InvalidArgument');
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      context.workbook.names.add('dir', sheet.getRange('H1:H300'));
      const { dataValidation } = sheet.getRange('A2:A9');
      dataValidation.rule = { list: { inCellDropDown: true, source: '=dir' } };
      dataValidation.load('rule,type');
      await context.sync();
      expect([dataValidation.type, dataValidation.rule.list?.source]).toEqual(['List', '=dir']);
    });
  });

  it('a rule colours rows by a formula, and can be taken away', async () => {
    const { run } = await openExcel();
    await run(async (context) => {
      const rows = context.workbook.worksheets.getItem('Sheet1').getRange('A2:D20');
      const rule = rows.conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=LEFT($D2,1)="✗"';
      rule.custom.format.fill.color = '#FDE7E9';
      const count = rows.conditionalFormats.getCount();
      await context.sync();
      rows.conditionalFormats.clearAll();
      const after = rows.conditionalFormats.getCount();
      await context.sync();
      expect([count.value, after.value]).toEqual([1, 0]);
    });
  });
});
