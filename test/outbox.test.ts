/** Posts follow from facts, each once: whatever Slack, the network or this process do in between. */
import { describe, expect, it } from 'vitest';
import { deliverDue } from '../bot/post/outbox.ts';
import { replyToConsultation } from '../bot/verbs/consult/reply.ts';
import { postIn } from '../db/posts.ts';
import { people, value } from './desk.ts';
import { channels, consult, type Installation, installation } from './slack/installation.ts';

const everywhere = (here: Installation) =>
  ['联席办', '市场监管局', '卫健局'].map((channel) => here.channel(channel).length);
const undelivered = async ({ desk }: Installation) =>
  Number((await desk.db.read('select count(*) as n from outbox where sent is null'))[0]?.n);
const troubles = async ({ desk }: Installation) =>
  (await desk.db.read(`select trouble from outbox where sent is null order by id`)).map(({ trouble }) => trouble);
const later = (here: Installation, minutes: number) =>
  here.desk.setNow(new Date(Date.parse(here.desk.now()) + minutes * 60_000).toISOString());
const reply = (here: Installation, consultation: string, n = 1) =>
  replyToConsultation(here.desk, people.liaison, {
    consultation,
    department: 'scjg',
    answer: n % 2 === 0 ? 'declines' : 'joins',
    reason: n % 2 === 0 ? '无此类事项' : '',
    source: { kind: 'form', id: `m${n}` },
    key: `r${n}`,
  });

describe('Slack is in trouble', () => {
  it.each([
    ['Slack is down', { kind: 'down', times: 50 }],
    ['Slack answers with its own error', { kind: 'refused', error: 'internal_error', times: 50 }],
  ] as const)('%s: posts wait and are each there once afterwards', async (_, fault) => {
    const here = await installation();
    await consult(here);
    here.fault(fault);
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 0, later: 3 });
    expect(everywhere(here)).toEqual([0, 0, 0]);
    here.workspace.faults.clear();
    later(here, 10);
    expect(await here.outbox.deliverDue()).toEqual({ sent: 3, later: 0, blocked: 0 });
    expect(everywhere(here)).toEqual([1, 1, 1]);
  });

  it('asked for patience, that channel waits as long as Slack says, and the others do not', async () => {
    const here = await installation();
    await consult(here);
    here.fault({ method: 'chat.postMessage', kind: 'rate-limited', retryAfter: 30 });
    expect(await here.outbox.deliverDue()).toEqual({ sent: 2, later: 1, blocked: 0 });
    expect(await troubles(here)).toEqual(['ratelimited']);
    later(here, 0.4);
    expect(await here.outbox.deliverDue()).toEqual({ sent: 0, later: 0, blocked: 0 });
  });

  it('posts of one channel keep their distance, and Slack never has to ask for patience', async () => {
    const here = await installation({ strictPace: true });
    const consultation = await consult(here);
    await here.outbox.deliverDue();
    value(await reply(here, consultation));
    await here.outbox.deliverDue();
    later(here, 10);
    await here.outbox.deliverDue();
    expect(await undelivered(here)).toBe(0);
  });
});

describe('somebody has to do something', () => {
  it('机器人不在频道里：联席办被告知一次怎么办，其他频道照常；邀请之后自动补发，不重复', async () => {
    const here = await installation();
    await here.workspace.remove(channels.wjw, here.workspace.app.botUser);
    await consult(here);
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 2, blocked: 1 });
    later(here, 20);
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 0, blocked: 1 });
    expect(here.channel('联席办')).toHaveLength(2);
    expect(here.channel('联席办').join()).toContain('清漪县卫生健康局的消息发不出去：机器人不在该频道里');
    const channel = here.workspace.ground.world.channels.get(channels.wjw);
    if (channel === undefined) throw new Error('no channel');
    await here.workspace.ground.store.append({
      kind: 'channel',
      channel: { ...channel, members: [...channel.members, here.workspace.app.botUser] },
    });
    later(here, 20);
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 1 });
    expect(everywhere(here)).toEqual([2, 1, 1]);
    expect(here.channel('联席办').join()).toContain('清漪县卫生健康局的消息已恢复正常');
  });

  it('频道已归档时同样告知', async () => {
    const here = await installation();
    await here.workspace.archive(channels.wjw);
    await consult(here);
    await here.outbox.deliverDue();
    expect(here.channel('联席办').join()).toContain('该频道已归档');
  });

  it('a department without a channel holds nothing up, and its letter arrives when the channel is named', async () => {
    const here = await installation();
    await here.desk.db.write([`delete from chat_channel where place = 'department:wjw'`]);
    await consult(here);
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 2, blocked: 1 });
    expect(await troubles(here)).toEqual(['nowhere:no-channel']);
    await here.desk.db.write([
      `insert into chat_channel (platform, place, channel, seq) values ('slack', 'department:wjw', '${channels.wjw}', 1)`,
    ]);
    later(here, 2);
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 1 });
    expect(everywhere(here)).toEqual([1, 1, 1]);
  });

  it('after a month without a channel it is certain: the row is closed with its reason', async () => {
    const here = await installation();
    await here.desk.db.write([`delete from chat_channel where place = 'department:wjw'`]);
    await consult(here);
    await here.outbox.deliverDue();
    later(here, 31 * 24 * 60);
    await here.outbox.deliverDue();
    expect(await undelivered(here)).toBe(0);
    const [row] = await here.desk.db.read(`select trouble from outbox where trouble <> ''`);
    expect(row?.trouble).toBe('nowhere:no-channel');
  });
});

