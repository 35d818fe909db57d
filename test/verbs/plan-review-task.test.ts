import { describe, expect, it } from 'vitest';
import type { Desk } from '../../bot/desk/desk.ts';
import { person } from '../../bot/practice/people.ts';
import { answersTo } from '../../bot/practice/sample/plan.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { approvePlan } from '../../bot/verbs/plan/approve-plan.ts';
import { changeTask } from '../../bot/verbs/plan/change-task.ts';
import { checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import { draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { issuePlan } from '../../bot/verbs/plan/issue-plan.ts';
import { keepFinding } from '../../bot/verbs/plan/keep-finding.ts';
import { returnPlan } from '../../bot/verbs/plan/return-plan.ts';
import { reviewTask } from '../../bot/verbs/plan/review-task.ts';
import { reviseBySheet } from '../../bot/verbs/plan/revise-by-sheet.ts';
import { seePlan } from '../../bot/verbs/plan/see-plan.ts';
import { submitPlan } from '../../bot/verbs/plan/submit-plan.ts';
import { heldPlan } from '../../db/plans.ts';
import { deskWith, enrolAll, facts, people, type TestDesk, value } from '../desk.ts';
import { expectRefused } from '../drawn-desk.ts';
import { listsIn } from './lists-desk.ts';
import { planBookOf, sample } from './make.ts';

const no = 'P-2023';
const of = sample('wannian-2022');
const tasks = of.plan.tasks.map((task) => task.no);
const [first = '', second = ''] = tasks;

const drafted = (): Promise<TestDesk> => deskWith('plan to be reviewed by task', draft, `${of.snapshot}T01:00:00.000Z`);

async function draft(desk: Desk): Promise<void> {
  await enrolAll(desk);
  await listsIn(desk, of);
  const replies = [...new Set(of.plan.tasks.map(({ lead }) => lead))].map((id) => ({
    id,
    department: id,
    at: '2023-03-01T09:00',
  }));
  const rows = of.plan.tasks.map((task, i) => ({ row: i + 2, reply: task.lead, task }));
  const { year, doorLimit } = of.plan;
  const consulted = { answers: answersTo(of.plan) };
  value(await draftPlan(desk, people.office, { no, year, rows, replies, doorLimit, consulted }));
  for (const { kind, task, weight, reason } of value(await checkPlan(desk, people.office, no)).findings) {
    if (weight === 'in-principle' && reason === null)
      value(await keepFinding(desk, people.office, { plan: no, task, finding: kind, words: '本年度分级办理' }));
  }
}

const passed = (...which: readonly string[]) =>
  which.map((task) => ({ task, verdict: 'approved' as const, words: '' }));
const back = (task: string, words = '依据已修订，请更新权责清单编号') => ({
  task,
  verdict: 'returned' as const,
  words,
});
const asked = { plan: no, version: 1 };
const count = async (desk: TestDesk, kind: string) => (await facts(desk)).filter((each) => each.kind === kind).length;

describe('万年 2022 三(二)3: a plan is reviewed task by task', () => {
  it('each reviewer speaks on its own points only, and the drafter on none', async () => {
    const desk = await drafted();
    const one = { ...asked, verdicts: passed(first) };
    expectRefused(await reviewTask(desk, people.legal, { ...one, points: ['share'] }), 'plan', {
      reason: 'not-reviewer',
      party: 'legal',
      right: ['office'],
    });
    expectRefused(await reviewTask(desk, people.deputyOffice, { ...one, points: ['legality'] }), 'plan', {
      reason: 'not-reviewer',
      right: ['legal'],
    });
    expectRefused(await reviewTask(desk, people.office, one), 'plan', { reason: 'drafter-reviews' });
    expectRefused(await reviewTask(desk, people.liaison, one), 'rights', { reason: 'no-role' });
  });

  it('all tasks passed on a point are that point’s approval, by whichever steps they were passed', async () => {
    const desk = await drafted();
    const started = value(await reviewTask(desk, people.legal, { ...asked, verdicts: passed(first) }));
    expect(started).toMatchObject({ open: tasks.slice(1), plan: { approvals: [] } });
    value(await reviewTask(desk, people.legal, { ...asked, verdicts: passed(first) }));
    expect(await count(desk, 'task-reviewed')).toBe(1);
    const done = value(await reviewTask(desk, people.legal, { ...asked, verdicts: passed(...tasks.slice(1)) }));
    expect(done).toMatchObject({ open: [], wentBack: false, plan: { state: 'reviewing' } });
    expect(done.plan.approvals).toMatchObject([{ reviewer: 'legal', point: 'legality', by: 'j1' }]);
    expect(value(await approvePlan(desk, people.deputyOffice, { plan: no })).plan.state).toBe('approved');
  });

  it('with some returned, the plan goes back once every task has had its word, with exactly these named', async () => {
    const desk = await drafted();
    value(await reviewTask(desk, people.legal, { ...asked, verdicts: [back(second)] }));
    expectRefused(await approvePlan(desk, people.legal, { plan: no }), 'plan', {
      reason: 'tasks-returned',
      tasks: [second],
    });
    const others = tasks.filter((task) => task !== second);
    const done = value(await reviewTask(desk, people.legal, { ...asked, verdicts: passed(...others) }));
    expect(done).toMatchObject({ wentBack: true, plan: { version: 2, state: 'draft', approvals: [] } });
    expect((await facts(desk)).at(-1)).toMatchObject({
      kind: 'plan-returned',
      body: { version: 1, reviewer: 'legal', tasks: [{ task: second, words: '依据已修订，请更新权责清单编号' }] },
    });
    expectRefused(await reviewTask(desk, people.legal, { ...asked, verdicts: passed(first) }), 'plan', {
      reason: 'version-passed',
      version: 1,
      now: 2,
    });
  });

  it('a word taken back counts no more; a return needs words, and a task that is there', async () => {
    const desk = await drafted();
    value(await reviewTask(desk, people.legal, { ...asked, verdicts: [back(second)] }));
    value(await reviewTask(desk, people.legal, { ...asked, verdicts: passed(second) }));
    expect(value(await approvePlan(desk, people.legal, { plan: no })).missing).not.toContainEqual({
      by: 'legal',
      point: 'legality',
    });
    expectRefused(await reviewTask(desk, people.legal, { ...asked, verdicts: [back(first, ' ')] }), 'plan', {
      reason: 'no-reason-given',
    });
    expectRefused(await reviewTask(desk, people.legal, { ...asked, verdicts: passed('X') }), 'plan', {
      reason: 'no-such-task',
      task: 'X',
    });
  });

  it('returned as a whole, the plan names the tasks returned one by one and those named with it', async () => {
    const desk = await drafted();
    value(await reviewTask(desk, people.legal, { ...asked, verdicts: [back(second)] }));
    value(await returnPlan(desk, people.legal, { plan: no, words: '请补充依据', tasks: [first] }));
    expect((await facts(desk)).at(-1)?.body).toMatchObject({
      tasks: [{ task: first, words: '' }, { task: second }],
      words: '请补充依据',
    });
  });
});

describe('sending for review', () => {
  it('names everybody who can review, never the drafter, once', async () => {
    const desk = await drafted();
    const sent = value(await submitPlan(desk, people.office, no));
    expect(sent.plan.state).toBe('reviewing');
    expect(sent.reviewers.map(({ person: id, party }) => [id, party])).toEqual([
      ['j1', 'legal'],
      ['o2', 'office'],
    ]);
    value(await submitPlan(desk, people.office, no));
    expect(await count(desk, 'plan-submitted')).toBe(1);
    expectRefused(await submitPlan(desk, people.legal, no), 'rights', { reason: 'no-role' });
  });

  it('is refused where nobody but the drafter could review', async () => {
    const desk = await drafted();
    value(await enrol(desk, people.office, person('o2', '林思远', 'office', ['liaison'])));
    expectRefused(await submitPlan(desk, people.office, no), 'plan', { reason: 'no-reviewer', party: 'office' });
  });
});

describe('an issued plan is noted and changed', () => {
  async function issued(): Promise<TestDesk> {
    const desk = await drafted();
    value(await submitPlan(desk, people.office, no));
    value(await approvePlan(desk, people.deputyOffice, { plan: no }));
    value(await approvePlan(desk, people.legal, { plan: no }));
    value(await issuePlan(desk, people.office, no));
    return desk;
  }

  it('once by each person and version, the version that was issued and no other', async () => {
    const desk = await issued();
    value(await seePlan(desk, people.liaison, asked));
    value(await seePlan(desk, people.liaison, asked));
    expect(await count(desk, 'plan-seen')).toBe(1);
    expectRefused(await seePlan(desk, people.liaison, { plan: no, version: 2 }), 'plan', {
      reason: 'version-passed',
      now: 1,
    });
    expectRefused(await seePlan(desk, people.liaison, { plan: 'X', version: 1 }), 'plan', { reason: 'not-issued' });
  });

  it('one task’s ratio and window are changed in a new version; the other lines keep the replies that they came from', async () => {
    const desk = await issued();
    const task = of.plan.tasks.find(({ no: each }) => each === first);
    const labels = task?.quota.kind === 'tiers' ? task.quota.tiers.map(({ label }) => label) : [];
    const ratio = labels.map((label, i) => `${label}类${i + 7}%`).join('、');
    const set = { kind: 'set' as const, ratio, from: '', to: '' };
    const request = { ...asked, task: first, change: set, reason: '上级要求提高比例' };
    expectRefused(await changeTask(desk, people.liaison, request), 'rights', { reason: 'not-own' });
    expectRefused(await changeTask(desk, people.office, { ...request, reason: '' }), 'plan', {
      reason: 'no-reason-given',
    });
    expectRefused(await changeTask(desk, people.office, { ...request, change: { ...set, ratio: '' } }), 'plan', {
      reason: 'no-change',
    });
    expectRefused(await changeTask(desk, people.office, { ...request, change: { ...set, ratio: '待定' } }), 'plan', {
      reason: 'ratio',
    });
    expectRefused(
      await changeTask(desk, people.office, { ...request, change: { ...set, ratio: '甲类5%、乙类6%' } }),
      'plan',
      {},
    );
    const wrong = { ...set, from: '2023-12-01', to: '2023-01-01' };
    expectRefused(await changeTask(desk, people.office, { ...request, change: wrong }), 'plan', {
      reason: 'window-reversed',
    });
    const changed = value(await changeTask(desk, people.office, request));
    expect(changed.plan).toMatchObject({ version: 2, state: 'draft', approvals: [] });
    const [after] = changed.plan.tasks;
    expect(after?.quota).toMatchObject({ tiers: labels.map((label, i) => ({ label, share: { bp: (i + 7) * 100 } })) });
    expect(after?.scheme).toBe(task?.scheme);
    expect((await facts(desk)).at(-1)).toMatchObject({
      kind: 'plan-revised',
      body: {
        reason: '上级要求提高比例',
        lines: of.plan.tasks.map(({ no: each, lead }) => ({ task: each, department: lead, at: '2023-03-01T09:00' })),
      },
    });
    expectRefused(await changeTask(desk, people.office, request), 'plan', { reason: 'version-passed', now: 2 });
    const dropped = value(await changeTask(desk, people.office, { ...request, version: 2, change: { kind: 'drop' } }));
    expect(dropped.plan.tasks.map((each) => each.no)).toEqual(tasks.slice(1));
  });

  it('a sheet takes the place of the tasks it names and leaves the rest, with what no sheet can say', async () => {
    const desk = await issued();
    const book = await planBookOf({
      ...of,
      plan: { ...of.plan, tasks: of.plan.tasks.slice(0, 1).map((task) => ({ ...task, name: '餐饮服务（调整）' })) },
    });
    const request = { plan: no, file: 'plan.xlsx', bytes: book, reason: '名称调整' };
    expectRefused(await reviseBySheet(desk, people.liaison, request), 'rights', {});
    expectRefused(await reviseBySheet(desk, people.office, { ...request, reason: '' }), 'plan', {
      reason: 'no-reason-given',
    });
    expectRefused(await reviseBySheet(desk, people.office, { ...request, bytes: new Uint8Array([1, 2]) }), 'plan', {});
    value(await reviseBySheet(desk, people.office, request));
    const plan = (await heldPlan(desk.db, no))?.plan;
    expect(plan?.version).toBe(2);
    expect(plan?.tasks.map((each) => each.no)).toEqual(tasks);
    expect(plan?.tasks[0]).toMatchObject({
      name: '餐饮服务（调整）',
      outside: of.plan.tasks[0]?.outside,
      frame: of.plan.tasks[0]?.frame,
    });
    expect(plan?.tasks.slice(1)).toEqual(
      of.plan.tasks.slice(1).map((task) => ({ ...task, reasons: expect.any(Array) })),
    );
  });
});
