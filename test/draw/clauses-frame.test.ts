/** Whom a draw leaves out and why, clause by clause: the marks that are frozen, asked of one subject at a time. */
import { describe, expect, it } from 'vitest';
import { compileTasks } from '../../core/draw/compile.ts';
import { type Candidate, counterName, countsToward, exclusions, framing, marksOf } from '../../core/draw/frame.ts';
import type { Task } from '../../core/plan/task.ts';
import { policyCalled } from '../../core/policy/index.ts';
import type { Policy } from '../../core/policy/shape.ts';
import type { Item } from '../../core/registry/item.ts';
import { makeBody, makeDepartment, makeItem, makeTask, percent } from '../plan/make.ts';

const items = [makeItem(), makeItem({ code: 'fire-safety', name: '消防检查', body: 'fire' })];

/** What the task's mark says of a subject: its class when it can be drawn, else the reason; null where no task means it. */
function says(
  policy: Policy,
  task: Task,
  subject: Partial<Candidate> & { readonly classes?: Readonly<Record<string, string>> },
  list: readonly Item[] = items,
): string | null {
  const frame = framing(policy, [task], new Map(list.map((item) => [item.code, item])), task.window.from);
  const { classes = {}, used = [], ...rest } = subject;
  const [mark] = marksOf(frame, {
    type: 'enterprise',
    tags: ['餐饮'],
    place: '城区',
    status: 'active',
    classOf: (scheme) => classes[scheme] ?? null,
    ...rest,
    used: frame.counters.map((_, k) => used[k] ?? 0),
  });
  if (mark === null || mark === undefined) return null;
  if (mark.excluded !== null) return exclusions.find(({ letter }) => letter === mark.excluded)?.reason ?? mark.excluded;
  return frame.tasks[0]?.tiers[mark.tier ?? -1]?.label ?? null;
}

const called = (id: string): Policy => {
  const policy = policyCalled(id);
  if (policy === null) throw new Error(`no policy ${id}`);
  return policy;
};

describe('三明 2025', () => {
  const sanming = called('sanming-2025');
  const key = (cap: number | null) => [makeItem({ category: 'key', statutoryCap: cap }), ...items.slice(1)];

  it('S0-14, S0-15: 按信用风险分类抽取；A 类无事不扰，不抽；没有分类的不猜', () => {
    expect(says(sanming, makeTask(), { classes: { credit: 'B' } })).toBe('B');
    expect(says(sanming, makeTask(), { classes: { credit: 'A' } })).toBe('spared');
    expect(says(sanming, makeTask(), {})).toBe('no-class');
  });

  it('S0-22: 部门没有自己的分类的，用市场监管部门的；有自己的用自己的', () => {
    const own = makeTask({ scheme: 'own' });
    expect(says(sanming, own, { classes: { credit: 'D' } })).toBe('D');
    expect(says(sanming, own, { classes: { credit: 'D', own: 'C' } })).toBe('C');
    expect(says(sanming, own, { classes: { credit: 'A' } })).toBe('spared');
  });

  it('S0-24: 一般领域 B 类今年已查过 1 次的不再抽取，不论哪个部门查的', () => {
    const frame = framing(sanming, [makeTask()], new Map(items.map((item) => [item.code, item])), '2025-09-01');
    expect(frame.counters.map(counterName)).toEqual(['all']);
    const elsewhere = frame.counters.map((counter) => countsToward(counter, { department: 'tax', items: [] }));
    expect(elsewhere).toEqual([true]);
    expect(says(sanming, makeTask(), { classes: { credit: 'B' }, used: [1] })).toBe('allowance-used');
  });

  it('S0-25: 一般领域 C 类查过 1 次的还可抽取，查过 2 次的不再抽取', () => {
    expect(says(sanming, makeTask(), { classes: { credit: 'C' }, used: [1] })).toBe('C');
    expect(says(sanming, makeTask(), { classes: { credit: 'C' }, used: [2] })).toBe('allowance-used');
  });

  it('S0-26: 一般领域 D 类查过 5 次的仍可抽取', () => {
    expect(says(sanming, makeTask(), { classes: { credit: 'D' }, used: [5] })).toBe('D');
  });

  it('S0-23, S0-27: 重点领域按事项的法定上限：上限 2 次的，B 类查过 1 次还可抽取，查过 2 次不再抽取', () => {
    const alone = makeTask({ bodies: [makeBody('market', ['food'])] });
    expect(says(sanming, alone, { classes: { credit: 'B' }, used: [1] }, key(2))).toBe('B');
    expect(says(sanming, alone, { classes: { credit: 'B' }, used: [2] }, key(2))).toBe('allowance-used');
    expect(says(sanming, alone, { classes: { credit: 'B' }, used: [1] })).toBe('allowance-used');
  });
});

