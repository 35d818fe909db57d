/** 三明 2025: directions by class, yearly caps, A left in peace; the office reviews by a second person. */
import { describe, expect, it } from 'vitest';
import { makeSample, type Sample } from '../../bot/practice/sample/sample.ts';
import { recordFor } from '../../bot/verbs/draw/disclose.ts';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { keepFinding } from '../../bot/verbs/plan/keep-finding.ts';
import { publishPlan } from '../../bot/verbs/plan/publish-plan.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { decideRecusal, declareRecusal } from '../../bot/verbs/visit/recuse.ts';
import type { Share } from '../../core/plan/ratio.ts';
import type { Task } from '../../core/plan/task.ts';
import { keyText, type PastCheck, type SubjectKey } from '../../core/registry/subject.ts';
import { facts, refusal, value } from '../desk.ts';
import {
  aPerson,
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
  throughTheLocks,
  unmerged,
  walkedOnce,
} from './county.ts';

const share = (bp: number): Share => ({ kind: 'share', bp, bound: 'exactly', atLeast: 0 });
const head = aPerson('h9', '市场监管局分管负责人', 'scjg', { roles: ['head'] });

/** A restaurant of a class under the bureau's own grading. */
function restaurants({ subjects, classifications }: Sample, label: string): readonly SubjectKey[] {
  const own = new Set(
    classifications.filter((each) => each.scheme === 'own' && each.class === label).map((each) => keyText(each)),
  );
  return subjects.filter(({ status, tags, ...key }) => status === 'active' && own.has(keyText(key)));
}

/** One restaurant of each class with checks of this year, made before the system began. */
function withChecks(sample: Sample): { readonly sample: Sample; readonly of: Readonly<Record<string, string>> } {
  const [b, desk, recheck] = restaurants(sample, 'B');
  const [once, twice] = restaurants(sample, 'C');
  const [d] = restaurants(sample, 'D');
  const counts: readonly (readonly [SubjectKey | undefined, number, Partial<PastCheck>])[] = [
    [b, 1, {}],
    [desk, 1, { method: 'desk', department: 'wj' }],
    [recheck, 1, { occasion: 'recheck' }],
    [once, 1, {}],
    [twice, 2, {}],
    [d, 5, { occasion: 'triggered' }],
  ];
  const pastChecks = counts.flatMap(([key, times, rest]) =>
    key === undefined
      ? []
      : Array.from({ length: times }, (_, i) => ({
          kind: key.kind,
          number: key.number,
          date: `2025-0${i + 1}-15`,
          department: 'scjg',
          items: [],
          method: 'on-site' as const,
          occasion: 'drawn' as const,
          ...rest,
        })),
  );
  const name = (key: SubjectKey | undefined) => (key === undefined ? '' : keyText(key));
  return {
    sample: { ...sample, pastChecks },
    of: { b: name(b), desk: name(desk), recheck: name(recheck), once: name(once), twice: name(twice), d: name(d) },
  };
}

const withTiers = (task: Task, shares: Readonly<Record<string, Share>>): Task => ({
  ...task,
  quota: {
    kind: 'tiers',
    denominator: 'frame',
    tiers: Object.entries(shares).map(([label, its]) => ({ label, share: its })),
  },
});

