/** What every draw must show, over as many seeds as there is time for: few in `npm test`, many in `npm run trial`. */
import { expect, it } from 'vitest';
import { resultOf } from '../../core/draw/result.ts';
import { type Made, seedFor } from '../draw/make.ts';
import {
  chi2Bounds,
  differentLists,
  evenness,
  framed,
  type Inclusion,
  inclusions,
  sending,
  skippingLists,
  taking,
  variation,
} from './chances.ts';

function expectEven(inclusion: Inclusion): void {
  const { chi2, k } = evenness(inclusion);
  const { low, high } = chi2Bounds(k);
  expect(chi2).toBeLessThan(high);
  expect(chi2).toBeGreaterThan(low);
}

const chanceless = ({ left, drawn }: Inclusion): readonly number[] =>
  [...left.keys()].filter((row) => (left[row] ?? 0) > 0 && (drawn[row] ?? 0) === 0);

/** How often each assignment of pairs to doors comes up. */
function assignments({ manifest, roster }: Made, draws: number): readonly number[] {
  const times = new Map<string, number>();
  for (let seed = 0; seed < draws; seed += 1) {
    const { visits } = resultOf(manifest, roster, seedFor(seed));
    const key = visits.map(({ posts }) => [...posts.map(({ officer }) => officer)].sort().join()).join(' ');
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return [...times.values()];
}

/** @param draws seeds to run; every row below is expected at least draws / 10 times */
export function evenOver(draws: number): void {
  it('every task with its own frame draws every enterprise of it with the same chance, though three frames overlap', () => {
    const tasks = [taking('1', 6), taking('2', 4), taking('3', 3)];
    const inFrame = (row: number, t: number) => t === 0 || row % (t + 1) === 0;
    const counts = inclusions(framed(30, tasks, inFrame), draws, inFrame);
    for (const count of counts) {
      expectEven(count);
      expect(chanceless(count)).toEqual([]);
    }
    // The measure is no formality: one enterprise drawn half again as often is noticed at once.
    const [{ left, drawn } = { left: new Float64Array(), drawn: new Float64Array() }] = counts;
    const favoured = drawn.map((times, row) => (row === 7 ? times * 1.5 : times));
    expect(evenness({ left, drawn: favoured }).chi2).toBeGreaterThan(chi2Bounds(29).high);
  });

  it('a second group draws with the same chance from whoever is left, once the first group’s visits have used up allowances', () => {
    const tasks = [taking('1', 8, 0, [1]), taking('2', 8, 1, [1])];
    const made = framed(
      40,
      tasks,
      () => true,
      () => 0,
      { groups: 2 },
    );
    const counts = inclusions(made, draws, (row, t, drawn) => t === 0 || drawn[0]?.includes(row) === false);
    for (const count of counts) {
      expectEven(count);
      expect(chanceless(count)).toEqual([]);
    }
    // Eight of forty were visited and may not be again: 32 are left, and each of these has one chance in four.
    const [, second] = counts;
    const left = second?.left.reduce((a, b) => a + b, 0) ?? 0;
    const drawn = second?.drawn.reduce((a, b) => a + b, 0) ?? 0;
    expect([left / draws, drawn / draws]).toEqual([32, 8]);
  });

  it('checks made before the draw use up allowances; among the others nothing shows who stands where on the list', () => {
    const tasks = [taking('1', 6, 0, [2]), taking('2', 6, 1, [2]), taking('3', 6, 2, [2])];
    const used = (row: number) => (row < 10 ? 1 : 0);
    const made = framed(40, tasks, () => true, used, { groups: 3 });
    const met = (row: number, t: number, drawn: readonly (readonly number[])[]) =>
      used(row) + drawn.slice(0, t).filter((rows) => rows.includes(row)).length;
    const counts = inclusions(made, draws, (row, t, drawn) => met(row, t, drawn) < 2);
    // Within each half of the list, whoever has the same number of checks before has the same chance.
    for (const count of counts) {
      for (const [from, to] of [
        [0, 10],
        [10, 40],
      ]) {
        expectEven({ left: count.left.slice(from, to), drawn: count.drawn.slice(from, to) });
      }
      expect(chanceless(count)).toEqual([]);
    }
  });

  it('跳号 (domain 4.3): a platform reaches 10 lists of 40 in 400 and never the last five of 405; here every list is another, and the last five are drawn like the rest', () => {
    expect(new Set(skippingLists(400, 40).map(String)).size).toBe(10);
    const reached = new Set(skippingLists(405, 40).flat());
    expect([400, 401, 402, 403, 404].filter((row) => reached.has(row))).toEqual([]);

    const runs = Math.max(1200, draws / 4);
    // Of 400 over 40, about 10^55, two in a few thousand are never the same.
    expect(
      differentLists(
        framed(400, [taking('1', 40)], () => true),
        runs,
      ),
    ).toBe(runs);
    const [count] = inclusions(
      framed(405, [taking('1', 40)], () => true),
      runs,
      () => true,
    );
    if (count === undefined) throw new Error('no task');
    expectEven(count);
    expect(chanceless(count)).toEqual([]);
    const last = count.drawn.slice(400).reduce((a, b) => a + b, 0);
    // Five rows of chance 40/405 in each of the runs; five standard deviations.
    const expected = (runs * 5 * 40) / 405;
    expect(Math.abs(last - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });

  it('all legal assignments of a small case are equally likely: their counts stray no more than chance does', () => {
    // Three doors of two officers, six officers of one door each, the first barred from the first door: 6!/2!³ = 90 assignments
    // of pairs to doors, of which those with the first at the first door, 1/3, are not legal: 60.
    const one = assignments(sending(3, 2, 6, 1, [[0, 0]]), draws);
    // Four doors, four officers, four crossing recusals: filled one door after the other they would come up 1 to 2 apart, which
    // the exchanges afterwards wash out. At this bound a matching without them fails.
    const crossing = sending(4, 1, 4, 1, [
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 2],
    ]);
    const four = assignments(crossing, draws);
    expect([one.length, four.length]).toEqual([60, 7]);
    for (const counts of [one, four]) {
      const { found, most } = variation(counts);
      expect(found).toBeLessThan(most);
    }
  });

  it('where officers outnumber the posts and recusals cross, every legal assignment comes up, none with less than three fifths of its even chance', () => {
    // Two doors, three officers, the first barred from the first door, the second from the second. Exchanges keep who is out, so
    // that what the order of filling prefers stays: 1/4, 3/8, 3/8 in place of a third each. The limit of 先派后洗, held here.
    const counts = assignments(
      sending(2, 1, 3, 1, [
        [0, 0],
        [1, 1],
      ]),
      draws,
    );
    expect(counts).toHaveLength(3);
    for (const times of counts) expect(times).toBeGreaterThan((draws / 3) * 0.6);
  });

  it('搭档永远是库里相邻的人 (domain 4.3): here each inspector meets each enterprise, and each other inspector, about equally often', () => {
    const made = sending(6, 2, 8, 3);
    const meets = new Map<string, number>();
    const pairs = new Map<string, number>();
    const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    for (let seed = 0; seed < draws; seed += 1) {
      for (const { row, posts } of resultOf(made.manifest, made.roster, seedFor(seed)).visits) {
        const pair = posts.map(({ officer }) => officer ?? '').sort();
        for (const officer of pair) count(meets, `${officer} ${row}`);
        count(pairs, pair.join());
      }
    }
    // Two of eight at each of six doors: p = 1/4 in each of the 48 cells. Eight over two are 28 pairs over six doors. Six standard
    // deviations for pairs, whose numbers at several doors of one draw depend on one another, and five for cells.
    expect([meets.size, pairs.size]).toEqual([48, 28]);
    for (const times of meets.values())
      expect(Math.abs(times - draws / 4)).toBeLessThan(5 * Math.sqrt((draws * 3) / 16));
    for (const times of pairs.values())
      expect(Math.abs(times - (draws * 6) / 28)).toBeLessThan(6 * Math.sqrt((draws * 6) / 28));
  });
}
