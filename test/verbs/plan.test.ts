import { describe, expect, it } from 'vitest';
import { answersTo } from '../../bot/practice/sample/plan.ts';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import { type DraftRequest, draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { keepFinding } from '../../bot/verbs/plan/keep-finding.ts';
import { publishPlan } from '../../bot/verbs/plan/publish-plan.ts';
import { readPlanSheet } from '../../bot/verbs/plan/read-plan-sheet.ts';
import { returnPlan } from '../../bot/verbs/plan/return-plan.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { repealItem } from '../../bot/verbs/registry/repeal-item.ts';
import { stands } from '../../core/plan/review/finding.ts';
import type { Plan, Task } from '../../core/plan/task.ts';
import { heldPlan } from '../../db/plans.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../desk.ts';
import { deskWithLists } from './lists-desk.ts';
import { planBookOf, sample } from './make.ts';

const no = 'P-2025';

const requestOf = ({ plan }: Sample, change: Partial<DraftRequest> = {}): DraftRequest => ({
  no,
  year: plan.year,
  rows: plan.tasks.map((task, i) => ({ row: i + 2, reply: task.lead, task })),
  replies: [...new Set(plan.tasks.map(({ lead }) => lead))].map((id) => ({
    id,
    department: id,
    at: '2025-03-01T09:00',
  })),
  doorLimit: plan.doorLimit,
  consulted: { answers: answersTo(plan) },
  ...change,
});

async function drafted(of: Sample, change: Partial<DraftRequest> = {}): Promise<TestDesk> {
  const desk = await deskWithLists(of);
  value(await draftPlan(desk, people.office, requestOf(of, change)));
  return desk;
}

/** Gives a reason for whatever binds in principle only. */
async function reasoned(desk: TestDesk): Promise<void> {
  for (const { kind, task, weight, reason } of value(await checkPlan(desk, people.office, no)).findings) {
    if (weight === 'in-principle' && reason === null)
      value(await keepFinding(desk, people.office, { plan: no, task, finding: kind, words: '本年度按部门分级办理' }));
  }
}

/** Labels and ratios; a sheet of this sample says neither 至少 1 户 nor the class of a task with one class. */
const sharesOf = ({ quota }: Task): unknown =>
  quota.kind === 'total'
    ? quota
    : quota.tiers.map(({ label, share }) => [
        quota.tiers.length > 1 && label,
        share.kind,
        share.kind === 'share' && share.bp,
      ]);

const kinds = async (desk: TestDesk) => (await facts(desk)).map(({ kind }) => kind);
const count = async (desk: TestDesk, kind: string) => (await kinds(desk)).filter((each) => each === kind).length;

describe('drafting a plan', () => {
  const of = sample();

  it('every line names the reply that it came from, and a row without one is left out and named', async () => {
    const desk = await deskWithLists(of);
    const request = requestOf(of);
    const rows = request.rows.map((row, i) => (i === 0 ? { ...row, reply: null } : row));
    const { plan, refused } = value(await draftPlan(desk, people.office, { ...request, rows }));
    expect(plan).toMatchObject({ version: 1, state: 'draft', drafter: 'o1', policy: 'sanming-2025' });
    expect(refused).toMatchObject([{ kind: 'no-reply', row: 2 }]);
    const { body } = (await facts(desk)).at(-1) ?? {};
    expect(body).toMatchObject({
      plan: no,
      version: 1,
      lines: plan.tasks.map(({ no: task, lead }) => ({ task, department: lead })),
    });
  });

  it('the same draft again writes nothing; a change needs a reason and is a new version beside the old one', async () => {
    const desk = await drafted(of);
    value(await draftPlan(desk, people.office, requestOf(of)));
    expect(await count(desk, 'plan-drafted')).toBe(1);
    const fewer = requestOf(of, { rows: requestOf(of).rows.slice(1) });
    expect(refusal(await draftPlan(desk, people.office, fewer))).toMatchObject({
      why: { reason: 'stands-already', version: 1 },
    });
    const changed = value(await draftPlan(desk, people.office, { ...fewer, reason: '该领域并入市级任务' }));
    expect(changed).toMatchObject({ revision: 2, plan: { version: 2, state: 'draft' } });
    expect(await count(desk, 'plan-revised')).toBe(1);
  });

  it('without a policy in force, without any row that stands, or under an unusable number there is no plan', async () => {
    const desk = await freshDesk();
    expect(refusal(await draftPlan(desk, people.office, requestOf(of)))).toMatchObject({
      why: { reason: 'no-policy' },
    });
    value(await adoptPolicy(desk, people.office, 'sanming-2025'));
    const refused = async (change: Partial<DraftRequest>) =>
      refusal(await draftPlan(desk, people.office, requestOf(of, change)));
    expect(await refused({ replies: [] })).toMatchObject({ why: { reason: 'nothing-stands' } });
    expect(await refused({ no: 'a b' })).toMatchObject({ why: { reason: 'bad-number' } });
  });

  it('a liaison drafts what her own department leads and nothing else', async () => {
    const desk = await deskWithLists(of);
    const own = requestOf(of).rows.filter(({ task }) => task.lead === people.liaison.department);
    expect(own.length).toBeGreaterThan(0);
    value(await draftPlan(desk, people.liaison, requestOf(of, { rows: own })));
    expect(refusal(await draftPlan(desk, people.liaison, requestOf(of)))).toMatchObject({ why: { reason: 'not-own' } });
    expect(refusal(await draftPlan(desk, people.legal, requestOf(of)))).toMatchObject({ why: { reason: 'no-role' } });
  });

  it('a department’s sheet becomes tasks with items, partners, shares and windows', async () => {
    const desk = await deskWithLists(of);
    const sheet = value(
      await readPlanSheet(desk, {
        bytes: await planBookOf(of),
        file: 'plan.xlsx',
        plan: no,
        year: of.plan.year,
        reply: { id: 'r', department: 'scjg', at: '2025-03-01T09:00' },
        defaults: {
          publishWithin: 20,
          tags: Object.fromEntries(of.plan.tasks.map((task) => [task.no, task.frame.tags])),
        },
        before: 0,
      }),
    );
    expect(sheet.rejected).toEqual([]);
    expect(sheet.unusable).toEqual([]);
    for (const [i, { task }] of sheet.rows.entries()) {
      const meant = of.plan.tasks[i];
      expect(task).toMatchObject({
        no: meant?.no,
        lead: meant?.lead,
        partners: meant?.partners,
        frame: meant?.frame,
        window: meant?.window,
      });
      expect(sharesOf(task)).toEqual(meant && sharesOf(meant));
      expect(task.bodies.map(({ department, items }) => [department, [...items].sort()])).toEqual(
        meant?.bodies.map(({ department, items }) => [department, [...items].sort()]),
      );
    }
  });
});

describe('checking a plan', () => {
  it('returns all findings at once, on record; checked again with nothing changed, nothing is written', async () => {
    const desk = await drafted(sample());
    const checked = value(await checkPlan(desk, people.office, no));
    expect(checked.findings.length).toBeGreaterThan(1);
    expect(checked.findings.filter(({ weight }) => weight === 'refused')).toEqual([]);
    value(await checkPlan(desk, people.legal, no));
    expect(await count(desk, 'plan-checked')).toBe(1);
  });

  it('an item whose basis was repealed since stands against the plan, and its tasks were named at the repeal', async () => {
    const of = sample();
    const desk = await drafted(of);
    const [item = ''] = of.plan.tasks[0]?.bodies[0]?.items ?? [];
    const request = { item, from: `${of.plan.year}-01-01`, ground: '公告', replacedBy: '' };
    expect(value(await repealItem(desk, people.office, request)).tasks).toEqual([
      { plan: no, state: 'draft', task: of.plan.tasks[0]?.no },
    ]);
    const { findings, clean } = value(await checkPlan(desk, people.office, no));
    expect(clean).toBe(false);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'repealed', item, weight: 'refused' }));
    expect(refusal(await approvePlan(desk, people.deputyOffice, { plan: no }))).toMatchObject({
      why: { reason: 'findings-stand' },
    });
  });

  it('what binds in principle gives way to a reason, which stays on record; what binds firmly does not', async () => {
    const desk = await drafted(sample());
    const { findings } = value(await checkPlan(desk, people.office, no));
    const open = findings.find(({ weight, reason }) => weight === 'in-principle' && reason === null);
    const notice = findings.find(({ weight }) => weight === 'notice');
    if (open === undefined || notice === undefined) throw new Error('the sample has neither');
    const keep = { plan: no, task: open.task, finding: open.kind, words: '本年度按部门分级办理' };
    expect(refusal(await keepFinding(desk, people.office, { ...keep, words: ' ' }))).toMatchObject({
      why: { reason: 'no-reason-given' },
    });
    expect(refusal(await keepFinding(desk, people.liaison, keep))).toMatchObject({ stage: 'rights' });
    expect(refusal(await keepFinding(desk, people.office, { ...keep, finding: 'nobody-drawn' }))).toMatchObject({
      why: { reason: 'no-such-finding' },
    });
    expect(
      refusal(await keepFinding(desk, people.office, { ...keep, task: notice.task, finding: notice.kind })),
    ).toMatchObject({ why: { reason: 'binds-firmly' } });
    value(await keepFinding(desk, people.office, keep));
    value(await keepFinding(desk, people.office, keep));
    expect(await count(desk, 'finding-overridden')).toBe(1);
    const after = value(await checkPlan(desk, people.office, no)).findings.filter(
      ({ kind, task }) => kind === open.kind && task === open.task,
    );
    expect(after.every((each) => each.reason === keep.words && !stands(each))).toBe(true);
  });
});