describe('the process dies in between', () => {
  it('between the record and the post: the next process posts it', async () => {
    const here = await installation();
    await consult(here);
    // Taken, and nothing more: as a process leaves it that was killed right then.
    await here.desk.db.write([`update outbox set attempts = 1, due = '2025-04-01T01:01:00.000Z'`]);
    expect(await here.outbox.deliverDue()).toEqual({ sent: 0, later: 0, blocked: 0 });
    later(here, 2);
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 3 });
    expect(everywhere(here)).toEqual([1, 1, 1]);
  });

  it('between the acceptance by Slack and our note of it: the post is found again, not doubled', async () => {
    const here = await installation();
    await consult(here);
    await here.outbox.deliverDue();
    await here.desk.db.write([
      'delete from chat_post',
      `update outbox set sent = null, attempts = 1, due = '2025-04-01T01:01:00.000Z'`,
    ]);
    later(here, 2);
    expect(await here.outbox.deliverDue()).toMatchObject({ sent: 3 });
    expect(everywhere(here)).toEqual([1, 1, 1]);
    expect(await postIn(here.desk.db, 'slack', 'consultation/2025-1')).toMatchObject({ channel: channels.office });
  });

  it('the answer is lost on its way: the post is found again, in a thread too', async () => {
    const here = await installation();
    const consultation = await consult(here);
    here.fault({ method: 'chat.postMessage', kind: 'answer-lost', times: 3 });
    await here.outbox.deliverDue();
    later(here, 10);
    await here.outbox.deliverDue();
    value(await reply(here, consultation));
    here.fault({ method: 'chat.postMessage', kind: 'answer-lost', times: 5 });
    await here.outbox.deliverDue();
    here.workspace.faults.clear();
    later(here, 10);
    await here.outbox.deliverDue();
    expect(await undelivered(here)).toBe(0);
    const shown = here.channel('市场监管局');
    expect(shown.length).toBe(new Set(shown).size);
    expect(everywhere(here)[0]).toBe(1);
  });

  it('two processes deliver at the same moment: each post once', async () => {
    const here = await installation();
    await consult(here);
    const deps = { ...here.desk, site: 'http://127.0.0.1:8787' };
    await Promise.all([1, 2, 3].map(() => deliverDue(deps, here.door.messenger)));
    expect(everywhere(here)).toEqual([1, 1, 1]);
  });
});

describe('one post for one matter', () => {
  it('several facts are one update, and what says nothing new is not sent', async () => {
    const here = await installation();
    const consultation = await consult(here);
    await here.outbox.deliverDue();
    for (const n of [1, 2, 3]) value(await reply(here, consultation, n));
    // Of the office's root, of the letter, and of a line for each reply: the rest would meet the fault and wait.
    here.fault({ method: 'chat.update', kind: 'slow', ms: 0, times: 2 });
    here.fault({ method: 'chat.update', kind: 'down', times: 50 });
    expect(await here.outbox.deliverDue()).toMatchObject({ later: 0, blocked: 0 });
    expect(here.channel('联席办')).toHaveLength(1);
    expect(here.channel('联席办').join()).toContain('已反馈：1/2 个单位');
    here.workspace.faults.clear();
    here.fault({ kind: 'down', times: 50 });
    await here.desk.db.write([`update outbox set sent = null, due = '2025-04-01T01:00:00.000Z'`]);
    expect(await here.outbox.deliverDue()).toMatchObject({ later: 0, blocked: 0 });
    expect(await undelivered(here)).toBe(0);
  });

  it('a post that somebody deleted in Slack is put up anew', async () => {
    const here = await installation();
    const consultation = await consult(here);
    await here.outbox.deliverDue();
    await here.desk.db.write([`update chat_post set message = '1.000001' where slot = 'consultation/2025-1'`]);
    value(await reply(here, consultation));
    await here.outbox.deliverDue();
    expect(here.channel('联席办')).toHaveLength(2);
    expect(await undelivered(here)).toBe(0);
  });

  it('a row of a later version is kept, marked, and holds nothing up', async () => {
    const here = await installation();
    await here.desk.db.write([
      `insert into outbox (seq, destination, message, due) values (1, 'x/1', '{"kind":"x","about":{"n":1}}', '2025-04-01T01:00:00.000Z')`,
      `insert into outbox (seq, destination, message, due) values (1, 'y/1', 'no json', '2025-04-01T01:00:00.000Z')`,
    ]);
    await consult(here);
    expect(await here.outbox.deliverDue()).toEqual({ sent: 3, later: 0, blocked: 2 });
    expect(await troubles(here)).toEqual(['unknown-kind', 'unknown-kind']);
  });
});
