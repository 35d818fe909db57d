/** What the workbook keeps about itself, and hearing what others do. */
import { describe, expect, it, vi } from 'vitest';
import { writeCells } from '../../../addin/practice/model/cells.ts';
import { renameSheet } from '../../../addin/practice/model/sheets.ts';
import { kindOf, layout, opened, typed } from './opened.ts';

const lines = (count: number, more = '') => Array.from({ length: count }, (_, i) => ['row', `${i}`, `值${i}${more}`]);

describe('kept parts', () => {
  it('are empty before anything was written, and one is appended to while it is', async () => {
    const at = await opened();
    expect(await at.host.readKept('rows')).toEqual([]);
    await at.host.appendKept('outbox', lines(2));
    await at.host.appendKept('outbox', []);
    await at.host.appendKept('outbox', lines(1, '又'));
    expect(await at.host.readKept('outbox')).toEqual([...lines(2), ...lines(1, '又')]);
    expect(at.excel.workbook.sheet('_明抽_outbox').visibility).toBe('VeryHidden');
    expect((await at.host.worksheets()).map(({ name }) => name)).toEqual(['Sheet1']);
    at.excel.close();
  });

  it('written shorter leave nothing behind, of lines nor of long ones', async () => {
    const at = await opened();
    await at.host.writeKept('rows', [['长'.repeat(50_000)], ['二'], ['三']]);
    expect(await at.host.readKept('rows')).toEqual([['长'.repeat(50_000)], ['二'], ['三']]);
    await at.host.writeKept('rows', [['短']]);
    expect(await at.host.readKept('rows')).toEqual([['短']]);
    await at.host.appendKept('rows', [['后']]);
    await at.host.writeKept('rows', []);
    expect(await at.host.readKept('rows')).toEqual([]);
    at.excel.close();
  });

  it('keep every sign: quotes, formulas, line breaks, halves of a pair, zeros', async () => {
    const at = await opened();
    const odd = ["'=1+1", '=1+1', '0001', 'a\nb', '\ud83d', '\u0000', '"', '|', '', '#N/A', 'TRUE'];
    await at.host.writeKept('binding', [odd, ['']]);
    expect(await at.host.readKept('binding')).toEqual([odd, ['']]);
    at.excel.close();
  });

  it('what somebody scribbles there is passed over, and what is ours stays', async () => {
    const at = await opened();
    await at.host.writeKept('rows', lines(3));
    await typed(at, 'D2', [['到此一游']], undefined, '_明抽_rows');
    await typed(at, 'A9', [['备注']], undefined, '_明抽_rows');
    await at.host.appendKept('rows', lines(1, '后'));
    expect(await at.host.readKept('rows')).toEqual([...lines(3).toSpliced(1, 0), ...lines(1, '后')]);
    at.excel.close();
  });

  it('twenty thousand lines are written anew without a moment in which the old ones are not whole', async () => {
    const at = await opened();
    const old = lines(20_000);
    await at.host.writeKept('rows', old);
    expect(await at.host.readKept('rows')).toHaveLength(20_000);
    const anew = lines(12_000, '新');
    // Ended after the first requests: the old lines are all there, and new ones below say the same or more.
    at.excel.faults.plan({ batch: 5, what: { kind: 'refuse', code: 'GeneralException' } });
    expect(await kindOf(at.host.writeKept('rows', anew))).toBe('host');
    const left = await at.host.readKept('rows');
    expect(left.slice(0, 20_000)).toEqual(old);
    await at.host.writeKept('rows', anew);
    expect(await at.host.readKept('rows')).toEqual(anew);
    at.excel.close();
  });

  it('more than Excel gives at once is asked for in parts', async () => {
    const at = await opened();
    const wide = Array.from({ length: 100 }, (_, i) => [`${i}`, '宽'.repeat(30_000)]);
    await at.host.writeKept('outbox', wide);
    expect(await at.host.readKept('outbox')).toEqual(wide);
    at.excel.close();
  });
});

describe('hearing of changes', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
  const change = (at: Awaited<ReturnType<typeof opened>>, origin: 'person' | 'remote') =>
    at.excel.workbook.as(origin, () =>
      writeCells(at.excel.workbook, at.excel.workbook.sheet('Sheet1'), { row: 0, column: 0, rows: 1, columns: 1 }, [
        ['改'],
      ]),
    );

  it('the person’s and a co-author’s are heard under the worksheet’s name of that moment, our own are not, and stopping stops', async () => {
    const at = await opened();
    const heard = vi.fn();
    const stop = at.host.onChange(heard);
    await at.host.read('Sheet1');
    change(at, 'person');
    await settled();
    expect(heard.mock.calls).toEqual([['Sheet1', 'here']]);
    change(at, 'remote');
    await settled();
    expect(heard.mock.calls.slice(1)).toEqual([['Sheet1', 'elsewhere']]);
    await at.host.write('Sheet1', [{ row: 0, column: 0, cells: [['我']] }]);
    await at.host.create(layout());
    await settled();
    expect(heard).toHaveBeenCalledTimes(2);
    at.person((sheet) => renameSheet(at.excel.workbook, sheet, '新名'));
    at.excel.workbook.as('person', () =>
      writeCells(at.excel.workbook, at.excel.workbook.sheet('新名'), { row: 0, column: 0, rows: 1, columns: 1 }, [
        ['改'],
      ]),
    );
    await settled();
    expect(heard.mock.calls.at(-1)).toEqual(['新名', 'here']);
    stop();
    await settled();
    at.excel.workbook.as('person', () =>
      writeCells(at.excel.workbook, at.excel.workbook.sheet('新名'), { row: 0, column: 0, rows: 1, columns: 1 }, [
        ['再改'],
      ]),
    );
    await settled();
    expect(heard).toHaveBeenCalledTimes(3);
    at.excel.close();
  });

  it('where Excel will not tell, nothing breaks', async () => {
    const at = await opened();
    at.excel.faults.plan({ batch: 1, what: { kind: 'refuse', code: 'GeneralException' } });
    const stop = at.host.onChange(() => {});
    stop();
    await settled();
    expect((await at.host.worksheets()).length).toBe(1);
    at.excel.close();
  });
});
