/** The worksheet 统计 with Excel's own charts. */
import { describe, expect, it } from 'vitest';
import { renameSheet } from '../../../addin/practice/model/sheets.ts';
import { column, layout, opened, sheetAt, sheetNames, typed } from './opened.ts';

describe('figures', () => {
  const figures = layout({
    name: '统计',
    titles: ['=HYPERLINK("http://x.invalid")', '截至 2026-03-01'],
    columns: [column('部门'), column('回复')],
    rows: [
      ['部门', '回复'],
      ['=市监', '3'],
      ['2026-1', '4.5'],
    ],
  });
  const charts = [
    {
      title: '=回复',
      kind: 'column' as const,
      from: { row: 2, column: 0, rows: 3, columns: 2 },
      at: { row: 6, column: 0, rows: 16, columns: 4 },
    },
    {
      title: '占比',
      kind: 'pie' as const,
      from: { row: 2, column: 0, rows: 3, columns: 2 },
      at: { row: 23, column: 0, rows: 16, columns: 4 },
    },
  ];
  const made = async () => {
    const at = await opened();
    // The library that makes the worksheet looks for Microsoft's namespaces in the window, where a page has them.
    const before = { Excel: Reflect.get(globalThis, 'Excel'), Office: Reflect.get(globalThis, 'Office') };
    const figuresAt = async () => {
      Object.assign(globalThis, { Excel: at.excel.Excel, Office: at.excel.Office });
      try {
        return await at.host.figures(figures, charts);
      } finally {
        for (const [name, held] of Object.entries(before))
          if (held === undefined) Reflect.deleteProperty(globalThis, name);
          else Reflect.set(globalThis, name, held);
      }
    };
    return { at, figuresAt };
  };

  it('are numbers and texts, nothing runs, and each chart lies at a place of its own', async () => {
    const { at, figuresAt } = await made();
    expect(await figuresAt()).toBe('统计');
    expect((await at.host.read('统计')).rows).toEqual([
      ['=HYPERLINK("http://x.invalid")'],
      ['截至 2026-03-01'],
      ['部门', '回复'],
      ['=市监', { text: '3', was: 'number' }],
      ['2026-1', { text: '4.5', was: 'number' }],
    ]);
    const drawn = sheetAt(at, '统计').charts;
    expect(drawn.map(({ type, title, source }) => ({ type, title, source }))).toEqual([
      { type: 'ColumnClustered', title: '=回复', source: charts[0]?.from },
      { type: 'Pie', title: '占比', source: charts[1]?.from },
    ]);
    const [first, second] = drawn;
    expect((first?.top ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(second?.top ?? 0);
    expect([first?.left, second?.left]).toEqual([0, 0]);
    at.excel.close();
  });

  it('made anew they take the place of the old ones, also when these were renamed', async () => {
    const { at, figuresAt } = await made();
    await figuresAt();
    await typed(at, 'F9', [['上次留下的']], undefined, '统计');
    expect(await figuresAt()).toBe('统计');
    expect(sheetAt(at, '统计').charts).toHaveLength(2);
    expect((await at.host.read('统计')).rows).toHaveLength(5);
    at.person((own) => renameSheet(at.excel.workbook, own, '我们的统计'), '统计');
    expect(await figuresAt()).toBe('我们的统计');
    expect(sheetNames(at)).toEqual(['Sheet1', '我们的统计']);
    at.excel.close();
  });

  it('a worksheet 统计 that somebody made himself is left alone', async () => {
    const { at, figuresAt } = await made();
    at.person((own) => renameSheet(at.excel.workbook, own, '统计'));
    await typed(at, 'A1', [['辛苦整理的数']], undefined, '统计');
    expect(await figuresAt()).toBe('统计 (2)');
    expect((await at.host.read('统计')).rows).toEqual([['辛苦整理的数']]);
    at.excel.close();
  });
});
