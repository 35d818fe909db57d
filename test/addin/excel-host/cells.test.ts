/** What the practice Excel makes of values: each trap as Excel has it, asked through Microsoft's own Office.js. */
import { describe, expect, it } from 'vitest';
import { openExcel } from '../../../addin/practice/open-excel.ts';
import { refusedWith } from './refused.ts';

/** Sets one cell as an add-in does and reads it back. */
async function kept(value: unknown, format?: string) {
  const { run } = await openExcel();
  return run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('B2');
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[value]];
    cell.load('values,text,valueTypes,formulas,numberFormat');
    await context.sync();
    const one = <T>(grid: T[][]): T | undefined => grid[0]?.[0];
    return {
      value: one(cell.values),
      text: one(cell.text),
      type: one(cell.valueTypes),
      formula: one(cell.formulas),
      format: one(cell.numberFormat),
    };
  });
}

describe('values', () => {
  it.each([
    ['a code with leading zeros loses them', '000123', { value: 123, text: '123', type: 'Double' }],
    ['eighteen digits lose the last three', '350402199001011234', { value: 350402199001011000, text: '3.50402E+17' }],
    ['a date becomes a day number', '2026-3-1', { value: 46082, text: '2026/3/1', format: 'yyyy/m/d' }],
    ['a Chinese date too', '2026年3月1日', { value: 46082, text: '2026年3月1日' }],
    ['3-1 becomes the first of March', '3-1', { value: 46082, text: '3月1日' }],
    ['2026.3.1 stays a text', '2026.3.1', { value: '2026.3.1', type: 'String' }],
    ['a share becomes a hundredth', '5%', { value: 0.05, text: '5%', format: '0%' }],
    ['a sum of money with commas is a number', '1,234.5', { value: 1234.5 }],
    ['TRUE becomes a logical value', 'true', { value: true, text: 'TRUE', type: 'Boolean' }],
    ['an error text becomes an error', '#N/A', { value: '#N/A', type: 'Error' }],
    ['nothing clears the cell', '', { value: '', type: 'Empty' }],
  ])('%s', async (_name, input, expected) => {
    expect(await kept(input)).toMatchObject(expected);
  });

  it.each([
    ['000123'],
    ['350402199001011234'],
    ['91350400MA2XYU1234'],
    ['2026-3-1'],
    ['3-1'],
    ['=1+1'],
    ['+86 598 1234567'],
  ])('%s stays as it is in a cell that was made text before', async (input) => {
    expect(await kept(input, '@')).toMatchObject({ value: input, text: input, type: 'String' });
  });

  it('a leading apostrophe keeps a text and is not seen', async () => {
    expect(await kept("'0001")).toMatchObject({ value: '0001', text: '0001', type: 'String' });
  });

  it('a name that begins with = is run as a formula: what a hostile list would use', async () => {
    expect(await kept('=1+2')).toMatchObject({ value: 3, formula: '=1+2' });
    expect(await kept('=HYPERLINK("http://evil.invalid","点我")')).toMatchObject({ value: '#NAME?', type: 'Error' });
    expect(await kept('@某企业')).toMatchObject({ value: '#NAME?' });
    expect(await kept('-某企业')).toMatchObject({ value: '#NAME?' });
  });

  it('what Excel cannot read as a formula is refused, where the sign = says that it is one', async () => {
    await expect(kept('=（见附件')).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('signs that people write for none stay texts', async () => {
    for (const sign of ['-', '——', '/', '无']) expect(await kept(sign)).toMatchObject({ value: sign, type: 'String' });
  });

  it('a text of more than 32,767 signs is refused', async () => {
    await expect(kept('甲'.repeat(32_768))).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('null leaves a cell as it is', async () => {
    const { run } = await openExcel();
    await run(async (context) => {
      const cells = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
      cells.values = [['甲', '乙']];
      cells.values = [[null, '丙']];
      cells.load('values');
      await context.sync();
      expect(cells.values).toEqual([['甲', '丙']]);
    });
  });

  it('an array of another shape than the range is refused', async () => {
    const { run } = await openExcel();
    const refused = refusedWith(run, (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values = [[1, 2]];
    });
    expect(await refused).toBe('InvalidArgument');
  });

  it('a batch is no transaction: what came before the refusal stays', async () => {
    const { run } = await openExcel();
    await refusedWith(run, (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1').values = [['先写的']];
      sheet.getRange('A2:B2').values = [['只有一格']];
      sheet.getRange('A3').values = [['后写的']];
    });
    await run(async (context) => {
      const cells = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A3').load('values');
      await context.sync();
      expect(cells.values).toEqual([['先写的'], [''], ['']]);
    });
  });

  it('a property that was not asked for is refused by the library itself', async () => {
    const { run } = await openExcel();
    const refused = refusedWith(run, (context) => context.workbook.getSelectedRange().address);
    expect(await refused).toBe('PropertyNotLoaded');
  });
});
