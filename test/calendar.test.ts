import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  type Calendar,
  compareDates,
  dateInChinese,
  daysBetween,
  isWorkingDay,
  lastOfMonth,
  lastWorkingDay,
  monthOf,
  parseDate,
  weekday,
  wordsOfDateRefusal,
  wordsOfDay,
  workingDayBefore,
  workingDaysBetween,
  yearOf,
} from '../core/calendar.ts';
import { chineseCalendar, readNotice, withNotice } from '../core/policy/holidays.ts';
import { wordsOfNoticeRefusal } from '../core/policy/words.ts';

const calendar = chineseCalendar();
const csv = new URL('../../shared/data/holidays_cn_2023_2026.csv', import.meta.url);

describe('civil dates', () => {
  it.each(['2025-06-23', '2024-02-29', '2025-12-31'])('%s is a date', (text) => {
    expect(parseDate(text)).toEqual({ ok: true, value: text });
  });

  it.each(['2025-02-29', '2025-13-01', '2025-6-23', '2025/06/23', '20250623', '2025-06-23T00:00', '', '待定'])(
    '“%s” is refused and never carried over to another day',
    (text) => {
      expect(parseDate(text)).toEqual({ ok: false, error: { kind: 'not-a-date', text } });
      expect(wordsOfDateRefusal({ kind: 'not-a-date', text }).zh).toContain(`“${text}”`);
    },
  );

  it('counts days across months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(daysBetween('2025-12-14', '2025-12-12')).toBe(-2);
    expect(lastOfMonth(2024, 2)).toBe('2024-02-29');
    expect([weekday('2025-12-14'), weekday('2025-12-15'), yearOf('2025-12-14'), monthOf('2025-12-14')]).toEqual([
      7, 1, 2025, 12,
    ]);
    expect(['2025-10-02', '2025-09-30', '2025-10-01'].sort(compareDates)).toEqual([
      '2025-09-30',
      '2025-10-01',
      '2025-10-02',
    ]);
    expect(compareDates('2025-10-01', '2025-10-01')).toBe(0);
    expect(dateInChinese('2025-06-03')).toBe('2025年6月3日');
  });
});

