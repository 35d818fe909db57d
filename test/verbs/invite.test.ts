import { describe, expect, it } from 'vitest';
import { letterPage } from '../../bot/paper/letter.ts';
import { adoptItems } from '../../bot/verbs/invite/adopt-items.ts';
import { answerInvitation } from '../../bot/verbs/invite/answer-invitation.ts';
import { type InvitationRequest, sendInvitation } from '../../bot/verbs/invite/send-invitation.ts';
import { checkPlan } from '../../bot/verbs/plan/check-plan.ts';
import { draftPlan } from '../../bot/verbs/plan/draft-plan.ts';
import { heldPlan } from '../../db/plans.ts';
import { facts, people, refusal, value } from '../desk.ts';
import { contact, type InvitedDesk, invitedDesk } from '../invited-desk.ts';

const asking = (desk: InvitedDesk, change: Partial<InvitationRequest> = {}): InvitationRequest => ({
  plan: desk.plan,
  task: desk.task.no,
  contact,
  requirements: '请各单位提前排好人员。',
  answerBy: '2023-12-01',
  ...change,
});

const silent = async (desk: InvitedDesk, task = desk.task.no): Promise<readonly string[]> => {
  const { findings } = value(await checkPlan(desk, people.office, desk.plan));
  return findings.flatMap((each) => (each.kind === 'partner-silent' && each.task === task ? [each.partner] : []));
};

