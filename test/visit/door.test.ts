/** Who may stand at a door and when, and what warns of checks that repeat. */
import { describe, expect, it } from 'vitest';
import { sayDoor, sayRepeat } from '../../bot/say/visit-faults.ts';
import { sanming2025 as sanming } from '../../core/policy/sanming-2025.ts';
import type { Inspector } from '../../core/registry/inspector.ts';
import type { PastCheck } from '../../core/registry/subject.ts';
import { type AtDoor, faultsOfComing, faultsOfDay, officersAt } from '../../core/visit/door.ts';
import { repeatsOf } from '../../core/visit/repeat.ts';
import { readUsed } from '../../core/visit/used.ts';
import { readWhich } from '../../core/visit/which.ts';

const inspector = (number: string, changes: Partial<Inspector> = {}): Inspector => ({
  number,
  name: number,
  department: 'scjg',
  section: '',
  kind: 'civil-servant',
  certificate: { number: `Z-${number}`, validUntil: '2025-12-31' },
  fields: [],
  place: '',
  joint: true,
  capacity: 10,
  left: null,
  ...changes,
});
const roll = new Map(
  [
    inspector('甲'),
    inspector('乙'),
    inspector('过期', { certificate: { number: 'Z', validUntil: '2025-07-09' } }),
    inspector('无证', { certificate: null }),
    inspector('日常', { kind: 'daily', certificate: null }),
  ].map((each) => [each.number, each]),
);
const sending = { sent: [...roll.keys()], inspector: (number: string) => roll.get(number) };
const at = (officers: readonly string[], changes: Partial<AtDoor> = {}): AtDoor => ({
  on: '2025-07-10',
  coming: 'inspected',
  officers,
  shown: true,
  witness: '',
  ...changes,
});
const wrong = (door: AtDoor) => {
  const said = officersAt(door, sending);
  const faults = said.ok ? [] : said.error;
  for (const fault of faults) expect(sayDoor(fault).zh).toMatch(/\p{Script=Han}/u);
  return faults.map(({ kind }) => kind);
};

describe('who may stand at a door', () => {
  it('two with certificates valid that day; daily staff and experts come beside them and are none of the two', () => {
    expect(wrong(at(['甲', '乙']))).toEqual([]);
    expect(wrong(at(['甲', '乙', '日常']))).toEqual([]);
    expect(wrong(at(['甲', '日常']))).toEqual(['too-few']);
    expect(wrong(at(['甲', 'expert-1']))).toEqual(['not-sent', 'too-few']);
    expect(wrong(at(['甲', '过期']))).toEqual(['certificate-expired', 'too-few']);
    expect(wrong(at(['甲', '乙', '无证']))).toEqual(['no-certificate']);
    // One named twice is one.
    expect(wrong(at(['甲', '甲']))).toEqual(['too-few']);
    // The last day of a certificate is a valid one.
    expect(wrong(at(['甲', '过期'], { on: '2025-07-09' }))).toEqual([]);
    expect(wrong(at(['甲'], { on: '2018-07-10' }))).toEqual(['too-few']);
  });

  it('certificates are shown to whoever is there; a refusal has its witness', () => {
    const kinds = (changes: Partial<AtDoor>) => faultsOfComing(at([], changes)).map(({ kind }) => kind);
    expect(kinds({ shown: false })).toEqual(['not-shown']);
    expect(kinds({ coming: 'closed', shown: false })).toEqual([]);
    expect(kinds({ coming: 'refused', witness: ' ' })).toEqual(['witness-missing']);
    expect(kinds({ coming: 'refused', witness: '社区工作人员' })).toEqual([]);
  });

  it('S4-30: not before the draw, not before the window, not before it has happened; late is late', () => {
    const visit = { window: { from: '2025-07-07' }, drawnOn: '2025-06-26' };
    const kinds = (on: string) => faultsOfDay(on, visit, '2025-09-30').map(({ kind }) => kind);
    expect([kinds('2025-06-25'), kinds('2025-07-06'), kinds('2025-10-01'), kinds('2025-09-15')]).toEqual([
      ['before-draw'],
      ['before-window'],
      ['in-future'],
      [],
    ]);
  });
});

