/** Cells between Excel and the host: what is written stays what it is, what is read is what a file would give. */
import { describe, expect, it } from 'vitest';
import { cellOf, written } from '../../../addin/host/excel/cell.ts';
import { portions } from '../../../addin/host/excel/portion.ts';
import { toXlsx } from '../../../addin/practice/to-xlsx.ts';
import { isDateFormat } from '../../../core/sheet/date-serial.ts';
import type { Cell } from '../../../core/sheet/grid.ts';
import { readWorkbook } from '../../../core/sheet/xlsx.ts';
import { value } from '../../desk.ts';
import { kindOf, opened, typed } from './opened.ts';

const trimmed = (row: readonly Cell[]): readonly Cell[] => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);

const tricky = [
  '0001',
  '913501111234567890',
  '123456789012345678',
  '=1+1',
  '+1',
  '-5',
  '@sum',
  "'quoted",
  "''twice",
  'TRUE',
  'false',
  '#N/A',
  '2026-03-01',
  '3-1',
  '3月1日',
  '2026年3月',
  '12:30',
  '1/2',
  '5%',
  '1E5',
  '(3)',
  '￥5',
  '１２３',
  'Mar 5',
  '第一行\n第二行',
  ' 前后有空格 ',
  '"引号"',
  '𠮷野',
  '=HYPERLINK("http://x.invalid","点我")',
  '无',
];

describe('texts', () => {
  it.each(['General', '@', 'yyyy-mm-dd', '0%', '00000'])(
    'in cells with the format %s stay letter for letter what they were, and nothing runs',
    async (format) => {
      const at = await opened();
      await typed(
        at,
        `A1:A${tricky.length}`,
        tricky.map(() => ['x']),
        format,
      );
      await at.host.write('Sheet1', [{ row: 0, column: 0, cells: tricky.map((text) => [text]) }]);
      const { rows } = await at.host.read('Sheet1');
      expect(rows.map(([cell]) => cell)).toEqual(tricky);
      const values = at.excel.workbook.sheet('Sheet1').rows.map((row) => row?.cells[0]);
      expect(values.every((cell) => cell?.formula === null)).toBe(true);
      const numbers = values.flatMap((cell) => (typeof cell?.value === 'string' ? [] : [cell?.value]));
      // A civil date in a cell for dates is one.
      expect(numbers).toHaveLength(format === 'yyyy-mm-dd' ? 1 : 0);
      at.excel.close();
    },
  );

  it('of 32,767 characters go in and come back; a longer one is refused by Excel with its reason, and the others are as they were', async () => {
    const at = await opened();
    const long = '长'.repeat(32_767);
    await at.host.write('Sheet1', [{ row: 0, column: 0, cells: [[long, '旁']] }]);
    expect((await at.host.read('Sheet1')).rows).toEqual([[long, '旁']]);
    expect(await kindOf(at.host.write('Sheet1', [{ row: 0, column: 0, cells: [[`${long}多`, '新']] }]))).toBe('host');
    expect((await at.host.read('Sheet1')).rows).toEqual([[long, '旁']]);
    at.excel.close();
  });

  it('null leaves a cell as it is, the empty text clears it', async () => {
    const at = await opened();
    await typed(at, 'A1:C1', [['甲', 7, '=1+1']]);
    await at.host.write('Sheet1', [{ row: 0, column: 0, cells: [['', null, null]] }]);
    expect((await at.host.read('Sheet1')).rows).toEqual([
      ['', { text: '7', was: 'number' }, { text: '2', was: 'number' }],
    ]);
    at.excel.close();
  });
});

