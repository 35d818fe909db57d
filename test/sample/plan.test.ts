/** The sample's plan is one that an office could send out: what its tasks name exists, and its people suffice. */
import { describe, expect, it } from 'vitest';
import { classOf } from '../../bot/practice/sample/classes.ts';
import { makeSample } from '../../bot/practice/sample/sample.ts';

const sample = makeSample({ seed: 'plan' });
const { tasks } = sample.plan;
const items = new Map(sample.items.map((item) => [item.code, item]));

describe('the plan of the sample', () => {
  it('gives each task one lead, which goes to the door with every partner', () => {
    for (const task of tasks) {
      expect(task.partners).not.toContain(task.lead);
      expect(task.bodies.map(({ department }) => department)).toEqual([task.lead, ...task.partners]);
    }
  });

  it('takes its lead and partners from the joint matters', () => {
    for (const [i, task] of tasks.entries()) {
      const matter = sample.jointMatters[i];
      expect([task.lead, ...task.partners]).toEqual([matter?.lead, ...(matter?.partners ?? [])]);
      expect(task.bodies.flatMap((body) => body.items)).toEqual(matter?.items);
    }
  });

  it('lets each body inspect only its own items that are in force', () => {
    for (const { bodies } of tasks)
      for (const body of bodies)
        for (const code of body.items) {
          expect(items.get(code)?.body).toBe(body.department);
          expect(items.get(code)?.repealedFrom).toBeNull();
        }
  });

  it('sends two officers of each body', () => {
    expect(tasks.flatMap(({ bodies }) => bodies.map(({ officers }) => officers)).every((n) => n === 2)).toBe(true);
  });

  it('spares A and draws more of C than of B, and more of D than of C', () => {
    const tiered = tasks.flatMap(({ quota }) =>
      quota.kind === 'tiers' && quota.tiers.length === 4 ? [quota.tiers] : [],
    );
    expect(tiered.length).toBeGreaterThan(5);
    for (const tiers of tiered) {
      const [a = 1, b = 1, c = 0, d = 0] = tiers.map(({ share }) => (share.kind === 'share' ? share.bp : 0));
      expect([a, b < 500, c > 500, d > c]).toEqual([0, true, true, true]);
    }
  });

  it('draws B in fewer tasks than C, and C in fewer than D', () => {
    const inTasks = (label: string) =>
      tasks.filter(
        ({ scheme, quota }) =>
          scheme === 'credit' &&
          quota.kind === 'tiers' &&
          quota.tiers.some((tier) => tier.label === label && tier.share.kind !== 'spared'),
      ).length;
    expect(inTasks('B')).toBeLessThan(inTasks('C'));
    expect(inTasks('C')).toBeLessThan(inTasks('D'));
  });

  it('has a task with a stated total and one that takes all', () => {
    expect(tasks.some(({ quota }) => quota.kind === 'total')).toBe(true);
    expect(
      tasks.some(
        ({ quota }) =>
          quota.kind === 'tiers' && quota.tiers.some(({ share }) => share.kind === 'share' && share.bp === 10_000),
      ),
    ).toBe(true);
  });

  it('finds subjects for every task, and for each class that it draws from', () => {
    for (const { frame, quota, scheme } of tasks) {
      const framed = sample.subjects.filter(
        ({ tags, status }) => status === 'active' && tags.some((tag) => frame.tags.includes(tag)),
      );
      expect(framed.length).toBeGreaterThan(20);
      if (quota.kind !== 'tiers' || scheme !== 'credit') continue;
      const classes = new Set(framed.map((subject) => classOf(subject, 'credit', 'plan')));
      expect(classes.has('B') && classes.has('C')).toBe(true);
    }
  });

  it('asks for no field that fewer than three inspectors with a valid certificate hold', () => {
    for (const task of tasks)
      for (const { department, needs } of task.bodies)
        for (const need of needs) {
          const able = sample.inspectors.filter(
            (each) =>
              each.department === department &&
              each.fields.includes(need) &&
              each.left === null &&
              each.kind !== 'daily' &&
              each.certificate !== null &&
              each.certificate.validUntil >= task.window.to,
          );
          expect(able.length, `${department} ${need}`).toBeGreaterThanOrEqual(3);
        }
  });

  it('has experts for the fields that tasks ask for', () => {
    const held = new Set(sample.experts.filter(({ left }) => left === null).flatMap(({ fields }) => fields));
    expect(tasks.flatMap(({ experts }) => experts).filter(({ field }) => !held.has(field))).toEqual([]);
    expect(tasks.some(({ experts }) => experts.length > 0)).toBe(true);
  });

  it('lies in its own year, drafted before its window and due after it', () => {
    for (const jurisdiction of ['sanming-2025', 'shishi-2024', 'fuan-2018', 'wannian-2022', 'ganzhou-2023']) {
      const { plan, snapshot } = makeSample({ seed: 'x', subjects: 50, jurisdiction });
      for (const { window, due } of plan.tasks) {
        const days = [plan.draftedOn, window.from, window.to, due];
        expect(days).toEqual([...days].sort());
        expect(days.every((day) => day.startsWith(String(plan.year)))).toBe(true);
        expect(snapshot < window.from).toBe(true);
      }
    }
  });

  it('万年: classes every subject into one of three pools and visits in June', () => {
    const wannian = makeSample({ seed: 'x', subjects: 300, jurisdiction: 'wannian-2022' });
    const pools = wannian.classifications.filter(({ scheme }) => scheme === 'pool');
    expect(pools.length).toBe(300);
    expect(wannian.plan.tasks.every(({ window }) => window.from >= '2026-06-01' && window.to <= '2026-06-30')).toBe(
      true,
    );
  });
});
