import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Barred, GivenVisit, Manifest, ManifestOfficer } from '../../core/draw/manifest.ts';
import { fill } from '../../core/draw/match.ts';
import { gatherPools } from '../../core/draw/pool.ts';
import { poolsOf, postsOfVisits } from '../../core/draw/posts.ts';
import { type DrawResult, resultOf } from '../../core/draw/result.ts';
import { foreseeShortages } from '../../core/draw/shortage.ts';
import { streamOf, ticketsOf } from '../../core/draw/stream.ts';
import { type Made, make, rowsOf, seedFor, small } from './make.ts';

const POOL = '市场监管局';

interface Case {
  readonly visits: readonly (readonly string[])[];
  readonly officers: readonly {
    readonly fields: readonly string[];
    readonly place: string;
    readonly capacity: number;
  }[];
  readonly barred: readonly (readonly [number, number])[];
  readonly byPlace: boolean;
  readonly seed: number;
}

/** A people ceremony: posts and officers as given, nothing else. Needs are 'a', 'b' or none. */
function peopleCeremony({ visits, officers, barred, byPlace }: Case): Made {
  const rows = rowsOf(visits.length, 0, 0);
  const given: GivenVisit[] = visits.map((needs, row) => ({
    row,
    posts: needs.map((need) => ({ department: POOL, pool: POOL, need })),
  }));
  const people: ManifestOfficer[] = officers.map((each, i) => ({ number: `S${10 + i}`, pool: POOL, ...each }));
  const unique = new Map(barred.map(([o, v]) => [`${o} ${v}`, [o, v] as const]));
  const never = [...unique.values()]
    .filter(([o, v]) => o < officers.length && v < visits.length)
    .sort(([a, b], [c, d]) => a - c || b - d)
    .map(([o, v]): Barred => [`S${10 + o}`, 'uscc', rows[v]?.number ?? '']);
  return make(rows, { kind: 'people', tasks: [], counters: [], given, officers: people, barred: never, byPlace });
}

