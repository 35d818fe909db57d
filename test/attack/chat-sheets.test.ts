/** Workbooks that a liaison could send under a letter to hold up everybody else: small to send, large to read. */
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listLimits, planLimits } from '../../core/sheet/grid.ts';
import { openFile } from '../../core/sheet/open.ts';

interface Part {
  readonly name: string;
  readonly text: string;
  /** What the archive says of its size; the truth where left out. */
  readonly says?: number;
}

/** A ZIP archive as PKWARE APPNOTE 6.3.10 has it, with whatever sizes it is to state. */
function archive(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, says } of parts) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(says ?? data.length, 8);
    sizes.writeUInt16LE(label.length, 12);
    const local = Buffer.concat([Buffer.from('504b03041400000008000000000000', 'hex').subarray(0, 14), sizes]);
    files.push(local, label, packed);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(8, 10);
    sizes.copy(central, 16, 0, 14);
    central.writeUInt32LE(at, 42);
    directory.push(central, label);
    at += local.length + label.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, entries, end]));
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const related = (type: string, target: string) =>
  `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;

/** A workbook of one sheet with these rows. */
const book = (rows: string, says?: number): Uint8Array =>
  archive([
    {
      name: '[Content_Types].xml',
      text: `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: '_rels/.rels', text: related('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: related('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      ...(says === undefined ? {} : { says }),
    },
  ]);

const cell = (at: string) => `<c r="${at}"><v>1</v></c>`;
const rows = (count: number, column: string) =>
  Array.from(
    { length: count },
    (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`)}${cell(`${column}${i + 1}`)}</row>`,
  ).join('');

describe('a workbook', () => {
  it('with a cell in the last column of each of 20,000 rows is read as far as our tables go, not 300 million cells', async () => {
    const began = performance.now();
    const held = process.memoryUsage().rss;
    const bytes = book(rows(20_000, 'XFD'));
    expect(bytes.length).toBeLessThan(500_000);
    for (const allowed of [planLimits, listLimits]) {
      const read = await openFile(bytes, allowed);
      expect(read.ok ? read.value[0]?.rows.length : read.error).toBe(20_000);
    }
    expect(performance.now() - began).toBeLessThan(5000);
    expect(process.memoryUsage().rss - held).toBeLessThan(700_000_000);
  });

  it('with cells beyond the width of our tables, as whole rows that were coloured have them, is read without these', async () => {
    const read = await openFile(book(rows(3, 'XFD')), planLimits);
    expect(read).toEqual({ ok: true, value: [{ name: 'S', rows: Array(3).fill([{ text: '1', was: 'number' }]) }] });
  });

  it('of a few kilobytes that unpacks to more than a plan needs is refused before it is unpacked', async () => {
    const bytes = book(rows(1, 'B') + ' '.repeat(planLimits.unpacked));
    expect(bytes.length).toBeLessThan(100_000);
    expect(await openFile(bytes, planLimits)).toMatchObject({ ok: false, error: { kind: 'unpacks-too-large' } });
  });

  it('that says it is smaller than it is is refused as damaged', async () => {
    const bytes = book(rows(1, 'B') + ' '.repeat(planLimits.unpacked), 1000);
    expect(await openFile(bytes, planLimits)).toMatchObject({ ok: false, error: { kind: 'broken-workbook' } });
  });

  it.each(['ZZZZZZZ99999999999', '__proto__', 'A0', 'A-1', ''])('with a cell at %j breaks nothing', async (at) => {
    expect(await openFile(book(`<row r="1">${cell(at)}</row>`), planLimits)).toHaveProperty('ok');
  });
});
