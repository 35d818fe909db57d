/** 演练群的接口：收什么、退什么，与 Slack 一致。 */
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { office, refusal, room, safety } from './room.ts';

describe('身份与权限', () => {
  it('令牌不对、没有令牌、方法名不认得，分别退回', async () => {
    const { api, client } = await room();
    const other = new WebClient('xoxb-other', { slackApiUrl: api });
    expect(await refusal(other.auth.test())).toBe('invalid_auth');
    const unsigned = await fetch(`${api}auth.test`, { method: 'POST' });
    expect(await unsigned.json()).toMatchObject({ ok: false, error: 'not_authed' });
    expect(await refusal(client.apiCall('chat.sing'))).toBe('unknown_method');
    expect(await client.auth.test()).toMatchObject({
      user_id: 'U0MINGCHOU',
      bot_id: 'B0MINGCHOU',
      team_id: 'T0PRACTICE',
    });
  });

  it('令牌没有该项权限时，写明缺什么、有什么', async () => {
    const { client } = await room({ scopes: ['commands'] });
    await expect(client.chat.postMessage({ channel: office, text: '通知' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'commands' },
    });
  });

  it('从别的网站指过来的请求一律不答', async () => {
    const { api, origin } = await room();
    const elsewhere = await fetch(`${api}auth.test`, { method: 'POST', headers: { origin: 'https://evil.invalid' } });
    expect(elsewhere.status).toBe(403);
    const { request } = await import('node:http');
    const rebound = await new Promise<number | undefined>((resolve) => {
      request(`${origin}/api/auth.test`, { headers: { host: 'evil.invalid' } }, (answer) =>
        resolve(answer.statusCode),
      ).end();
    });
    expect(rebound).toBe(421);
  });
});

describe('发消息', () => {
  it('先后有序：时间戳只增不减，话题下的回复能按话题读出', async () => {
    const { client } = await room({ now: () => '2025-06-23T01:00:00.000Z' });
    const root = await client.chat.postMessage({ channel: office, text: '征询意见' });
    const ts = root.ts ?? '';
    const reply = await client.chat.postMessage({ channel: office, text: '已收到 3 家', thread_ts: ts });
    expect(Number(reply.ts)).toBeGreaterThan(Number(ts));
    const { messages } = await client.conversations.replies({ channel: office, ts });
    expect(messages?.map(({ text }) => text)).toEqual(['征询意见', '已收到 3 家']);
    const { messages: roots } = await client.conversations.history({ channel: office });
    expect(roots).toMatchObject([{ text: '征询意见', reply_count: 1 }]);
  });

  it('元数据要问才给', async () => {
    const { client } = await room();
    const metadata = { event_type: 'mingchou_post', event_payload: { slot: 'consultation/2025' } };
    await client.chat.postMessage({ channel: office, text: '征询意见', metadata });
    const plain = await client.conversations.history({ channel: office });
    expect(plain.messages?.[0]?.metadata).toBeUndefined();
    const whole = await client.conversations.history({ channel: office, include_all_metadata: true });
    expect(whole.messages?.[0]?.metadata).toEqual(metadata);
  });

  it('频道不存在、没有进频道、频道已归档、话题不存在、没有内容，各有各的答复', async () => {
    const { client, workspace } = await room();
    await workspace.addChannel({ id: 'C0OUT', name: '外面', kind: 'channel', members: [], bot: false });
    await workspace.addChannel({ id: 'C0SECRET', name: '内部', members: [], bot: false });
    await workspace.archive(safety);
    const post = (channel: string, more = {}) => refusal(client.chat.postMessage({ channel, text: '通知', ...more }));
    expect(await post('C0NOWHERE')).toBe('channel_not_found');
    expect(await post('C0OUT')).toBe('not_in_channel');
    expect(await post('C0SECRET')).toBe('channel_not_found');
    expect(await post(safety)).toBe('is_archived');
    expect(await post(office, { thread_ts: '1.000001' })).toBe('thread_not_found');
    expect(await post(office, { text: ' ' })).toBe('no_text');
    expect(await post(office, { text: '长'.repeat(40_001) })).toBe('msg_too_long');
  });

  it('块超出 Slack 的限度时，指出在哪一处', async () => {
    const { client } = await room();
    const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }) as const);
    await expect(client.chat.postMessage({ channel: office, text: '长文', blocks })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: { messages: [expect.stringContaining('json-pointer:/blocks')] },
      },
    });
  });

  it('只能改、只能删自己发的', async () => {
    const { client, user } = await room();
    await user('县应急管理局联络员').write('我局意见见附件');
    const { messages } = await client.conversations.history({ channel: safety });
    const theirs = messages?.[0]?.ts ?? '';
    expect(await refusal(client.chat.update({ channel: safety, ts: theirs, text: '改' }))).toBe('cant_update_message');
    expect(await refusal(client.chat.delete({ channel: safety, ts: theirs }))).toBe('cant_delete_message');
    const own = await client.chat.postMessage({ channel: safety, text: '甲' });
    await client.chat.update({ channel: safety, ts: own.ts ?? '', text: '乙' });
    expect(user('县应急管理局联络员').sees()).toEqual(['我局意见见附件', '乙']);
  });

  it('仅本人可见的提示，别人看不到，也读不出', async () => {
    const { client, user } = await room();
    await client.chat.postEphemeral({ channel: safety, user: 'U0YJGL', text: '请您确认' });
    expect(user('县应急管理局联络员').notes()).toEqual(['请您确认']);
    expect(user('联席办综合组甲').in('县应急管理局').sees()).toEqual([]);
    expect((await client.conversations.history({ channel: safety })).messages).toEqual([]);
    expect(await refusal(client.chat.postEphemeral({ channel: office, user: 'U0YJGL', text: '喂' }))).toBe(
      'user_not_in_channel',
    );
  });
});

