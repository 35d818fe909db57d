import { describe, expect, it } from 'vitest';
import { takeFile } from '../../../addin/host/file/open-file-host.ts';
import { HostTrouble } from '../../../addin/host/sheet-host.ts';
import { writeSheets } from '../../../core/sheet/xlsx.ts';
import { byExcelJs, countyPlan, hostOf, made, newHost, partsOf, planLayout, texts, today } from './make.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const compound = new Uint8Array(600);
compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const encrypted = compound.slice();
encrypted.set(Buffer.from('EncryptedPackage', 'utf16le'), 512);
const openDocument = bytesOf(`PK\u0003\u0004${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`);

async function refusal(act: Promise<unknown>) {
  try {
    await act;
    return null;
  } catch (error) {
    return error instanceof HostTrouble ? error.refusal : error;
  }
}

describe('files that are not taken', () => {
  it.each([
    ['an .xls of Excel 97–2003', compound, /另存为 .xlsx/],
    ['a workbook with a password', encrypted, /取消密码/],
    ['an .ods', openDocument, /\.ods.*另存为 .xlsx/],
    ['a broken archive', bytesOf('PK\u0003\u0004 not really'), /另存为新的/],
    ['an empty file', new Uint8Array(), /文件是空的/],
    ['more than 20 MB', new Uint8Array(20_000_001).fill(0x50, 0, 1).fill(0x4b, 1, 2), /20 MB/],
    ['a web page', bytesOf('<html><body><table></table></body></html>'), /网页/],
  ])('%s: said what to do, and the workbook that was open stays', async (_, bytes, words) => {
    const host = await hostOf(await countyPlan());
    const taken = await takeFile(host, { name: '文件.xlsx', bytes }, today);
    expect(taken.ok ? '' : taken.error.zh).toMatch(words);
    expect((await host.worksheets()).map((each) => each.name)).toEqual(['计划', '汇总']);
  });

  it('a workbook of which bytes were changed', async () => {
    const bytes = await countyPlan();
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 100;
    bytes.fill(0x55, at, at + 80);
    const taken = await takeFile(newHost(), { name: 'x.xlsx', bytes }, today);
    expect(taken.ok ? '' : taken.error.zh).toMatch(/已损坏/);
  });

  it('a part that is cut off is told before anything is written', async () => {
    const bytes = await countyPlan();
    const taken = await takeFile(newHost(), { name: 'x.xlsx', bytes: bytes.subarray(0, 4000) }, today);
    expect(taken.ok).toBe(false);
  });
});

describe('files that are taken with a word', () => {
  it('a CSV is made a workbook, all of it text, and given back as .xlsx', async () => {
    const host = newHost();
    const csv = bytesOf('任务名称,编号,抽查比例\n加油站检查,007,5%\n=1+1,008,10%\n');
    const taken = await takeFile(host, { name: '县计划.csv', bytes: csv }, today);
    expect(taken.ok ? taken.value?.zh : '').toMatch(/CSV.*\.xlsx/);
    expect(host.workbook()).toBe('县计划.xlsx');
    expect(texts(await host.read('县计划'))[1]).toEqual(['加油站检查', '007', '5%']);
    const book = await byExcelJs(await host.save());
    expect(book.getWorksheet('县计划')?.getCell('A3').value).toBe('=1+1');
  });

  it('an .xlsx that is called .xls is given back under its right name', async () => {
    const host = await hostOf(await countyPlan(), '某县计划.xls');
    expect(host.workbook()).toBe('某县计划.xlsx');
  });
});

describe('what cannot be done is a refusal with its name, and nothing is half done', () => {
  it('a worksheet that is not there or not to be seen', async () => {
    const host = await hostOf(await countyPlan());
    expect(await refusal(host.read('别的'))).toEqual({ kind: 'no-worksheet', worksheet: '别的' });
    expect(await refusal(host.write('内部', []))).toEqual({ kind: 'no-worksheet', worksheet: '内部' });
  });

  it('a worksheet that its owner has protected', async () => {
    const bytes = await writeSheets([{ name: '计划', rows: [['a']], protection: { sheet: true } }], today);
    const host = await hostOf(bytes);
    expect(await refusal(host.write('计划', [{ row: 0, column: 0, cells: [['b']] }]))).toMatchObject({
      kind: 'protected',
    });
    expect(host.changed()).toBe('nothing');
  });

  it('a cell of 5 MB: read and kept as it is; written it would spoil the file, so that it is not', async () => {
    const long = '长'.repeat(1_700_000);
    const bytes = await writeSheets([{ name: '计划', rows: [['任务名称'], [long]] }], today);
    const host = await hostOf(bytes);
    expect(texts(await host.read('计划'))[1]?.[0]).toBe(long);
    await host.write('计划', [{ row: 0, column: 1, cells: [['抽查比例']] }]);
    expect(texts(await hostOf(await host.save()).then((again) => again.read('计划')))[1]?.[0]).toBe(long);
    const cells = [['x'], [long]];
    expect(await refusal(host.write('计划', [{ row: 1, column: 1, cells }]))).toMatchObject({ code: 'CellTooLong' });
    expect(texts(await host.read('计划')).map((row) => row[1])).toEqual(['抽查比例', '']);
  });

  it('more than 20,000 rows: other worksheets of the file can be worked with', async () => {
    const rows = Array.from({ length: 20_200 }, (_, i) => [`企业${i}`]);
    const host = await hostOf(
      await writeSheets(
        [
          { name: '全县', rows },
          { name: '计划', rows: [['a']] },
        ],
        today,
      ),
    );
    expect(await refusal(host.read('全县'))).toMatchObject({ kind: 'too-large', worksheet: '全县' });
    expect(texts(await host.read('计划'))).toEqual([['a']]);
  });
});

