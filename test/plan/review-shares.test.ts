/** 抽查比例、抽查频次、覆盖面: one rule broken at a time. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../../core/plan/review/desk.ts';
import { stands } from '../../core/plan/review/finding.ts';
import { reviewPlan } from '../../core/plan/review/review.ts';
import { summarise } from '../../core/plan/summary.ts';
import type { Task } from '../../core/plan/task.ts';
import { withOverride } from '../../core/policy/override.ts';
import { appears, silent } from './appears.ts';
import { county, found, items, withItem, withPlan, withShares, withTask } from './county.ts';
import { makeItem, percent, spared } from './make.ts';

const sanming = county('三明');
const shishi = county('石狮');
const fuan = county('福安');
const wannian = county('万年');
const ganzhou = county('甘州');
const quotaOf = (labels: readonly (readonly [string, number])[]): Partial<Task> => ({
  quota: { kind: 'tiers', denominator: 'frame', tiers: labels.map(([label, bp]) => ({ label, share: percent(bp) })) },
});

describe('ratios', () => {
  it('三明 S0-15: 计划抽查 A 类 1 %，无事不扰，须说明理由', () => {
    const drawn = withShares(sanming, { A: percent(1) });
    appears(sanming, drawn, 'not-spared', { label: 'A', bp: 100, weight: 'in-principle', reason: null });
    const reasoned = withTask(drawn, { reasons: [{ finding: 'not-spared', words: '投诉集中' }] });
    const [finding] = found(reasoned, 'not-spared');
    expect(finding?.reason).toBe('投诉集中');
    expect(finding === undefined || stands(finding)).toBe(false);
  });

  it('三明 S0-16: 计划 B 类 5 % 与常规 5 % 相同，被指出并列出两个数', () =>
    appears(sanming, withShares(sanming, { B: percent(5) }), 'not-below-usual', {
      task: 'R-001',
      label: 'B',
      bp: 500,
      usualBp: 500,
      weight: 'refused',
      source: { document: '明双随机〔2025〕1号', clause: '一(二)' },
    }));

  it('三明 S0-16: the same holds for a department’s own classes, which are ruled like the general ones', () => {
    const own = (input: typeof sanming) => withTask(input, { scheme: 'own' });
    appears(own(sanming), own(withShares(sanming, { B: percent(5) })), 'not-below-usual', { label: 'B', usualBp: 500 });
  });

  it('三明 S0-20: 计划 C 类 5 % 不高于常规 5 %，被指出并列出两个数', () =>
    appears(sanming, withShares(sanming, { C: percent(5) }), 'not-above-usual', { label: 'C', bp: 500, usualBp: 500 }));

  it('三明 S0-21: 计划 D 类与 C 类相同，被指出并列出顺序 A<B<C<D', () =>
    appears(sanming, withShares(sanming, { D: percent(10) }), 'order-broken', {
      lower: { label: 'C', bp: 1000 },
      higher: { label: 'D', bp: 1000 },
      order: ['A', 'B', 'C', 'D'],
      weight: 'refused',
    }));

  it('福安 S2-05: 重点名录库与一般的比例相同，被指出', () => {
    const same = withShares(fuan, { 重点: percent(6) });
    appears(fuan, same, 'order-broken', { lower: { label: '一般' }, higher: { label: '重点' }, weight: 'refused' });
    appears(fuan, withShares(fuan, { 重点: percent(5) }), 'not-above-usual', { bp: 500, usualBp: 500 });
  });

  it('石狮 S1-26: 比例不从 A 到 D 递增，被指出；顺序是本系统的理解，可以说明理由', () =>
    appears(shishi, withShares(shishi, { C: percent(4) }), 'order-broken', {
      lower: { label: 'B', bp: 400 },
      higher: { label: 'C', bp: 400 },
      weight: 'in-principle',
    }));

  it('甘州 S4-35: 高风险企业的比例不高于常规，被指出', () =>
    appears(ganzhou, withShares(ganzhou, { D: percent(5) }), 'not-above-usual', { label: 'D' }));

  it('万年 has pools of another meaning: its A, B and C need not rise', () =>
    silent(withShares(wannian, { A: percent(8), B: percent(2) }), 'order-broken'));

  it('石狮 S1-23: ABCD 四类一个比例，被指出；缺一类也被指出', () => {
    const flat = { A: percent(4), B: percent(4), C: percent(4), D: percent(4) };
    appears(shishi, withShares(shishi, flat), 'one-ratio-for-all', { missing: [] });
    appears(
      shishi,
      withTask(
        shishi,
        quotaOf([
          ['A', 2],
          ['B', 4],
          ['C', 10],
        ]),
      ),
      'one-ratio-for-all',
      { missing: ['D'] },
    );
  });

  it('石狮 S1-24: 注明专业领域的任务除外', () => {
    const flat = { A: percent(4), B: percent(4), C: percent(4), D: percent(4) };
    silent(withTask(withShares(shishi, flat), { professional: '特种设备，依技术规范抽查' }), 'one-ratio-for-all');
  });

  it.each([
    ['福安 S2-57', fuan],
    ['甘州 S4-04', ganzhou],
    ['三明 一(二)', sanming],
  ] as const)('%s: 不按分类抽取的任务被指出', (_, input) => {
    const plain = withTask(input, { scheme: '', ...quotaOf([['全部', 6]]) });
    appears(input, plain, 'no-classes', { task: 'R-001', weight: 'in-principle' });
  });

  it('石狮 says so by the ratio of each class instead', () =>
    silent(withTask(shishi, { scheme: '', ...quotaOf([['全部', 5]]) }), 'no-classes'));

  it('a scheme or a class that the document does not know is named with those that it knows', () => {
    appears(sanming, withTask(sanming, { scheme: 'pool' }), 'unknown-scheme', {
      scheme: 'pool',
      known: ['own', 'credit'],
    });
    appears(sanming, withShares(sanming, { E: percent(60) }), 'unknown-class', {
      label: 'E',
      known: ['A', 'B', 'C', 'D'],
    });
  });

  it('福安 S2-04: 重点领域（食品）按常规比例抽查，被指出', () =>
    appears(fuan, withShares(fuan, { 一般: percent(5) }), 'key-field-usual', { field: '食品', bp: 500, usualBp: 500 }));

  it.each(['食品', '道路运输', '安全生产', '物业'])('福安 S2-04: %s是重点领域；零售不是', (field) => {
    const atUsual = (given: string) => withItem(withShares(fuan, { 一般: percent(5) }), { field: given });
    expect(found(withItem(atUsual(field), { field }, 'fire-food'), 'key-field-usual')).toMatchObject([{ field }]);
    silent(withItem(atUsual('零售'), { field: '零售' }, 'fire-food'), 'key-field-usual');
  });

  it('甘州 S4-06: 无事不扰，A 类的比例不低于常规，被指出', () =>
    appears(ganzhou, withShares(ganzhou, { A: percent(5) }), 'not-below-usual', {
      label: 'A',
      weight: 'in-principle',
    }));

  it('福安 S2-19: 比例与事项清单不一致而没有理由，被指出', () => {
    const off = withShares(fuan, { 一般: percent(8) }, 'R-002');
    appears(fuan, off, 'ratio-off-list', { task: 'R-002', bp: 800, usualBp: 500, weight: 'in-principle' });
    silent(withShares(sanming, { B: percent(2) }), 'ratio-off-list');
  });

  it('a range must be settled before it can be drawn', () =>
    appears(sanming, withShares(sanming, { C: { kind: 'range', from: percent(10), to: percent(20) } }), 'not-settled', {
      label: 'C',
      weight: 'refused',
    }));

  it('a number of households is compared by what it comes to on the list', () => {
    // 80 of 1,600 in B are the usual 5 %.
    const eighty = withShares(sanming, { B: { kind: 'count', n: 80, bound: 'exactly' } });
    appears(sanming, eighty, 'not-below-usual', { bp: 500 });
    silent(withShares(sanming, { B: { kind: 'count', n: 79, bound: 'exactly' } }), 'not-below-usual');
  });
});

describe('frequency', () => {
  it('福安 S2-18: 部门全年只抽查一次，被指出；两次即可', () => {
    const once = withPlan(fuan, { tasks: fuan.plan.tasks.slice(0, 1) });
    appears(
      fuan,
      once,
      'too-few-draws',
      { department: 'fire', draws: 1, atLeast: 2, weight: 'in-principle' },
      { department: 'market', draws: 1, atLeast: 2 },
    );
    silent(withTask(once, { drawsPerYear: 2 }), 'too-few-draws');
    silent(withPlan(sanming, { tasks: sanming.plan.tasks.slice(0, 1) }), 'too-few-draws');
  });

  it('三明 S0-17: B 类与 C 类全年抽查次数相同，被指出 B 类应更少', () =>
    appears(sanming, withShares(sanming, { B: percent(4) }, 'R-002'), 'frequency-not-lower', {
      lower: 'B',
      lowerDraws: 2,
      higher: 'C',
      higherDraws: 2,
      weight: 'in-principle',
    }));

  it('福安 二(三)1: 重点名录库的抽查次数不多于一般，被指出', () =>
    appears(fuan, withPlan(fuan, { tasks: fuan.plan.tasks.slice(0, 2) }), 'frequency-not-lower', {
      lower: '一般',
      higher: '重点',
    }));

  it('三明 S0-24: B 类一年最多一次，计划要求更多，被指出', () => {
    const often = withShares(withTask(sanming, { drawsPerYear: 2 }), { B: percent(60) });
    appears(sanming, often, 'over-cap', { label: 'B', visits: 1.2, cap: 1, weight: 'refused' });
  });

  it('三明 S0-25: C 类一年最多两次', () => {
    const thrice = withShares(withTask(sanming, { drawsPerYear: 3 }), { C: percent(100) });
    appears(sanming, thrice, 'over-cap', { label: 'C', visits: 3, cap: 2 });
    silent(withShares(withTask(sanming, { drawsPerYear: 2 }), { C: percent(100) }), 'over-cap');
  });

  it('石狮 sets no cap by class', () =>
    silent(withShares(withTask(shishi, { drawsPerYear: 3 }), { B: percent(100) }), 'over-cap'));

  it('三明 S0-26: D 类按实际需要，计划没有写明需要，被指出', () => {
    appears(sanming, withTask(sanming, { ground: ' ' }), 'no-need-stated', { label: 'D', weight: 'refused' });
    silent(withTask(ganzhou, { ground: '' }), 'no-need-stated');
  });

  it('三明 S0-27: 重点领域事项没有登记法定检查次数上限，被指出', () =>
    appears(sanming, withItem(sanming, { category: 'key' }), 'no-statutory-cap', { item: 'food', weight: 'refused' }));

  it('三明 S0-27: 对同一对象的安排超过法定上限，被指出', () => {
    const key = withItem(sanming, { category: 'key', statutoryCap: 2 });
    appears(key, withTask(key, { drawsPerYear: 3 }), 'over-statutory-cap', { item: 'food', draws: 3, cap: 2 });
  });

  it('三明 S0-23: 事项由一般改为重点，适用法定上限而不是分类上限，并且说明', () => {
    const key = withItem(sanming, { category: 'key', statutoryCap: 4 });
    appears(sanming, key, 'statutory-cap-applies', { item: 'food', cap: 4, weight: 'notice' });
    const often = (input: typeof key) => withShares(withTask(input, { drawsPerYear: 2 }), { B: percent(60) });
    expect(found(often(sanming), 'over-cap')).toHaveLength(1);
    silent(often(key), 'over-cap');
  });

  it('三明 S0-28: 国家另有规定的，只对所列事项替代，并写明依据', () => {
    const replaced = withOverride(sanming.policy, {
      from: '2025-07-01',
      items: ['food'],
      source: { document: '国家有关规定', clause: '第一条', quote: '每年检查不超过四次' },
      change: { kind: 'cap', area: 'key', of: null, cap: { kind: 'visits', n: 4 } },
    });
    if (!replaced.ok) throw new Error(replaced.error.kind);
    const key = withItem(sanming, { category: 'key' });
    const after = { ...key, policy: replaced.value };
    appears(key, after, 'exception-applied', { item: 'food', instead: { document: '明双随机〔2025〕1号' } });
    expect(found(key, 'no-statutory-cap')).toHaveLength(1);
    silent(after, 'no-statutory-cap');
    expect(found(withTask(after, { drawsPerYear: 5 }), 'over-statutory-cap')).toMatchObject([{ draws: 5, cap: 4 }]);
  });

  it.each(['public', 'economic', 'ecological', 'production', 'ideological'] as const)(
    '福安 S2-74: 涉及五个安全之一（%s）的事项是重点，计划中单独计数',
    (safety) => {
      expect(summarise(layOut(fuan)).keyTasks).toBe(0);
      expect(summarise(layOut(withItem(fuan, { safety }))).keyTasks).toBe(1);
      expect(summarise(layOut(withItem(sanming, { safety }))).keyTasks).toBe(0);
    },
  );

  it('国办发〔2024〕54号 from 2025 asks for a published cap, not before', () => {
    silent(fuan, 'no-published-cap');
    const later = { ...withPlan(ganzhou, { year: 2025 }) };
    expect(found(later, 'no-published-cap').length).toBeGreaterThan(0);
  });
});

describe('coverage', () => {
  /** Every class of every task at one share, which is what coverage is counted from. */
  const allAt = (input: typeof sanming, bp: number): typeof sanming =>
    input.plan.tasks.reduce(
      (sum, { no, quota }) =>
        withShares(
          sum,
          Object.fromEntries((quota.kind === 'tiers' ? quota.tiers : []).map(({ label }) => [label, percent(bp)])),
          no,
        ),
      input,
    );

  it('石狮 S1-05: 预计抽查企业不足 3.5 %，被指出，列出预计数和应有数', () => {
    const low = allAt(shishi, 3);
    appears(shishi, low, 'floor-missed', { expected: 135, limit: 158, roll: 4500, bp: 350, weight: 'refused' });
    silent(allAt(shishi, 4), 'floor-missed');
  });

  it('石狮 S1-05: 合并后的预计数在审查时显示', () =>
    expect(found(shishi, 'coverage-expected')).toMatchObject([{ expected: 270, limit: 158, weight: 'notice' }]));

  it('福安 S2-17: 合并后 4.9 % 的计划须说明理由，全市和部门自己的名录库都看', () => {
    const low = allAt(fuan, 4.9);
    appears(
      fuan,
      low,
      'floor-missed',
      { department: null, bp: 500, weight: 'in-principle', source: { clause: '二(一)2' } },
      { department: 'market' },
      { department: 'fire' },
    );
    const reasoned = { ...low, reasons: [{ finding: 'floor-missed', words: '疫情' }] };
    expect(found(reasoned, 'floor-missed').every((finding) => !stands(finding))).toBe(true);
  });

  it('福安 S2-17: a department whose own directory is not reached is named, though the city is', () => {
    const directories = [
      { department: 'fire', frame: { tags: ['加油站'], types: [], places: [] } },
      { department: 'market', frame: { tags: [], types: [], places: [] } },
    ];
    const station = {
      ...(fuan.cells[0] ?? { type: 'enterprise' as const, place: '', classes: {} }),
      tags: ['加油站'],
      count: 100,
    };
    const more = { ...fuan, directories, cells: [...fuan.cells, station] };
    appears(fuan, more, 'floor-missed', { department: 'fire', expected: 0, limit: 5 });
  });

  it('国家 3 % 的企业抽查比例自 2025 年起适用于三明，不适用于 2024 年以前', () => {
    const low = (input: typeof sanming) => withPlan(input, { tasks: input.plan.tasks.slice(2) });
    appears(sanming, low(sanming), 'floor-missed', { bp: 300, source: { document: '企业公示信息抽查办法' } });
    silent(low(ganzhou), 'floor-missed');
  });

  it('万年 S3-14: A 类库全年抽查超过 10 %，被指出', () => {
    const more = withShares(wannian, { A: percent(10) }, 'R-001');
    const second = withShares(more, { A: percent(10) }, 'R-002');
    const third = withShares(second, { A: percent(10.5) }, 'R-003');
    silent(second, 'ceiling-passed');
    appears(wannian, third, 'ceiling-passed', { limit: 240, bp: 1000, weight: 'refused' });
  });

  it('万年 S3-14: 两个任务各抽不同的 A 类企业，各占 A 库 6 %，合计超过 10 %', () => {
    // 18 % of the 800 of one trade are 144, 6 % of the 2,400 in the pool.
    const one = withShares(wannian, { A: percent(18) }, 'R-001');
    const both = withShares(one, { A: percent(18) }, 'R-002');
    silent(one, 'ceiling-passed');
    appears(one, both, 'ceiling-passed', { expected: 288, limit: 240, roll: 2400 });
  });

  it('万年 S3-25: C 类库每年至少检查一次，未全覆盖，被指出', () =>
    appears(wannian, withShares(wannian, { C: percent(99) }), 'class-not-covered', {
      label: 'C',
      all: 1200,
      expected: 1196,
      atLeast: 1,
    }));

  it.each([
    ['万年 S3-45', wannian],
    ['甘州 S4-25', ganzhou],
    ['福安 S2-89', fuan],
  ] as const)('%s: 没有任何抽查任务的事项被列出', (_, input) => {
    const extra = { ...input, items: [...items, makeItem({ code: 'lifts', body: 'market', subjects: '电梯' })] };
    appears(input, extra, 'item-unplanned', { item: 'lifts', department: 'market' });
  });

  it('石狮 S1-25: 差异化抽查的户数占比预计不到 85 %，被指出', () => {
    const flat = withTask(shishi, { scheme: '', professional: '专业领域', ...quotaOf([['全部', 50]]) });
    appears(shishi, flat, 'target-missed', { figure: 'differentiated', goalBp: 8500 });
  });

  it('甘州 S4-37: 分类结果应用率预计不到 90 %，被指出', () =>
    appears(ganzhou, withTask(ganzhou, { scheme: '', ...quotaOf([['全部', 5]]) }), 'target-missed', {
      figure: 'classes-applied',
      bp: 6666,
      goalBp: 9000,
    }));

  it('三明 S0-14: 没有分类的对象被列出，不猜测', () => {
    const first = sanming.cells[0];
    if (first === undefined) throw new Error('no cells');
    const more = { ...sanming, cells: [...sanming.cells, { ...first, classes: {}, count: 17 }] };
    expect(found(more, 'not-drawable')[0]).toMatchObject({ task: 'R-001', unclassed: 17 });
  });

  it('a frame without subjects, and shares that come to nobody, are refused', () => {
    appears(sanming, withTask(sanming, { frame: { tags: ['无此标签'], types: [], places: [] } }), 'nobody-in-frame');
    appears(sanming, withShares(sanming, { B: spared, C: spared, D: spared }), 'nobody-drawn', { weight: 'refused' });
  });

  it('石狮 S1-05: says how many joint groups the floor asks for', () => {
    const [first] = shishi.plan.tasks;
    if (first === undefined) throw new Error('no task');
    // Three tasks over all trades in one month: one group reaches 2 %, two reach the floor.
    const all = { tags: [], types: [], places: [] };
    const tasks = [1, 2, 3].map((no) => ({ ...first, no: `R-00${no}`, frame: all }));
    const one = allAt(withPlan(shishi, { tasks }), 2);
    expect(found(one, 'groups-for-floor')).toMatchObject([{ groups: 2, without: 1 }]);
    silent(one, 'floor-missed');
    expect(reviewPlan(one).desk.proposal.unmet).toEqual([]);
  });
});
