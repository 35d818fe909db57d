import { existsSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { limits } from '../../core/sheet/grid.ts';
import { openFile } from '../../core/sheet/open.ts';
import { wordsOfOpenRefusal } from '../../core/sheet/open-words.ts';
import { subjects } from '../../core/sheet/subjects.ts';
import { sheetToWrite } from '../../core/sheet/template.ts';
import { readWorkbook, writeWorkbook } from '../../core/sheet/xlsx.ts';
import { aSubject } from '../registry/make.ts';
import { anySubject, context, read, texts, valuesOf } from './make.ts';

const day = '2026-03-01';

/** A workbook made by another library, as a department's Excel would save it. */
async function made(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('名录'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
async function opened(bytes: Uint8Array) {
  const grids = await openFile(bytes);
  if (!grids.ok) throw new Error(grids.error.kind);
  return grids.value;
}
async function byExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

describe('workbooks that are read', () => {
  it('dates are dates, formulas their stored values, booleans words, merged cells filled', async () => {
    const [grid] = await opened(
      await made((sheet) => {
        sheet.mergeCells('A1:D1');
        sheet.getCell('A1').value = '某县名录';
        sheet.addRow(['单位', '日期', '公式', '是否']);
        sheet.addRow(['甲局', new Date(Date.UTC(2026, 2, 31)), { formula: 'UPPER("a")', result: 'A' }, true]);
        sheet.addRow([null, null, null, false]);
        sheet.mergeCells('A3:A4');
      }),
    );
    expect(grid === undefined ? [] : texts(grid)).toEqual([
      ['某县名录', '某县名录', '某县名录', '某县名录'],
      ['单位', '日期', '公式', '是否'],
      ['甲局', '2026-03-31', 'A', '是'],
      ['甲局', '', '', '否'],
    ]);
  });

  it('a cell formatted as 5% reads 5%, one formatted as 00000 keeps its zeros', async () => {
    const [grid] = await opened(
      await made((sheet) => {
        sheet.addRow([0.05, 123, 0.125, 3]);
        sheet.getCell('A1').numFmt = '0%';
        sheet.getCell('B1').numFmt = '00000';
        sheet.getCell('C1').numFmt = '0.00%';
      }),
    );
    expect(grid === undefined ? [] : texts(grid)).toEqual([['5%', '00123', '12.5%', '3']]);
  });

  it('numbers say that they are numbers, and those of more than 15 digits that digits are lost', async () => {
    const [grid] = await opened(
      await made((sheet) => {
        sheet.addRow(['330105000123456', 330105000123456, 913300005660000000, { error: '#N/A' }]);
      }),
    );
    expect(grid?.rows[0]).toEqual([
      '330105000123456',
      { text: '330105000123456', was: 'number' },
      { text: '913300005660000000', was: 'imprecise' },
      { text: '#N/A', was: 'error' },
    ]);
  });

  it('a formula without a stored value is told', async () => {
    const [grid] = await opened(await made((sheet) => sheet.addRow(['x', { formula: 'A1&"y"', result: undefined }])));
    expect(grid?.rows[0]?.[1]).toMatchObject({ was: 'uncalculated' });
  });

  it('hidden and empty sheets are left out, blank rows at the end too', async () => {
    const grids = await opened(
      await made((sheet, book) => {
        sheet.addRow(['a', 'b']);
        sheet.getCell('B500').numFmt = '@';
        book.addWorksheet('空');
        book.addWorksheet('内部', { state: 'hidden' }).addRow(['x']);
      }),
    );
    expect(grids.map((grid) => [grid.name, grid.rows.length])).toEqual([['名录', 1]]);
  });
});

describe('files that are refused, with what to do', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  const compound = new Uint8Array(600);
  compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const encrypted = compound.slice();
  encrypted.set(Buffer.from('EncryptedPackage', 'utf16le'), 512);

  it.each([
    ['an .xls of Excel 97–2003', compound, 'old-xls'],
    ['a workbook with a password', encrypted, 'password'],
    [
      'XML of 2003 called .xlsx',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'xml-2003',
    ],
    ['a web page called .xls', text('<html><head></head><body><table><tr><td>名称</td></tr></table>'), 'web-page'],
    ['a broken archive', text('PK\u0003\u0004 not really'), 'unpacks-too-large'],
  ])('%s', async (_, bytes, kind) => {
    const found = await openFile(bytes);
    expect(found).toMatchObject({ ok: false, error: { kind } });
    expect(found.ok ? '' : wordsOfOpenRefusal(found.error).zh).toMatch(/另存为|取消密码/);
  });

  it('a workbook that unpacks to more than is allowed is not unpacked', async () => {
    const bytes = await made((sheet) => {
      for (let i = 0; i < 2000; i++) sheet.addRow(['同一行内容同一行内容', '同一行内容同一行内容']);
    });
    expect(await readWorkbook(bytes, { ...limits, unpacked: 50_000 })).toMatchObject({
      error: { kind: 'unpacks-too-large' },
    });
    expect(await readWorkbook(bytes, { ...limits, rows: 1999 })).toMatchObject({ error: { kind: 'too-many-rows' } });
    expect(await readWorkbook(bytes, { ...limits, cells: 3999 })).toMatchObject({ error: { kind: 'too-many-cells' } });
    expect(await readWorkbook(bytes)).toMatchObject({ ok: true });
  });

  it('a merged area that claims the whole sheet is filled as far as the table reaches', async () => {
    const rows = [
      ['某县名录', ''],
      ['甲局', '乙局'],
    ];
    const merges = Array.from({ length: 3 }, () => ({ startRow: 0, startCol: 0, endRow: 0, endCol: 16_383 }));
    const bytes = await writeXlsx({ sheets: [{ name: '名录', rows, merges }] });
    const [grid] = await opened(bytes);
    expect(grid === undefined ? [] : texts(grid)).toEqual([
      ['某县名录', '某县名录'],
      ['甲局', '乙局'],
    ]);
    expect(await readWorkbook(bytes, { ...limits, cells: 9 })).toMatchObject({ error: { kind: 'too-many-cells' } });
  });

  it('one cell in the last corner of a sheet does not exhaust the machine', async () => {
    const bytes = await made((sheet) => {
      sheet.getCell('A1').value = 'a';
      sheet.getCell('XFD1048576').value = 'z';
    });
    // It lies beyond every table of ours, so that it is not read.
    expect(await readWorkbook(bytes)).toMatchObject({ ok: true });
  });

  it('a changed byte within the archive is found', async () => {
    const bytes = await made((sheet) => sheet.addRow(['望江']));
    const at = Math.floor(bytes.length / 2);
    bytes.fill(0x55, at, at + 40);
    expect(await openFile(bytes)).toMatchObject({ ok: false });
  });
});

describe('workbooks that are written', () => {
  it('another library reads text as text, the header frozen, a drop-down for each column of options', async () => {
    const book = await byExcelJs(
      await writeWorkbook([sheetToWrite(subjects, [aSubject({ name: '=1+1' })], context)], day),
    );
    const sheet = book.getWorksheet('检查对象名录库');
    expect(sheet?.getCell('B2').value).toBe('=1+1');
    expect(sheet?.getCell('A2').numFmt).toBe('@');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell('C2').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$A$1:$A$7"] });
    expect(book.getWorksheet('选项')?.state).toBe('veryHidden');
    expect(book.getWorksheet('选项')?.getCell('A1').value).toBe('企业');
  });

  it('the same content gives the same bytes', async () => {
    const sheet = sheetToWrite(subjects, [aSubject()], context);
    expect(await writeWorkbook([sheet], day)).toEqual(await writeWorkbook([sheet], day));
  });

  it('what is written reads back as the same subjects', async () => {
    const several = fc.uniqueArray(anySubject, { selector: (subject) => subject.number, minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(several, async (values) => {
        const [grid] = await opened(await writeWorkbook([sheetToWrite(subjects, values, context)], day));
        expect(grid === undefined ? [] : valuesOf(read(grid, subjects))).toEqual(values);
      }),
      { numRuns: 20 },
    );
  });
});

const workbooks = new URL('../../../shared/data/workbooks/', import.meta.url);
describe.skipIf(!existsSync(workbooks))('real workbooks (needs ../shared, which is not part of the project)', () => {
  const real = (name: string) => opened(new Uint8Array(readFileSync(new URL(name, workbooks))));

  it('a list drawn by a province is read whole', async () => {
    const [grid] = await real('zj_dishonest_2883.xlsx');
    const reading = grid === undefined ? null : read(grid, subjects);
    expect([reading?.accepted.length, reading?.rejected.length]).toEqual([2883, 0]);
  });

  it('an .xlsx that is called .xls is read, its header found under the merged title', async () => {
    const [grid] = await real('zj_import_template_entities_xlsx_named_xls.xls');
    expect(grid === undefined ? 0 : read(grid, subjects).recognised.headerRow).toBe(1);
  });

  it('the header of an import template is found under its instructions', async () => {
    const [grid] = await real('zj_import_template_special_library.xlsx');
    const found = grid === undefined ? null : read(grid, subjects).recognised;
    expect(found?.columns.map((each) => each.header)).toContain('统一社会信用代码/注册号');
  });
});
