import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv, readCsv, writeCsv } from '../../core/sheet/csv.ts';
import { decode } from '../../core/sheet/decode.ts';
import { limits } from '../../core/sheet/grid.ts';
import { wordsOfOpenRefusal } from '../../core/sheet/open-words.ts';
import { texts } from './make.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = (bytes: Uint8Array) => {
  const grid = readCsv(bytes);
  return grid.ok ? texts(grid.value) : grid.error.kind;
};

describe('text files as offices send them', () => {
  it.each([
    ['UTF-8', utf8('名称,代码\r\n望江,1\r\n')],
    ['UTF-8 with a mark', utf8('\ufeff名称,代码\n望江,1\n')],
    [
      'GB18030',
      new Uint8Array([
        0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb4, 0xfa, 0xc2, 0xeb, 0x0a, 0xcd, 0xfb, 0xbd, 0xad, 0x2c, 0x31, 0x0a,
      ]),
    ],
    ['UTF-16 as Excel’s Unicode text', new Uint8Array(Buffer.from('\ufeff名称\t代码\r\n望江\t1\r\n', 'utf16le'))],
  ])('%s is read', (_, bytes) => {
    expect(rowsOf(bytes)).toEqual([
      ['名称', '代码'],
      ['望江', '1'],
    ]);
  });

  it('a picture is refused with words and not read as rubbish', () => {
    const png = decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
    expect(png).toEqual({ ok: false, error: { kind: 'not-text' } });
    expect(png.ok ? '' : wordsOfOpenRefusal(png.error).zh).toContain('另存为 .xlsx');
  });

  it('an empty file is refused', () => {
    expect(rowsOf(new Uint8Array())).toBe('empty-file');
  });

  it('a title line that starts with # may hold a lone quotation mark, and rows keep their numbers', () => {
    expect(rowsOf(utf8('# 来源："某县, 2026\n名称,代码\n望江,1\n'))).toEqual([
      ['# 来源："某县, 2026'],
      ['名称', '代码'],
      ['望江', '1'],
    ]);
  });

  it('a quotation mark that never closes is refused with its line', () => {
    const grid = parseCsv('名称,代码\n"望江,1\n城关,2\n');
    expect(grid).toMatchObject({ ok: false, error: { kind: 'broken-quotes' } });
  });

  it('limits are told with words', () => {
    const many = parseCsv('a\nb\nc\n', { ...limits, rows: 2 });
    expect(many).toEqual({ ok: false, error: { kind: 'too-many-rows', allowed: 2 } });
    expect(many.ok ? '' : wordsOfOpenRefusal(many.error).zh).toContain('超过上限 2 行');
    expect(readCsv(utf8('abc'), { ...limits, bytes: 2 })).toMatchObject({ error: { kind: 'too-large' } });
    expect(parseCsv('a,b,c\n', { ...limits, cells: 2 })).toMatchObject({ error: { kind: 'too-many-cells' } });
  });
});

describe('CSV that is written', () => {
  it.each(['=1+1', '+86', '-5', '@SUM(A1)', '＝1', "'=1", '\t=1'])(
    '%j is written so that no spreadsheet runs it',
    (cell) => {
      const line = writeCsv([['x', cell]]).split('\r\n')[0] ?? '';
      expect(line.replace('\ufeffx,', '').replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('reads back as it was, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('县', '"', ',', '\n', "'", '=', '+', '-', '@', '#', '；', ' ', 'a') }),
      fc.string(),
    );
    const row = fc.array(
      cell.filter((text) => !text.includes('\r')),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const grid = parseCsv(writeCsv(rows));
        expect(grid.ok && texts(grid.value)).toEqual(rows);
      }),
    );
  });
});
