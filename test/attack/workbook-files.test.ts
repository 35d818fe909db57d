/** Workbook files that are made to hang, to swell, or to be read one way and written another. */
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OfficePackage } from '../../addin/host/file/office-package.ts';
import { takeFile } from '../../addin/host/file/open-file-host.ts';
import { readZip, unpack } from '../../addin/host/file/zip.ts';
import { HostTrouble } from '../../addin/host/sheet-host.ts';
import { planLimits } from '../../core/sheet/grid.ts';
import { openFile } from '../../core/sheet/open.ts';
import { byExcelJs, hostOf, made, newHost, partsOf, texts, today } from '../addin/file-host/make.ts';

const sheet1 = 'xl/worksheets/sheet1.xml';
const six = () =>
  made((book) => {
    const plan = book.addWorksheet('计划');
    for (let row = 1; row <= 6; row++) plan.addRow([`名${row}`, row, `注${row}`]);
    book.addWorksheet('二').addRow(['x']);
  });

/** The workbook with a part of it changed by hand. */
async function changed(change: (xml: string) => string, part = sheet1, bytes?: Uint8Array): Promise<Uint8Array> {
  const file = new OfficePackage(bytes ?? (await six()));
  file.put(part, change(await file.text(part)));
  return await file.bytes();
}
const rows = (inner: string) => (xml: string) =>
  xml
    .replace(/<sheetData>[\s\S]*<\/sheetData>/, () => `<sheetData>${inner}</sheetData>`)
    .replace(/<dimension[^>]*>/, '');

interface Odd {
  /** Said in the directory instead of the truth. */
  readonly packed?: number;
  readonly size?: number;
  readonly flags?: number;
  readonly data?: Buffer;
  /** Lies where this part lies. */
  readonly over?: string;
}

/** The archive packed anew, with some entries that lie. */
async function archive(bytes: Uint8Array, odd: Readonly<Record<string, Odd>>): Promise<Uint8Array> {
  const files: Buffer[] = [];
  const lines: Buffer[] = [];
  const places = new Map<string, { readonly at: number; readonly length: number }>();
  let at = 0;
  for (const entry of readZip(bytes)) {
    const { packed: saysPacked, size, flags = 0, data: own, over } = odd[entry.name] ?? {};
    const data = own ?? Buffer.from(await unpack(entry));
    const packed = deflateRawSync(data);
    const label = Buffer.from(entry.name);
    const shared = places.get(over ?? '');
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(label.length, 26);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(flags, 8);
    line.writeUInt16LE(8, 10);
    line.writeUInt32LE(crc32(data), 16);
    line.writeUInt32LE(saysPacked ?? shared?.length ?? packed.length, 20);
    line.writeUInt32LE(size ?? data.length, 24);
    line.writeUInt16LE(label.length, 28);
    line.writeUInt32LE(shared?.at ?? at, 42);
    places.set(entry.name, { at, length: packed.length });
    lines.push(line, label);
    if (shared !== undefined) continue;
    files.push(head, label, packed);
    at += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(places.size, 8);
  end.writeUInt16LE(places.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, directory, end]));
}
const taken = async (bytes: Uint8Array): Promise<string> => {
  const did = await takeFile(newHost(), { name: '计划.xlsx', bytes }, today);
  return did.ok ? 'taken' : did.error.zh;
};
async function refusal(act: Promise<unknown>) {
  const thrown = await act.then(
    () => null,
    (error: unknown) => error,
  );
  return thrown instanceof HostTrouble ? thrown.refusal : thrown;
}

