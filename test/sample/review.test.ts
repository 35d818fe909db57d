/** The sample's plan passes the review of each jurisdiction, so that a newcomer's first draw is not refused. */
import { describe, expect, it } from 'vitest';
import { makeSample, type Sample } from '../../bot/practice/sample/sample.ts';
import { countCells } from '../../core/plan/cells.ts';
import type { People } from '../../core/plan/review/desk.ts';
import { stands } from '../../core/plan/review/finding.ts';
import { reviewPlan } from '../../core/plan/review/review.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { policies } from '../../core/policy/index.ts';
import { keyText } from '../../core/registry/subject.ts';

function cellsOf(sample: Sample) {
  const classes = new Map<string, Record<string, string>>();
  for (const each of sample.classifications) {
    const known = classes.get(keyText(each)) ?? {};
    classes.set(keyText(each), { ...known, [each.scheme]: each.class });
  }
  const active = sample.subjects.filter(({ status }) => status === 'active');
  return countCells(active.map((subject) => ({ ...subject, classes: classes.get(keyText(subject)) ?? {} })));
}

function peopleOf({ inspectors, plan }: Sample): People[] {
  const last = plan.tasks[0]?.window.to ?? '';
  const able = inspectors.filter(
    ({ left, kind, certificate }) =>
      left === null && kind !== 'daily' && certificate !== null && certificate.validUntil >= last,
  );
  return [...new Set(able.map(({ department }) => department))].map((department) => {
    const own = able.filter((each) => each.department === department);
    const byField: Record<string, number> = {};
    for (const { fields } of own) for (const field of fields) byField[field] = (byField[field] ?? 0) + 1;
    return {
      department,
      certified: own.length,
      byField,
      capacity: own.reduce((sum, { capacity }) => sum + capacity, 0),
    };
  });
}

const reviewOf = (sample: Sample) => {
  const policy = policies.find(({ id }) => id === sample.plan.policy);
  if (policy === undefined) throw new Error(`no policy ${sample.plan.policy}`);
  const fields = new Map<string, number>();
  for (const { fields: held, left } of sample.experts)
    for (const field of left === null ? held : []) fields.set(field, (fields.get(field) ?? 0) + 1);
  return reviewPlan({
    plan: { ...sample.plan, approvals: sample.approvals },
    policy,
    calendar: chineseCalendar(),
    today: sample.plan.draftedOn,
    departments: sample.departments,
    items: sample.items,
    itemList: '抽查事项清单',
    matters: sample.jointMatters,
    cells: cellsOf(sample),
    rollDate: sample.snapshot,
    directories: [],
    people: peopleOf(sample),
    experts: [...fields].map(([field, number]) => ({ field, number })),
    answers: sample.answers,
    filings: [],
    superiorDates: [],
    reasons: sample.reasons,
  });
};

describe('the review of the sample', () => {
  it.each(policies.map(({ id, name }) => [name.zh, id]))('%s: finds nothing that stands', (_, jurisdiction) => {
    for (const seed of ['清漪', '漪清']) {
      const { findings, desk } = reviewOf(makeSample({ seed, jurisdiction }));
      expect(findings.filter(stands).map(({ kind, task }) => `${kind} ${task ?? ''}`)).toEqual([]);
      expect(desk.reaches.every(({ frame }) => frame > 0)).toBe(true);
    }
  });

  it('is no formality: the same plan without its stated reasons and with A drawn is held up', () => {
    const sample = makeSample({ seed: '清漪' });
    const [first, ...rest] = sample.plan.tasks;
    if (first === undefined) throw new Error('no task');
    const tier = { label: 'A', share: { kind: 'share', bp: 500, bound: 'exactly', atLeast: 0 } } as const;
    const changed = {
      ...first,
      scheme: 'credit',
      quota: { kind: 'tiers', tiers: [tier], denominator: 'frame' },
    } as const;
    const { findings } = reviewOf({ ...sample, plan: { ...sample.plan, tasks: [changed, ...rest] }, reasons: [] });
    expect(findings.filter(stands).map(({ kind }) => kind)).toContain('not-spared');
  });
});
