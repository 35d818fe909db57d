/** What members of a workspace type, press, fill and write, over really signed requests; each sees only what is for him. */
import { describe, expect, it } from 'vitest';
import { pause } from '../../db/database.ts';
import { facts } from '../desk.ts';
import { channels, consult, type Installation, installation, users } from './installation.ts';

const replies = async ({ desk }: Installation) =>
  (await facts(desk)).filter(({ kind }) => kind === 'reply-received').map(({ body }) => body as { answer: string });

/** Holds the queue of verbs up, as a slow database does. */
const slow = ({ desk }: Installation, ms: number): void => void desk.db.inTurn(() => pause(ms));

describe('commands', () => {
  it('a signed command is answered to the one who typed it, in his language', async () => {
    const { user } = await installation();
    const chinese = await user('市场监管局联络员').command('/mingchou', '帮助');
    expect(chinese.said.join()).toContain('可以输入的命令');
    const english = await user('卫健局联络员').command('/mingchou', 'help');
    expect(english.said.join()).toContain('what you can type');
    expect(user('联席办').notes()).toEqual([]);
  });

  it('没有绑定的人得到的是怎样绑定，帮助和绑定照常可用', async () => {
    const { user } = await installation();
    const stranger = user('未绑定人员');
    expect((await stranger.command('/mingchou', '我是谁')).said.join()).toContain('还没有绑定');
    expect((await stranger.command('/mingchou', '帮助')).said.join()).toContain('可以输入的命令');
  });

  it('what was typed is shown as typed, and does nothing: <!channel>, *, `, <script>', async () => {
    const here = await installation();
    const typed = '<!channel> *粗* `x` <script>alert(1)</script> &amp;';
    const { said } = await here.user('市场监管局联络员').command('/mingchou', typed);
    expect(said.join()).toContain('*粗* `x`');
    expect(here.channel('市场监管局').join()).not.toContain('粗');
  });

  it('a command that takes longer than Slack waits is acknowledged in time and answered afterwards', async () => {
    const here = await installation();
    slow(here, 2600);
    const { said } = await here.user('联席办').command('/mingchou', '邀请 l1');
    expect(said.join()).toContain('邀请码');
    expect(here.deliveries().every(({ status, ms }) => status === 200 && ms < 3000)).toBe(true);
  });
});

describe('forms', () => {
  it('发起征询：表单填好提交，征询函随即发出', async () => {
    const here = await installation();
    const opened = await here.user('联席办').command('/consult', '新建');
    expect(opened.form?.submit).not.toBe('');
    expect(opened.form?.fields.length).toBeGreaterThan(2);
  });

  it('errors stand at their fields, and what was typed is still there', async () => {
    const here = await installation();
    const office = here.user('联席办');
    await office.command('/mingchou', '登记');
    office.fill({ 人员编号: 'x9', 姓名: '贺新', 身份: ['联络员'] });
    const { form } = await office.submit();
    expect(Object.keys(form?.errors ?? {})).toEqual(['所在单位']);
    office.fill({ 所在单位: 'scjg' });
    const done = await office.submit();
    expect(done.form?.text).toContain('已登记贺新');
    expect((await facts(here.desk)).at(-1)).toMatchObject({ kind: 'person-enrolled', body: { person: 'x9' } });
  });

  it('one who may not do it is told so in the window, before he fills anything in', async () => {
    const here = await installation();
    const { form } = await here.user('市场监管局联络员').command('/mingchou', '登记');
    expect(form?.submit).toBe('');
    expect(form?.text).toContain('无权');
  });

  it('what takes longer says so in the window and shows the result there; errors bring back all that was typed', async () => {
    const here = await installation();
    const office = here.user('联席办');
    await office.command('/mingchou', '登记');
    slow(here, 2600);
    office.fill({ 人员编号: 'x9', 姓名: '贺新', 所在单位: 'scjg', 身份: ['联络员'] });
    const done = await office.submit();
    expect(done.form?.text).toContain('已登记贺新');
    await office.close();

    await office.command('/mingchou', '登记');
    slow(here, 2600);
    office.fill({ 人员编号: 'x 8', 姓名: '贺新二', 所在单位: 'scjg', 身份: ['联络员'] });
    const wrong = await office.submit();
    expect(wrong.form?.text).toContain('请改正以下内容后再提交');
    const fixed = await office.fill({ 人员编号: 'x8' }).submit();
    expect(fixed.form?.text).toContain('已登记贺新二');
    expect(here.deliveries().every(({ status, ms }) => status === 200 && ms < 3000)).toBe(true);
  });
});

