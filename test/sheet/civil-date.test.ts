import { describe, expect, it } from 'vitest';
import { readDate, readWindow } from '../../core/sheet/civil-date.ts';

describe('dates as tables write them', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['2026/3/1', '2026-03-01'],
    ['2026.3.1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026-03-31 08:30:00', '2026-03-31'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toMatchObject({ ok: true, value: { date } });
  });

  it('only what may be without end is 长期有效', () => {
    for (const text of ['长期有效', '9999-09-09']) {
      expect(readDate(text, { endless: true })).toMatchObject({ ok: true, value: { date: '9999-09-09' } });
      expect(readDate(text)).toMatchObject({ ok: false, error: { kind: 'date', endless: false } });
    }
  });

  it.each([
    ['1900-01-07 19:12:00', '7.8', ['2026-07-08']],
    ['1900-01-07 02:24:00', '7.1', ['2026-07-01', '2026-07-10']],
    ['1900-01-12 07:26:24', '12.31', ['2026-12-31']],
    ['1900-01-13 19:12:00', '13.8', []],
    ['1904-01-08 19:12:00', '7.8', ['2026-07-08']],
    ['1905-07-17', '2025', []],
    ['1987-05-04', '', []],
  ])('%s lies before all lists: %s was typed, of the year %j', (text, typed, meant) => {
    expect(readDate(text, { year: 2026 })).toEqual({ ok: false, error: { kind: 'early-date', typed, meant } });
  });

  it('a day that lacks its year is suggested and never taken', () => {
    for (const text of ['7.8', '7-8', '7月8日'])
      expect(readDate(text, { year: 2026 })).toMatchObject({
        ok: false,
        error: { kind: 'date', meant: ['2026-07-08'] },
      });
    expect(readDate('7.8')).toMatchObject({ ok: false, error: { meant: [] } });
  });

  it.each(['2026-02-29', '2026-13-01', '46082', '三月', '03-31', '2026-3'])('%s is refused', (text) => {
    expect(readDate(text).ok).toBe(false);
  });

  it.each([
    ['3月—11月', '2026-03-01', '2026-11-30'],
    ['5-10月', '2026-05-01', '2026-10-31'],
    ['1—12月', '2026-01-01', '2026-12-31'],
    ['7月至12月', '2026-07-01', '2026-12-31'],
    ['2023年1月至12月', '2023-01-01', '2023-12-31'],
    ['2026年1月—11月', '2026-01-01', '2026-11-30'],
    ['2026年2月24日-2026年11月30日', '2026-02-24', '2026-11-30'],
    ['2026年12月1日至2027年1月31日', '2026-12-01', '2027-01-31'],
    ['5月6日至6月30日', '2026-05-06', '2026-06-30'],
    ['5月6日-20日', '2026-05-06', '2026-05-20'],
    ['6月', '2026-06-01', '2026-06-30'],
    ['全年', '2026-01-01', '2026-12-31'],
    ['10月底', null, '2026-10-31'],
    ['11月20日前', null, '2026-11-20'],
  ])('a window of %s', (text, from, to) => {
    expect(readWindow(text, 2026)).toEqual({ from, to });
  });

  it.each(['春秋季开学、中高考等节点', '11月—3月', '13月', '待定'])(
    '%s names no dates, and none are guessed',
    (text) => {
      expect(readWindow(text, 2026)).toBeNull();
    },
  );

  it('months without a year stay unread where the year is not stated', () => {
    expect(readWindow('3月—11月', null)).toBeNull();
  });
});
