/** The whole real list: 42,774 enterprises, four real plan tables, 600 inspectors, one ceremony. */
import { describe, expect, it } from 'vitest';
import { breachesOf, unmerged, walkedOnce } from '../scenario/county.ts';
import { hasRealData, realRoad } from '../scenario/real.ts';

const road = walkedOnce((finished) => realRoad(finished));

describe.skipIf(!hasRealData)('42,774 real enterprises (needs ../shared, which is not part of the project)', () => {
  it('37,411 numbers of 18 characters, 5,232 of 15, 131 others; the two wrong codes are named with what is wrong', async () => {
    const { imported } = await road();
    const { answer, subjects } = imported;
    expect(answer.rows + answer.repeated.length).toBe(42_774);
    const kinds = Object.groupBy(subjects, ({ kind }) => kind);
    expect([kinds.uscc?.length, kinds.reg15?.length, kinds.older?.length]).toEqual([37_411 - 2, 5_232, 131]);
    expect(answer.rejected.map(({ faults }) => [faults[0]?.value, faults[0]?.fault])).toEqual([
      [
        '91330302l19373061U',
        expect.objectContaining({ findings: [{ kind: 'look-alike', at: 9, is: 'l', meant: '1' }] }),
      ],
      [
        '91330481L392519426',
        expect.objectContaining({ findings: [{ kind: 'check', at: 18, is: '6', expected: 'L' }] }),
      ],
    ]);
  });

  it('every one of them stands on the roster, with a mark for each of the twenty tasks', async () => {
    const { record, imported } = await road();
    expect(record.manifest.roster.rows).toBe(imported.subjects.length);
    expect(record.manifest.tasks).toHaveLength(20);
    // Of 600 on the roll, those of the bodies that go and whose certificates last to the end of November.
    expect(record.manifest.officers.length).toBeGreaterThan(300);
  });

  it('merged, staffed by two of each body, nobody twice at a door, nobody above capacity', async () => {
    const { record, handed } = await road();
    expect(unmerged(record)).toEqual([]);
    expect(breachesOf(record)).toEqual([]);
    expect(handed.filter(({ open }) => open > 0)).toEqual([]);
    const load = new Map<string, number>();
    for (const { officer } of record.result.visits.flatMap(({ posts }) => posts))
      load.set(officer ?? '', (load.get(officer ?? '') ?? 0) + 1);
    for (const { number, capacity } of record.manifest.officers)
      expect(load.get(number) ?? 0).toBeLessThanOrEqual(capacity);
    const drawn = record.result.tasks.flatMap(({ tiers }) => tiers).reduce((sum, tier) => sum + tier.drawn.length, 0);
    expect(record.result.visits.length).toBeLessThan(drawn);
  });

  it('another process verifies the record from its file alone', async () => {
    const { verify, record } = await road();
    const { status, said } = verify();
    expect([status, said.includes('核验通过'), said.includes(record.digest)]).toEqual([0, true, true]);
  });
});
