/** Rows for the benches, and clothes for real lists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classify, classOf, dress } from '../../bot/practice/sample/classes.ts';
import { brand } from '../../bot/practice/sample/names.ts';
import { subjects } from '../../bot/practice/sample/subjects.ts';
import { keyText, type Subject } from '../../core/registry/subject.ts';
import { contextOf } from '../../core/sheet/context.ts';
import { readCsv } from '../../core/sheet/csv.ts';
import { readSheet } from '../../core/sheet/read.ts';
import { sheets } from '../../core/sheet/sheets.ts';

const real = join(import.meta.dirname, '../../../shared/data/zj_drawn_annualreport_42774.csv');

describe('a stream of subjects', () => {
  it('gives 60,000 rows of which no two share a number or a name', () => {
    const keys = new Set<string>();
    const names = new Set<string>();
    for (const subject of subjects('bench', 60_000)) {
      keys.add(keyText(subject));
      names.add(subject.name);
    }
    expect([keys.size, names.size]).toEqual([60_000, 60_000]);
  });

  it('gives no mark twice in 200,000 rows', () => {
    const seen = new Set<string>();
    for (let row = 0; row < 200_000; row++) seen.add(brand(row));
    expect(seen.size).toBe(200_000);
  });
});

describe('a class', () => {
  const list = [...subjects('class', 200)];

  it('is the same in whatever list and order the subject stands', () => {
    const dressing = { seed: 'class', scheme: 'credit', date: '2025-06-01' } as const;
    const forth = new Map([...classify(list, dressing)].map((each) => [keyText(each), each.class]));
    const back = new Map(
      [...classify([...list].reverse().slice(50), dressing)].map((each) => [keyText(each), each.class]),
    );
    for (const [key, label] of back) expect(forth.get(key)).toBe(label);
  });

  it('of one scheme says nothing of the other', () => {
    const same = list.filter((subject) => classOf(subject, 'credit', 'class') === classOf(subject, 'own', 'class'));
    expect(same.length).toBeLessThan(120);
  });
});

describe('dressing a list', () => {
  const bare = (name: string, number: string): Subject => ({
    kind: 'uscc',
    number,
    name,
    type: 'enterprise',
    tags: [],
    authority: '',
    place: '',
    status: 'active',
  });

  it('reads the trade from a name that tells it and keeps every other field', () => {
    const list = [bare('云上酒店有限公司', '1'), bare('东溪物业服务有限公司', '2')];
    const dressed = dress(list, { seed: 'x', scheme: 'credit', date: '2025-06-01' });
    expect(dressed.subjects.map(({ tags }) => tags[0])).toEqual(['旅馆', '物业服务']);
    expect(dressed.subjects.map((subject) => ({ ...subject, tags: [] }))).toEqual(list);
  });

  it.skipIf(!existsSync(real))('gives the real list of 42,774 rows trades and classes (../shared/data)', () => {
    const grid = readCsv(readFileSync(real));
    if (!grid.ok) throw new Error(grid.error.kind);
    const read = readSheet(grid.value, sheets.subjects, contextOf({}));
    if (!read.ok) throw new Error('the header was not recognised');
    const list = read.value.accepted.map(({ value }) => value);
    const dressed = dress(list, { seed: 'real', scheme: 'credit', date: '2025-06-01' });
    expect(dressed.subjects.length).toBe(list.length);
    expect(list.length).toBeGreaterThan(42_700);
    const hotels = dressed.subjects.filter(({ tags }) => tags.includes('旅馆'));
    expect(hotels.length).toBeGreaterThan(200);
    const classed = dressed.classifications.length / list.length;
    expect(classed).toBeGreaterThan(0.96);
    expect(classed).toBeLessThan(0.98);
  });
});
