import { describe, expect, it } from 'vitest';
import { proposed, readMoment } from '../../bot/chat/draw/moment.ts';
import { numberIn } from '../../bot/chat/draw/which.ts';

/** 09:00 on 26 June 2025 in Shanghai. */
const now = '2025-06-26T01:00:00.000Z';

describe('times as an office types them', () => {
  it.each([
    ['10:30', '2025-06-26T02:30:00.000Z'],
    ['１０：３０', '2025-06-26T02:30:00.000Z'],
    ['10点半', '2025-06-26T02:30:00.000Z'],
    ['10时', '2025-06-26T02:00:00.000Z'],
    ['下午3点', '2025-06-26T07:00:00.000Z'],
    ['下午 3:05', '2025-06-26T07:05:00.000Z'],
    ['今天 17:00', '2025-06-26T09:00:00.000Z'],
    ['明天9点', '2025-06-27T01:00:00.000Z'],
    ['6月30日 15:00', '2025-06-30T07:00:00.000Z'],
    ['2025-07-01 08:00', '2025-07-01T00:00:00.000Z'],
    ['2025-07-01T08:00', '2025-07-01T00:00:00.000Z'],
    ['2025年7月1日8:00', '2025-07-01T00:00:00.000Z'],
    ['30分钟', '2025-06-26T01:30:00.000Z'],
    ['2小时后', '2025-06-26T03:00:00.000Z'],
    ['+90m', '2025-06-26T02:30:00.000Z'],
  ])('“%s” is %s', (text, moment) => {
    expect(readMoment(text, now)).toEqual({ ok: true, value: moment });
  });

  it.each([
    '',
    '很快',
    '25:00',
    '10:75',
    '2025-02-30 10:00',
    '13月1日 10:00',
    '10',
    '-30分钟',
    '<b>10:00</b>',
    '10:00:00:00',
  ])('“%s” is asked for again', (text) => {
    const read = readMoment(text, now);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.error.zh).toContain('北京时间');
  });

  it('a form proposes the next five minutes, in words that it reads itself', () => {
    expect(proposed('2025-06-26T01:02:03.000Z', 60)).toBe('2025-06-26 10:05');
    expect(readMoment(proposed(now, 60), now)).toEqual({ ok: true, value: '2025-06-26T02:00:00.000Z' });
  });
});

it.each([
  ['3', 3],
  ['第3次', 3],
  ['第 12 次抽取', 12],
  ['３', 3],
  ['', null],
  ['0', Number.NaN],
  ['三', Number.NaN],
  ['1e3', Number.NaN],
])('the ceremony “%s” is %s', (text, no) => expect(numberIn(text)).toBe(no));