describe('what comes three times at once', () => {
  it('按钮、表单、回帖各送达三次，仍是一次办理', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    const { hono } = here.door;
    here.workspace.outgoing.connect(async (request) => {
      const body = await request.text();
      const { method, headers } = request;
      const send = () => hono.fetch(new Request('http://bot.invalid/events', { method, headers, body }));
      const [first] = await Promise.all([send(), send(), send()]);
      return first;
    });
    await here.user('市场监管局联络员').press('参加');
    const other = here.user('卫健局联络员');
    await other.press('不参加');
    await other.fill({ Reason: '无此类事项' }).submit();
    await here.user('市场监管局联络员').reply('我局不参加，无此类事项');
    expect(await replies(here)).toMatchObject([{ answer: 'joins' }, { answer: 'declines' }, { answer: 'declines' }]);
    expect(here.deliveries().every(({ status }) => status === 200)).toBe(true);
  });
});

describe('buttons', () => {
  it('按钮当场生效，频道里的消息随之更新；没有权限的人按了，只有本人看到为什么不行', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    const liaison = here.user('市场监管局联络员');
    await liaison.press('参加');
    expect(await replies(here)).toMatchObject([{ answer: 'joins' }]);
    expect(here.channel('联席办').join()).toContain('已反馈：1/2 个单位');
    const office = here.user('联席办').in('市场监管局');
    const { said } = await office.press('参加');
    expect(said.join()).toContain('无权');
    expect(liaison.notes().join()).not.toContain('无权');
    expect(await replies(here)).toHaveLength(1);
  });
});

describe('words in a thread', () => {
  it('明确的答复当场登记；改动和删除留痕；两可的回话反问，不作答复', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    const liaison = here.user('市场监管局联络员');
    const doubtful = await liaison.reply('收到');
    expect(await replies(here)).toEqual([]);
    expect(doubtful.said.length).toBeGreaterThan(0);
    await liaison.reply('我局无意见');
    expect(await replies(here)).toHaveLength(1);
    await liaison.edit('我局无意见', '我局有意见：比例过高');
    await liaison.delete('我局有意见');
    const kinds = (await facts(here.desk)).map(({ kind }) => kind);
    expect(kinds).toContain('reply-edited');
    expect(kinds).toContain('reply-deleted');
  });

  it('what is written elsewhere, by somebody not linked, or by the bot itself is nobody’s reply', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    await here.user('市场监管局联络员').write('我局无意见');
    await here.user('联席办').in('联席办').reply('我办无意见');
    const { said } = await here.user('未绑定人员').in('联席办').reply('同意');
    expect(await replies(here)).toEqual([]);
    expect(said.every((each) => !each.includes('登记'))).toBe(true);
  });
});

describe('the Home tab', () => {
  it('每人看到自己的待办；没有绑定的人看到怎样绑定', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    expect(await here.user('市场监管局联络员').home()).not.toBe('');
    expect(await here.user('未绑定人员').home()).toContain('绑定');
    expect(users.stranger).toBe(here.user('未绑定人员').id);
  });
});

describe('a channel', () => {
  it('机器人被邀请进一个还没有指定的频道时，只对邀请人说下一步', async () => {
    const here = await installation();
    const event = {
      type: 'member_joined_channel',
      user: here.workspace.app.botUser,
      channel: channels.scjg,
      inviter: users.office,
      event_ts: '1',
    };
    await here.desk.db.write([`delete from chat_channel where place = 'department:scjg'`]);
    const body = { type: 'event_callback', team_id: here.workspace.app.team, event_id: 'EvJ', event };
    await here.raw({ body: JSON.stringify(body) });
    await here.settle();
    expect(here.user('联席办').in('市场监管局').notes().join()).toContain('/mingchou 频道');
    expect(here.user('市场监管局联络员').notes()).toEqual([]);
  });
});
