/** Visits of several draws to one enterprise (石狮 2024 四(五)). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComingVisit, doorsOf, mergedDoors } from '../../core/visit/merge.ts';

const visit = (change: Partial<ComingVisit> & { readonly no?: string } = {}): ComingVisit => ({
  source: { kind: 'ceremony', no: 1 },
  visit: 0,
  subject: { kind: 'reg15', number: change.no ?? '1' },
  tasks: ['R-1'],
  departments: ['scjg'],
  window: { from: '2024-05-06', to: '2024-05-31' },
  verifiable: true,
  ...change,
});

describe('合并上门', () => {
  it('S1-48: 我方抽取和上级名单同期抽到同一家，只上一次门，共同的日子写明', () => {
    const ours = visit();
    const above = visit({
      source: { kind: 'list', no: 2 },
      window: { from: '2024-05-20', to: '2024-06-30' },
      verifiable: false,
    });
    const [door] = mergedDoors(doorsOf([above, ours, visit({ no: '2' })]));
    expect(door).toMatchObject({ window: { from: '2024-05-20', to: '2024-05-31' }, visits: [ours, above] });
  });

  it('S1-48: 时间不重叠的各上各的门', () => {
    const later = visit({ source: { kind: 'ceremony', no: 2 }, window: { from: '2024-09-01', to: '2024-09-20' } });
    expect(doorsOf([visit(), later])).toHaveLength(2);
    expect(mergedDoors(doorsOf([visit(), later]))).toEqual([]);
  });

  it('every visit stands behind exactly one door, whose days all of its visits have; the order given does not matter', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((d) => `2024-05-${String(d).padStart(2, '0')}`);
    const some = fc.array(
      fc.record({ no: fc.constantFrom('1', '2', '3'), a: day, b: day, source: fc.integer({ min: 1, max: 3 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const visits = drawn.map(({ no, a, b, source }, i) =>
          visit({
            no,
            visit: i,
            source: { kind: 'ceremony', no: source },
            window: a < b ? { from: a, to: b } : { from: b, to: a },
          }),
        );
        const doors = doorsOf(visits);
        expect(
          doors
            .flatMap((door) => door.visits)
            .map((each) => each.visit)
            .sort(),
        ).toEqual(visits.map((each) => each.visit).sort());
        for (const { window, visits: own } of doors) {
          expect(window.from <= window.to).toBe(true);
          for (const each of own) expect(each.window.from <= window.from && window.to <= each.window.to).toBe(true);
        }
        expect(doorsOf([...visits].reverse())).toEqual(doors);
      }),
    );
  });
});