describe('texts that are meant to do harm', () => {
  it.each([
    '=cmd|"/C calc"!A0',
    '@SUM(1)',
    '+1',
    '</t></is></c><c r="Z1"><v>1</v>',
    '&#0;&amp;',
    '_x000D_\u0000\u0001\ufffe',
    '甲\ud800乙',
    ' 两边 空格 ',
    '一行\n两行',
  ])('%j comes back as it was given', async (text) => {
    const host = await hostOf(await countyPlan());
    await host.write('计划', [{ row: 4, column: 0, cells: [[text]] }]);
    const again = await hostOf(await host.save());
    expect(texts(await again.read('计划'))[4]?.[0]).toBe(text.toWellFormed());
    expect((await partsOf(await host.save())).get('xl/worksheets/sheet1.xml')).not.toContain('<f>cmd');
  });

  it('a text like a formula stays text when it is typed in again', async () => {
    const host = await hostOf(await countyPlan());
    await host.write('计划', [{ row: 4, column: 0, cells: [['=1+1']] }]);
    const parts = await partsOf(await host.save());
    const style = /<c r="A5" s="(\d+)"/.exec(parts.get('xl/worksheets/sheet1.xml') ?? '')?.[1];
    const formats = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
    expect(formats.split(/(?=<xf )/)[Number(style)]).toContain('quotePrefix="1"');
  });
});

describe('workbooks as other programs write them', () => {
  it('a program that writes its own prefix before every element', async () => {
    const bytes = await countyPlan();
    const { OfficePackage } = await import('../../../addin/host/file/office-package.ts');
    const file = new OfficePackage(bytes);
    for (const part of ['xl/worksheets/sheet2.xml', 'xl/styles.xml', 'xl/workbook.xml']) {
      const xml = await file.text(part);
      const named = xml.replace(/<(\/?)(?![?!])(?![\w]+:)/g, '<$1x:').replace(' xmlns="', ' xmlns:x="');
      file.put(part, named);
    }
    const host = await hostOf(await file.bytes());
    await host.write('汇总', [{ row: 4, column: 0, cells: [['=甲']] }]);
    await host.create(planLayout());
    const again = await hostOf(await host.save());
    expect(texts(await again.read('汇总'))[4]?.[0]).toBe('=甲');
    expect((await again.worksheets()).map((each) => each.name)).toEqual(['计划', '汇总', '征询反馈2026-1']);
  });

  it('a workbook that counts days from 1904', async () => {
    const bytes = await made((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet('计划');
      sheet.getCell('A1').value = new Date(Date.UTC(2026, 2, 1));
      sheet.getCell('A1').numFmt = 'yyyy-mm-dd';
    });
    const host = await hostOf(bytes);
    const before = texts(await host.read('计划'))[0]?.[0];
    await host.write('计划', [{ row: 0, column: 0, cells: [['2026-12-31']] }]);
    expect([before, texts(await host.read('计划'))[0]?.[0]]).toEqual(['2026-03-01', '2026-12-31']);
  });
});

describe('the worksheet of figures', () => {
  const layout = {
    ...planLayout(0),
    name: '统计',
    titles: ['反馈情况'],
    columns: planLayout().columns.slice(0, 3),
    rows: [
      ['单位', '已反馈', '未反馈'],
      ['商务局', '3', '1'],
      ['公安局', '2', '0'],
    ],
  };
  const from = { row: 1, column: 0, rows: 3, columns: 3 };
  const charts = [{ title: '反馈', kind: 'column' as const, from, at: { ...from, row: 5, rows: 16 } }];

  it('has numbers and a native chart, made anew each time; one that a person called so is left alone', async () => {
    const host = await hostOf(await made((book) => void book.addWorksheet('统计').addRow(['我的统计'])));
    expect(await host.figures(layout, charts)).toBe('统计 (2)');
    expect(await host.figures(layout, charts)).toBe('统计 (2)');
    const parts = await partsOf(await host.save());
    expect([...parts.keys()].filter((name) => /charts\/chart|drawings\/drawing/.test(name)).sort()).toEqual([
      'xl/charts/chart1.xml',
      'xl/drawings/drawing1.xml',
    ]);
    expect(parts.get('xl/charts/chart1.xml')).toContain("'统计 (2)'!$B$3:$B$4");
    const book = await byExcelJs(await host.save());
    expect(book.getWorksheet('统计 (2)')?.getCell('B3').value).toBe(3);
    expect(book.getWorksheet('统计')?.getCell('A1').value).toBe('我的统计');
  });
});

it('a worksheet of eleven hundred rows is created, marked and given back, and it is told how far that has come', async () => {
  const host = newHost();
  const [row = []] = planLayout().rows;
  const layout = { ...planLayout(0), rows: Array.from({ length: 1100 }, (_, i) => [`${i}`, ...row.slice(1)]) };
  const name = await host.create(layout);
  const verdict = layout.columns.length - 2;
  const marks = Array.from({ length: 1100 }, (_, i) => ({ row: 4 + i, text: '✗ 抽查比例：必填', columns: [9] }));
  const area = { headerRow: 3, firstRow: 4, lastRow: 1103, firstColumn: 0, lastColumn: verdict + 1, verdict };
  const told: number[] = [];
  await host.mark(name, area, marks, (done) => told.push(done));
  expect(told).toEqual([1000, 1100]);
  const again = texts(await (await hostOf(await host.save())).read(name));
  expect(again).toHaveLength(1104);
  expect(again.at(-1)?.[verdict]).toBe('✗ 抽查比例：必填');
});
