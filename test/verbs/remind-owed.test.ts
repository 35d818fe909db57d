import { describe, expect, it } from 'vitest';
import type { ChatDeps } from '../../bot/chat/door.ts';
import { home } from '../../bot/chat/home.ts';
import { choices } from '../../bot/chat/table.ts';
import type { Message } from '../../bot/message/message.ts';
import { choicesFor } from '../../bot/post/say/remind/choices.ts';
import { answerInvitation } from '../../bot/verbs/invite/answer-invitation.ts';
import { sendInvitation } from '../../bot/verbs/invite/send-invitation.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { remindDue } from '../../bot/verbs/remind/remind.ts';
import { reminders } from '../../bot/verbs/remind/sent.ts';
import { standingAssignment } from '../../bot/verbs/visit/assignment.ts';
import { declareRecusal } from '../../bot/verbs/visit/recuse.ts';
import type { Matter, Owed } from '../../core/owed/owed.ts';
import { type TestDesk, value } from '../desk.ts';
import { ceremonyUntil, hands, plannedDesk, times } from '../drawn-desk.ts';
import { contact, invitedDesk } from '../invited-desk.ts';

const of = async (desk: TestDesk, kind: Matter['kind']): Promise<readonly Owed[]> =>
  (await owedNow(desk)).owed.filter(({ matter }) => matter.kind === kind);
const line = ({ matter, by, due }: Owed): string =>
  [matter.kind, 'step' in matter ? matter.step : '', by, due ?? ''].filter((word) => word !== '').join(' ');
/** Every button that a matter offers leads somewhere. */
const leadSomewhere = (owed: readonly Owed[]): void => {
  for (const { matter, by } of owed)
    for (const { id } of choicesFor(matter, by)) expect(choices.has(id), id).toBe(true);
};

describe('会商函', () => {
  it('S0-35 没有答复的配合部门被提醒，牵头部门看到在等谁；答复后不再提醒', async () => {
    const desk = await invitedDesk();
    const lead = desk.liaison(desk.task.lead);
    const asked = { plan: desk.plan, task: desk.task.no, contact, requirements: '', answerBy: '2023-05-12' };
    const sent = value(await sendInvitation(desk, lead, asked));
    const owed = await of(desk, 'invitation');
    expect(owed.map(({ by }) => by)).toEqual([...desk.task.partners].sort().map((code) => `department:${code}`));
    leadSomewhere(owed);
    expect(textOf(await home(chat(desk), lead))).toContain('答复会商函第 1 号');
    const [first = ''] = desk.task.partners;
    value(
      await answerInvitation(desk, desk.liaison(first), {
        invitation: sent.no,
        answer: 'joins',
        contact: '',
        reason: '',
        missing: [],
      }),
    );
    expect((await of(desk, 'invitation')).length).toBe(desk.task.partners.length - 1);
    // Friday 12 May: first on the Thursday, then on the day.
    for (const day of ['2023-05-11', '2023-05-12', '2023-05-12']) {
      desk.setNow(`${day}T01:00:00.000Z`);
      await remindDue(desk);
    }
    const rounds = (await reminders(desk.db)).filter(({ what }) => what.kind === 'invitation');
    expect(rounds.map(({ round }) => round)).toEqual([
      ...desk.task.partners.slice(1).map(() => 'ahead'),
      ...desk.task.partners.slice(1).map(() => 'last'),
    ]);
    expect(rounds.map(({ to }) => to)).not.toContain(`department:${first}`);
  });

  it('计划起草后等着送审，过了五个工作日提醒联席办', async () => {
    const desk = await invitedDesk();
    expect((await of(desk, 'plan')).map(line)).toEqual(['plan submit office']);
    leadSomewhere(await of(desk, 'plan'));
    desk.setNow('2023-05-09T01:00:00.000Z');
    await remindDue(desk);
    expect(
      (await reminders(desk.db)).filter(({ what }) => what.kind === 'plan').map(({ round, to }) => [round, to]),
    ).toEqual([['waiting', 'office']]);
  });
});

