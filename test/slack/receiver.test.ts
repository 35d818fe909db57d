/** What a stranger, a recorder or a broken line sends to the bot's address, and what Slack itself repeats. */
import { describe, expect, it } from 'vitest';
import { facts } from '../desk.ts';
import { channels, consult, type Installation, installation, users } from './installation.ts';

const event = (here: Installation, more: object = {}): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: here.workspace.app.team,
    api_app_id: here.workspace.app.app,
    event_id: 'Ev0001',
    event: {
      type: 'message',
      channel: channels.scjg,
      user: users.liaison,
      text: '收到',
      ts: '1.000100',
      event_ts: '1',
    },
    ...more,
  });

const form = 'application/x-www-form-urlencoded';
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

describe('what is not from Slack is not read', () => {
  it('a request without signature, with another secret, or with a word changed is 401', async () => {
    const here = await installation();
    const body = event(here);
    expect((await here.raw({ body })).status).toBe(200);
    expect((await here.raw({ body, secret: 'somebody-else' })).status).toBe(401);
    expect((await here.raw({ body, headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } })).status).toBe(401);
    expect((await here.raw({ body, headers: { 'x-slack-signature': '' } })).status).toBe(401);
    expect((await here.raw({ body, headers: { 'x-slack-signature': 'v0=é' } })).status).toBe(401);
    const signed = await here.raw({ body: command(here), contentType: form, secret: 'somebody-else' });
    expect([signed.status, await signed.text()]).toEqual([401, '']);
  });

  it('a request that was recorded and is sent again after five minutes is 401, one from the future too', async () => {
    const here = await installation();
    const body = event(here);
    expect((await here.raw({ body, age: 290 })).status).toBe(200);
    expect((await here.raw({ body, age: 310 })).status).toBe(401);
    expect((await here.raw({ body, age: -310 })).status).toBe(401);
    expect((await here.raw({ body, headers: { 'x-slack-request-timestamp': 'now' } })).status).toBe(401);
  });

  it('the certificate probe is answered, but only if it is signed', async () => {
    const here = await installation();
    const body = 'ssl_check=1&token=x';
    expect((await here.raw({ body, contentType: form })).status).toBe(200);
    expect((await here.raw({ body, contentType: form, secret: 'no' })).status).toBe(401);
  });

  it('the address is confirmed with the challenge', async () => {
    const here = await installation();
    const answer = await here.raw({ body: JSON.stringify({ type: 'url_verification', challenge: '问一问' }) });
    expect(await answer.json()).toEqual({ challenge: '问一问' });
  });

  it('another workspace is not served', async () => {
    const here = await installation();
    const other = { team_id: 'T0ELSEWHERE' };
    expect((await here.raw({ body: event(here, other) })).status).toBe(403);
    expect((await here.raw({ body: command(here, other), contentType: form })).status).toBe(403);
  });
});

describe('what is signed and yet not right', () => {
  it('more than a megabyte is 413 and is not read', async () => {
    const here = await installation();
    const body = event(here, { padding: 'x'.repeat(1_100_000) });
    expect((await here.raw({ body })).status).toBe(413);
  });

  it.each([
    ['no JSON', '{"type":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['nothing', '', 'application/json'],
    ['an empty form', '', form],
    ['a payload that is no JSON', 'payload=%7B', form],
  ])('%s is 400', async (_, body, contentType) => {
    const here = await installation();
    expect((await here.raw({ body, contentType })).status).toBe(400);
  });

  it('an event without a number is 400: it could not be known again', async () => {
    const here = await installation();
    expect((await here.raw({ body: event(here, { event_id: undefined }) })).status).toBe(400);
  });

  it.each([
    ['an event that nobody listens to', { event: { type: 'emoji_changed', event_ts: '1' } }],
    [
      'a join',
      { event: { type: 'message', subtype: 'channel_join', channel: channels.scjg, user: users.liaison, ts: '1.1' } },
    ],
    ['a message that nobody wrote', { event: { type: 'message', channel: channels.scjg, ts: '1.1' } }],
    [
      'an event of an unknown shape',
      { event: { type: 'message', subtype: 'message_changed', channel: channels.scjg, message: { ts: '1' } } },
    ],
  ])('%s is well received and leads to nothing', async (_, more) => {
    const here = await installation();
    const before = (await facts(here.desk)).length;
    expect((await here.raw({ body: event(here, more) })).status).toBe(200);
    await here.settle();
    expect(await facts(here.desk)).toHaveLength(before);
  });

  it('a command that there is not is answered in words', async () => {
    const here = await installation();
    const { said } = await here.user('市场监管局联络员').command('/consultt', '');
    expect(said.join()).toContain('没有“/consultt”这个命令');
  });

  it('a button of an old message is answered in words, and an unknown window too', async () => {
    const here = await installation();
    const { app } = here.workspace;
    const who = { team: { id: app.team }, user: { id: users.liaison }, trigger_id: '1', response_url: '' };
    const pressed = {
      type: 'block_actions',
      ...who,
      channel: { id: channels.scjg },
      container: {},
      actions: [{ type: 'button', action_id: 'gone', block_id: 'b', action_ts: '1', value: '<script>' }],
    };
    const post = (payload: object) =>
      here.raw({ body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), contentType: form });
    expect((await post(pressed)).status).toBe(200);
    await here.settle();
    expect(here.user('市场监管局联络员').notes().join()).toContain('旧版消息');
    const view = { id: 'V1', hash: '1', callback_id: 'gone', private_metadata: '{', blocks: [], state: { values: {} } };
    const submitted = await post({ type: 'view_submission', ...who, view });
    expect(JSON.stringify(await submitted.json())).toContain('旧版消息');
    expect((await post({ type: 'view_closed', ...who, view })).status).toBe(200);
    expect((await post({ type: 'shortcut', callback_id: 'x', ...who })).status).toBe(200);
  });
});

describe('Slack delivers at least once', () => {
  it('an event that comes three times, at once and later, is worked on once', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    here.hold();
    const liaison = here.user('市场监管局联络员');
    await liaison.reply('我局无意见');
    await here.release({ times: 3, order: 'shuffled' });
    expect((await facts(here.desk)).filter(({ kind }) => kind === 'reply-received')).toHaveLength(1);
    expect(here.deliveries().every(({ status, ms }) => status === 200 && ms < 3000)).toBe(true);
  });

  it('an event whose work failed is delivered again and then done', async () => {
    const here = await installation({ minuteMs: 200 });
    await consult(here);
    await here.settle();
    // Whatever is asked of the database now fails, as when its server is away for a moment.
    await here.desk.db.write(['alter table chat_user rename to chat_user_away']);
    here.hold();
    await here.user('市场监管局联络员').reply('我局无意见');
    const released = here.release({});
    await expect.poll(() => here.deliveries().some(({ status }) => status === 503)).toBe(true);
    await here.desk.db.write(['alter table chat_user_away rename to chat_user']);
    await released;
    expect((await facts(here.desk)).filter(({ kind }) => kind === 'reply-received')).toHaveLength(1);
    expect(here.user('市场监管局联络员').notes().join()).toContain('系统会自动再试');
  });
});
