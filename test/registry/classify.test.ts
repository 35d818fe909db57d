import { describe, expect, it } from 'vitest';
import { classesBehind, classesOf, classHeld } from '../../core/registry/classify.ts';
import { aClassification, aSubject } from './make.ts';

const general = '通用型信用风险分类';

describe('which class a subject has', () => {
  const subject = aSubject();
  const march = aClassification();
  const june = aClassification({ class: 'C', date: '2025-06-01' });

  it('the latest one not after the day of the snapshot', () => {
    const classes = classesOf([june, march]);
    const on = (day: string) => {
      const held = classHeld(classes, subject, general, day);
      return held.ok ? held.value.class : held.error.kind;
    };
    expect([on('2025-02-28'), on('2025-03-01'), on('2025-05-31'), on('2025-06-01')]).toEqual([
      'unclassified',
      'B',
      'B',
      'C',
    ]);
  });

  it('S0: a department without classes of its own uses the market regulator’s, and the record says so', () => {
    const held = classHeld(classesOf([march]), subject, '消防风险', '2025-06-01', [general]);
    expect(held).toEqual({
      ok: true,
      value: { class: 'B', scheme: general, source: '省市场监管局推送', date: '2025-03-01', fellBack: true },
    });
  });

  it('without a fallback a missing class stays missing: there is no default', () => {
    expect(classHeld(classesOf([march]), subject, '消防风险', '2025-06-01')).toMatchObject({
      ok: false,
      error: { kind: 'unclassified', schemes: ['消防风险'] },
    });
  });

  it('the same letter under another scheme is another class', () => {
    const pool = aClassification({ scheme: '监管库', class: 'A', date: '2025-06-01' });
    const held = classHeld(classesOf([march, pool]), subject, general, '2025-12-31');
    expect(held.ok && held.value.class).toBe('B');
  });

  it('two lists of one day that disagree are both named', () => {
    const other = aClassification({ class: 'D', source: '县局核定' });
    expect(classHeld(classesOf([march, other]), subject, general, '2025-12-31')).toMatchObject({
      ok: false,
      error: { kind: 'contradicted', classes: ['B', 'D'] },
    });
  });

  it('S3-09: the values behind a pool stand with their days; one that is missing says so', () => {
    const local = aClassification({ scheme: '地区信用平台综合评价', class: '优良', date: '2025-02-01' });
    const found = classesBehind(
      classesOf([march, local]),
      subject,
      [general, '地区信用平台综合评价', '其他'],
      '2025-12-31',
    );
    expect(found.map((each) => (each.ok ? `${each.value.class} ${each.value.date}` : each.error.kind))).toEqual([
      'B 2025-03-01',
      '优良 2025-02-01',
      'unclassified',
    ]);
  });
});