/** The plan against the document's directions, mended, approved, published, drawn, handed out; what was answered on the way. */
const road = walkedOnce(async (finished) => {
  const { sample, of } = withChecks(makeSample({ seed: '三明', subjects: 2400 }));
  const desk = await broughtIn(sample, '2025-06-24', finished, [head]);
  const { no: plan, tasks } = sample.plan;
  const [catering, ...others] = tasks;
  if (catering === undefined) throw new Error('no task');
  const wrong = {
    ...withTiers({ ...catering, scheme: 'credit' }, { A: share(100), B: share(500), C: share(800), D: share(800) }),
    bodies: catering.bodies.map((body, i) => (i === 0 ? { ...body, items: [...body.items, '明厨亮灶检查'] } : body)),
  };
  const broken = await checked(desk, draftOf(sample, [wrong, ...others]));
  const heldUp = refusal(await approvePlan(desk, staff.reviewer, { plan }));

  const mended = await checked(desk, draftOf(sample, tasks, { reason: '按核对意见修改' }));
  for (const { finding, words } of sample.reasons) {
    value(await keepFinding(desk, staff.drafter, { plan, task: null, finding, words }));
  }
  const reasoned = value(await checkPlan(desk, staff.drafter, plan));
  const byDrafter = refusal(await approvePlan(desk, staff.drafter, { plan }));
  const byLegal = refusal(await approvePlan(desk, staff.legal, { plan }));
  const unapproved = refusal(await issuePlan(desk, staff.drafter, plan));
  const approved = value(await approvePlan(desk, staff.reviewer, { plan }));
  value(await issuePlan(desk, staff.drafter, plan));

  const all = tasks.map((task) => task.no);
  const unpublished = refusal(await freeze(desk, staff.drafter, freezing(desk, plan, all)));
  const where = 'https://example.invalid/plan';
  const on = '2025-06-24';
  const elsewhere = refusal(await publishPlan(desk, staff.drafter, { plan, channel: '公告栏', where, on }));
  value(await publishPlan(desk, staff.drafter, { plan, channel: '本部门官网', where, on }));

  desk.setNow('2025-06-26T01:00:00.000Z');
  const hotels = tasks.find(({ frame }) => frame.tags.includes('旅馆'))?.no ?? '';
  const frozen = value(
    await freeze(
      desk,
      staff.drafter,
      freezing(
        desk,
        plan,
        all.filter((no) => no !== hotels),
      ),
    ),
  );
  const early = refusal(await open(desk, staff.drafter, frozen.ceremony));
  const record = await throughTheLocks(desk, frozen);
  const before = (await facts(desk)).length;
  const reopened = [
    value(await open(desk, staff.drafter, frozen.ceremony)),
    value(await open(desk, staff.reviewer, frozen.ceremony)),
  ];
  const looked = value(await recordFor(desk, staff.deputy, frozen.ceremony));
  const after = (await facts(desk)).length;
  const again = refusal(await freeze(desk, staff.drafter, freezing(desk, plan, [catering.no])));
  desk.setNow('2025-06-27T01:00:00.000Z');
  const handed = value(await assignVisits(desk, staff.drafter, frozen.ceremony));
  const later = await drawn(desk, plan, [hotels]);
  return {
    ...{ sample, of, desk, catering, broken, heldUp, mended, reasoned, byDrafter, byLegal, unapproved, approved },
    ...{ unpublished, elsewhere, record, rows: rowsOf(record), handed, again, early, reopened, looked, later },
    written: after - before,
  };
});

