import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellsOfTask,
  changedTask,
  newTask,
  type TaskMeans,
  taskFields,
} from '../../../bot/verbs/sheet/plan/task-cells.ts';
import type { Share } from '../../../core/plan/ratio.ts';
import { parseRatio } from '../../../core/plan/ratio-parse.ts';
import { ratioText } from '../../../core/plan/ratio-text.ts';
import type { Task } from '../../../core/plan/task.ts';
import { schemesOf } from '../../../core/policy/ask.ts';
import { policyCalled } from '../../../core/policy/index.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { value } from '../../desk.ts';
import { sample } from '../make.ts';

const of = sample('ganzhou-2023');
const policy = policyCalled('ganzhou-2023');
if (policy === null) throw new Error('no policy');
const means: TaskMeans = {
  plan: of.plan,
  registry: {
    items: of.items,
    tags: [...new Set(of.subjects.flatMap(({ tags }) => tags))],
    schemes: schemesOf(policy, `${of.plan.year}-12-31`).map(({ value: { id, classes } }) => ({
      id,
      labels: classes.map(({ label }) => label),
    })),
  },
  context: contextOf({ departments: of.departments, year: of.plan.year }),
};
const names = new Map(of.departments.map(({ code, name }) => [code, name]));
const members = of.departments.filter(({ kind }) => kind === 'member').map(({ code }) => code);

const share: fc.Arbitrary<Share> = fc.oneof(
  fc.record({
    kind: fc.constant('share' as const),
    bp: fc.integer({ min: 1, max: 10_000 }),
    bound: fc.constantFrom('exactly' as const, 'at-least' as const, 'at-most' as const),
    atLeast: fc.constantFrom(0, 0, 2),
  }),
  fc.constant({ kind: 'spared' as const }),
  fc.constant({
    kind: 'range' as const,
    from: { kind: 'count' as const, n: 60, bound: 'exactly' as const },
    to: { kind: 'count' as const, n: 70, bound: 'exactly' as const },
  }),
);

/** Tasks of a sample with everything that no sheet can say, and ratios that no sheet can write. */
const task: fc.Arbitrary<Task> = fc
  .record({
    of: fc.constantFrom(...of.plan.tasks),
    quota: fc.oneof(
      fc.constant(null),
      share.map((one): Task['quota'] => ({
        kind: 'tiers',
        tiers: [{ label: '全部', share: one }],
        denominator: 'eligible',
      })),
      fc.tuple(share, share).map(([a, b]): Task['quota'] => ({
        kind: 'tiers',
        tiers: [
          { label: '甲', share: a },
          { label: '乙', share: b },
        ],
        denominator: 'eligible',
      })),
    ),
    officers: fc.integer({ min: 2, max: 5 }),
    unlisted: fc.boolean(),
    kind: fc.constantFrom('random' as const, 'key' as const, 'targeted' as const, 'special' as const),
    professional: fc.constantFrom('', '专业领域，需持证', '没有那两个字'),
    ground: fc.constantFrom('', '重点领域', of.items[0]?.basis ?? ''),
    tags: fc.constantFrom(null, [], ['从未见过的标签']),
  })
  .map(
    ({ of: one, quota, officers, unlisted, kind, professional, ground, tags }): Task => ({
      ...one,
      kind,
      professional,
      ground,
      ...(quota === null ? {} : { quota }),
      frame: { tags: tags ?? one.frame.tags, types: ['enterprise'], places: ['某镇'] },
      bodies: one.bodies.map((body, i) => ({
        ...body,
        officers,
        needs: ['食品'],
        items: unlisted && i === 0 ? [...body.items, '清单外的事项'] : body.items,
      })),
      experts: [{ field: '食品', number: 1 }],
      outside: { no: 'P-9', state: 'sent' },
      reasons: [{ finding: 'x', words: '说明' }],
      due: one.window.to,
    }),
  );

/** What each cell may say anew, and which parts of a task it alters. */
const news: Readonly<Record<string, { readonly texts: readonly string[]; readonly alters: readonly (keyof Task)[] }>> =
  {
    name: { texts: ['另一个名称', '某某专项抽查'], alters: ['name', 'kind'] },
    field: { texts: ['另一个领域'], alters: ['ground'] },
    basis: { texts: ['《某法》第一条'], alters: ['ground'] },
    items: { texts: ['清单里没有的事项', of.items[0]?.name ?? ''], alters: ['bodies'] },
    subjects: { texts: [means.registry.tags[0] ?? '', '没有的标签'], alters: ['frame'] },
    lead: { texts: members.map((code) => names.get(code) ?? ''), alters: ['lead', 'reach', 'bodies'] },
    partners: { texts: ['', ...members.map((code) => names.get(code) ?? '')], alters: ['partners', 'reach', 'bodies'] },
    ratio: { texts: ['7%', '33户', '不低于12%'], alters: ['quota', 'scheme'] },
    frequency: { texts: ['3次/年'], alters: ['drawsPerYear'] },
    directed: { texts: ['定向', '不定向'], alters: ['directed'] },
    methods: { texts: ['书面检查', '网络监测'], alters: ['method'] },
    window: { texts: [`${of.plan.year}-05-01至${of.plan.year}-05-31`], alters: ['window', 'due'] },
    section: { texts: ['另一个股室', ''], alters: ['section'] },
    responsible: { texts: ['股室负责人', ''], alters: ['responsible'] },
    remark: { texts: ['专业领域例外，理由若干', ''], alters: ['professional'] },
  };

