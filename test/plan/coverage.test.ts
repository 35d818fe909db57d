/**
 * What review promises about coverage, against draws that are really carried out: tickets, turned by group, the lowest of each
 * task and tier taken, as core/draw/README.md §6 says.
 */
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { type Cell, countCells, drawnBy, mergeCells, reachOf, type TaskReach } from '../../core/plan/cells.ts';
import { type Ceremony, coverageOf, unionOfArcs } from '../../core/plan/coverage.ts';
import { byWindow, expectedOf, proposeGroups } from '../../core/plan/groups.ts';
import type { Task } from '../../core/plan/task.ts';
import { classes, makeBody, makeCell, makeTask, percent, spared } from './make.ts';

const door = { departments: 3, officers: 6 };
const everywhere = (cells: readonly Cell[]) => cells.map((_, i) => i);
const free = (cells: readonly Cell[]) => cells.map(() => null);
const reachAll = (tasks: readonly Task[], cells: readonly Cell[]) => tasks.map((task) => reachOf(task, cells, null));
const flat = (bp: number, tag: string, change: Partial<Task> = {}): Task =>
  makeTask({
    frame: { tags: [tag], types: [], places: [] },
    scheme: '',
    quota: { kind: 'tiers', denominator: 'frame', tiers: [{ label: '全部', share: percent(bp) }] },
    ...change,
  });
const expectedAll = (
  reaches: readonly TaskReach[],
  ceremonies: readonly Ceremony[],
  cells: readonly Cell[],
  limits: readonly (number | null)[] = free(cells),
) => expectedOf(coverageOf(reaches, ceremonies, limits).reached, cells, everywhere(cells));

/** The mean number of different subjects over seeded draws of a whole year. */
function simulate(
  reaches: readonly TaskReach[],
  ceremonies: readonly Ceremony[],
  cells: readonly Cell[],
  limits: readonly (number | null)[],
  seeds: number,
): number {
  const cellOf = cells.flatMap((cell, i) => Array.from({ length: cell.count }, () => i));
  let sum = 0;
  for (let seed = 0; seed < seeds; seed += 1) {
    const random = seedrandom(`coverage ${seed}`);
    const used = cellOf.map(() => 0);
    for (const { groups } of ceremonies) {
      const tickets = cellOf.map(() => random());
      groups.forEach((group, g) => {
        const turned = tickets.map((ticket) => (ticket + g / groups.length) % 1);
        const before = [...used];
        const visited = new Set<number>();
        for (const place of group) {
          const reach = reaches[place];
          if (reach === undefined) continue;
          for (const tier of reach.tiers) {
            const inTier = cellOf
              .map((cell, row) => ({ cell, row }))
              .filter(({ cell, row }) => {
                const limit = limits[cell] ?? null;
                const label = reach.task.scheme === '' ? '全部' : cells[cell]?.classes[reach.task.scheme];
                return (
                  label === tier.label &&
                  reach.task.frame.tags.some((tag) => cells[cell]?.tags.includes(tag)) &&
                  (limit === null || (before[row] ?? 0) < limit)
                );
              })
              .sort((a, b) => (turned[a.row] ?? 0) - (turned[b.row] ?? 0));
            for (const { row } of inTier.slice(0, tier.drawn)) visited.add(row);
          }
        }
        for (const row of visited) used[row] = (used[row] ?? 0) + 1;
      });
    }
    sum += used.filter((n) => n > 0).length;
  }
  return sum / seeds;
}

describe('counting subjects into cells', () => {
  it('puts subjects with the same type, place, tags in any order and classes together', () => {
    const { count: _, ...one } = makeCell({ tags: ['餐饮', '连锁'] });
    const { count: __, ...other } = makeCell({ tags: ['连锁', '餐饮'] });
    const { count: ___, ...third } = makeCell({ classes: {} });
    expect(countCells([one, other, third, one]).map(({ count }) => count)).toEqual([3, 1]);
  });

  it('merges cells that no frame tells apart, and draws the same from them', () => {
    const cells = ['城区', '郊区', '山区'].flatMap((place) => [
      makeCell({ place }),
      makeCell({ place, tags: ['连锁', '餐饮'] }),
      makeCell({ place, tags: ['酒店'], count: 7 }),
    ]);
    const task = makeTask({ frame: { tags: ['餐饮'], types: [], places: ['山区'] } });
    const merged = mergeCells(cells, [task.frame]);
    expect(merged.map(({ place, tags, count }) => [place, tags, count])).toEqual([
      ['', ['餐饮'], 4000],
      ['', [], 14],
      ['山区', ['餐饮'], 2000],
      ['山区', [], 7],
    ]);
    expect(reachOf(task, merged, null).tiers).toEqual(reachOf(task, cells, null).tiers);
  });

  it('states who in a frame cannot be drawn: no class known, or a class that the task does not name', () => {
    const cells = [makeCell(), makeCell({ classes: {}, count: 7 }), makeCell({ classes: { credit: 'E' }, count: 5 })];
    expect(reachOf(makeTask(), cells, null).outside).toEqual({ unclassed: 7, otherClass: 5 });
  });

  it('三明 S0-22: a department without classes of its own draws by those of the market regulator', () => {
    const cells = [makeCell({ count: 1000 })];
    const task = makeTask({ scheme: 'own' });
    expect(drawnBy(reachOf(task, cells, null))).toBe(0);
    expect(drawnBy(reachOf(task, cells, 'credit'))).toBe(40);
  });

  it('splits a stated total over its classes by their sizes', () => {
    const task = makeTask({ quota: { kind: 'total', n: 20, labels: ['B', 'C'] } });
    const cells = classes('餐饮', [500, 300, 100, 50]);
    expect(reachOf(task, cells, null).tiers.map(({ drawn }) => drawn)).toEqual([15, 5]);
  });
});