describe('抽取', () => {
  it('印发公示后的任务，抽取前等着抽取；抽取后各单位有检查期限，牵头部门有录入公示期限', async () => {
    const desk = await plannedDesk();
    const draws = await of(desk, 'draw');
    expect(draws.length).toBeGreaterThan(0);
    expect(new Set(draws.map(({ by }) => by))).toEqual(new Set(['office']));
    expect(await of(desk, 'visits')).toEqual([]);
    await ceremonyUntil(desk, 'opened');
    expect((await of(desk, 'visits')).length).toBeGreaterThan(0);
    expect((await of(desk, 'publication')).every(({ by, due }) => by.startsWith('department:') && due !== null)).toBe(
      true,
    );
  });

  it('锁定后各监督人员要会签、封签，封签期限前半小时提醒本人一次', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'frozen');
    const owed = await of(desk, 'ceremony');
    expect(new Set(owed.map(({ matter }) => ('step' in matter ? matter.step : '')))).toEqual(
      new Set(['cosign', 'seal']),
    );
    expect(owed.every(({ by }) => by.startsWith('person:'))).toBe(true);
    leadSomewhere(owed);
    const [first] = owed;
    if (first?.until === null || first?.until === undefined) throw new Error('no hour');
    desk.setNow(new Date(Date.parse(first.until) - 20 * 60_000).toISOString());
    await remindDue(desk);
    await remindDue(desk);
    const sent = (await reminders(desk.db)).filter(({ what }) => what.kind === 'ceremony');
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
    expect(sent.length).toBe(owed.length);
    // What goes to one witness at one time is one message.
    expect(new Set(sent.map(({ to, batch }) => `${to} ${batch}`)).size).toBe(new Set(sent.map(({ to }) => to)).size);
  });

  it('申请回避等着本单位负责人决定，申请人看到在等谁', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    desk.setNow(times.afterwards);
    const { assignment } = value(await standingAssignment(desk.db, ceremony));
    const post = assignment.posts.findIndex(({ department, officer }) => department === 'scjg' && officer !== null);
    const inspector = {
      person: 'i-1',
      name: '检查人员一',
      department: 'scjg',
      roles: ['inspector'] as const,
      witness: null,
      inspector: assignment.posts[post]?.officer ?? '',
    };
    value(await enrol(desk, hands.drafter, inspector));
    value(await declareRecusal(desk, inspector, { ceremony, post, reason: '与企业负责人系近亲属' }));
    const owed = await of(desk, 'recusal');
    expect(owed.map(line)).toEqual([`recusal person:${hands.head.person}`]);
    leadSomewhere(owed);
    const waiting = textOf(await home(chat(desk), inspector));
    expect(waiting).toContain(`${hands.head.name}：决定回避申请`);
    expect(waiting).not.toContain('近亲属');
  });
});

describe('清单', () => {
  it('还没有的清单列在待办里，没有期限的不发提醒', async () => {
    const desk = await invitedDesk();
    const lists = await of(desk, 'lists');
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.every(({ rounds }) => rounds.length === 0)).toBe(true);
    await remindDue(desk);
    expect((await reminders(desk.db)).filter(({ what }) => what.kind === 'lists')).toEqual([]);
    expect((await owedNow(desk, false)).owed.some(({ matter }) => matter.kind === 'lists')).toBe(false);
  });
});

// Helpers

const chat = (desk: TestDesk): ChatDeps => ({ ...desk, site: 'https://mingchou.invalid' });

const textOf = ({ parts }: Message): string =>
  parts
    .flatMap((part) =>
      part.kind === 'list' ? part.items.map(({ zh }) => zh) : part.kind === 'text' ? [part.words.zh] : [],
    )
    .join('\n');