describe('会商函 and 邀约', () => {
  it('S4-19, S4-32: the letter goes to every partner, and its paper is made in the same act; sent again nothing is doubled', async () => {
    const desk = await invitedDesk();
    const lead = desk.liaison(desk.task.lead);
    const sent = value(await sendInvitation(desk, lead, asking(desk)));
    expect(sent).toMatchObject({ no: 1, task: desk.task.no, partners: desk.task.partners });
    expect(value(await sendInvitation(desk, people.office, asking(desk))).no).toBe(1);
    const told = (await facts(desk)).filter(({ kind }) => kind === 'invitation-sent');
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toMatchObject({ paper: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('S4-33, S4-87: the paper holds subjects, items, ratio, window, method, each partner’s duties and the contact', async () => {
    const desk = await invitedDesk();
    const sent = value(await sendInvitation(desk, people.office, asking(desk)));
    const paper = letterPage(sent);
    for (const words of [
      desk.task.name,
      desk.task.frame.tags[0] ?? '',
      '抽查比例（数量）',
      '检查实施期',
      '实地检查',
      '信用股联系人',
      '0936-0000000',
      '请各单位提前排好人员。',
      '回执',
    ])
      expect(paper).toContain(words);
    for (const { name, items } of sent.letter.parts) {
      expect(paper).toContain(name);
      for (const item of items) expect(paper).toContain(item);
    }
    expect(paper).toContain('会商');
  });

  it('S4-88: a special plan goes out as a notice', async () => {
    const desk = await invitedDesk((tasks) => tasks.map((task) => ({ ...task, kind: 'special' as const })));
    const sent = value(await sendInvitation(desk, people.office, asking(desk)));
    expect(letterPage(sent)).toContain('专项抽查的通知');
  });

  it('S4-10: is refused to strangers, for a task without partners, without a contact, and for a day that is past', async () => {
    const desk = await invitedDesk();
    const [partner = ''] = desk.task.partners;
    expect(refusal(await sendInvitation(desk, desk.liaison(partner), asking(desk)))).toMatchObject({ stage: 'rights' });
    const why = async (change: Partial<InvitationRequest>) =>
      refusal(await sendInvitation(desk, people.office, asking(desk, change))).why;
    expect(await why({ task: 'R-9' })).toMatchObject({ reason: 'no-such-task' });
    expect(await why({ contact: { person: '某人', phone: '', email: '' } })).toMatchObject({
      reason: 'contact-missing',
    });
    expect(await why({ answerBy: '2020-01-01' })).toMatchObject({ reason: 'day-past' });
    expect(await why({ answerBy: '明天' })).toMatchObject({ reason: 'not-a-date' });
  });

  it('S4-19: review names the partners that have not answered, and no longer once they have joined', async () => {
    const desk = await invitedDesk();
    const { no } = value(await sendInvitation(desk, people.office, asking(desk)));
    expect(await silent(desk)).toEqual(desk.task.partners);
    const [first = '', ...others] = desk.task.partners;
    value(await answerInvitation(desk, desk.liaison(first), { invitation: no, answer: 'joins' }));
    expect(await silent(desk)).toEqual(others);
    value(await answerInvitation(desk, desk.liaison(first), { invitation: no, answer: 'joins' }));
    expect((await facts(desk)).filter(({ kind }) => kind === 'invitation-answered')).toHaveLength(1);
    const refused = { invitation: no, answer: 'declines' as const, reason: '本年度无此类检查任务' };
    value(await answerInvitation(desk, desk.liaison(first), refused));
    const { findings } = value(await checkPlan(desk, people.office, desk.plan));
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'partner-refused', partner: first }));
  });

  it('a refusal needs its reason, fewer than two officers are none, and nobody answers for another', async () => {
    const desk = await invitedDesk();
    const { no } = value(await sendInvitation(desk, people.office, asking(desk)));
    const [first = '', second = ''] = desk.task.partners;
    const why = async (reply: Omit<Parameters<typeof answerInvitation>[2], 'invitation'>, by = first) =>
      refusal(await answerInvitation(desk, desk.liaison(by), { invitation: no, ...reply })).why;
    expect(await why({ answer: 'declines' })).toMatchObject({ reason: 'reason-missing' });
    expect(await why({ answer: 'joins', officers: 1 })).toMatchObject({ reason: 'too-few-officers' });
    const foreign = desk.sample.items.find(({ body }) => body === second)?.code ?? '';
    expect(await why({ answer: 'joins', items: [foreign] })).toMatchObject({ reason: 'items-not-own' });
    expect(await why({ answer: 'joins' }, desk.task.lead)).toMatchObject({ reason: 'not-invited' });
  });

  it('S4-14: items that the partner’s list lacks are reported in the act of joining', async () => {
    const desk = await invitedDesk();
    const { no } = value(await sendInvitation(desk, people.office, asking(desk)));
    const [first = ''] = desk.task.partners;
    const missing = ['校外托管场所消防检查'];
    value(await answerInvitation(desk, desk.liaison(first), { invitation: no, answer: 'joins', missing }));
    expect((await facts(desk)).at(-1)).toMatchObject({
      kind: 'missing-item-reported',
      body: { no: 1, matter: missing[0], department: first, task: desk.task.no },
    });
  });

  it('items that a partner names are taken into the plan, and nobody else has to answer again', async () => {
    const desk = await invitedDesk();
    const { no } = value(await sendInvitation(desk, people.office, asking(desk)));
    const [first = '', ...others] = desk.task.partners;
    for (const other of others)
      value(await answerInvitation(desk, desk.liaison(other), { invitation: no, answer: 'joins' }));
    const adopt = { invitation: no, partner: first };
    expect(refusal(await adoptItems(desk, people.office, adopt)).why).toMatchObject({ reason: 'nothing-named' });
    const items = desk.sample.items.filter(({ body }) => body === first).map(({ code }) => code);
    value(await answerInvitation(desk, desk.liaison(first), { invitation: no, answer: 'joins', items }));
    expect(await silent(desk)).toEqual([]);
    expect(refusal(await adoptItems(desk, desk.liaison(first), adopt))).toMatchObject({ stage: 'rights' });
    const plan = value(await adoptItems(desk, desk.liaison(desk.task.lead), adopt));
    expect(plan).toMatchObject({ version: 2, drafter: people.office.person });
    const task = plan.tasks.find((each) => each.no === desk.task.no);
    expect(task?.bodies.find(({ department }) => department === first)?.items).toEqual([...items].sort());
    expect(await silent(desk)).toEqual([]);
  });

  it('an answer holds for the terms it was given on: after a change of the window the partners are asked again', async () => {
    const desk = await invitedDesk();
    const { no } = value(await sendInvitation(desk, people.office, asking(desk)));
    for (const partner of desk.task.partners)
      value(await answerInvitation(desk, desk.liaison(partner), { invitation: no, answer: 'joins' }));
    expect(await silent(desk)).toEqual([]);
    const held = await heldPlan(desk.db, desk.plan);
    const tasks = (held?.plan.tasks ?? []).map((task) =>
      task.no === desk.task.no ? { ...task, window: { ...task.window, from: task.window.to } } : task,
    );
    const leads = [...new Set(tasks.map(({ lead }) => lead))];
    value(
      await draftPlan(desk, people.office, {
        no: desk.plan,
        year: desk.sample.plan.year,
        doorLimit: desk.sample.plan.doorLimit,
        rows: tasks.map((task, i) => ({ row: i + 2, reply: task.lead, task })),
        replies: leads.map((id) => ({ id, department: id, at: '2023-03-01T09:00' })),
        reason: '调整检查时间',
      }),
    );
    expect(await silent(desk)).toEqual(desk.task.partners);
    expect(value(await sendInvitation(desk, people.office, asking(desk)))).toMatchObject({
      no: 2,
      partners: desk.task.partners,
    });
  });
});
