/**
 * 万年 2022: three pools, quiet months, two reviewers, a pool of joint inspectors. The office organises what reaches the A pool;
 * the pool is met jointly, in June, and by one in ten at most; the C pool is covered in full.
 */
import { describe, expect, it } from 'vitest';
import { makeSample } from '../../bot/practice/sample/sample.ts';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { publishPlan } from '../../bot/verbs/plan/publish-plan.ts';
import { returnPlan } from '../../bot/verbs/plan/return-plan.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import type { Task, TierQuota } from '../../core/plan/task.ts';
import { refusal, value } from '../desk.ts';
import {
  breachesOf,
  broughtIn,
  checked,
  draftOf,
  drawn,
  found,
  freezing,
  keysDrawn,
  rowsOf,
  staff,
  standingIn,
  unmerged,
  walkedOnce,
} from './county.ts';

const tier = (label: string, bp: number): TierQuota => ({
  label,
  share: { kind: 'share', bp, bound: 'exactly', atLeast: 0 },
});
const drawing = (task: Task, tiers: readonly TierQuota[]): Task => ({
  ...task,
  quota: { kind: 'tiers', tiers, denominator: 'frame' },
});

const road = walkedOnce(async (finished) => {
  const made = makeSample({ seed: '万年', subjects: 1500, tasks: 11, jurisdiction: 'wannian-2022' });
  // The pools of the year stand before its plan is drafted in March.
  const sample = { ...made, classifications: made.classifications.map((each) => ({ ...each, date: '2026-01-20' })) };
  const desk = await broughtIn(sample, '2026-03-10', finished);
  const { no: plan, tasks } = sample.plan;
  const byPool = tasks.filter(({ scheme }) => scheme === 'pool');
  const [first, second, third] = byPool;
  // It draws every one of its trade, whatever the pool.
  const whole = tasks.find(({ scheme }) => scheme === '');
  if (!first || !second || !third || !whole) throw new Error('too few tasks');

  // Nine in ten of one trade's A pool and half of its C pool; one body alone at the A pool; visits in July.
  const alone: Task = {
    ...drawing(second, [tier('A', 500), tier('B', 800), tier('C', 10_000)]),
    reach: 'department',
    partners: [],
    bodies: second.bodies.slice(0, 1),
  };
  const wrong: readonly Task[] = [
    drawing(first, [tier('A', 9000), tier('B', 800), tier('C', 5000)]),
    alone,
    { ...third, window: { from: '2026-06-15', to: '2026-07-15' } },
    { ...whole, window: { from: '2026-06-15', to: '2026-07-15' } },
    ...tasks.filter(({ no, scheme }) => scheme !== 'pool' && no !== whole.no),
    ...byPool.slice(3),
  ];
  const broken = await checked(desk, draftOf(sample, wrong));
  const heldUp = refusal(await approvePlan(desk, staff.reviewer, { plan }));

  // July for the pools in peace, on a ground: both receipts or none of it.
  const inJuly = tasks.map((task) =>
    task.no === third.no ? { ...task, window: { from: '2026-06-15', to: '2026-07-15' } } : task,
  );
  const filed = async (receipts: readonly ('office' | 'legal')[], ground: 'fire' | 'transferred', reason: string) => {
    const consulted = { answers: sample.answers, filings: [{ task: third.no, ground, receipts }] };
    return checked(
      desk,
      draftOf(sample, inJuly, { consulted, reason, doorLimit: { departments: 5, officers: 10 + reason.length } }),
    );
  };
  const half = await filed(['office'], 'fire', '一');
  const both = await filed(['office', 'legal'], 'fire', '一二');
  const otherGround = await filed(['office', 'legal'], 'transferred', '一二三');

  const unregistered = tasks.map((task): Task => ({ ...task, outside: { no: '', state: 'unregistered' } }));
  const early = await checked(desk, draftOf(sample, unregistered, { reason: '尚未登记' }));
  desk.setNow('2026-04-01T01:00:00.000Z');
  const late = await checked(
    desk,
    draftOf(sample, unregistered, { reason: '尚未登记', doorLimit: { departments: 6, officers: 10 } }),
  );

  const mended = await checked(desk, draftOf(sample, tasks, { reason: '按核对意见修改' }));
  const byDrafter = refusal(await approvePlan(desk, staff.drafter, { plan }));
  const officeOnLegality = refusal(await approvePlan(desk, staff.reviewer, { plan, points: ['legality'] }));
  const legalOnShares = refusal(await approvePlan(desk, staff.legal, { plan, points: ['share'] }));
  const officeAsLegal = refusal(await approvePlan(desk, staff.reviewer, { plan, as: 'legal' }));
  const returned = value(await returnPlan(desk, staff.legal, { plan, words: '请补充消防检查依据的条款' }));
  const byOffice = value(await approvePlan(desk, staff.reviewer, { plan }));
  const oneShort = refusal(await issuePlan(desk, staff.drafter, plan));
  const byLegal = value(await approvePlan(desk, staff.legal, { plan }));
  value(await issuePlan(desk, staff.drafter, plan));
  const where = 'https://example.invalid/plan';
  value(await publishPlan(desk, staff.drafter, { plan, channel: '门户网站', where, on: '2026-04-01' }));

  desk.setNow('2026-05-28T01:00:00.000Z');
  const led = tasks.filter(({ lead }) => lead === 'scjg').map(({ no }) => no);
  const byMember = refusal(await freeze(desk, staff.liaison, freezing(desk, plan, led)));
  const frozen = value(
    await freeze(desk, staff.drafter, freezing(desk, plan, led.slice(0, 1), { acceptShortage: true })),
  );
  const record = await drawn(
    desk,
    plan,
    tasks.filter(({ no }) => no !== led[0]).map(({ no }) => no),
  );
  const handed = value(await assignVisits(desk, staff.drafter, record.manifest.ceremony));
  return {
    ...{
      sample,
      second,
      third,
      broken,
      heldUp,
      half,
      both,
      whole,
      otherGround,
      early,
      late,
      mended,
      byDrafter,
      officeOnLegality,
    },
    ...{ legalOnShares, officeAsLegal, returned, byOffice, oneShort, byLegal, byMember, frozen, record, handed },
  };
});

