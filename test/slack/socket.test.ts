/** Socket Mode through the real client: what comes in envelopes is done and answered as over HTTP. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SlackSocket, slackSocket } from '../../bot/slack/socket.ts';
import { pause } from '../../db/database.ts';
import { facts } from '../desk.ts';
import { channels, consult, type Installation, installation, users } from './installation.ts';

interface BySocket extends Installation {
  readonly socket: SlackSocket;
}

/** The installation reached by WebSocket alone. */
async function bySocket(options: Parameters<typeof installation>[0] = {}): Promise<BySocket> {
  const here = await installation(options);
  const { line, app, outgoing } = here.workspace.ground;
  const socket = slackSocket(here.door, here.config, app.appToken);
  expect(await socket.start()).toMatchObject({ ok: true });
  onTestFinished(() => socket.stop());
  outgoing.connect(line.bot);
  return { ...here, socket };
}

const replies = async ({ desk }: Installation) =>
  (await facts(desk)).filter(({ kind }) => kind === 'reply-received').map(({ body }) => body as { answer: string });

const command = (here: Installation, more: Record<string, string> = {}): string =>
  new URLSearchParams({
    team_id: here.workspace.app.team,
    command: '/mingchou',
    text: 'help',
    user_id: users.liaison,
    channel_id: channels.scjg,
    trigger_id: '1.2.abc',
    response_url: 'http://127.0.0.1:9/response',
    ...more,
  }).toString();

/** What comes back for an envelope with this in it, within a while. */
const answerTo = (here: Installation, body: string, contentType?: string): Promise<'acknowledged' | 'none'> =>
  Promise.race([
    here.raw({ body, ...(contentType === undefined ? {} : { contentType }) }).then(() => 'acknowledged' as const),
    pause(700).then(() => 'none' as const),
  ]);

describe('命令、按钮、表单、回帖', () => {
  it('命令当场答复本人；按钮即时生效，频道里的消息随之更新；回帖照常登记', async () => {
    const here = await bySocket();
    await consult(here);
    await here.settle();
    const { said } = await here.user('市场监管局联络员').command('/mingchou', '帮助');
    expect(said.join()).toContain('可以输入的命令');
    await here.user('市场监管局联络员').press('参加');
    await here.user('卫健局联络员').reply('我局不参加，无此类事项');
    expect(await replies(here)).toMatchObject([{ answer: 'joins' }, { answer: 'declines' }]);
    expect(here.channel('联席办').join()).toContain('已反馈：2/2');
    expect(here.deliveries().every(({ status, ms }) => status === 200 && ms < 3000)).toBe(true);
  });

  it('表单填错，错处标在栏目下，已填的还在；改正后提交成功', async () => {
    const here = await bySocket();
    const office = here.user('联席办');
    await office.command('/mingchou', '登记');
    office.fill({ 人员编号: 'x9', 姓名: '贺新', 身份: ['联络员'] });
    const { form } = await office.submit();
    expect(Object.keys(form?.errors ?? {})).toEqual(['所在单位']);
    office.fill({ 所在单位: 'scjg' });
    expect((await office.submit()).form?.text).toContain('已登记贺新');
    expect((await facts(here.desk)).at(-1)).toMatchObject({ kind: 'person-enrolled', body: { person: 'x9' } });
  });
});

describe('Slack 至少送达一次', () => {
  it('一件事同时送达三次，办理一次，三次都应答', async () => {
    const here = await bySocket();
    await consult(here);
    await here.settle();
    here.hold();
    await here.user('市场监管局联络员').reply('我局无意见');
    await here.release({ times: 3, order: 'shuffled' });
    expect(await replies(here)).toHaveLength(1);
    expect(here.deliveries().every(({ status }) => status === 200)).toBe(true);
  });

  it('没有办成的不应答，Slack 再送一次即办成', async () => {
    const here = await bySocket({ ackMs: 500, minuteMs: 100 });
    await consult(here);
    await here.settle();
    // Whatever is asked of the database now fails, as when its server is away for a moment.
    await here.desk.db.write(['alter table chat_user rename to chat_user_away']);
    here.hold();
    await here.user('市场监管局联络员').reply('我局无意见');
    const before = here.deliveries().length;
    const released = here.release();
    await expect.poll(() => here.deliveries()[before]?.failure).toBe('timeout');
    await here.desk.db.write(['alter table chat_user_away rename to chat_user']);
    await released;
    expect(await replies(here)).toHaveLength(1);
    expect(here.user('市场监管局联络员').notes().join()).toContain('系统会自动再试');
  });

  it('办理超过二点五秒的，不算收妥，由 Slack 再送；办理只有一次', async () => {
    const here = await bySocket();
    await consult(here);
    await here.settle();
    void here.desk.db.inTurn(() => pause(2700));
    await here.user('市场监管局联络员').reply('我局无意见');
    expect(await replies(here)).toHaveLength(1);
    expect(
      here
        .deliveries()
        .filter(({ failure }) => failure !== 'none')
        .map(({ retry }) => retry),
    ).toEqual([0]);
    expect(here.deliveries().filter(({ retry, failure }) => retry === 1 && failure === 'none')).toHaveLength(1);
  });
});