describe('重复检查预警', () => {
  const check = (changes: Partial<PastCheck> = {}): PastCheck => ({
    kind: 'uscc',
    number: '1',
    date: '2025-03-10',
    department: 'scjg',
    items: ['A1'],
    method: 'on-site',
    occasion: 'drawn',
    ...changes,
  });
  const asked = {
    department: 'scjg',
    items: ['A1', 'A2'],
    window: { from: '2025-07-10', to: '2025-07-10' },
    classes: [{ scheme: 'credit', label: 'B' }],
  };
  const known = { past: [], visits: [], item: () => undefined, clean: [] };

  it('names the same items checked before in the year, and no other department’s, item’s or year’s', () => {
    const past = [check(), check({ department: 'wj' }), check({ items: ['B9'] }), check({ date: '2024-03-10' })];
    const found = repeatsOf({ ...asked, classes: [] }, { ...known, past }, sanming);
    expect(found).toEqual([{ kind: 'checked-before', on: '2025-03-10', items: ['A1'] }]);
  });

  it('S0-24: names a yearly cap before it is gone over, with its source', () => {
    const found = repeatsOf(asked, { ...known, past: [check({ items: ['B9'] })] }, sanming);
    expect(found).toMatchObject([{ kind: 'over-cap', made: 1, most: 1 }]);
    expect(repeatsOf(asked, known, sanming)).toEqual([]);
    expect(found.map((each) => sayRepeat(each, (code) => code).zh).join('')).toContain('上限 1 次');
  });

  it('names another draw that sends people to the same door in the same days', () => {
    const visit = {
      source: { kind: 'list', no: 4 },
      visit: 2,
      subject: { kind: 'uscc', number: '1' },
      tasks: ['T'],
      departments: ['wj'],
      window: { from: '2025-07-01', to: '2025-07-31' },
      verifiable: false,
    } as const;
    const found = repeatsOf({ ...asked, classes: [] }, { ...known, visits: [visit] }, null);
    expect(found).toMatchObject([{ kind: 'other-visit', source: { kind: 'list', no: 4 }, departments: ['wj'] }]);
    expect(sayRepeat(found[0] ?? { kind: 'checked-before', on: '', items: [] }, () => '卫健局').zh).toContain(
      '请合并上门',
    );
    const later = { ...visit, window: { from: '2025-08-01', to: '2025-08-31' } };
    expect(repeatsOf({ ...asked, classes: [] }, { ...known, visits: [later] }, null)).toEqual([]);
  });
});

describe('what people type', () => {
  it('visits by number, alone or as a range, in either width; a number of another draw is refused', () => {
    const read = (text: string, book = '3') => {
      const said = readWhich(text, book);
      return said.ok ? said.value : said.error.text;
    };
    expect(read('')).toBe('all');
    expect(read('全部')).toBe('all');
    expect(read('3-0004、3-0007至3-0009')).toEqual([4, 7, 8, 9]);
    expect(read('４，0002 0004')).toEqual([2, 4]);
    expect(read('l3-0004', 'L3')).toEqual([4]);
    expect([read('4-0001'), read('9至2'), read('甲'), read('1至2至3')]).toEqual(['4-0001', '9至2', '甲', '1至2至3']);
  });

  it('S2-71, S3-59: results of other departments, courts and professional bodies, one a line', () => {
    const read = readUsed(
      '部门；清漪县税务局；清税〔2025〕3号；2025-05-12；纳税信用 A 级\n\n法院；清漪县人民法院；；2025-06-01；已判决',
    );
    expect(read).toMatchObject({
      ok: true,
      value: [
        { kind: 'department', from: '清漪县税务局', on: '2025-05-12' },
        { kind: 'court', number: '' },
      ],
    });
    expect(readUsed('甲；乙')).toEqual({ ok: false, error: { line: 1 } });
  });
});