describe('from review to publication', () => {
  it('the drafter does not review her own plan', async () => {
    const desk = await drafted(sample());
    await reasoned(desk);
    expect(refusal(await approvePlan(desk, people.office, { plan: no }))).toEqual({
      stage: 'plan',
      why: { reason: 'drafter-reviews', plan: no, person: 'o1' },
    });
  });

  it('what still stands must be mended or reasoned before anybody approves', async () => {
    const desk = await drafted(sample());
    expect(refusal(await approvePlan(desk, people.deputyOffice, { plan: no }))).toMatchObject({
      why: { reason: 'findings-stand' },
    });
  });

  it('where the policy names no reviewers, the office’s approval by a second person is enough (三明 2025)', async () => {
    const desk = await drafted(sample());
    await reasoned(desk);
    expect(refusal(await issuePlan(desk, people.office, no))).toMatchObject({ why: { reason: 'review-missing' } });
    expect(value(await approvePlan(desk, people.deputyOffice, { plan: no }))).toMatchObject({
      plan: { state: 'approved' },
      missing: [],
    });
    value(await approvePlan(desk, people.deputyOffice, { plan: no }));
    expect(await count(desk, 'plan-approved')).toBe(1);
    expect(value(await issuePlan(desk, people.office, no)).state).toBe('issued');
    value(await issuePlan(desk, people.office, no));
    expect(await count(desk, 'plan-issued')).toBe(1);
  });

  it('an issued plan is public once one of the policy’s channels shows it, not before and not elsewhere', async () => {
    const of = sample();
    const desk = await drafted(of);
    await reasoned(desk);
    const at = { plan: no, where: 'http://invalid.example/plan', on: of.plan.draftedOn };
    const refused = async (change: object) =>
      refusal(await publishPlan(desk, people.office, { ...at, channel: '本部门官网', ...change }));
    expect(await refused({})).toMatchObject({ why: { reason: 'wrong-state', needs: ['issued', 'published'] } });
    value(await approvePlan(desk, people.deputyOffice, { plan: no }));
    value(await issuePlan(desk, people.office, no));
    expect(await refused({ channel: '电线杆' })).toMatchObject({ why: { reason: 'not-a-channel' } });
    expect(await refused({ where: '' })).toMatchObject({ why: { reason: 'no-address' } });
    expect(await refused({ on: '2099-01-01' })).toMatchObject({ why: { reason: 'in-future' } });
    expect(await refused({ on: '2024-01-01' })).toMatchObject({ why: { reason: 'before-issue', on: '2024-01-01' } });
    expect(await refused({ on: '昨天' })).toMatchObject({ why: { reason: 'not-a-date' } });
    expect(value(await publishPlan(desk, people.office, { ...at, channel: '本部门官网' })).state).toBe('published');
    value(await publishPlan(desk, people.office, { ...at, channel: '本部门官网' }));
    expect(await count(desk, 'plan-published')).toBe(1);
  });

  it('a returned plan is a draft again under the next version, without its approvals', async () => {
    const desk = await drafted(sample());
    await reasoned(desk);
    value(await approvePlan(desk, people.deputyOffice, { plan: no, points: ['share'] }));
    const sent = { plan: no, words: '餐饮领域的时间与省级任务重叠' };
    expect(refusal(await returnPlan(desk, people.office, sent))).toMatchObject({ why: { reason: 'drafter-reviews' } });
    expect(value(await returnPlan(desk, people.deputyOffice, sent))).toMatchObject({
      version: 2,
      state: 'draft',
      approvals: [],
    });
    value(await returnPlan(desk, people.deputyOffice, sent));
    expect(await count(desk, 'plan-returned')).toBe(1);
    expect(value(await approvePlan(desk, people.deputyOffice, { plan: no })).plan.state).toBe('approved');
  });

  it('a changed plan must be reviewed and published anew', async () => {
    const of = sample();
    const desk = await drafted(of);
    await reasoned(desk);
    value(await approvePlan(desk, people.deputyOffice, { plan: no }));
    value(await issuePlan(desk, people.office, no));
    const rows = requestOf(of).rows.slice(1);
    value(await draftPlan(desk, people.office, requestOf(of, { rows, reason: '调整' })));
    const held: Plan | undefined = (await heldPlan(desk.db, no))?.plan;
    expect(held).toMatchObject({ version: 2, state: 'draft', approvals: [], published: [] });
  });

  it('万年 2022 三(二)3: the office judges ratio, frequency and repetition, 司法局 legality, and neither the other’s', async () => {
    const of = sample('wannian-2022');
    const desk = await drafted(of);
    desk.setNow(`${of.snapshot}T01:00:00.000Z`);
    const legality = { plan: no, points: ['legality'] } as const;
    expect(refusal(await approvePlan(desk, people.deputyOffice, legality))).toMatchObject({
      why: { reason: 'not-reviewer', party: 'office', point: 'legality', right: ['legal'] },
    });
    expect(refusal(await approvePlan(desk, people.legal, { plan: no, points: ['share'] }))).toMatchObject({
      why: { reason: 'not-reviewer', party: 'legal', right: ['office'] },
    });
    expect(refusal(await approvePlan(desk, people.deputyOffice, { plan: no, as: 'legal' }))).toMatchObject({
      stage: 'rights',
    });
    expect(refusal(await approvePlan(desk, people.supervisor, { plan: no }))).toMatchObject({ stage: 'rights' });
    await reasoned(desk);
    expect(value(await approvePlan(desk, people.deputyOffice, { plan: no }))).toMatchObject({
      plan: { state: 'reviewing' },
      missing: [{ by: 'legal', point: 'legality' }],
    });
    expect(refusal(await issuePlan(desk, people.office, no))).toMatchObject({ why: { reason: 'review-missing' } });
    expect(value(await approvePlan(desk, people.legal, { plan: no })).plan.state).toBe('approved');
  });
});