describe('连接', () => {
  it('Slack 通知换连接：新连接接上才放下旧的，途中的命令照常得到答复', async () => {
    const here = await bySocket();
    const { line } = here.workspace.ground;
    void here.desk.db.inTurn(() => pause(2000));
    const asked = here.user('联席办').command('/mingchou', '邀请 l1');
    await pause(100);
    line.refresh();
    await expect.poll(line.standing, { timeout: 1900 }).toBe(2);
    const meanwhile = await here.user('市场监管局联络员').command('/mingchou', '帮助');
    expect(meanwhile.said.join()).toContain('可以输入的命令');
    expect((await asked).said.join()).toContain('邀请码');
    await expect.poll(line.standing).toBe(1);
  });

  it('网络中断，接口一时也不通：自行接上；其间发生的事由 Slack 补送，办理一次', async () => {
    const here = await bySocket({ minuteMs: 1800 });
    await pause(1000);
    await consult(here);
    await here.settle();
    const { line } = here.workspace.ground;
    here.fault({ method: 'apps.connections.open', kind: 'answer-lost' });
    line.cut();
    await expect.poll(line.standing).toBe(0);
    here.hold();
    await here.user('市场监管局联络员').reply('我局无意见');
    await here.release();
    expect(line.standing()).toBe(1);
    expect(await replies(here)).toHaveLength(1);
    expect(here.deliveries().some(({ failure }) => failure === 'unreachable')).toBe(true);
  });

  it('停止时不再收新的，手头的办完、答复了再断开', async () => {
    const here = await bySocket();
    void here.desk.db.inTurn(() => pause(400));
    const asked = here.user('联席办').command('/mingchou', '邀请 l1');
    await pause(100);
    await here.socket.stop();
    expect((await asked).said.join()).toContain('邀请码');
    await expect.poll(here.workspace.ground.line.standing).toBe(0);
  });

  it.each([
    ['应用令牌不对', 'xapp-of-somebody-else', 'Slack 不认 MINGCHOU_SLACK_APP_TOKEN（invalid_auth）'],
    ['误填了机器人令牌', null, 'Slack 不认 MINGCHOU_SLACK_APP_TOKEN（not_allowed_token_type）'],
  ])('%s，不启动，并说明到哪里取', async (_, token, words) => {
    const here = await installation();
    const started = await slackSocket(here.door, here.config, token ?? here.config.botToken).start();
    expect(started).toMatchObject({ ok: false });
    const said = started.ok ? '' : `${started.error.zh}${started.error.en}`;
    expect(said).toContain(words);
    expect(said).toContain('Basic Information');
    expect(said).not.toContain('somebody-else');
  });

  it('Slack 连不上，不启动，说明是网络', async () => {
    const here = await installation();
    const nowhere = slackSocket(here.door, { api: 'http://127.0.0.1:9/api/' }, 'xapp-x');
    expect(await nowhere.start()).toMatchObject({ ok: false, error: { zh: expect.stringContaining('请检查网络') } });
    here.fault({ method: 'apps.connections.open', kind: 'down' });
    const down = slackSocket(here.door, here.config, here.workspace.app.appToken);
    expect(await down.start()).toMatchObject({ ok: false, error: { zh: expect.stringContaining('http_503') } });
  });
});

describe('信封里的东西不对', () => {
  it('别的工作区来的一律不办：命令不答复，事件应答一声免得再来', async () => {
    const here = await bySocket();
    const before = (await facts(here.desk)).length;
    const { outgoing, app } = here.workspace;
    const other = command(here, { team_id: 'T0ELSEWHERE' });
    expect(await answerTo(here, other, 'application/x-www-form-urlencoded')).toBe('none');
    expect(await outgoing.ask('command', command(here))).toMatchObject({ failure: 'none' });
    const event = { type: 'event_callback', team_id: 'T0ELSEWHERE', api_app_id: app.app, event_id: 'Ev1' };
    const message = { type: 'message', channel: channels.scjg, user: users.liaison, text: '收到', ts: '1.1' };
    expect(await answerTo(here, JSON.stringify({ ...event, event: message }))).toBe('acknowledged');
    await here.settle();
    expect(await facts(here.desk)).toHaveLength(before);
  });

  it('没有内容、没有编号、形状不对的信封不应答，后面的照常', async () => {
    const here = await bySocket();
    const { team } = here.workspace.app;
    const unnumbered = JSON.stringify({ type: 'event_callback', team_id: team, event: { type: 'message' } });
    const odd = ['null', '[]', '{"type":"event_callback"}', unnumbered];
    expect(await Promise.all(odd.map((body) => answerTo(here, body)))).toEqual(odd.map(() => 'none'));
    expect((await here.user('市场监管局联络员').command('/mingchou', '帮助')).said.join()).toContain('可以输入的命令');
  });
});
