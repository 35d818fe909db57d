/** Cells that are made to hold up whoever reads them: in the pane it is one person's window, at the desk everybody's. */
import { describe, expect, it } from 'vitest';
import { checkGrid, type Reference } from '../../core/sheet/check.ts';
import { readDate, readWindow } from '../../core/sheet/civil-date.ts';
import { contextOf } from '../../core/sheet/context.ts';
import { folded, normalise } from '../../core/sheet/normalise.ts';
import { readCell } from '../../core/sheet/read-cell.ts';
import { recognise } from '../../core/sheet/recognise.ts';
import { sheets } from '../../core/sheet/sheets.ts';

const full = 32_767;
const filled = (text: string) => text.repeat(Math.ceil(full / text.length)).slice(0, full);
const context = contextOf({ departments: [], year: 2026 });
const took = (act: () => unknown): number => {
  const began = performance.now();
  act();
  return performance.now() - began;
};

describe('one full cell', () => {
  it.each([
    ['marks piled on one letter', `e${filled('\u0323\u0301')}`],
    ['ligatures that unfold eighteenfold', filled('\ufdfa')],
    ['opening brackets', filled('（(')],
    ['a ratio that never ends', filled('A类1%；B类2%、')],
    ['Chinese numbers', filled('一')],
    ['dashes and months', filled('1月至')],
    ['blanks', `${filled(' \u3000')}x`],
    ['lines', filled('甲\n')],
    ['places', filled('市区县')],
    ['half characters', filled('\ud800')],
    ['a formula', filled('=A1+')],
  ])('of %s is read in every field of every sheet within a moment', (_, text) => {
    const ms = took(() => {
      for (const sheet of Object.values(sheets)) for (const field of sheet.fields) readCell(text, field, context, 0);
    });
    // 150 fields and more: 30 ms each at the most, on a slow machine.
    expect(ms).toBeLessThan(4000);
  });

  it('piled marks are cut at thirty, writing that people use stays as it is', () => {
    expect(normalise(`e${'\u0301'.repeat(500)}`, 'line').text.normalize('NFD')).toHaveLength(31);
    expect(normalise('བསྒྲུབས། กี่ điện', 'line').text).toBe('བསྒྲུབས། กี่ điện'.normalize('NFC'));
    expect(took(() => folded(filled('\u0323\u0301')))).toBeLessThan(50);
  });

  it.each(['0000年10月底', '0000年1月', '0年1月', '2026年0月', '2026年13月', '12月31日至1月1日', '2月30日前'])(
    'the window %s names no dates',
    (text) => {
      expect(readWindow(text, 2026)).toBeNull();
      expect(readWindow('1月1日至12月31日', 0)).toBeNull();
    },
  );
});

it('a day with an hour, as programs other than Excel write it, is that day', () => {
  for (const text of ['2026-03-01T00:00:00', '2026-03-01T00:00:00.000', '2026-3-1 8:30'])
    expect(readDate(text)).toMatchObject({ ok: true, value: { date: '2026-03-01' } });
});

describe('a full worksheet', () => {
  const reference: Reference = {
    ref: { sheet: 'plan-tasks', book: '2026-1' },
    today: '2026-03-01',
    year: 2026,
    own: null,
    departments: [],
    demand: [],
    plan: null,
  };
  const header = ['抽查任务名称', '牵头部门', '抽查比例', '抽查事项'];

  it('of 20,000 times the same row is told so row by row, in seconds', () => {
    const row = ['加油站检查', '商务局', '5%', '成品油'];
    const grid = { name: '', rows: [header, ...Array.from({ length: 20_000 }, () => row)] };
    const ms = took(() => expect(checkGrid(grid, reference).ok).toBe(true));
    expect(ms).toBeLessThan(4000);
  });

  it('of thirty title rows and 256 columns, all of them full, is recognised in a moment or is not', () => {
    const wide = Array.from({ length: 256 }, (_, i) => `${filled('抽查（任务）*').slice(0, 2000)}${i}`);
    const grid = { name: '', rows: Array.from({ length: 30 }, () => wide) };
    expect(took(() => expect(recognise(grid, sheets['plan-tasks']).ok).toBe(false))).toBeLessThan(2000);
  });
});
