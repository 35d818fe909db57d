/** Days as a workbook counts them, there and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfSerial, serialOfDay, serialShown } from '../../core/sheet/date-serial.ts';

describe('days of a workbook', () => {
  it.each([
    ['1900-03-01', false, 61],
    ['2026-03-01', false, 46_082],
    ['2026-03-01', true, 44_620],
    ['9999-09-09', false, 2_958_352],
  ] as const)('%s (from 1904: %s) is day %i', (day, is1904, serial) => {
    expect(serialOfDay(day, is1904)).toBe(serial);
  });

  it.each([
    ['2026-02-30', 'no such day'],
    ['1900-02-28', 'one program shows it as the day before'],
    ['2026.3.1', 'another form'],
    ['三月', 'words'],
  ])('%s stays a text: %s', (text) => {
    expect(serialOfDay(text, false)).toBeNull();
  });

  it('every day that is written is read as the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        expect(serialOfDay(dayOfSerial(serial) ?? '', false)).toBe(serial);
      }),
    );
  });

  it('the days before the one that never was are shown as Excel shows them', () => {
    expect([1, 7.8, 59, 60, 61].map(dayOfSerial)).toEqual([
      '1900-01-01',
      '1900-01-07',
      '1900-02-28',
      '1900-02-28',
      '1900-03-01',
    ]);
    for (const serial of [1, 7, 58, 59, 61, 2025]) expect(serialShown(dayOfSerial(serial) ?? '')).toBe(serial);
  });

  it('a number that is no day of any workbook is none', () => {
    expect([0, -1, Number.NaN, 2_958_466, 1e300].map(dayOfSerial)).toEqual([null, null, null, null, null]);
  });
});