const aCase: fc.Arbitrary<Case> = fc.record({
  visits: fc.array(fc.array(fc.constantFrom('', 'a', 'b'), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  }),
  officers: fc.array(
    fc.record({
      fields: fc.subarray(['a', 'b']),
      place: fc.constantFrom('', '第1所', '第2所'),
      capacity: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 0, maxLength: 6 },
  ),
  barred: fc.array(fc.tuple(fc.nat(5), fc.nat(7)), { maxLength: 10 }),
  byPlace: fc.boolean(),
  seed: fc.nat(),
});

/** Whether an officer may stand at a post, said independently of the code under test. */
function mayStand({ manifest, roster }: Made, officer: ManifestOfficer, row: number, need: string): boolean {
  if (need !== '' && !officer.fields.includes(need)) return false;
  if (manifest.byPlace && officer.place !== '' && officer.place !== roster.place(row)) return false;
  const { kind, number } = roster.key(row);
  return !manifest.barred.some(([o, k, n]) => o === officer.number && k === kind && n === number);
}

function expectLegal(made: Made, result: DrawResult): void {
  const load = new Map<string, number>();
  for (const visit of result.visits) {
    const here = visit.posts.flatMap((post) => post.officer ?? []);
    expect(new Set(here).size).toBe(here.length);
    for (const post of visit.posts) {
      if (post.officer === null) continue;
      const officer = made.manifest.officers.find((each) => each.number === post.officer);
      expect(officer?.pool).toBe(post.pool);
      expect(officer !== undefined && mayStand(made, officer, visit.row, post.need)).toBe(true);
      load.set(post.officer, (load.get(post.officer) ?? 0) + 1);
    }
  }
  for (const { number, capacity } of made.manifest.officers)
    expect(load.get(number) ?? 0).toBeLessThanOrEqual(capacity);
}

/** Most posts that any assignment fills: maximum flow by plain depth-first augmentation over single units of capacity. */
function mostFilled(made: Made): number {
  const { manifest } = made;
  const edges = new Map<string, Set<string>>();
  const residual = new Map<string, number>();
  const connect = (from: string, to: string, capacity: number): void => {
    edges.set(from, (edges.get(from) ?? new Set()).add(to));
    edges.set(to, (edges.get(to) ?? new Set()).add(from));
    residual.set(`${from}>${to}`, capacity);
  };
  for (const [v, { row, posts }] of manifest.given.entries()) {
    for (const [p, { need }] of posts.entries()) {
      connect('source', `post ${v}.${p}`, 1);
      for (const officer of manifest.officers) {
        if (!mayStand(made, officer, row, need)) continue;
        connect(`post ${v}.${p}`, `${officer.number} in ${v}`, 1);
        connect(`${officer.number} in ${v}`, officer.number, 1);
        connect(officer.number, 'sink', officer.capacity);
      }
    }
  }
  const augment = (at: string, seen: Set<string>): boolean => {
    if (at === 'sink') return true;
    seen.add(at);
    for (const to of edges.get(at) ?? []) {
      const left = residual.get(`${at}>${to}`) ?? 0;
      if (left === 0 || seen.has(to) || !augment(to, seen)) continue;
      residual.set(`${at}>${to}`, left - 1);
      residual.set(`${to}>${at}`, (residual.get(`${to}>${at}`) ?? 0) + 1);
      return true;
    }
    return false;
  };
  let flow = 0;
  while (augment('source', new Set())) flow += 1;
  return flow;
}

const filledIn = (result: DrawResult): number =>
  result.visits.flatMap((visit) => visit.posts).filter((post) => post.officer !== null).length;

describe('who goes', () => {
  it('nobody barred, nobody unfit, nobody twice at a door, nobody above capacity, whatever the ceremony', () => {
    fc.assert(
      fc.property(aCase, (each) => {
        const made = peopleCeremony(each);
        expectLegal(made, resultOf(made.manifest, made.roster, seedFor(each.seed)));
      }),
      { numRuns: 300 },
    );
  });

  it('no assignment whatever would fill more posts (against an exact maximum flow)', () => {
    fc.assert(
      fc.property(aCase, (each) => {
        const made = peopleCeremony(each);
        expect(filledIn(resultOf(made.manifest, made.roster, seedFor(each.seed)))).toBe(mostFilled(made));
      }),
      { numRuns: 500 },
    );
  });

  it('one officer for two posts of one visit fills one of them', () => {
    const made = peopleCeremony({
      visits: [['', '']],
      officers: [{ fields: [], place: '', capacity: 5 }],
      barred: [],
      byPlace: false,
      seed: 0,
    });
    expect(filledIn(resultOf(made.manifest, made.roster, seedFor(0)))).toBe(1);
  });

  it('a draw sends two or more from every department that goes, one of them with the field that its items need', () => {
    const made = small();
    for (let n = 0; n < 20; n++) {
      const result = resultOf(made.manifest, made.roster, seedFor(n));
      expectLegal(made, result);
      for (const { posts, tasks } of result.visits) {
        const departments = new Set(
          tasks.flatMap((t) => made.manifest.tasks[t]?.bodies.map((b) => b.department) ?? []),
        );
        for (const department of departments) {
          const here = posts.filter((post) => post.department === department);
          expect(here.filter((post) => post.officer !== null).length).toBeGreaterThanOrEqual(2);
        }
      }
    }
  });

  it('loads stay within two of each other where everybody fits everything', () => {
    const officers = Array.from({ length: 7 }, () => ({ fields: [], place: '', capacity: 50 }));
    const visits = Array.from({ length: 40 }, () => ['', '']);
    for (let n = 0; n < 20; n++) {
      const made = peopleCeremony({ visits, officers, barred: [], byPlace: false, seed: n });
      const result = resultOf(made.manifest, made.roster, seedFor(n));
      const load = new Map<string, number>();
      for (const post of result.visits.flatMap((visit) => visit.posts))
        load.set(post.officer ?? '', (load.get(post.officer ?? '') ?? 0) + 1);
      expect(load.has('')).toBe(false);
      expect(Math.max(...load.values()) - Math.min(...load.values())).toBeLessThanOrEqual(2);
    }
  });

  it('the exchanges that wash out the order of filling leave every inspector as many visits as before', () => {
    const { manifest, roster } = small();
    for (let n = 0; n < 10; n++) {
      const seed = seedFor(n);
      const tickets = ticketsOf(seed, roster.rows);
      const result = resultOf(manifest, roster, seed);
      const posts = postsOfVisits(manifest, result.visits);
      for (const pool of gatherPools(manifest, roster, poolsOf(manifest, posts), posts)) {
        const { load } = fill(pool, tickets, streamOf(seed, `match/${pool.name}`));
        const after = pool.officers.map(
          ({ number }) =>
            result.visits.flatMap((visit) => visit.posts).filter((post) => post.officer === number).length,
        );
        expect(after).toEqual([...load]);
      }
    }
  });

  it('all legal assignments of a small case come up, none much more often than another', () => {
    // Three visits of one post, three officers of one visit each, S10 barred from the first: four assignments.
    const made = peopleCeremony({
      visits: [[''], [''], ['']],
      officers: [1, 2, 3].map(() => ({ fields: [], place: '', capacity: 1 })),
      barred: [[0, 0]],
      byPlace: false,
      seed: 0,
    });
    const times = new Map<string, number>();
    for (let n = 0; n < 2000; n++) {
      const result = resultOf(made.manifest, made.roster, seedFor(n));
      const key = result.visits.map((visit) => visit.posts[0]?.officer).join(' ');
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    expect(times.size).toBe(4);
    // 500 each is expected; five standard deviations are 97.
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(97);
  });

  it('each pool’s substitutes are all of its officers, each once; each post’s own begin at its start', () => {
    const { manifest, roster } = small();
    const result = resultOf(manifest, roster, seedFor(1));
    for (const { pool, officers } of result.substitutes) {
      const expected = manifest.officers.filter((each) => each.pool === pool).map((each) => each.number);
      expect([...officers].sort()).toEqual(expected);
    }
    for (const post of result.visits.flatMap((visit) => visit.posts))
      expect(post.start).toBeLessThan(manifest.officers.filter((each) => each.pool === post.pool).length);
  });
});

describe('shortages before freezing', () => {
  it('三明 S0-42: posts ask for a field that nobody holds: named, with nobody behind them', () => {
    const made = small();
    const officers = made.manifest.officers.map((each) => ({
      ...each,
      fields: each.fields.filter((f) => f !== '食品'),
    }));
    const [shortage, ...others] = foreseeShortages({ ...made.manifest, officers }, made.roster);
    expect(others).toEqual([]);
    expect(shortage).toMatchObject({ pool: POOL, departments: [POOL], needs: ['食品'], officers: [], capacity: 0 });
    expect(shortage?.short).toBe(shortage?.posts);
  });

  it('too few together: the posts, the only ones who can take them, and by how many they are too few', () => {
    const made = peopleCeremony({
      visits: Array.from({ length: 20 }, () => ['a']),
      officers: [
        { fields: ['a'], place: '', capacity: 5 },
        { fields: ['a', 'b'], place: '', capacity: 5 },
        { fields: ['b'], place: '', capacity: 99 },
      ],
      barred: [],
      byPlace: false,
      seed: 0,
    });
    expect(foreseeShortages(made.manifest, made.roster)).toEqual([
      {
        pool: POOL,
        departments: [POOL],
        needs: ['a'],
        places: [],
        posts: 20,
        officers: ['S10', 'S11'],
        capacity: 10,
        atOnce: 1,
        short: 10,
      },
    ]);
  });

  it('a shortage is found exactly where the maximum flow falls short, and is a proof of it', () => {
    fc.assert(
      fc.property(aCase, (each) => {
        const made = peopleCeremony({ ...each, barred: [] });
        const open = made.manifest.given.flatMap((visit) => visit.posts).length - mostFilled(made);
        const shortages = foreseeShortages(made.manifest, made.roster);
        expect(shortages.reduce((sum, shortage) => sum + shortage.short, 0)).toBe(open);
        for (const shortage of shortages)
          expect(shortage.posts > shortage.capacity || shortage.atOnce > 1 || shortage.officers.length === 0).toBe(
            true,
          );
      }),
      { numRuns: 200 },
    );
  });

  it('a ceremony that can be staffed has no shortage', () => {
    const { manifest, roster } = small();
    const roomy: Manifest = { ...manifest, officers: manifest.officers.map((each) => ({ ...each, capacity: 99 })) };
    expect(foreseeShortages(roomy, roster)).toEqual([]);
  });
});
