import { describe, expect, it } from 'vitest';
import type { PublicSource } from '../../core/draw/manifest.ts';
import { isCanonical, parsePublicNumber } from '../../core/draw/public-number.ts';

const source = (count: number, from: number, to: number, ascending: boolean): PublicSource => ({
  source: 'lottery',
  name: '某彩票',
  issue: '2025121',
  after: '2025-05-01T13:00:00.000Z',
  count,
  from,
  to,
  ascending,
});
const lotto = source(5, 1, 80, true);
const digits = source(3, 0, 9, false);

describe('what a person typed as the public number', () => {
  it.each([
    ['03 11 25 40 78', lotto],
    ['３，11、25,40 ７８', lotto],
    ['78 3 40 11 25', lotto],
    ['0311254078', lotto],
    ['03-11-25-40-78', lotto],
    ['03+11+25+40+78', lotto],
  ])('%s is 03 11 25 40 78', (typed, of) => {
    expect(parsePublicNumber(of, typed)).toEqual({ ok: true, value: '03 11 25 40 78' });
  });

  it.each(['5 0 5', '505', '５０５', '5，0，5'])(
    '%s keeps its order and its repetition where digits are drawn',
    (typed) => {
      expect(parsePublicNumber(digits, typed)).toEqual({ ok: true, value: '5 0 5' });
    },
  );

  it.each([
    ['', lotto, { kind: 'number-unreadable', text: '' }],
    ['3 11 25 40 七八', lotto, { kind: 'number-unreadable', text: '七八' }],
    ['-5 0 5', digits, { kind: 'number-unreadable', text: '-5 0 5' }],
    ['3 11 25 40', lotto, { kind: 'number-count', expected: 5, found: 4 }],
    ['031125407', lotto, { kind: 'number-count', expected: 5, found: 1 }],
    ['3 11 25 40 81', lotto, { kind: 'number-outside', number: '81', from: 1, to: 80 }],
    ['0 11 25 40 78', lotto, { kind: 'number-outside', number: '0', from: 1, to: 80 }],
    ['003 11 25 40 78', lotto, { kind: 'number-outside', number: '003', from: 1, to: 80 }],
    ['3 11 25 40 11', lotto, { kind: 'number-twice', number: '11' }],
    ['12 5 5', digits, { kind: 'number-outside', number: '12', from: 0, to: 9 }],
  ])('“%s” is refused with what is wrong', (typed, of, error) => {
    expect(parsePublicNumber(of, typed)).toEqual({ ok: false, error });
  });

  it('a long row of digits is never made a floating number', () => {
    expect(parsePublicNumber(source(1, 0, 9, false), '12345123451234512345').ok).toBe(false);
  });

  it('a record holds the one canonical form only', () => {
    expect(isCanonical(lotto, '03 11 25 40 78')).toBe(true);
    for (const other of ['3 11 25 40 78', '03  11 25 40 78', '11 03 25 40 78', '03 11 25 40 78 '])
      expect(isCanonical(lotto, other)).toBe(false);
  });
});