describe('万年 2022: from lists to visits', () => {
  it('S3-14: draws that together reach more than one in ten of the A pool are held up with both numbers', async () => {
    const { broken, mended, heldUp } = await road();
    const [ceiling] = found(broken, 'ceiling-passed');
    expect(ceiling).toMatchObject({
      bound: 'at-most',
      bp: 1000,
      of: { scheme: 'pool', label: 'A' },
      weight: 'refused',
    });
    expect(ceiling?.expected).toBeGreaterThan(ceiling?.limit ?? Infinity);
    expect(found(mended, 'ceiling-passed')).toEqual([]);
    expect(heldUp).toMatchObject({ why: { reason: 'findings-stand' } });
  });

  it('S3-15: one department alone cannot plan the A pool', async () => {
    const { broken, second } = await road();
    expect(found(broken, 'only-jointly')).toEqual([
      expect.objectContaining({ task: second.no, scheme: 'pool', label: 'A', weight: 'refused' }),
    ]);
  });

  it('S3-25: a C pool that is drawn by half is not covered once a year; drawn whole it is', async () => {
    const { broken, mended } = await road();
    const [half] = found(broken, 'class-not-covered');
    expect(half).toMatchObject({ label: 'C', atLeast: 1, weight: 'refused' });
    expect(half?.expected).toBeLessThan(half?.all ?? 0);
    expect(found(mended, 'class-not-covered')).toEqual([]);
  });

  it('S3-39, S3-40, S3-44: July is quiet for A and for B, and open to C; a task over everybody of a trade meets them as well', async () => {
    const { broken, third, whole } = await road();
    const quiet = found(broken, 'quiet-month').map(({ task, label, months, open }) => ({ task, label, months, open }));
    const told = [third.no, whole.no].flatMap((task) => [
      { task, label: 'A', months: [7], open: [6] },
      { task, label: 'B', months: [7], open: [6, 9] },
    ]);
    expect(quiet).toEqual(expect.arrayContaining(told));
    expect(quiet).toHaveLength(told.length);
  });

  it('S3-42, S3-43: in the quiet period only on one of the seven grounds, filed with the office and with 司法局', async () => {
    const { half, both, otherGround } = await road();
    expect(found(half, 'filing-incomplete')).toEqual([
      expect.objectContaining({ missing: ['legal'], weight: 'refused' }),
    ]);
    expect(found(both, 'quiet-with-filing')).toEqual([expect.objectContaining({ ground: 'fire', weight: 'notice' })]);
    expect(standingIn(both)).toEqual(['review-missing']);
    expect(found(otherGround, 'ground-not-allowed')).toEqual([expect.objectContaining({ ground: 'transferred' })]);
  });

  it('S3-47: a plan that is not on the provincial platform is told so in March and held up from April', async () => {
    const { early, late, mended } = await road();
    expect(new Set(found(early, 'unregistered').map(({ weight }) => weight))).toEqual(new Set(['notice']));
    expect(new Set(found(late, 'registered-late').map(({ due, weight }) => `${due} ${weight}`))).toEqual(
      new Set(['2026-03-31 refused']),
    );
    expect(standingIn(mended)).toEqual(['review-missing']);
  });

  it('S3-50, S3-51: the office approves shares, frequency and repetition; legality is 司法局’s alone; the drafter approves nothing', async () => {
    const { byDrafter, officeOnLegality, legalOnShares, officeAsLegal, byOffice, byLegal } = await road();
    expect(byDrafter).toMatchObject({ why: { reason: 'drafter-reviews' } });
    expect(officeOnLegality).toMatchObject({ why: { reason: 'not-reviewer', point: 'legality', right: ['legal'] } });
    expect(legalOnShares).toMatchObject({ why: { reason: 'not-reviewer', point: 'share', right: ['office'] } });
    expect(officeAsLegal).toMatchObject({ stage: 'rights', why: { reason: 'no-role', needs: ['legal'] } });
    expect([byOffice.plan.state, byOffice.missing]).toEqual(['reviewing', [{ by: 'legal', point: 'legality' }]]);
    expect([byLegal.plan.state, byLegal.missing]).toEqual(['approved', []]);
    expect(byLegal.plan.approvals.map(({ reviewer, point }) => `${reviewer} ${point}`)).toEqual([
      'office share',
      'office frequency',
      'office repetition',
      'legal legality',
    ]);
  });

  it('S3-49: a returned plan is the next version without approvals; with one review missing it is not issued', async () => {
    const { mended, returned, oneShort } = await road();
    expect(returned).toMatchObject({ version: mended.plan.version + 1, state: 'draft', approvals: [] });
    expect(oneShort).toMatchObject({
      why: { reason: 'review-missing', missing: [{ by: 'legal', point: 'legality' }] },
    });
  });

  it('S3-13: only the office freezes a draw that reaches the A pool', async () => {
    const { byMember, frozen } = await road();
    expect(byMember).toMatchObject({ why: { reason: 'office-organises', scheme: 'pool', label: 'A' } });
    expect(frozen.manifest.participants[0]).toMatchObject({ id: '0', department: 'lxb' });
  });

  it('S3-25: every C enterprise of a task’s trade that still exists is drawn', async () => {
    const { record } = await road();
    const rows = rowsOf(record);
    for (const [t] of record.manifest.tasks.entries()) {
      const c = rows.filter(({ marks }) => marks[t]?.label === 'C' && marks[t]?.reason === null).map(({ key }) => key);
      expect([...keysDrawn(record, t, 'C')].sort()).toEqual(c.sort());
    }
  });

  it('S3-14: of the whole A pool, what is drawn stays below one in ten', async () => {
    const { record, sample } = await road();
    const pool = sample.classifications.filter((each) => each.class === 'A').length;
    const met = new Set(record.manifest.tasks.flatMap((_, t) => keysDrawn(record, t, 'A')));
    expect(met.size).toBeGreaterThan(0);
    expect(met.size * 10).toBeLessThanOrEqual(pool);
  });

  it('S3-32, S3-35: joint posts are filled from the pool of joint inspectors; 日常监管人员 are kept and never one of the two', async () => {
    const { sample, frozen, record, handed } = await road();
    const people = new Map(sample.inspectors.map((each) => [each.number, each]));
    const officers = record.manifest.officers.filter(({ pool }) => !pool.startsWith('expert/'));
    expect(officers.every(({ number }) => people.get(number)?.joint === true)).toBe(true);
    expect(officers.some(({ number }) => people.get(number)?.kind === 'daily')).toBe(false);
    const left = new Set(frozen.leftOut.map(({ kind }) => kind));
    expect([left.has('not-in-joint-pool'), left.has('daily')]).toEqual([true, true]);
    expect(handed.every(({ open }) => open === 0)).toBe(true);
  });

  it('S3-06: one door, many items: one visit for an enterprise in a group, with two officers of each body', async () => {
    const { record } = await road();
    expect(unmerged(record)).toEqual([]);
    expect(breachesOf(record)).toEqual([]);
  });
});
