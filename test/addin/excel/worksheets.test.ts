/** Worksheets that the host makes and changes: tables, drop-downs, rules, verdicts. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { HostTrouble } from '../../../addin/host/sheet-host.ts';
import { maxColumns, maxRows } from '../../../addin/practice/model/address.ts';
import { deleteCells, insertCells } from '../../../addin/practice/model/moves.ts';
import { deleteSheet, renameSheet } from '../../../addin/practice/model/sheets.ts';
import { toXlsx } from '../../../addin/practice/to-xlsx.ts';
import { column, kindOf, layout, type Opened, opened, sheetAt, sheetNames } from './opened.ts';

const styleOf = (at: Opened, name: string, row: number, column: number) => {
  const { workbook } = at.excel;
  return workbook.book.styles[sheetAt(at, name).rows[row]?.cells[column]?.style ?? 0];
};

describe('a worksheet of ours', () => {
  const rows = [
    ['0001', '2026-03-01', '合格', '', 'id-1'],
    ['=1+1', '三月', '', '', 'id-2'],
  ];

  it('has its titles, one table with spare rows, texts as texts, days as days, and its id column hidden', async () => {
    const at = await opened();
    const name = await at.host.create(layout({ rows }));
    expect(name).toBe('抽查名单');
    expect((await at.host.read(name)).rows).toEqual([
      ['清漪县抽查名单'],
      ['请于6月30日前填报'],
      ['代码 *', '日期', '结果', '校验结果', '行标识'],
      ['0001', '2026-03-01', '合格', '', 'id-1'],
      ['=1+1', '三月', '', '', 'id-2'],
    ]);
    const made = sheetAt(at, name);
    expect(made.tables.map(({ area }) => area)).toEqual([{ row: 2, column: 0, rows: 6, columns: 5 }]);
    expect(made.columns[4]?.hidden).toBe(true);
    expect(made.freeze).toEqual({ rows: 3, columns: 0 });
    expect(typeof made.rows[3]?.cells[1]?.value).toBe('number');
    expect(styleOf(at, name, 7, 0)?.numberFormat).toBe('@');
    expect(styleOf(at, name, 7, 1)?.numberFormat).toBe('yyyy-mm-dd');
    expect((await at.host.worksheets()).map(({ name: shown }) => shown)).toEqual(['Sheet1', '抽查名单']);
    at.excel.close();
  });

  it('its first columns stay in sight, and with the header they are printed on every page; the file says the same', async () => {
    const at = await opened();
    const name = await at.host.create(layout({ rows, frozen: 2 }));
    const made = sheetAt(at, name);
    expect(made.freeze).toEqual({ rows: 3, columns: 2 });
    expect(made.print).toMatchObject({ orientation: 'Landscape', titleRows: '$3:$3', titleColumns: '$A:$B' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await toXlsx(at.excel.workbook.book)).buffer);
    expect(book.getWorksheet(name)?.pageSetup).toMatchObject({ printTitlesRow: '3:3', printTitlesColumn: 'A:B' });
    at.excel.close();
  });

  it('takes another name where its own is taken, in whichever case, and never more than 31 characters', async () => {
    const at = await opened();
    const long = `${'名'.repeat(30)}A`;
    expect(await at.host.create(layout({ name: long }))).toBe(long);
    expect(await at.host.create(layout({ name: long.toLowerCase() }))).toBe(`${'名'.repeat(27)} (2)`);
    expect(await at.host.create(layout({ name: 'Plan' }))).toBe('Plan');
    expect(await at.host.create(layout({ name: 'PLAN' }))).toBe('PLAN (2)');
    at.excel.close();
  });

  it('drop-downs come from names; the same list is kept once, several words at once are let through', async () => {
    const at = await opened();
    const several = column('方式', { choices: { options: ['实地', '网络'], several: true } });
    const name = await at.host.create(layout({ columns: [...layout().columns, several] }));
    await at.host.create(layout({ name: '又一张' }));
    const { validations } = sheetAt(at, name);
    const lists = validations.flatMap(({ rule, errorAlert, area }) =>
      'list' in rule ? [{ rule: rule.list, alert: errorAlert?.showAlert, rows: area.rows }] : [],
    );
    expect(lists).toEqual([
      { rule: { inCellDropDown: true, source: '=明抽_选项_1' }, alert: true, rows: 3 },
      { rule: { inCellDropDown: true, source: '=明抽_选项_2' }, alert: false, rows: 3 },
    ]);
    const held = sheetAt(at, '_明抽_选项');
    expect(held.visibility).toBe('VeryHidden');
    expect(held.rows.map((row) => row?.cells[0]?.value)).toEqual(['合格', '不合格,限期改正', '="其他"']);
    expect(held.rows.every((row) => row?.cells.every((cell) => cell?.formula === null))).toBe(true);
    expect(at.excel.workbook.book.names.map(({ name: each }) => each)).toEqual(['明抽_选项_1', '明抽_选项_2']);
    at.excel.close();
  });

  it('drop-downs are put right again where somebody has deleted their worksheet or a name', async () => {
    const at = await opened();
    await at.host.create(layout());
    at.person((lists) => {
      lists.visibility = 'Visible';
      deleteSheet(at.excel.workbook, lists);
    }, '_明抽_选项');
    await at.host.create(layout({ name: '又一张' }));
    expect(at.excel.workbook.book.names.map(({ formula }) => formula)).toEqual(["='_明抽_选项'!$A$1:$A$3"]);
    at.excel.workbook.book.names.splice(0);
    await at.host.create(layout({ name: '第三张' }));
    expect(at.excel.workbook.book.names.map(({ name }) => name)).toEqual(['明抽_选项_1']);
    at.excel.close();
  });

  it('one that Excel could not finish leaves nothing behind that looks whole, and the next attempt begins anew', async () => {
    const at = await opened();
    at.excel.faults.plan({ batch: 2, what: { kind: 'refuse', code: 'GeneralException' } });
    expect(await kindOf(at.host.create(layout({ rows })))).toBe('host');
    expect((await at.host.worksheets()).map(({ name }) => name)).toEqual(['Sheet1']);
    expect(await at.host.create(layout({ rows }))).toBe('抽查名单');
    expect(sheetNames(at).filter((name) => !name.startsWith('_'))).toEqual(['Sheet1', '抽查名单']);
    expect(sheetNames(at)).not.toContain('_明抽_未完成');
    at.excel.close();
  });

  it('while somebody types in a cell it waits, and is made once', async () => {
    const at = await opened();
    for (const batch of [2, 3])
      at.excel.faults.plan({ batch, what: { kind: 'refuse', code: 'InvalidOperationInCellEditMode' } });
    expect(await at.host.create(layout({ rows }))).toBe('抽查名单');
    expect(sheetNames(at).filter((name) => !name.startsWith('_'))).toEqual(['Sheet1', '抽查名单']);
    at.excel.faults.beginEdit(100);
    await at.host.write('抽查名单', [{ row: 3, column: 0, cells: [['0002']] }]);
    expect((await at.host.read('抽查名单')).rows[3]?.[0]).toBe('0002');
    at.excel.close();
  });

  it('twenty thousand rows are made and said to be on their way', async () => {
    const at = await opened();
    const many = Array.from({ length: 20_000 }, (_, i) => [`00${i}`, '2026-03-01', '合格', '', `id-${i}`]);
    const seen: number[] = [];
    const name = await at.host.create(layout({ rows: many, spare: 0 }), (done) => seen.push(done));
    expect(seen).toEqual([5000, 10_000, 15_000, 20_000]);
    const { rows: read } = await at.host.read(name);
    expect(read).toHaveLength(20_003);
    expect(read.at(-1)).toEqual(many.at(-1));
    at.excel.close();
  });
});

describe('refusals have names', () => {
  it('a worksheet that was renamed or deleted meanwhile', async () => {
    const at = await opened();
    const name = await at.host.create(layout());
    at.person((made) => renameSheet(at.excel.workbook, made, '改了名'), name);
    const acts = [
      at.host.read(name),
      at.host.write(name, [{ row: 0, column: 0, cells: [['x']] }]),
      at.host.removeRows(name, [3]),
      at.host.show(name, 0, 0),
      at.host.addColumns(name, 2, 4, []),
      at.host.mark(name, { headerRow: 2, firstRow: 3, lastRow: 4, firstColumn: 0, lastColumn: 4, verdict: 3 }, []),
    ];
    expect(await Promise.all(acts.map(kindOf))).toEqual(acts.map(() => 'no-worksheet'));
    at.excel.close();
  });

  it('a protected worksheet, and nothing in it is touched', async () => {
    const at = await opened();
    const name = await at.host.create(layout({ rows: [['1', '', '', '', 'a']] }));
    at.person((made) => {
      made.protection = { options: {}, password: '' };
    }, name);
    const area = { headerRow: 2, firstRow: 3, lastRow: 3, firstColumn: 0, lastColumn: 4, verdict: 3 };
    expect(await kindOf(at.host.write(name, [{ row: 3, column: 0, cells: [['x']] }]))).toBe('protected');
    expect(await kindOf(at.host.removeRows(name, [3]))).toBe('protected');
    expect(await kindOf(at.host.mark(name, area, [{ row: 3, text: '✗ 错', columns: [] }]))).toBe('protected');
    expect(await kindOf(at.host.addColumns(name, 2, 4, [column('新')]))).toBe('protected');
    expect((await at.host.read(name)).rows[3]).toEqual(['1', '', '', '', 'a']);
    at.excel.close();
  });

  it('what Excel says with a code of its own is passed on', async () => {
    const at = await opened();
    at.excel.faults.plan({ batch: 1, what: { kind: 'refuse', code: 'ServiceNotAvailable', message: '稍后再试' } });
    await expect(at.host.read('Sheet1')).rejects.toMatchObject({
      refusal: { kind: 'host', code: 'ServiceNotAvailable', message: '稍后再试' },
    });
    expect(new HostTrouble({ kind: 'editing' }).message).toBe('editing');
    at.excel.close();
  });
});

describe('verdicts', () => {
  const area = { headerRow: 2, firstRow: 3, lastRow: 5, firstColumn: 0, lastColumn: 4, verdict: 3 };
  const formulas = (at: Opened, name: string) =>
    sheetAt(at, name)
      .conditionalFormats.map(({ formula }) => formula)
      .sort();
  const marked = async () => {
    const at = await opened();
    const name = await at.host.create(
      layout({ rows: [['1'], ['2'], ['3']].map((row) => [...row, '', '', '', row[0] ?? '']) }),
    );
    await at.host.mark(name, area, [{ row: 3, text: '✗ 代码：应为3位', columns: [0] }]);
    return { at, name };
  };

  it('stand beside their rows; rows that are not named are cleared', async () => {
    const { at, name } = await marked();
    await at.host.mark(name, area, [{ row: 4, text: '！ 2026-03-01 请核对', columns: [] }]);
    const { rows } = await at.host.read(name);
    expect(rows.slice(3).map((row) => row[3])).toEqual(['', '！ 2026-03-01 请核对', '']);
    at.excel.close();
  });

  it('are coloured by one rule for each weight, put once however often it is checked', async () => {
    const { at, name } = await marked();
    await at.host.mark(name, area, []);
    await at.host.mark(name, area, []);
    expect(formulas(at, name)).toEqual(['=LEFT($D4,1)="✗"', '=LEFT($D4,1)="！"']);
    at.excel.close();
  });

  it('the rules go along when a column is inserted before them, and are put right when somebody has spoilt or doubled them', async () => {
    const { at, name } = await marked();
    at.person((made) => {
      insertCells(at.excel.workbook, made, { row: 0, column: 1, rows: maxRows, columns: 1 }, 'column');
    }, name);
    expect(formulas(at, name)).toEqual(['=LEFT($E4,1)="✗"', '=LEFT($E4,1)="！"']);
    const moved = { ...area, lastColumn: 5, verdict: 4 };
    const before = sheetAt(at, name).conditionalFormats.map(({ id }) => id);
    await at.host.mark(name, moved, []);
    expect(sheetAt(at, name).conditionalFormats.map(({ id }) => id)).toEqual(before);
    at.person((made) => {
      made.conditionalFormats = made.conditionalFormats.flatMap((each) => [
        { ...each, area: { ...each.area, rows: 1 } },
        { ...each, id: `${each.id}+`, area: { ...each.area, row: 4, rows: 10 } },
      ]);
    }, name);
    await at.host.mark(name, moved, []);
    expect(formulas(at, name)).toEqual(['=LEFT($E4,1)="✗"', '=LEFT($E4,1)="！"']);
    at.excel.close();
  });

  it('a rule of the person’s own is left alone', async () => {
    const { at, name } = await marked();
    at.person((made) => {
      const [first] = made.conditionalFormats;
      if (first) made.conditionalFormats.push({ ...first, id: 'own', formula: '=$A4="✗"' });
    }, name);
    await at.host.mark(name, { ...area, lastColumn: 3 }, []);
    expect(formulas(at, name)).toEqual(['=$A4="✗"', '=LEFT($D4,1)="✗"', '=LEFT($D4,1)="！"']);
    at.excel.close();
  });

  it('a verdict longer than a cell is cut, and one that reads like a formula stays a text', async () => {
    const { at, name } = await marked();
    await at.host.mark(name, area, [
      { row: 3, text: `✗ ${'很'.repeat(40_000)}`, columns: [] },
      { row: 4, text: '=1+1', columns: [] },
    ]);
    const { rows } = await at.host.read(name);
    expect(String(rows[3]?.[3])).toHaveLength(32_766);
    expect(rows[4]?.[3]).toBe('=1+1');
    at.excel.close();
  });
});

describe('rows taken out', () => {
  it('in any order, also inside a table, and the others keep theirs', async () => {
    const at = await opened();
    const rows = Array.from({ length: 8 }, (_, i) => [`c${i}`, '', '', '', `id${i}`]);
    const name = await at.host.create(layout({ rows, spare: 0 }));
    await at.host.removeRows(name, [4, 10, 3, 4, 7]);
    expect((await at.host.read(name)).rows.slice(3).map((row) => row[0])).toEqual(['c2', 'c3', 'c5', 'c6']);
    expect(sheetAt(at, name).tables[0]?.area.rows).toBe(5);
    await at.host.removeRows(name, []);
    at.excel.close();
  });
});

it('rows that people delete or insert under the host are no trouble for the next look', async () => {
  const at = await opened();
  const name = await at.host.create(layout({ rows: [['1', '', '', '', 'a']] }));
  at.person(
    (made) => deleteCells(at.excel.workbook, made, { row: 0, column: 0, rows: 1, columns: maxColumns }, 'row'),
    name,
  );
  expect((await at.host.read(name)).rows[2]).toEqual(['1', '', '', '', 'a']);
  await at.host.show(name, 2, 0);
  expect(at.excel.workbook.book.selection).toMatchObject({ row: 2, column: 0 });
  at.excel.close();
});