describe('万年 2022', () => {
  const wannian = called('wannian-2022');
  const tiers = ['A', 'B', 'C'].map((label) => ({ label, share: percent(5) }));
  const visiting = (from: string, to: string, change: Partial<Task> = {}): Task =>
    makeTask({
      scheme: 'pool',
      quota: { kind: 'tiers', denominator: 'frame', tiers },
      window: { from, to },
      ...change,
    });
  const inPool = (pool: string) => ({ classes: { pool } });

  it('S3-15: A 类库全部联合检查，一个部门单独的任务不抽 A 类', () => {
    const alone = visiting('2023-06-01', '2023-06-30', { reach: 'department', partners: [] });
    expect(says(wannian, alone, inPool('A'))).toBe('joint-only');
    expect(says(wannian, alone, inPool('B'))).toBe('B');
    expect(says(wannian, visiting('2023-06-01', '2023-06-30'), inPool('A'))).toBe('A');
  });

  it('S3-63: 三库之外并行信用风险四类：B 类库的任务可以按四类抽取，各户按本户的信用风险类别', () => {
    const four = ['A', 'B', 'C', 'D'].map((label) => ({ label, share: percent(5) }));
    const byRisk = visiting('2023-06-01', '2023-06-30', {
      scheme: 'credit',
      quota: { kind: 'tiers', denominator: 'frame', tiers: four },
    });
    for (const { label } of four) expect(says(wannian, byRisk, { classes: { pool: 'B', credit: label } })).toBe(label);
    expect(says(wannian, byRisk, { classes: { pool: 'B' } })).toBe('no-class');
    expect(says(wannian, visiting('2023-06-01', '2023-06-30'), { classes: { pool: 'B', credit: 'D' } })).toBe('B');
  });

  it('S3-39: A 类库只在 6 月，7 月和 9 月是安静期', () => {
    expect(says(wannian, visiting('2023-07-01', '2023-07-31'), inPool('A'))).toBe('quiet-period');
    expect(says(wannian, visiting('2023-09-01', '2023-09-30'), inPool('A'))).toBe('quiet-period');
    expect(says(wannian, visiting('2023-06-30', '2023-07-31'), inPool('A'))).toBe('A');
  });

  it('S3-19: 没有列入 A 类、C 类库的市场主体都按 B 类抽取，新登记的当天即是', () => {
    const june = makeTask({ scheme: 'pool', window: { from: '2023-06-01', to: '2023-06-30' } });
    expect(says(called('wannian-2022'), june, {})).toBe('B');
    expect(says(called('wannian-2022'), june, { classes: { pool: 'C' } })).toBe('C');
    expect(says(called('sanming-2025'), makeTask(), {})).toBe('no-class');
  });

  it('S3-42, S3-43: 安静期入企已备案的任务不再按安静期排除，没有备案的任务照常排除', () => {
    const october = makeTask({ scheme: 'pool', window: { from: '2023-10-01', to: '2023-10-31' } });
    const marked = (filed: ReadonlySet<string>) => {
      const frame = framing(called('wannian-2022'), [october], new Map(), october.window.from, filed);
      return frame.tasks[0]?.tiers.find(({ label }) => label === 'B')?.barred;
    };
    expect(marked(new Set())).toBe('quiet-period');
    expect(marked(new Set([october.no]))).toBeNull();
    expect(marked(new Set(['another task']))).toBe('quiet-period');
  });

  it('S3-40: B 类库在 6 月、9 月，10 月是安静期', () => {
    expect(says(wannian, visiting('2023-09-01', '2023-09-30'), inPool('B'))).toBe('B');
    expect(says(wannian, visiting('2023-10-01', '2023-10-31'), inPool('B'))).toBe('quiet-period');
  });

  it('S3-44: C 类库 2 月也可抽取', () => {
    expect(says(wannian, visiting('2023-02-01', '2023-02-28'), inPool('C'))).toBe('C');
  });
});

describe('福安 2018', () => {
  const fuan = called('fuan-2018');
  const tiers = ['一般', '重点'].map((label) => ({ label, share: percent(5) }));
  const task = makeTask({
    scheme: 'key-directory',
    quota: { kind: 'tiers', denominator: 'frame', tiers },
    window: { from: '2018-10-08', to: '2018-10-31' },
  });

  it('S2-20: 列入重点抽查名录库的，按重点一类抽取', () => {
    expect(says(fuan, task, { classes: { 'key-directory': '一般' } })).toBe('一般');
    expect(says(fuan, task, { classes: { 'key-directory': '重点' } })).toBe('重点');
  });

  it('S2-78: 事业单位、行业协会在以其为对象的任务里同样抽取，企业不在其中', () => {
    const frame = { tags: [], types: ['institution', 'association'] as const, places: [] };
    const others = { ...task, frame };
    expect(says(fuan, others, { type: 'institution', classes: { 'key-directory': '一般' } })).toBe('一般');
    expect(says(fuan, others, { type: 'association', classes: { 'key-directory': '一般' } })).toBe('一般');
    expect(says(fuan, others, { type: 'enterprise', classes: { 'key-directory': '一般' } })).toBeNull();
  });
});

describe('石狮 2024', () => {
  it('S1-21: 锁定的任务写明用的哪一种信用分类、哪一天的结果', () => {
    const policy = called('shishi-2024');
    const frame = framing(policy, [makeTask()], new Map(items.map((item) => [item.code, item])), '2024-09-01');
    const departments = ['market', 'fire'].map((code) => [code, makeDepartment(code, code)] as const);
    const compiled = compileTasks(frame, new Map(departments), new Map(), new Map(), '2024-08-20');
    expect(compiled.ok && compiled.value.map(({ scheme }) => scheme)).toEqual([{ name: 'credit', date: '2024-08-20' }]);
  });
});