describe('archives', () => {
  it('a part that states its size beside its data only, and is fifty megabytes, is refused before it is unpacked', async () => {
    const cell = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(50_000_000)}</t></is></c></row>`;
    const data = Buffer.from(rows(cell)(await new OfficePackage(await six()).text(sheet1)));
    const bytes = await archive(await six(), { [sheet1]: { data, packed: 0, size: 0, flags: 8 } });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await openFile(bytes, planLimits)).toMatchObject({ ok: false, error: { kind: 'unpacks-too-large' } });
    expect(await taken(bytes)).not.toBe('taken');
  });

  it('a hidden part that is larger than it says is given up in the middle', async () => {
    const part = 'xl/worksheets/sheet2.xml';
    const bytes = await archive(await six(), { [part]: { data: Buffer.alloc(60_000_000, 32), size: 900 } });
    expect(await taken(bytes)).toMatch(/损坏/);
    const entry = readZip(bytes).find(({ name }) => name === part);
    if (entry === undefined) throw new Error('no such part');
    await expect(unpack(entry)).rejects.toThrow();
  });

  it('parts that lie over each other, or are encrypted, are refused', async () => {
    const noise = Buffer.from(
      Array.from({ length: 30_000 }, (_, i) => String.fromCharCode(33 + ((i * 7919) % 90))).join(''),
    );
    const first = 'xl/theme/theme1.xml';
    const others = readZip(await six()).map(({ name }) => name);
    const over = Object.fromEntries(others.slice(others.indexOf(first) + 1).map((name) => [name, { over: first }]));
    expect(await taken(await archive(await six(), { [first]: { data: noise }, ...over }))).not.toBe('taken');
    expect(await taken(await archive(await six(), { [first]: { flags: 1 } }))).toMatch(/损坏/);
  });

  it('a file is given back under the ending of its kind, whatever it was called', async () => {
    const kind = (type: string) => (xml: string) => xml.replace(/spreadsheetml\.sheet\.main/, type);
    const types = '[Content_Types].xml';
    const macros = await changed(
      (xml) =>
        xml.replace(
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
          'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        ),
      types,
    );
    expect((await hostOf(macros, '计划.xls')).workbook()).toBe('计划.xlsm');
    expect((await hostOf(await changed(kind('spreadsheetml.template.main'), types), '计划.xlsx')).workbook()).toBe(
      '计划.xltx',
    );
    expect((await hostOf(await six(), '计划.xlsm')).workbook()).toBe('计划.xlsx');
    expect((await hostOf(await six(), '计划\u202e\u0000xslx.exe')).workbook()).toBe('计划xslx.xlsx');
  });
});

describe('what is read is what is written', () => {
  it.each([
    ['rows in another order', '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['cells in another order', '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>'],
    ['a row in two pieces', '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>3</v></c></row>'],
    ['a cell twice', '<row r="1"><c r="A1"><v>9</v></c><c r="A1"><v>1</v></c></row>'],
    ['tags in a comment', '<!-- <row r="1"><c r="A1"><v>9</v></c></row> --><row r="1"><c r="A1"><v>1</v></c></row>'],
    [
      'a comment that opens what no comment closes',
      '<!-- <![CDATA[ --><row r="1"><c r="A1"><v>1</v></c></row><!-- ]]> -->',
    ],
    ['blanks in end tags', '<row r="1" ><c r="A1" ><v>1</v ></c\n></row >'],
  ])('%s', async (_, inner) => {
    const host = await hostOf(await changed(rows(inner)));
    const before = texts(await host.read('计划'));
    expect(before[0]?.[0]).toBe('1');
    await host.write('计划', [{ row: 0, column: 0, cells: [['改']] }]);
    const saved = await host.save();
    const after = texts(await (await hostOf(saved)).read('计划'));
    expect(after).toEqual([['改', ...(before[0] ?? []).slice(1)], ...before.slice(1)]);
    expect((await byExcelJs(saved)).getWorksheet('计划')?.getCell('A1').value).toBe('改');
    const xml = (await partsOf(saved)).get(sheet1) ?? '';
    expect(xml.match(/<row /g)).toHaveLength(new Set(xml.match(/<row [^>]*/g)).size);
  });

  it('a worksheet whose name looks like an attribute is what it is', async () => {
    const bytes = await changed(
      (xml) => xml.replace('name="计划"', `name="计划 state='hidden' 一"`),
      'xl/workbook.xml',
    );
    const host = await hostOf(bytes);
    expect((await host.worksheets()).map(({ name }) => name)).toEqual(["计划 state='hidden' 一", '二']);
    await host.write("计划 state='hidden' 一", [{ row: 0, column: 0, cells: [['改']] }]);
    expect((await byExcelJs(await host.save())).worksheets[0]?.state).toBe('visible');
  });

  it('a formula that is written once for several cells outlives the cell in which it is written', async () => {
    const cells = (row: number, formula: string) =>
      `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}">${formula}<v>${2 * row}</v></c></row>`;
    const shared = `${cells(1, '<f t="shared" ref="B1:B3" si="0">A1*2</f>')}${cells(2, '<f t="shared" si="0"/>')}${cells(3, '<f t="shared" si="0"/>')}`;
    const host = await hostOf(await changed(rows(shared)));
    await host.write('计划', [{ row: 0, column: 1, cells: [['改']] }]);
    const sheet = (await byExcelJs(await host.save())).getWorksheet('计划');
    expect(['B1', 'B2', 'B3'].map((at) => sheet?.getCell(at).formula)).toEqual([undefined, 'A2*2', 'A3*2']);
  });

  it('a merged area over the whole worksheet is parted as far as anything stands', async () => {
    const merged = (xml: string) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>');
    const host = await hostOf(await changed(merged));
    await host.write('计划', [{ row: 2, column: 1, cells: [['改']] }]);
    const read = texts(await (await hostOf(await host.save())).read('计划'));
    expect([read.length, read[2], read[5]]).toEqual([6, ['名1', '改', '名1'], ['名1', '名1', '名1']]);
  });

  it('five thousand merged areas are parted in a moment', async () => {
    const pairs = Array.from({ length: 5000 }, (_, i) => `<mergeCell ref="A${2 * i + 1}:A${2 * i + 2}"/>`).join('');
    const table = await made((book) => {
      const plan = book.addWorksheet('计划');
      for (let row = 1; row <= 10_000; row++) plan.addRow([`名${row}`]);
    });
    const merged = (xml: string) => xml.replace('</sheetData>', `</sheetData><mergeCells>${pairs}</mergeCells>`);
    const host = await hostOf(await changed(merged, sheet1, table));
    const began = performance.now();
    await host.write('计划', [{ row: 0, column: 0, cells: Array.from({ length: 10_000 }, (_, i) => [`改${i}`]) }]);
    expect(performance.now() - began).toBeLessThan(4000);
    const book = await byExcelJs(await host.save());
    expect([2, 3, 10_000].map((row) => book.getWorksheet('计划')?.getCell(row, 1).value)).toEqual([
      '改1',
      '改2',
      '改9999',
    ]);
  });

  it('tags without an end, in a worksheet that nobody sees, hold nothing up', async () => {
    const hidden = await changed((xml) => xml.replace('name="二"', 'name="二" state="hidden"'), 'xl/workbook.xml');
    const bad = `<row r="1"><c r="A1"><f>计划!A1</f></c></row>${'<row '.repeat(60_000)}`;
    const host = await hostOf(await changed(rows(bad), 'xl/worksheets/sheet2.xml', hidden));
    const began = performance.now();
    await host.write('计划', [{ row: 0, column: 0, cells: [['改']] }]);
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it('a table of 255 columns gets none of ours where nobody reads: what stands further out stays', async () => {
    const wide = Array.from({ length: 300 }, (_, i) => `列${i}`);
    const host = await hostOf(await made((book) => void book.addWorksheet('计划').addRow(wide)));
    const column = {
      field: '',
      header: '行标识',
      required: false,
      given: false,
      hidden: true,
      format: 'text',
      width: 9,
      choices: null,
      hint: { zh: '', en: '' },
    } as const;
    expect(await refusal(host.addColumns('计划', 0, 255, [column, column]))).toMatchObject({ kind: 'too-large' });
    expect((await byExcelJs(await host.save())).getWorksheet('计划')?.getCell(1, 257).value).toBe('列256');
  });

  it('a full-width ＝ is a formula too once it is typed in again, so that the cell is marked as text', async () => {
    const host = await hostOf(await six());
    await host.write('计划', [{ row: 0, column: 0, cells: [['＝HYPERLINK("http://x.invalid")']] }]);
    expect((await partsOf(await host.save())).get('xl/styles.xml')).toContain('quotePrefix="1"');
  });

  it('entities that grow, and what the workbook lacks, are nothing worse than odd texts', async () => {
    const entities = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const laughs = (xml: string) =>
      rows(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&e12;</t></is></c><c r="B1" t="s"><v>9999</v></c><c r="C1" s="777" t="zzz"><v>1</v></c></row>',
      )(xml).replace(/(<\?xml[^>]*\?>)/, `$1<!DOCTYPE worksheet [<!ENTITY e0 "ha">${entities}]>`);
    const did = await taken(await changed(laughs));
    expect(['taken', expect.stringContaining('损坏')]).toContainEqual(did);
  });
});
