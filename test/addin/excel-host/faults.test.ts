/** Limits, faults on demand, and events, through Microsoft's own Office.js. */
import { describe, expect, it } from 'vitest';
import { writeCells } from '../../../addin/practice/model/cells.ts';
import { openExcel } from '../../../addin/practice/open-excel.ts';
import { refusedWith } from './refused.ts';

const rows = (count: number, text = '某某市某某区某某餐饮管理有限公司') =>
  Array.from({ length: count }, (_each, n) => Array.from({ length: 12 }, () => `${text}${n}`));
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('limits', () => {
  it('20,000 rows of twelve columns are written and read in blocks, and refused as one answer', async () => {
    const { run } = await openExcel();
    const all = rows(20_000);
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      for (let at = 0; at < all.length; at += 4000) {
        sheet.getRangeByIndexes(at, 0, 4000, 12).values = all.slice(at, at + 4000);
        await context.sync();
      }
      const last = sheet.getRangeByIndexes(19_999, 0, 1, 12).load('values');
      await context.sync();
      expect(last.values).toEqual(all.slice(-1));
    });
    const refused = refusedWith(run, (context) =>
      context.workbook.worksheets.getItem('Sheet1').getUsedRange().load('values'),
    );
    expect(await refused).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('a request beyond 5 MB is refused and nothing of it is done', async () => {
    const { run, workbook } = await openExcel();
    const refused = refusedWith(run, (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:L9000').values = rows(9000);
    });
    expect(await refused).toBe('RequestPayloadSizeLimitExceeded');
    expect(workbook.book.sheets[0]?.rows).toEqual([]);
  });

  it('more than five million cells come back as nothing, without an error', async () => {
    const { run } = await openExcel();
    await run(async (context) => {
      const columns = context.workbook.worksheets.getItem('Sheet1').getRange('A:F').load('values,address');
      await context.sync();
      expect([columns.values, columns.address]).toEqual([null, 'Sheet1!A:F']);
    });
  });

  it('a member that the window lacks is refused under its name', async () => {
    const { run } = await openExcel();
    await expect(
      run(async (context) => {
        context.workbook.getSelectedRange().getPivotTables();
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Range.GetPivotTables') });
  });

  it('says which versions of the interface it has', async () => {
    const { Office } = await openExcel({ excelApi: '1.14' });
    const has = (version: string) => Office.context.requirements.isSetSupported('ExcelApi', version);
    expect([has('1.14'), has('1.17'), Office.context.displayLanguage]).toEqual([true, false, 'zh-CN']);
  });
});

describe('faults', () => {
  it('the batch that was meant is refused, and those around it are not', async () => {
    const { run, faults } = await openExcel();
    faults.plan({ batch: 2, what: { kind: 'refuse', code: 'GeneralException' } });
    const outcomes: string[] = [];
    for (let n = 0; n < 3; n++) outcomes.push(await refusedWith(run, (context) => context.workbook.load('name')));
    expect(outcomes).toEqual(['nothing was refused', 'GeneralException', 'nothing was refused']);
  });

  it('an answer is lost after the cells were written, and the pane waits', async () => {
    const { run, faults, workbook, close } = await openExcel();
    faults.plan({ batch: 1, what: { kind: 'lose-answer' } });
    const writing = run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['写了']];
      await context.sync();
    });
    expect(await Promise.race([writing.then(() => 'answered'), pause(100).then(() => 'waits')])).toBe('waits');
    expect(workbook.book.sheets[0]?.rows[0]?.cells[0]?.value).toBe('写了');
    close();
  });

  it('while somebody types, requests are refused, or wait where they asked to', async () => {
    const { run, faults } = await openExcel();
    faults.beginEdit();
    expect(await refusedWith(run, (context) => context.workbook.load('name'))).toBe('InvalidOperationInCellEditMode');
    const waiting = run({ delayForCellEdit: true }, async (context) => {
      const { workbook } = context;
      workbook.load('name');
      await context.sync();
      return workbook.name;
    });
    expect(await Promise.race([waiting, pause(50).then(() => 'waits')])).toBe('waits');
    faults.endEdit();
    expect(await waiting).toBe('演练.xlsx');
  });
});

describe('events', () => {
  const listening = async () => {
    const excel = await openExcel();
    const heard: string[] = [];
    await excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address, source, triggerSource, details }) => {
        heard.push(
          `${address} ${source} ${triggerSource} ${details?.valueBefore ?? '…'}→${details?.valueAfter ?? '…'}`,
        );
      });
      await context.sync();
    });
    const sheet = excel.workbook.sheet('Sheet1');
    const write = (text: string) =>
      writeCells(excel.workbook, sheet, { row: 0, column: 0, rows: 1, columns: 1 }, [[text]]);
    return { ...excel, heard, write };
  };

  it('say who changed a cell: this add-in, the person here, or a co-author elsewhere', async () => {
    const { run, workbook, heard, write } = await listening();
    await run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('B1').values = [['甲']];
      await context.sync();
    });
    workbook.as('person', () => write('乙'));
    workbook.as('remote', () => write('丙'));
    await pause(30);
    expect(heard).toEqual(
      ['B1 Local ThisLocalAddin …→甲', 'A1 Local Unknown …→乙', 'A1 Remote Unknown 乙→丙'].map((each) =>
        each.replace('…→', '→'),
      ),
    );
  });

  it('are silent while the add-in has switched them off, and after the pane was closed', async () => {
    const { run, workbook, heard, write, close } = await listening();
    await run(async (context) => {
      context.runtime.enableEvents = false;
      context.workbook.worksheets.getItem('Sheet1').getRange('B1:B3').values = [[1], [2], [3]];
      await context.sync();
      context.runtime.enableEvents = true;
      await context.sync();
    });
    close();
    workbook.as('person', () => write('关闭以后'));
    await pause(30);
    expect(heard).toEqual([]);
  });
});