describe('expected coverage of a year', () => {
  const cells = [...classes('餐饮', [600, 900, 400, 100]), ...classes('酒店', [300, 500, 200, 50])];

  it('two tasks over the same subjects in one group reach as many as the larger alone', () => {
    const reaches = reachAll([flat(3, '餐饮', { no: '1' }), flat(5, '餐饮', { no: '2' })], cells);
    expect(expectedAll(reaches, [{ groups: [[0, 1]] }], cells)).toBeCloseTo(100, 6);
    expect(expectedAll(reaches, [{ groups: [[0], [1]] }], cells)).toBeCloseTo(160, 6);
    expect(expectedAll(reaches, [{ groups: [[0]] }, { groups: [[1]] }], cells)).toBeCloseTo(
      2000 * (1 - 0.97 * 0.95),
      6,
    );
  });

  it('a task that is drawn twice a year reaches others the second time, but not all', () => {
    const reaches = reachAll([flat(10, '餐饮', { drawsPerYear: 2 })], cells);
    expect(expectedAll(reaches, [{ groups: [[0]] }], cells)).toBeCloseTo(2000 * 0.19, 6);
  });

  it('with one visit a year allowed, a second draw reaches only others', () => {
    const reaches = reachAll([flat(10, '餐饮', { drawsPerYear: 2 })], cells);
    const once = cells.map(() => 1);
    expect(expectedAll(reaches, [{ groups: [[0]] }], cells, once)).toBeCloseTo(400, 6);
  });

  const mixed: readonly (readonly [string, readonly Ceremony[], readonly (number | null)[]])[] = [
    ['one group', [{ groups: [[0, 1, 2]] }], free(cells)],
    ['a group for each task', [{ groups: [[0], [1], [2]] }], free(cells)],
    ['two groups whose arcs meet', [{ groups: [[0, 2], [1]] }], free(cells)],
    ['two ceremonies', [{ groups: [[0, 1]] }, { groups: [[2]] }], free(cells)],
    ['two ceremonies, one visit allowed', [{ groups: [[0, 1]] }, { groups: [[2]] }], cells.map(() => 1)],
  ];
  it.each(mixed)('agrees with 60 simulated years: %s', (_, ceremonies, limits) => {
    const tasks = [
      makeTask({ no: '1' }),
      flat(35, '餐饮', { no: '2' }),
      makeTask({
        no: '3',
        frame: { tags: ['餐饮', '酒店'], types: [], places: [] },
        quota: {
          kind: 'tiers',
          denominator: 'frame',
          tiers: [
            { label: 'A', share: spared },
            { label: 'B', share: percent(8) },
            { label: 'C', share: percent(20) },
            { label: 'D', share: percent(60) },
          ],
        },
      }),
    ];
    const reaches = reachAll(tasks, cells);
    const expected = expectedAll(reaches, ceremonies, cells, limits);
    const simulated = simulate(reaches, ceremonies, cells, limits, 60);
    // Fixed sizes make the cut-offs of two tasks waver against each other, so that a draw reaches a little more than the
    // bound (1.5 % at these sizes); never less than it by more than chance.
    expect(simulated / expected).toBeGreaterThan(0.985);
    expect(simulated / expected).toBeLessThan(1.03);
  });

  it('arcs of a circle cover at least the longest and at most all of them together', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }), (arcs) => {
        const covered = unionOfArcs(arcs);
        const sum = arcs.reduce((a, b) => a + b, 0);
        expect(covered).toBeGreaterThanOrEqual(Math.max(...arcs) - 1e-9);
        expect(covered).toBeLessThanOrEqual(Math.min(1, sum) + 1e-9);
        // The same by asking a thousand tickets.
        const K = arcs.length;
        const hit = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000).filter((ticket) =>
          arcs.some((length, g) => (ticket + g / K) % 1 < length),
        ).length;
        expect(Math.abs(hit / 1000 - covered)).toBeLessThan(0.01);
      }),
    ));
});