describe('三明 2025: from lists to visits', () => {
  it('S0-10, S0-15, S0-16, S0-21: a plan that draws A, gives B the usual ratio, D no more than C, and an unlisted item is held up', async () => {
    const { broken, catering, heldUp } = await road();
    expect(found(broken, 'not-below-usual')[0]).toMatchObject({ bp: 500, usualBp: 500, weight: 'refused' });
    expect(found(broken, 'not-below-usual')[0]?.source?.clause).toBe('一(二)');
    expect(found(broken, 'not-spared')[0]).toMatchObject({ label: 'A', weight: 'in-principle' });
    expect(found(broken, 'order-broken')[0]).toMatchObject({ lower: { label: 'C' }, higher: { label: 'D' } });
    expect(found(broken, 'off-list')[0]).toMatchObject({ task: catering.no, item: '明厨亮灶检查' });
    expect(heldUp).toMatchObject({ why: { reason: 'findings-stand' } });
  });

  it('S0-08, S0-17: the mended plan is version 2; equal frequencies stand only with a stated reason', async () => {
    const { mended, reasoned } = await road();
    expect([mended.plan.version, standingIn(mended)]).toEqual([2, ['frequency-not-lower']]);
    expect(standingIn(reasoned)).toEqual([]);
  });

  it('引言: no reviewer is named, so a second person of the office approves: never the drafter, never 司法局, and not nobody', async () => {
    const { byDrafter, byLegal, unapproved, approved } = await road();
    expect(byDrafter).toMatchObject({ why: { reason: 'drafter-reviews' } });
    expect(byLegal).toMatchObject({ why: { reason: 'not-reviewer' } });
    expect(unapproved).toMatchObject({ why: { reason: 'review-missing' } });
    expect([approved.plan.state, approved.missing]).toEqual(['approved', []]);
  });

  it('S0-11: published on the publicity system or the department’s own site, nowhere else, and not drawn before', async () => {
    const { elsewhere, unpublished } = await road();
    const channels = ['国家企业信用信息公示系统(福建)', '本部门官网'];
    expect(elsewhere).toMatchObject({ why: { reason: 'not-a-channel', channels } });
    expect(unpublished).toMatchObject({ why: { reason: 'plan-not-published', state: 'issued' } });
  });

  it('S0-15: no enterprise of class A is drawn, and each row of one says 无事不扰 or that it no longer exists', async () => {
    const { record, rows } = await road();
    const a = rows.flatMap(({ marks }) => marks.filter((mark) => mark?.label === 'A'));
    expect(a.length).toBeGreaterThan(50);
    expect(new Set(a.map((mark) => mark?.reason))).toEqual(new Set(['spared', 'not-active']));
    for (const [task] of record.manifest.tasks.entries()) expect(keysDrawn(record, task, 'A')).toEqual([]);
  });

  it('S0-24, S0-25, S0-26: checks of this year by anybody use up the one of B and the two of C; D has no limit; a re-check is none', async () => {
    const { rows, of } = await road();
    const reason = (key = '') => rows.find((row) => row.key === key)?.marks[0]?.reason ?? null;
    expect([reason(of.b), reason(of.desk), reason(of.recheck)]).toEqual(['allowance-used', 'allowance-used', null]);
    expect([reason(of.once), reason(of.twice)]).toEqual([null, 'allowance-used']);
    expect(reason(of.d)).toBeNull();
  });

  it('S0-22: what the bureau has not graded stands in its class of the market regulator’s scheme; scheme and date are in the record', async () => {
    const { sample, rows, record } = await road();
    const classes = (scheme: string) =>
      new Map(
        sample.classifications.filter((each) => each.scheme === scheme).map((each) => [keyText(each), each.class]),
      );
    const [own, credit] = [classes('own'), classes('credit')];
    const fallen = rows.filter(({ key, marks }) => marks[0]?.label != null && !own.has(key));
    expect(fallen.length).toBeGreaterThan(5);
    expect(fallen.every(({ key, marks }) => marks[0]?.label === credit.get(key))).toBe(true);
    expect(record.manifest.tasks[0]?.scheme).toEqual({ name: 'own', date: '2025-06-26' });
  });

  it('S0-33: an enterprise drawn by several tasks of a group has one combined visit, with two officers of each body', async () => {
    const { record, handed } = await road();
    expect(unmerged(record)).toEqual([]);
    expect(breachesOf(record)).toEqual([]);
    expect(record.result.visits.some((visit) => visit.tasks.length > 1)).toBe(true);
    expect(handed.every(({ open }) => open === 0)).toBe(true);
  });

  it('a later draw of the year counts each visit of the earlier one once, whatever number of tasks it held', async () => {
    const { record, later, sample } = await road();
    const checks = new Map<string, number>();
    const add = (key: string) => checks.set(key, (checks.get(key) ?? 0) + 1);
    for (const each of sample.pastChecks) if (each.occasion !== 'recheck') add(keyText(each));
    const keys = rowsOf(record).map(({ key }) => key);
    for (const { row } of record.result.visits) add(keys[row] ?? '');
    const all = later.manifest.counters.indexOf('all');
    const rows = rowsOf(later);
    expect(rows.map(({ used }) => used[all])).toEqual(rows.map(({ key }) => checks.get(key) ?? 0));
    const full = rows.filter(({ marks }) => marks[0]?.reason === 'allowance-used');
    expect(full.length).toBeGreaterThan(0);
    expect(full.every(({ marks, key }) => (checks.get(key) ?? 0) >= (marks[0]?.label === 'B' ? 1 : 2))).toBe(true);
    expect(record.result.visits.some(({ tasks }) => tasks.length > 1)).toBe(true);
  });

  it('刷新重抽 (domain 4.3): a platform drew when its page was opened, and again when it was refreshed; here opening again gives the first record and writes nothing', async () => {
    const { record, reopened, looked, written, again, early } = await road();
    expect(reopened.map((each) => each.record.digest)).toEqual([record.digest, record.digest]);
    expect(looked.result).toEqual(record.result);
    expect(written).toBe(0);
    // Nothing can be seen before the locks are open, and the task is not drawn in another ceremony either.
    expect(early).toMatchObject({ stage: 'ceremony' });
    expect(again).toMatchObject({ why: { reason: 'task-drawn-already', ceremony: 1 } });
  });

  it('every act stands in the ledger, signed; a recusal granted by the head brings in the next substitute of the draw', async () => {
    const { desk, record } = await road();
    const posts = record.result.visits.flatMap((visit) => visit.posts);
    const post = posts.findIndex(({ department, officer }) => department === 'scjg' && officer !== null);
    const officer = posts[post]?.officer ?? '';
    const asker = aPerson('i9', '被抽中的检查人员', 'scjg', { roles: ['inspector'], inspector: officer });
    const { ceremony } = record.manifest;
    const declared = value(await declareRecusal(desk, asker, { ceremony, post, reason: '近亲属在该单位任职' }));
    const { substitute } = value(
      await decideRecusal(desk, head, { case: declared.case, granted: true, words: '同意' }),
    );
    expect(substitute).not.toBeNull();
    expect(substitute).not.toBe(officer);
    const kinds = new Set((await facts(desk)).map(({ kind }) => kind));
    for (const kind of [
      'plan-drafted',
      'plan-revised',
      'plan-checked',
      'finding-overridden',
      'plan-approved',
      'plan-issued',
    ])
      expect(kinds).toContain(kind);
    for (const kind of ['plan-published', 'ceremony-frozen', 'ceremony-opened', 'visits-assigned', 'recusal-decided'])
      expect(kinds).toContain(kind);
  });
});