describe('频率与故障', () => {
  it('同一频道每秒一条、短时可多几条，超出的要等；别的频道不受影响', async () => {
    const { client, strictPace } = await room();
    strictPace(true);
    const posts = Array.from({ length: 6 }, () => client.chat.postMessage({ channel: office, text: '提醒' }));
    const ends = await Promise.allSettled(posts);
    const limited = ends.filter(({ status }) => status === 'rejected');
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]).toMatchObject({ reason: { retryAfter: 1 } });
    expect((await client.chat.postMessage({ channel: safety, text: '提醒' })).ok).toBe(true);
  });

  it('可以让某个方法连不上、要求等待，或者收下了却没有回音', async () => {
    const { client, fault, channel } = await room();
    fault({ method: 'chat.postMessage', kind: 'down' });
    expect(await refusal(client.chat.postMessage({ channel: office, text: '一' }))).toContain('http');
    fault({ method: 'chat.postMessage', kind: 'rate-limited', retryAfter: 7 });
    await expect(client.chat.postMessage({ channel: office, text: '二' })).rejects.toMatchObject({ retryAfter: 7 });
    fault({ method: 'chat.postMessage', kind: 'answer-lost' });
    await expect(client.chat.postMessage({ channel: office, text: '三' })).rejects.toThrow();
    await client.chat.postMessage({ channel: office, text: '四' });
    expect(channel('联席办')).toEqual(['三', '四']);
  });
});

describe('文件', () => {
  it('三步上传后，文件跟着消息出现，凭令牌可取回', async () => {
    const { client, workspace, channel } = await room();
    const bytes = Buffer.from('户数,比例\n120,5%\n');
    await client.filesUploadV2({ channel_id: office, file: bytes, filename: '比例.csv', initial_comment: '见附件' });
    expect(channel('联席办')).toEqual(['见附件']);
    const { messages } = await client.conversations.history({ channel: office });
    const file = messages?.[0]?.files?.[0];
    expect(file).toMatchObject({ name: '比例.csv', size: bytes.length });
    const url = file?.url_private ?? '';
    expect((await fetch(url)).status).toBe(404);
    const held = await fetch(url, { headers: { authorization: `Bearer ${workspace.app.token}` } });
    expect(Buffer.from(await held.arrayBuffer())).toEqual(bytes);
  });
});