describe('working days', () => {
  it.each([
    ['S4-49', '2023-09-22', '2023-10-26'],
    ['domain §6', '2025-09-22', '2025-10-24'],
    ['domain §6', '2025-09-20', '2025-10-23'],
  ])('%s: a task finished on %s is published by %s, the 20th working day', (_source, finished, last) => {
    expect(addWorkingDays(calendar, finished, 20)).toEqual({ date: last, provisional: false, missing: [] });
  });

  it('a Sunday of 调休 is a working day, a Wednesday of the holidays is not', () => {
    expect(isWorkingDay(calendar, '2025-09-28')).toMatchObject({ working: true, provisional: false });
    expect(isWorkingDay(calendar, '2025-10-01')).toMatchObject({ working: false, provisional: false });
  });

  it('S0-74: due on Sunday 2025-12-14, people are reminded by Friday 12-12', () => {
    expect(lastWorkingDay(calendar, '2025-12-14').date).toBe('2025-12-12');
    expect(lastWorkingDay(calendar, '2025-12-12').date).toBe('2025-12-12');
    expect(workingDayBefore(calendar, '2025-12-12').date).toBe('2025-12-11');
    expect(workingDayBefore(calendar, '2025-12-15').date).toBe('2025-12-12');
  });

  it('days left are counted to the day itself and never below zero', () => {
    expect(workingDaysBetween(calendar, '2025-12-10', '2025-12-14')).toMatchObject({ days: 2, provisional: false });
    expect(workingDaysBetween(calendar, '2025-12-14', '2025-12-10')).toMatchObject({ days: 0, provisional: false });
  });

  it('refuses to count a number of days that is none', () => {
    for (const n of [0, -1, 1.5, Number.NaN])
      expect(() => addWorkingDays(calendar, '2025-01-02', n)).toThrow(RangeError);
  });

  it.skipIf(!existsSync(csv))('agrees with every line of the national notices of 2023 to 2026', () => {
    const rows = readFileSync(csv, 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .filter(([date = '']) => parseDate(date).ok);
    expect(rows.length).toBeGreaterThan(100);
    const wrong = rows.filter(([date = '', type]) => isWorkingDay(calendar, date).working !== (type === '调休上班'));
    expect(wrong).toEqual([]);
    const named = new Set(rows.map(([date]) => date));
    for (let date = '2023-01-01'; date <= '2026-12-31'; date = addDays(date, 1))
      if (!named.has(date)) expect([date, isWorkingDay(calendar, date).working]).toEqual([date, weekday(date) <= 5]);
  });
});

describe('a year without a notice is never guessed', () => {
  it('a count that touches 2027 is provisional and names the year', () => {
    expect(addWorkingDays(calendar, '2026-12-20', 20)).toMatchObject({ provisional: true, missing: [2027] });
    expect(isWorkingDay(calendar, '2027-03-01')).toMatchObject({ provisional: true, missing: [2027] });
    expect(addWorkingDays(calendar, '2026-11-30', 10)).toMatchObject({ provisional: false, missing: [] });
  });

  it('the last days of December also wait for the notice of the next year, which may move them', () => {
    expect(isWorkingDay(calendar, '2018-12-29')).toMatchObject({ working: true, provisional: false });
    expect(isWorkingDay(calendar, '2026-12-27').provisional).toBe(false);
    expect(isWorkingDay(calendar, '2026-12-28')).toMatchObject({ provisional: true, missing: [2027] });
  });

  it('it is shown as 暂定 until the notice is loaded, and worked out anew then', () => {
    const before = addWorkingDays(calendar, '2026-12-30', 2);
    expect(wordsOfDay(before).zh).toBe('2027年1月1日（暂定，2027年放假通知尚未录入）');
    const notice = readNotice(2027, '示例通知', [
      { date: '2027-01-01', type: '休' },
      { date: '2027-01-03', type: '调休上班' },
    ]);
    if (!notice.ok) throw new Error('refused');
    const after = addWorkingDays(withNotice(calendar, notice.value), '2026-12-30', 2);
    expect(after).toEqual({ date: '2027-01-03', provisional: false, missing: [] });
    expect(wordsOfDay(after).zh).toBe('2027年1月3日');
  });

  it('a notice that is loaded again takes the place of the first', () => {
    const once = readNotice(2027, '甲', [{ date: '2027-01-01', type: '休' }]);
    const again = readNotice(2027, '乙', [{ date: '2027-01-04', type: '休' }]);
    if (!once.ok || !again.ok) throw new Error('refused');
    const both = withNotice(withNotice(calendar, once.value), again.value);
    expect(both.notices.filter(({ year }) => year === 2027)).toEqual([again.value]);
    expect(isWorkingDay(both, '2027-01-01').working).toBe(true);
  });

  it('every fault of a notice is named with its row', () => {
    const read = readNotice(2027, '', [
      { date: '2027-01-32', type: '休' },
      { date: '2027-02-06', type: '上班' },
      { date: '2027-02-08', type: '休' },
      { date: '2027-02-08', type: '休' },
      { date: '2026-05-01', type: '休' },
      { date: '2027-02-10', type: '调休上班' },
    ]);
    expect(read).toMatchObject({
      ok: false,
      error: [
        { kind: 'no-source' },
        { kind: 'not-a-date', row: 1 },
        { kind: 'unknown-type', row: 2 },
        { kind: 'twice', row: 4 },
        { kind: 'other-year', row: 5 },
        { kind: 'make-up-on-weekday', row: 6 },
      ],
    });
    expect(readNotice(2027, '通知', [])).toEqual({ ok: false, error: [{ kind: 'no-rest-days', year: 2027 }] });
    if (!read.ok) for (const fault of read.error) expect(wordsOfNoticeRefusal(fault).zh).not.toBe('');
  });
});

describe('a place may have holidays of its own', () => {
  it('a day set by the place is a rest day there and nowhere else', () => {
    const local: Calendar = chineseCalendar([{ date: '2025-03-31', name: '古尔邦节', source: '示例公告' }]);
    expect(isWorkingDay(local, '2025-03-31').working).toBe(false);
    expect(isWorkingDay(calendar, '2025-03-31').working).toBe(true);
    expect(addWorkingDays(local, '2025-03-28', 1).date).toBe('2025-04-01');
  });
});

describe('counting, for any day and number', () => {
  const days = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2010-01-01', n));
  const counts = fc.integer({ min: 1, max: 40 });

  it('the n-th working day is a working day with exactly n working days up to it', () => {
    fc.assert(
      fc.property(days, counts, (from, n) => {
        const { date } = addWorkingDays(calendar, from, n);
        return isWorkingDay(calendar, date).working && workingDaysBetween(calendar, from, date).days === n;
      }),
      { numRuns: 60 },
    );
  });

  it('one more day is the next working day', () => {
    fc.assert(
      fc.property(days, counts, (from, n) => {
        const { date } = addWorkingDays(calendar, from, n + 1);
        return workingDayBefore(calendar, date).date === addWorkingDays(calendar, from, n).date;
      }),
      { numRuns: 60 },
    );
  });
});
