import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../core/sheet/grid.ts';
import { openFile } from '../../core/sheet/open.ts';
import { wordsOfOpenRefusal } from '../../core/sheet/open-words.ts';
import { readSheet } from '../../core/sheet/read.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { wordsOfFaulty, wordsOfRecogniseRefusal } from '../../core/sheet/words.ts';
import { writeWorkbook } from '../../core/sheet/xlsx.ts';
import { context } from './make.ts';

describe('whatever a file holds', () => {
  it('bytes end in tables or in words', async () => {
    const start = fc.constantFrom('', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '\u00ff\u00fe', '<html>', '# 题');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
        const bytes = new Uint8Array([...[...head].map((c) => c.charCodeAt(0) & 255), ...tail]);
        const opened = await openFile(bytes);
        if (!opened.ok) expect(wordsOfOpenRefusal(opened.error).zh).not.toBe('');
      }),
    );
  });

  it('a workbook with bytes changed ends in tables or in words', async () => {
    const whole = await writeWorkbook(
      [{ name: '名录', headers: ['名称', '代码'], rows: [['望江', '1']] }],
      '2026-01-01',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), async (at, other) => {
        const bytes = whole.slice();
        bytes.set(other.slice(0, bytes.length - at), at);
        const opened = await openFile(bytes);
        if (!opened.ok) expect(wordsOfOpenRefusal(opened.error).zh).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.values(sheets))('$name: every row is kept, a note, a repetition, or refused with words', (sheet) => {
    const odd: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom('', '同上', '5%', '2026-03-31', '是', '91350100M000100Y43', '县文旅局', '现场', '1', '长期有效'),
      fc.string({ maxLength: 6 }),
      fc.record({
        text: fc.constantFrom('1', '12345', '#N/A'),
        was: fc.constantFrom('number', 'imprecise', 'error', 'uncalculated'),
      }),
    );
    const headers = sheet.fields.map((field) => field.header);
    const row = fc.array(odd, { minLength: 1, maxLength: headers.length + 1 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const grid: Grid = { name: '', rows: [headers, ...rows] };
        const reading = readSheet<unknown>(grid, sheet, context);
        if (!reading.ok) throw new Error(wordsOfRecogniseRefusal(reading.error).zh);
        const { accepted, rejected, repeated, notes } = reading.value;
        const blank = rows.filter((cells) =>
          cells.every((cell) => (typeof cell === 'string' ? cell : cell.text).trim() === ''),
        );
        expect(accepted.length + rejected.length + repeated.length + notes.length + blank.length).toBe(rows.length);
        for (const fault of rejected.flatMap((each) => each.faults))
          expect(wordsOfFaulty(fault).zh).toMatch(/^第 \d+ 行/);
      }),
      { numRuns: 40 },
    );
  });
});
