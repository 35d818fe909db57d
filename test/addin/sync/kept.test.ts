/** What a workbook keeps about itself can be read again, whatever somebody has done to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostTrouble } from '../../../addin/host/sheet-host.ts';
import { layBinding, readBinding } from '../../../addin/sync/kept/binding.ts';
import { compacted, conflictLine, goneLine, readBook, rowLine, solvedLine } from '../../../addin/sync/kept/book-log.ts';
import { batchLine, doneLine, readOutbox } from '../../../addin/sync/kept/outbox-log.ts';
import { openFilling } from '../../../addin/sync/open-filling.ts';
import type { HeldRow } from '../../../core/sheet/row.ts';
import { MemoryDesk, memoryApi } from '../memory-desk.ts';
import { memoryHost, newBook } from '../memory-host.ts';
import { benchWith, got, memoryStore, preview, ref, troubleOf, worksheet } from './bench.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 });
const row: fc.Arbitrary<HeldRow> = fc.record({
  id: fc.string({ minLength: 1 }),
  version: text,
  cells: fc.dictionary(fc.constantFrom('name', 'number', 'place'), text),
  by: text,
  at: text,
  locked: fc.option(fc.record({ zh: text, en: text }), { nil: null }),
});

describe('what is kept', () => {
  it('rows and conflicts come back as they were, the latest of each', () =>
    fc.assert(
      fc.property(row, row, (first, second) => {
        const later = { ...second, id: first.id };
        const conflict = { theirs: later, conflicts: [], withdrawn: true };
        const lines = [rowLine(ref, first), rowLine(ref, later), conflictLine(ref, first.id, conflict)];
        for (const kept of [readBook(lines, ref), readBook(compacted(lines), ref)]) {
          expect([...kept.rows.values()]).toEqual([{ ...later, cells: { ...later.cells } }]);
          expect(kept.conflicts.get(first.id)).toEqual({
            ...conflict,
            theirs: { ...later, cells: { ...later.cells } },
          });
        }
        expect(readBook([...lines, solvedLine(ref, first.id)], ref).conflicts.size).toBe(0);
        expect(readBook([...lines, goneLine(ref, first.id)], ref).rows.size).toBe(0);
        expect(readBook(lines, { ...ref, book: 'another' }).rows.size).toBe(0);
      }),
    ));

  it('whatever stands there, nothing is thrown', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.oneof(text, fc.constantFrom('明抽', '1', 'row', 'conflict', 'batch', 'sheet', '{}', '[]', 'null')),
          ),
        ),
        (lines) => {
          readBinding(lines);
          readBook(lines, ref);
          readOutbox(lines);
          compacted(lines);
        },
      ),
    ));

  it('a binding comes back; without one the workbook is nobody’s', () => {
    const binding = {
      office: '清源县联席会议办公室',
      department: 'scjg',
      departmentName: '清源县市场监督管理局',
      sheets: [
        {
          worksheet,
          ref,
          year: 2026,
          fields: ['number', 'name'],
          line: new MemoryDesk().line,
          renamed: { name: '人名' },
        },
      ],
    };
    expect(readBinding(layBinding(binding))).toEqual({ ok: true, value: binding });
    expect(readBinding([])).toEqual({ ok: true, value: null });
    expect(readBinding([['明抽', '99']])).toEqual({ ok: false, error: { kind: 'later-format' } });
  });

  it('a batch stays until it is done', () => {
    const request = {
      ...ref,
      batch: 'batch-0001',
      workbook: { office: 'o', department: 'd', year: null },
      rows: [{ id: 'own-1', base: null, set: { name: { was: '', now: '甲' } }, withdrawn: false }],
      reason: '',
    };
    const batch = { worksheet, request, typed: { 'own-1': { name: ' 甲' } } };
    expect(readOutbox([batchLine(batch)])).toEqual([batch]);
    expect(readOutbox([batchLine(batch), doneLine('batch-0001')])).toEqual([]);
    expect(readOutbox([['batch', 'batch-0002', worksheet, '{"rows":', '{}'], batchLine(batch)])).toEqual([batch]);
  });

  it('a workbook whose hidden sheet somebody has spoilt goes on: nothing is lost and nothing doubled', async () => {
    const { filling, book, at, desk } = await benchWith(3);
    book.kept.set('rows', [['row', 'inspectors'], ['???'], []]);
    at.type('甲2', '所在辖区', '城关监管所');
    const shown = await preview(filling);
    expect(shown.counts).toMatchObject({ new: 3 });
    const sent = got(await filling.submit(shown, { reason: '', withdraw: [] }));
    expect(sent.counts).toMatchObject({ created: 0, unchanged: 2, conflict: 1 });
    expect(desk.rows.size).toBe(3);
    got(await filling.solve(worksheet, 'id2', { place: 'mine' }));
    expect(desk.rows.get('id2')?.cells.place).toBe('城关监管所');
    expect((await preview(filling)).counts).toMatchObject({ new: 0, unchanged: 3 });
  });
});

describe('a program that refuses', () => {
  it.each([
    [{ kind: 'protected', worksheet }, '请在“审阅”中撤销工作表保护后再试'],
    [{ kind: 'editing' }, '请按回车键结束编辑后再试'],
    [{ kind: 'too-large', worksheet, cells: 9_000_000 }, '9000000 个单元格'],
    [{ kind: 'host', code: 'GeneralException', message: '?' }, '已填内容没有丢失'],
  ] as const)('is heard in words: %o', async (refusal, words) => {
    const host = {
      ...memoryHost(newBook()),
      readKept: async () => {
        throw new HostTrouble(refusal);
      },
    };
    const filling = await openFilling({
      host,
      api: memoryApi(new MemoryDesk()),
      store: memoryStore(),
      makeId: () => 'own-00000001',
      now: () => new Date('2026-03-01T02:00:00.000Z'),
    });
    const done = await filling.bound();
    expect(done).toMatchObject({ ok: false, trouble: { kind: 'host' } });
    expect(troubleOf(done)).toContain(words);
  });
});