const steps: fc.Arbitrary<Share> = fc.constant({
  kind: 'steps',
  steps: [
    { upTo: 10, share: { kind: 'count', n: 2, bound: 'at-least' } },
    { upTo: 50, share: { kind: 'count', n: 5, bound: 'exactly' } },
    { upTo: null, share: { kind: 'share', bp: 5000, bound: 'at-least', atLeast: 0 } },
  ],
});
const number = fc.record({
  kind: fc.constant('count' as const),
  n: fc.integer({ min: 1, max: 500 }),
  bound: fc.constantFrom('exactly' as const, 'at-least' as const, 'at-most' as const),
});

describe('计划的任务与工作表的行', () => {
  it('写进表里的抽查比例，再读出来还是同一条规则', () => {
    const whole = fc.oneof(share, steps, number);
    fc.assert(
      fc.property(whole, (one) => {
        const quota: Task['quota'] = { kind: 'tiers', tiers: [{ label: '全部', share: one }], denominator: 'frame' };
        const read = value(parseRatio(ratioText(quota)));
        expect(read).toMatchObject({ kind: 'whole', share: one, stated: null });
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(share, number), { minLength: 1, maxLength: 4 }), (shares) => {
        const tiers = shares.map((one, i) => ({ label: 'ABCD'.charAt(i), share: one }));
        const read = value(parseRatio(ratioText({ kind: 'tiers', tiers, denominator: 'frame' })));
        expect(read).toMatchObject({ kind: 'tiered', tiers });
      }),
    );
    expect(value(parseRatio(ratioText({ kind: 'total', n: 33, labels: ['全部'] })))).toMatchObject({
      share: { kind: 'count', n: 33, bound: 'exactly' },
    });
  });

  it('能改的栏都在这里试过', () => {
    expect([...Object.keys(news), 'no'].sort()).toEqual([...taskFields].sort());
  });

  it('没有改动的行，任务一点不变', () => {
    fc.assert(
      fc.property(task, (one) => {
        const read = value(changedTask(one, cellsOfTask(one, means), means));
        expect(read.task).toEqual(one);
      }),
    );
  });

  it('改一栏，只变这一栏说的事：别的栏、表里写不下的内容都不变', () => {
    fc.assert(
      fc.property(task, fc.constantFrom(...Object.keys(news)), fc.nat(), (one, field, n) => {
        const { texts = [], alters = [] } = news[field] ?? {};
        const before = cellsOfTask(one, means);
        const now = texts[n % texts.length] ?? '';
        const read = changedTask(one, { ...before, [field]: now }, means);
        // A lead among its own partners and a range without a number are refused with words.
        if (!read.ok) {
          expect(read.error.length).toBeGreaterThan(0);
          return;
        }
        const { task: after } = read.value;
        const changed = Object.keys(one).filter((part) => {
          const key = part as keyof Task;
          return JSON.stringify(one[key]) !== JSON.stringify(after[key]);
        });
        expect(alters).toEqual(expect.arrayContaining(changed));
        expect(after.frame).toMatchObject({ types: one.frame.types, places: one.frame.places });
        for (const body of after.bodies) {
          const stood = one.bodies.find(({ department }) => department === body.department);
          if (stood !== undefined) expect(body).toMatchObject({ officers: stood.officers, needs: stood.needs });
        }
        const cells = cellsOfTask(after, means);
        const others = [...taskFields].filter((each) => each !== field && (before[each] ?? '') !== (cells[each] ?? ''));
        // Whoever leaves a task takes its items along; a ground stands in one of two columns.
        const follow = { lead: ['items'], partners: ['items'], field: ['basis'], basis: ['field'] }[field] ?? [];
        expect(follow).toEqual(expect.arrayContaining(others));
      }),
      { numRuns: 400 },
    );
  });

  it('事项一行一行地增减：留下的保持原来的编码和单位，新的按清单查找', () => {
    const one = of.plan.tasks.find(({ bodies }) => bodies.length > 1);
    if (one === undefined) throw new Error('no joint task');
    const before = cellsOfTask(one, means);
    const [first = '', ...rest] = (before.items ?? '').split('\n');
    const codes = one.bodies.flatMap(({ items }) => items);
    const less = value(changedTask(one, { ...before, items: rest.join('\n') }, means)).task;
    expect(less.bodies.flatMap(({ items }) => items)).toEqual(codes.slice(1));
    const back = value(
      changedTask(less, { ...cellsOfTask(less, means), items: [first, ...rest].join('\n') }, means),
    ).task;
    expect(new Set(back.bodies.flatMap(({ items }) => items))).toEqual(new Set(codes));
  });

  it('任务里没有地方写的话，不丢掉而是说明：编号、两种方式、与专业无关的备注、说不清的频次', () => {
    const [one] = of.plan.tasks;
    if (one === undefined) throw new Error('no task');
    const before = cellsOfTask(one, means);
    for (const [field, text] of [
      ['no', 'X-1'],
      ['methods', '实地检查、书面检查'],
      ['remark', '请尽快'],
      ['frequency', '视情况'],
      ['window', '择期'],
      ['ratio', '若干'],
      ['ratio', '县级2% 乡级10%'],
      ['name', ''],
    ] as const) {
      const read = changedTask(one, { ...before, [field]: text }, means);
      expect(read.ok ? text : read.error.map((each) => each.field)).toEqual([field]);
    }
  });

  it('一行新的任务与原样的行读成同样的任务', () => {
    const [one] = of.plan.tasks;
    if (one === undefined) throw new Error('no task');
    const { remark: _, no: __, ...cells } = cellsOfTask(one, means);
    const { task: made } = value(newTask('N-1', cells, means));
    expect(cellsOfTask(made, means)).toEqual({ ...cells, no: 'N-1' });
  });
});