describe('reading', () => {
  it('gives what a file of the same workbook gives: dates, percents, codes with zeros, numbers, truth values, merged cells', async () => {
    const at = await opened();
    await typed(at, 'A1:E1', [['文本', '数', '公式', '大数', '逻辑']]);
    await typed(at, 'A2:E2', [['0001', 12.5, '=1+1', '123456789012345678', true]], 'General');
    await typed(at, 'B3', [['2026-03-01']], 'yyyy/m/d');
    await typed(at, 'C3', [[0.05]], '0%');
    await typed(at, 'D3', [[123]], '00000');
    await typed(at, 'B4', [[46_082.5]], 'yyyy-mm-dd hh:mm:ss');
    await typed(at, 'A6:B6', [['合并', '']]);
    await at.excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A6:C7').merge(false);
      sheet.getRange('D7').values = [['旁']];
      await context.sync();
    });
    const read = await at.host.read('Sheet1');
    const [file] = value(await readWorkbook(await toXlsx(at.excel.workbook.book)));
    expect(read.rows).toEqual(file?.rows.map(trimmed));
    expect(read.rows[1]?.[3]).toEqual({ text: '123456789012346000', was: 'imprecise' });
    expect(read.rows[2]).toEqual(['', '2026-03-01', '5%', '00123']);
    expect(read.rows[3]).toEqual(['', '2026-03-01 12:00:00']);
    expect(read.rows.slice(5)).toEqual([
      ['合并', '合并', '合并'],
      ['合并', '合并', '合并', '旁'],
    ]);
    at.excel.close();
  });

  it('an error is told from a text that says the same', async () => {
    const at = await opened();
    await typed(at, 'A1:C1', [['=1/0', '#N/A', "'#N/A"]]);
    expect((await at.host.read('Sheet1')).rows).toEqual([
      [{ text: '#DIV/0!', was: 'error' }, { text: '#N/A', was: 'error' }, '#N/A'],
    ]);
    at.excel.close();
  });

  it('a blank worksheet has no rows, and a table that begins far from the corner keeps its place', async () => {
    const at = await opened();
    expect(await at.host.read('Sheet1')).toEqual({ name: 'Sheet1', rows: [] });
    await typed(at, 'C4', [['远']]);
    expect((await at.host.read('Sheet1')).rows).toEqual([[], [], [], ['', '', '远']]);
    at.excel.close();
  });

  it('days of a workbook that counts from 1904 are those that the person sees', () => {
    const date = { format: 'yyyy/m/d', type: 'Double' };
    expect(cellOf(46_082, { ...date, shown: '2026/3/1' })).toBe('2026-03-01');
    expect(cellOf(46_082 - 1462, { ...date, shown: '2026/3/1' })).toBe('2026-03-01');
    // A column too narrow shows no day; then the usual system is taken.
    expect(cellOf(46_082, { ...date, shown: '########' })).toBe('2026-03-01');
    expect(cellOf(-1, { ...date, shown: '########' })).toEqual({ text: '-1', was: 'number' });
  });

  it.each([
    ['yyyy-mm-dd', true],
    ['m"月"d"日"', true],
    ['m"月"', true],
    ['[$-804]aaaa', false],
    ['[$-F800]dddd, mmmm dd, yyyy', true],
    ['mm:ss', false],
    ['General', false],
    ['@', false],
    ['0.00"d"', false],
    ['[Red]0.00', false],
  ])('the format %s means a day: %s', (format, means) => {
    expect(isDateFormat(format)).toBe(means);
  });

  it('half as much is asked for when Excel says that it is too much, down to one row', async () => {
    const at = await opened();
    const row = Array.from({ length: 50 }, () => '宽'.repeat(1000));
    // 150 kB a row: forty rows are six megabytes.
    await at.host.write('Sheet1', [{ row: 0, column: 0, cells: Array.from({ length: 40 }, () => row) }]);
    const seen: number[] = [];
    const { rows } = await at.host.read('Sheet1', (done) => seen.push(done));
    expect(rows).toHaveLength(40);
    expect(seen.length).toBeGreaterThan(1);
    expect(rows[39]).toEqual(row);
    at.excel.close();
  });

  it('one row of more than five megabytes is refused by name, and writing half of it harms nothing', async () => {
    const at = await opened();
    const huge = Array.from({ length: 60 }, () => '巨'.repeat(32_767));
    expect(await kindOf(at.host.write('Sheet1', [{ row: 0, column: 0, cells: [huge] }]))).toBe('too-large');
    expect((await at.host.read('Sheet1')).rows).toEqual([]);
    await at.host.write('Sheet1', [{ row: 0, column: 0, cells: [huge.slice(0, 30)] }]);
    await at.host.write('Sheet1', [{ row: 0, column: 30, cells: [huge.slice(30)] }]);
    expect(await kindOf(at.host.read('Sheet1'))).toBe('too-large');
    at.excel.close();
  });

  it('a worksheet of more rows than any of ours is refused before it is read', async () => {
    const at = await opened();
    await typed(at, 'A30000', [['底']]);
    expect(await kindOf(at.host.read('Sheet1'))).toBe('too-large');
    at.excel.close();
  });
});

describe('writing', () => {
  it('twenty thousand rows go in portions, tell how far they are, and come back the same', async () => {
    const batches: number[] = [];
    const at = await opened({ batched: ({ sent, answered }) => batches.push(Math.max(sent, answered)) });
    const cells = Array.from({ length: 20_000 }, (_, i) => [`0${i}`, '县市场监督管理局', '未发现问题']);
    const seen: number[] = [];
    await at.host.write('Sheet1', [{ row: 0, column: 0, cells }], (done, all) => seen.push(done / all));
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(3);
    expect((await at.host.read('Sheet1')).rows).toEqual(cells);
    expect(Math.max(...batches)).toBeLessThan(5_000_000);
    at.excel.close();
  });

  it('many single cells are few requests', async () => {
    let requests = 0;
    const at = await opened({ batched: () => requests++ });
    requests = 0;
    const blocks = Array.from({ length: 1000 }, (_, i) => ({ row: i * 3, column: i % 7, cells: [[`${i}`]] }));
    await at.host.write('Sheet1', blocks);
    expect(requests).toBeLessThan(20);
    const { rows } = await at.host.read('Sheet1');
    expect(blocks.every(({ row, column, cells }) => rows[row]?.[column] === cells[0]?.[0])).toBe(true);
    at.excel.close();
  });

  it('is done in halves where Excel takes less than we think', async () => {
    const at = await opened();
    at.excel.faults.plan({ batch: 1, what: { kind: 'request-too-large' } });
    const cells = Array.from({ length: 10 }, (_, i) => [`行${i}`]);
    await at.host.write('Sheet1', [{ row: 0, column: 0, cells }]);
    expect((await at.host.read('Sheet1')).rows).toEqual(cells);
    at.excel.close();
  });
});

it('portions hold every row once, in order', () => {
  const rows = Array.from({ length: 12_001 }, (_, i) => ['字'.repeat(i % 500)]);
  const made = portions(rows);
  expect(made.flatMap(({ rows: some }) => some)).toEqual(rows);
  expect(made.map(({ from }) => from)).toEqual(
    made.map((_, i) => made.slice(0, i).reduce((n, p) => n + p.rows.length, 0)),
  );
  expect(portions([])).toEqual([]);
});

it('an apostrophe is doubled whatever the format, since Excel swallows the first', () => {
  expect(written("'a", '@')).toBe("''a");
  expect(written('=1', '@')).toBe('=1');
  expect(written('=1', 'General')).toBe("'=1");
});