describe('joint groups', () => {
  const cells = classes('餐饮', [600, 900, 400, 100]);
  const body = (department: string) => [makeBody(department, ['food'])];
  const at = (from: string, to: string) => ({ window: { from, to }, due: to });
  const shape = ({ ceremonies }: { ceremonies: readonly Ceremony[] }) => ceremonies.map(({ groups }) => groups);

  it('tasks whose windows have a common day are drawn together, the others apart', () => {
    const tasks = [
      flat(3, '餐饮', { no: '1', ...at('2025-03-01', '2025-04-30') }),
      flat(3, '餐饮', { no: '2', ...at('2025-04-15', '2025-05-31') }),
      flat(3, '餐饮', { no: '3', ...at('2025-09-01', '2025-09-30') }),
    ];
    expect(byWindow(reachAll(tasks, cells))).toEqual([[0, 1], [2]]);
    const proposal = proposeGroups(reachAll(tasks, cells), cells, free(cells), [], door);
    expect(shape(proposal)).toEqual([[[0, 1]], [[2]]]);
    expect(proposal.because).toEqual({ windows: 2, door: 0, floor: 0 });
  });

  it('no more departments come to one door than the plan allows', () => {
    const tasks = ['a', 'b', 'c', 'd'].map((department, i) =>
      flat(3, '餐饮', { no: `${i}`, bodies: body(department) }),
    );
    const proposal = proposeGroups(reachAll(tasks, cells), cells, free(cells), [], door);
    expect(shape(proposal)).toEqual([[[0, 1, 2], [3]]]);
    expect(proposal.because.door).toBe(1);
  });

  it('departments that never meet the same subjects do not crowd a door', () => {
    const both = [...cells, ...classes('酒店', [10, 10, 10, 10])];
    const tasks = [
      ...['a', 'b', 'c'].map((department, i) => flat(3, '餐饮', { no: `${i}`, bodies: body(department) })),
      flat(3, '酒店', { no: '9', bodies: body('d') }),
    ];
    expect(shape(proposeGroups(reachAll(tasks, both), both, free(both), [], door))).toEqual([[[0, 1, 2, 3]]]);
  });

  it('sections of one department share their pair of officers at the door', () => {
    const tasks = [1, 2, 3, 4].map((no) => flat(3, '餐饮', { no: `${no}`, bodies: body('market') }));
    const groups = (officers: number) =>
      proposeGroups(reachAll(tasks, cells), cells, free(cells), [], { departments: 1, officers }).groups;
    expect(groups(2)).toBe(1);
    expect(groups(1)).toBe(4);
  });

  it('names a task that alone brings more officers than a door may hold', () => {
    const tasks = [flat(3, '餐饮', { no: '7', bodies: [makeBody('market', ['food'], { officers: 8 })] })];
    expect(proposeGroups(reachAll(tasks, cells), cells, free(cells), [], door).overDoor).toEqual(['7']);
  });

  it('石狮 S1-05: takes the fewest groups with which a year reaches its floor, and says that the floor asks for them', () => {
    const tasks = [1, 2, 3, 4].map((no) => flat(2, '餐饮', { no: `${no}`, bodies: body('market') }));
    const floor = (subjects: number) => [{ bound: 'at-least' as const, cells: everywhere(cells), subjects }];
    const propose = (subjects: number) =>
      proposeGroups(reachAll(tasks, cells), cells, free(cells), floor(subjects), door);
    expect([40, 70, 110, 160].map((subjects) => propose(subjects).groups)).toEqual([1, 2, 3, 4]);
    expect(propose(70).because).toEqual({ windows: 1, door: 0, floor: 1 });
    expect(propose(160).unmet).toEqual([]);
    expect(propose(161).unmet).toEqual([0]);
  });

  it('every task stands in exactly one group, and more groups never reach fewer subjects', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ bp: fc.integer({ min: 1, max: 40 }), month: fc.integer({ min: 1, max: 4 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        (asked) => {
          const tasks = asked.map(({ bp, month }, i) =>
            flat(bp, '餐饮', { no: `${i}`, ...at(`2025-0${month}-01`, `2025-0${month + 1}-15`) }),
          );
          const reaches = reachAll(tasks, cells);
          const few = proposeGroups(reaches, cells, free(cells), [], door);
          const goal = [{ bound: 'at-least' as const, cells: everywhere(cells), subjects: 2000 }];
          const many = proposeGroups(reaches, cells, free(cells), goal, door);
          for (const { ceremonies } of [few, many])
            expect(ceremonies.flatMap(({ groups }) => groups.flat()).sort((a, b) => a - b)).toEqual(
              tasks.map((_, i) => i),
            );
          expect(expectedAll(reaches, many.ceremonies, cells)).toBeGreaterThanOrEqual(
            expectedAll(reaches, few.ceremonies, cells) - 1e-9,
          );
        },
      ),
      { numRuns: 60 },
    ));
});
