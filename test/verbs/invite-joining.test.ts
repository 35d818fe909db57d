import { describe, expect, it } from 'vitest';
import { answerJoining } from '../../bot/verbs/invite/answer-joining.ts';
import { offerIn } from '../../bot/verbs/invite/offers.ts';
import { checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import type { Task } from '../../core/plan/task.ts';
import { heldPlan } from '../../db/plans.ts';
import { facts, people, refusal, value } from '../desk.ts';
import { type InvitedDesk, invitedDesk } from '../invited-desk.ts';

/** The sample's first task, and the same subjects once more under another lead. */
const twice = (change: Partial<Task> = {}) =>
  invitedDesk((tasks) => {
    const [first, ...rest] = tasks;
    const [partner = ''] = first?.partners ?? [];
    if (first === undefined) return tasks;
    const bodies = first.bodies.filter(({ department }) => department === partner);
    const second: Task = { ...first, no: `${first.no}-2`, lead: partner, partners: [], reach: 'department', bodies };
    return [first, { ...second, ...change }, ...rest];
  });

const pairOf = (desk: InvitedDesk): readonly [Task, string] => {
  const [first] = desk.sample.plan.tasks;
  if (first === undefined) throw new Error('no task');
  return [first, first.partners[0] ?? ''];
};

describe('offers to join tasks of several departments', () => {
  it('S3-26: when both leads accept, the tasks are one in a new draft version, and nothing planned is lost', async () => {
    const desk = await twice();
    const [first, partner] = pairOf(desk);
    const tasks = [first.no, `${first.no}-2`];
    expect(await offerIn(desk.db, desk.plan, tasks)).toMatchObject({ standing: { kind: 'open' } });
    const accept = { plan: desk.plan, tasks, answer: 'accept' as const, lead: first.lead };
    const one = value(await answerJoining(desk, desk.liaison(first.lead), accept));
    expect(one.standing).toEqual({ kind: 'open', waiting: [partner] });
    const both = value(await answerJoining(desk, desk.liaison(partner), accept));
    expect(both.standing).toEqual({ kind: 'joined', into: first.no });
    expect(both.plan).toMatchObject({ version: 2, drafter: people.office.person });
    expect(both.plan.tasks.map(({ no }) => no)).not.toContain(`${first.no}-2`);
    expect(both.plan.tasks.find(({ no }) => no === first.no)).toMatchObject({ lead: first.lead, reach: 'joint' });
    const kinds = (await facts(desk)).slice(-3).map(({ kind }) => kind);
    expect(kinds).toEqual(['joining-answered', 'tasks-joined', 'plan-revised']);
    expect(await offerIn(desk.db, desk.plan, tasks)).toBeNull();
    value(await checkPlan(desk, people.office, desk.plan));
  });

  it('S3-26: who does not agree on the lead leaves it open, and the office sees it open', async () => {
    const desk = await twice();
    const [first, partner] = pairOf(desk);
    const tasks = [first.no, `${first.no}-2`];
    value(
      await answerJoining(desk, desk.liaison(first.lead), {
        plan: desk.plan,
        tasks,
        answer: 'accept',
        lead: first.lead,
      }),
    );
    const other = { plan: desk.plan, tasks, answer: 'accept' as const, lead: partner };
    const { standing } = value(await answerJoining(desk, desk.liaison(partner), other));
    expect(standing).toEqual({ kind: 'leads-differ', named: [first.lead, partner].sort() });
    const agreed = value(await answerJoining(desk, desk.liaison(first.lead), { ...other }));
    expect(agreed.standing).toMatchObject({ kind: 'joined' });
    expect(agreed.plan.tasks.find(({ no }) => no === `${first.no}-2`)).toMatchObject({ lead: partner });
  });

  it('a lead that declines gives its reason, which stays with the tasks', async () => {
    const desk = await twice();
    const [first, partner] = pairOf(desk);
    const tasks = [first.no, `${first.no}-2`];
    const decline = { plan: desk.plan, tasks, answer: 'decline' as const };
    expect(refusal(await answerJoining(desk, desk.liaison(partner), decline)).why).toMatchObject({
      reason: 'reason-missing',
    });
    const reason = '检查季节不同，无法同时进户';
    const { standing } = value(await answerJoining(desk, desk.liaison(partner), { ...decline, reason }));
    expect(standing).toEqual({ kind: 'declined', by: [partner] });
    const held = await heldPlan(desk.db, desk.plan);
    expect(held?.plan.version).toBe(1);
    expect(held?.plan.tasks.find(({ no }) => no === tasks[1])?.reasons).toContainEqual({
      finding: 'could-be-joined',
      words: reason,
    });
  });

  it('S1-04, S2-68: local tasks go with the task from above, which keeps its number, dates and lead', async () => {
    const above = { origin: 'province' as const, window: { from: '2023-09-01', to: '2023-09-20' } };
    const desk = await twice(above);
    const [first, partner] = pairOf(desk);
    const tasks = [first.no, `${first.no}-2`];
    const offer = await offerIn(desk.db, desk.plan, tasks);
    expect(offer?.suggestion).toMatchObject({ kind: 'follow-superior', superior: tasks[1] });
    const accept = { plan: desk.plan, tasks, answer: 'accept' as const, lead: first.lead };
    value(await answerJoining(desk, desk.liaison(first.lead), accept));
    const { plan } = value(await answerJoining(desk, desk.liaison(partner), accept));
    const whole = plan.tasks.find(({ no }) => no === tasks[1]);
    expect(whole).toMatchObject({ ...above, lead: partner });
    expect(whole?.bodies.map(({ department }) => department)).toContain(first.lead);
  });

  it('nobody answers an offer that is not made, or that he does not lead', async () => {
    const desk = await twice();
    const [first] = pairOf(desk);
    const tasks = [first.no, `${first.no}-2`];
    const accept = { plan: desk.plan, tasks, answer: 'accept' as const };
    const stranger = desk.sample.departments.find(
      ({ code, kind }) => kind === 'member' && !first.partners.includes(code) && code !== first.lead,
    );
    expect(refusal(await answerJoining(desk, desk.liaison(stranger?.code ?? ''), accept)).why).toMatchObject({
      reason: 'not-a-lead',
    });
    const none = { ...accept, tasks: ['甲', '乙'] };
    expect(refusal(await answerJoining(desk, desk.liaison(first.lead), none)).why).toMatchObject({
      reason: 'no-offer',
    });
    const lead = { ...accept, lead: stranger?.code ?? '' };
    expect(refusal(await answerJoining(desk, desk.liaison(first.lead), lead)).why).toMatchObject({
      reason: 'lead-not-among',
    });
  });
});
