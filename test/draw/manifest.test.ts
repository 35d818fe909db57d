import { describe, expect, it } from 'vitest';
import { checkManifest, type ManifestRule } from '../../core/draw/check-manifest.ts';
import { parseManifest } from '../../core/draw/format.ts';
import type { Manifest } from '../../core/draw/manifest.ts';
import { sayManifest } from '../../core/draw/words.ts';
import { fireTask, frame, small, task } from './make.ts';

const good = small().manifest;
const [desk, first, second] = good.participants;
if (desk === undefined || first === undefined || second === undefined) throw new Error('no participants');
const [lottery, dice] = good.public;
if (lottery === undefined || dice === undefined) throw new Error('no public number');
const [body] = task.bodies;
if (body === undefined) throw new Error('no body');

const withTask = (change: object): Partial<Manifest> => ({ tasks: [{ ...task, ...change }] });
const stepsOf = (...upTo: (number | null)[]) =>
  withTask({
    tiers: [
      {
        label: 'B',
        quota: { kind: 'steps', steps: upTo.map((n) => ({ upTo: n, share: { kind: 'spared' } })) },
        limits: [1],
      },
    ],
  });
const people: Partial<Manifest> = { kind: 'people', tasks: [], given: [] };
const posts = [{ department: '消防救援局', pool: '消防救援局', need: '' }];

const breaches: [ManifestRule, Partial<Manifest>][] = [
  ['ceremony-number', { ceremony: 0 }],
  ['window-backwards', { window: { from: '2025-06-01', to: '2025-05-01' } }],
  ['deadlines-order', { deadlines: { seal: frame.deadlines.reveal, reveal: frame.deadlines.reveal } }],
  ['no-public-number', { public: [] }],
  ['public-count', { public: [{ ...lottery, count: 0 }] }],
  ['public-range', { public: [{ ...lottery, count: 81 }] }],
  ['public-too-early', { public: [{ ...lottery, after: '2025-05-01T09:59:59.999Z' }] }],
  ['desk-first', { participants: [{ ...desk, id: '00' }, first, second] }],
  ['desk-first', { participants: [desk, { ...first, kind: 'desk' }, second] }],
  ['participant-id', { participants: [desk, { ...first, id: '1:2' }, second] }],
  ['participant-twice', { participants: [desk, first, { ...second, id: first.id }] }],
  ['participant-twice', { participants: [desk, first, { ...first, id: '9' }] }],
  ['witness-of-the-office', { participants: [desk, { ...first, department: desk.department }, second] }],
  ['dice-without-own-page', { participants: [desk, { ...first, custody: 'desk' }, { ...second, custody: 'desk' }] }],
  ['quorum', { quorum: 0 }],
  ['quorum', { quorum: 4 }],
  ['groups', { groups: 0, tasks: [] }],
  ['groups', { ...people, groups: 2 }],
  ['exclusion-twice', { exclusions: [...frame.exclusions, { letter: 'A', reason: '另一原因' }] }],
  ['task-twice', { tasks: [task, task] }],
  ['task-group', withTask({ group: 1 })],
  ['too-many-tiers', withTask({ tiers: Array.from({ length: 37 }, () => task.tiers[0]) })],
  ['limits-count', withTask({ tiers: [{ label: 'B', quota: { kind: 'spared' }, limits: [] }] })],
  ['counters-unknown', withTask({ counts: [1] })],
  ['counters-unsorted', withTask({ counts: [0, 0] })],
  ['no-batch', withTask({ batches: 0 })],
  [
    'share-above-whole',
    withTask({
      tiers: [{ label: 'B', quota: { kind: 'share', bp: 10_001, bound: 'exactly', atLeast: 0 }, limits: [1] }],
    }),
  ],
  ['steps-order', stepsOf()],
  ['steps-order', stepsOf(10)],
  ['steps-order', stepsOf(null, 10)],
  ['steps-order', stepsOf(10, 10, null)],
  ['too-few-officers', withTask({ bodies: [{ ...body, officers: 1 }] })],
  ['need-empty', withTask({ bodies: [{ ...body, needs: [''] }] })],
  ['pools-differ', { tasks: [task, { ...fireTask, bodies: [{ ...body, pool: '联合检查人员库' }] }] }],
  ['roster-rows', { roster: { ...good.roster, rows: 119 } }],
  ['officers-unsorted', { officers: [...frame.officers].reverse() }],
  ['officers-unsorted', { officers: [...frame.officers.slice(0, 1), ...frame.officers] }],
  [
    'barred-unsorted',
    {
      barred: [
        ['S02', 'uscc', '1'],
        ['S01', 'uscc', '1'],
      ],
    },
  ],
  ['given-in-draw', { given: [{ row: 1, posts }] }],
  ['given-unsorted', { ...people, given: [2, 1].map((row) => ({ row, posts })) }],
  ['given-row', { ...people, given: [{ row: 120, posts }] }],
  ['given-without-posts', { ...people, given: [{ row: 1, posts: [] }] }],
  ['people-with-tasks', { kind: 'people' }],
];

describe('what cannot be frozen', () => {
  it('a good manifest has no breach and has its own shape', () => {
    expect(checkManifest(good)).toEqual([]);
    expect(parseManifest(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, value: good });
  });

  it.each(breaches)('%s is refused, alone and by name, in words', (rule, change) => {
    const found = checkManifest({ ...good, ...change });
    expect(found.map((each) => each.rule)).toEqual([rule]);
    for (const each of found) expect(sayManifest(each).zh).toMatch(/[一-龥].*。$/);
  });

  it('an expert may come alone; two departments of a group share a pool; another group may use another', () => {
    const expert = { ...body, pool: 'expert/锅炉', department: '专家（锅炉）', officers: 1 };
    const other = { ...fireTask, group: 1, bodies: [{ ...body, pool: '联合检查人员库' }] };
    expect(checkManifest({ ...good, groups: 2, tasks: [{ ...task, bodies: [body, expert] }, other] })).toEqual([]);
  });

  it('every breach is returned, not the first alone', () => {
    expect(checkManifest({ ...good, ceremony: 0, quorum: 9, groups: 0 }).length).toBeGreaterThanOrEqual(3);
  });
});

describe('what is not a manifest', () => {
  it.each([
    ['an unknown member', { more: 1 }, ''],
    [
      'a range that no plan has settled',
      withTask({ tiers: [{ label: 'B', quota: { kind: 'range' }, limits: [1] }] }),
      'tasks[0].tiers[0].quota',
    ],
    ['half a letter of exclusion', { exclusions: [{ letter: 'a', reason: '' }] }, 'exclusions[0].letter'],
    ['a day that no month has', { discloseFrom: '2025-02-30' }, 'discloseFrom'],
    ['a time without milliseconds', { frozenAt: '2025-05-01T01:00:00Z' }, 'frozenAt'],
    ['a line feed in a name', { office: '联席办\n' }, 'office'],
    ['half a surrogate pair', { office: '\ud83d' }, 'office'],
    ['a fraction', { quorum: 1.5 }, 'quorum'],
  ])('%s is refused and its place named', (_, change, at) => {
    const parsed = parseManifest({ ...good, ...change });
    expect(parsed.ok ? 'accepted' : parsed.error.at.startsWith(at)).toBe(true);
  });
});
