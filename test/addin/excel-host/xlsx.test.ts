/** The practice workbook as a real .xlsx: another program reads all of it. */
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { fromXlsx } from '../../../addin/practice/from-xlsx.ts';
import { openExcel } from '../../../addin/practice/open-excel.ts';
import { toXlsx } from '../../../addin/practice/to-xlsx.ts';

const written = async () => {
  const { run, workbook } = await openExcel();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.name = '计划表';
    // One value for all cells, which the types of Office.js do not know and its documentation does.
    Object.assign(sheet.getRange('A:A'), { numberFormat: '@' });
    sheet.getRange('A2:C4').values = [
      ['编号', '名称', '日期'],
      ['0001', '=危险', '2026-3-1'],
      ['0002', '乙', '2026-3-2'],
    ];
    sheet.tables.add('A2:C4', true).name = 'tblPlan';
    sheet.freezePanes.freezeRows(2);
    sheet.getRange('C:C').columnHidden = true;
    sheet.getRange('A2:C2').format.fill.color = '#DDEBF7';
    const lists = context.workbook.worksheets.add('选项');
    lists.getRange('A1:A2').values = [['甲'], ['乙']];
    lists.visibility = 'Hidden';
    context.workbook.names.add('dir', lists.getRange('A1:A2'));
    sheet.getRange('B3:B4').dataValidation.rule = { list: { inCellDropDown: true, source: '=dir' } };
    const rule = sheet.getRange('A3:C4').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=LEFT($B3,1)="✗"';
    rule.custom.format.fill.color = '#FDE7E9';
    context.workbook.worksheets.add('_明抽').visibility = 'VeryHidden';
    context.workbook.properties.custom.add('来源', '演练');
    await context.sync();
  });
  return toXlsx(workbook.book);
};

it('holds the table, the list by its name, the rule, what is hidden and the formats', async () => {
  const bytes = await written();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const sheet = book.getWorksheet('计划表');
  expect(sheet?.getCell('A3').value).toBe('0001');
  expect(sheet?.getCell('A3').numFmt).toBe('@');
  expect(sheet?.getCell('C3').value).toEqual(new Date('2026-03-01T00:00:00Z'));
  expect(sheet?.getCell('B3').dataValidation).toMatchObject({ type: 'list', formulae: ['dir'] });
  expect(sheet?.getColumn(3).hidden).toBe(true);
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  expect(book.worksheets.map(({ state }) => state)).toEqual(['visible', 'hidden', 'veryHidden']);
  expect(book.definedNames.getRanges('dir').ranges).toEqual(["'选项'!$A$1:$A$2"]);
  expect(sheet?.getTable('tblPlan')).toBeDefined();
});

it('is opened again by the window with its values, widths, lists and hidden worksheets', async () => {
  const book = await fromXlsx(await written(), '演练.xlsx');
  const { run } = await openExcel({ book });
  await run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/visibility');
    const cells = context.workbook.worksheets.getItem('计划表').getRange('A2:C4').load('text');
    const table = context.workbook.tables.getItem('tblPlan').getRange().load('address');
    const { dataValidation } = context.workbook.worksheets.getItem('计划表').getRange('B3');
    dataValidation.load('rule');
    await context.sync();
    expect(sheets.items.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['计划表', 'Visible'],
      ['选项', 'Hidden'],
      ['_明抽', 'VeryHidden'],
    ]);
    expect([cells.text[1]?.[0], cells.text[1]?.[2]]).toEqual(['0001', '2026/3/1']);
    expect([table.address, dataValidation.rule.list?.source]).toEqual(['计划表!A2:C4', '=dir']);
  });
});
