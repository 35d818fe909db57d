/** What is sent may be anything; whatever it is, it is answered with words, in the reader's language, and nothing is done. */
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../../bot/web/api/rate.ts';
import { createApp } from '../../../bot/web/app.ts';
import { problem } from '../../../core/api/shapes.ts';
import { parseWire } from '../../../core/wire.ts';
import { facts, freshDesk, people, value } from '../../desk.ts';
import { signedIn, workbookAt } from './workbook.ts';

const { liaison } = people;
const submission = {
  sheet: 'plan-tasks',
  book: '2025-1',
  batch: 'batch-0001',
  workbook: { office: '联席会议办公室', department: 'scjg', year: 2025 },
  rows: [],
  reason: '',
};

describe('a problem', () => {
  it('is told as RFC 9457 in the language that the reader asks for first, with both beside it', async () => {
    const desk = await freshDesk([]);
    const inLanguage = async (language: string) => {
      const { status, headers, body } = await workbookAt(desk).get('/api/books', { 'accept-language': language });
      expect([status, headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8']);
      return value(parseWire(problem, body));
    };
    const zh = await inLanguage('zh-CN,zh;q=0.9,en;q=0.8');
    const en = await inLanguage('en-US,en;q=0.9,zh-CN;q=0.5');
    expect(zh).toMatchObject({ type: 'about:blank', title: '请重新登录', status: 401, detail: zh.words.zh });
    expect(en).toMatchObject({ title: 'Please sign in', detail: en.words.en });
    expect(zh.words).toEqual(en.words);
    for (const language of ['', 'fr', '*', 'q=1;;,']) expect((await inLanguage(language)).title).toBe('请重新登录');
  });

  it('of an address that is none, or of a method that it does not take, is one too', async () => {
    const book = workbookAt(await freshDesk([]));
    expect(await book.get('/api/nothing')).toMatchObject({ status: 404, body: { title: '没有找到' } });
    const wrong = await book.post('/api/books', {});
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('a request that', () => {
  it.each([
    ['is no JSON', '{"code":', 400],
    ['is empty', '', 400],
    ['is of another shape', '[]', 422],
    ['is text', '"code"', 422],
    ['lacks what is needed', '{}', 422],
    ['has what nobody asked for', '{"code":"x","admin":true}', 422],
    ['is a thousand levels deep', `${'['.repeat(1000)}${']'.repeat(1000)}`, 422],
    ['is two hundred thousand levels deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 422],
    ['holds half a character', '{"code":"\\ud800"}', 422],
    ['reaches for what objects inherit', '{"__proto__":{"code":"x"},"constructor":1}', 422],
    ['is too large', JSON.stringify({ code: 'x'.repeat(1_000_000) }), 413],
  ])('%s is refused', async (_, body, status) => {
    const desk = await freshDesk([liaison]);
    const told = await workbookAt(desk).post('/api/sign-in', body);
    expect(told.status).toBe(status);
    expect(value(parseWire(problem, told.body)).words.zh).toMatch(/。$/);
  });

  it('has damaged text is refused and not mended', async () => {
    const desk = await freshDesk([liaison]);
    const part = (text: string) => new TextEncoder().encode(text);
    const cut = new Uint8Array([...part('{"code":"'), ...part('检').subarray(0, 2), ...part('"}')]);
    expect((await workbookAt(desk).post('/api/sign-in', cut)).status).toBe(400);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('calls itself “%s” is refused unread', async (type) => {
    const told = await workbookAt(await freshDesk([])).post('/api/sign-in', { code: 'x' }, { 'content-type': type });
    expect(told.status).toBe(415);
  });

  it('is not as the table says, is told where, what would be right and what was found', async () => {
    const desk = await freshDesk([liaison]);
    const book = await signedIn(desk, liaison);
    const row = { id: 'r1', base: null, set: { name: { was: '', now: 7 } }, withdrawn: false };
    const told = await book.post('/api/rows', { ...submission, rows: [row] });
    expect(told).toMatchObject({
      status: 422,
      body: { words: { zh: '请求的“rows[0].set.name.now”处应为 string，现为 7。' } },
    });
    const query = await book.get('/api/rows?sheet=taxes&book=1');
    expect([query.status, JSON.stringify(query.body).includes('plan-tasks | items')]).toEqual([422, true]);
    expect((await book.get('/api/rows?sheet=items&book=../../etc')).status).toBe(422);
    expect((await book.get('/api/rows')).status).toBe(422);
  });

  it('carries rows may have two million bytes, measured in bytes and not in characters', async () => {
    const desk = await freshDesk([liaison]);
    const book = await signedIn(desk, liaison);
    const rowsOf = (characters: number) =>
      Array.from({ length: Math.ceil(characters / 30_000) }, (_, place) => ({
        id: `r${place}`,
        base: null,
        set: { name: { was: '', now: '检'.repeat(30_000) } },
        withdrawn: false,
      }));
    // 700,000 characters are 2.1 million bytes.
    const told = await book.post('/api/rows', { ...submission, rows: rowsOf(700_000) });
    expect([told.status, JSON.stringify(told.body).includes('2000000')]).toEqual([413, true]);
    expect((await book.post('/api/rows', { ...submission, rows: rowsOf(600_000) })).status).not.toBe(413);
  });

  it('says that it is short and is not is cut off all the same', async () => {
    const desk = await freshDesk([liaison]);
    const long = JSON.stringify({ code: 'x'.repeat(3_000_000) });
    for (const length of ['10', '-1', 'many'])
      expect((await workbookAt(desk).post('/api/sign-in', long, { 'content-length': length })).status).toBe(413);
  });

  it('comes from nobody is answered before it is read', async () => {
    const told = await workbookAt(await freshDesk([])).post('/api/rows', 'x'.repeat(3_000_000), {
      'content-type': 'text/plain',
    });
    expect(told.status).toBe(401);
  });

  it('was refused leaves nothing behind', async () => {
    const desk = await freshDesk([liaison]);
    const before = (await facts(desk)).length;
    const book = await signedIn(desk, liaison);
    await book.post('/api/rows', { ...submission, rows: 'all' });
    await book.get('/api/rows?sheet=items');
    expect((await facts(desk)).length).toBe(before);
  });
});

describe('whoever asks too often', () => {
  it('waits as long as he is told, by token; others go on', async () => {
    const desk = await freshDesk([liaison, people.head]);
    let now = 0;
    const around = { limits: usualLimits(() => now) };
    const book = await signedIn(desk, liaison, around);
    const told = [];
    for (let asked = 0; asked < 61; asked += 1) told.push(await book.get('/api/draws'));
    expect(told.slice(0, 60).every(({ status }) => status === 200)).toBe(true);
    expect([told.at(-1)?.status, told.at(-1)?.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await (await signedIn(desk, people.head, around)).get('/api/draws')).status).toBe(200);
    now += 1000;
    expect((await book.get('/api/draws')).status).toBe(200);
  });

  it('and has no token is counted by address', async () => {
    const desk = await freshDesk([]);
    const book = workbookAt(desk, '', { limits: usualLimits(() => 0) });
    const from = { 'cf-connecting-ip': '192.0.2.1' };
    for (let asked = 0; asked < 300; asked += 1) expect((await book.get('/api/books', from)).status).toBe(401);
    expect((await book.get('/api/books', from)).status).toBe(429);
    expect((await book.get('/api/books', { 'cf-connecting-ip': '192.0.2.2' })).status).toBe(401);
  });

  it('is not believed what he says of his address; a proxy on the same machine is', async () => {
    const app = createApp({ ...(await freshDesk([])), limits: usualLimits(() => 0) });
    const asked = async (remoteAddress: string, said: string) =>
      (
        await app.request(
          '/api/books',
          { headers: { 'x-forwarded-for': said, 'cf-connecting-ip': said } },
          { incoming: { socket: { remoteAddress } } },
        )
      ).status;
    for (let times = 0; times < 300; times += 1) expect(await asked('192.0.2.9', `198.51.100.${times}`)).toBe(401);
    expect(await asked('192.0.2.9', '198.51.100.7')).toBe(429);
    for (let times = 0; times < 300; times += 1) expect(await asked('::ffff:127.0.0.1', `x, 203.0.113.5`)).toBe(401);
    expect(await asked('127.0.0.1', '203.0.113.5')).toBe(429);
    expect(await asked('127.0.0.1', '203.0.113.6')).toBe(401);
  });
});
