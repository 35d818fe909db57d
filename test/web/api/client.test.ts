/** The pane's client against the desk itself, and against a network that does what networks do. */
import { describe, expect, it } from 'vitest';
import { apiClient } from '../../../addin/api.ts';
import { paneCode } from '../../../bot/verbs/chat/excel.ts';
import { createApp } from '../../../bot/web/app.ts';
import { freshDesk, people, type TestDesk } from '../../desk.ts';
import { signedIn, site } from './workbook.ts';

const { liaison } = people;

interface Around {
  readonly token?: string;
  readonly lang?: 'zh' | 'en';
  readonly fetch?: typeof fetch;
}
const paused: number[] = [];

/** A pane whose requests go straight to the desk. */
function paneAt(desk: TestDesk, { token = '', lang = 'zh', fetch }: Around = {}) {
  const app = createApp({ ...desk, site });
  return apiClient({
    origin: site,
    token: () => (token === '' ? null : token),
    lang: () => lang,
    fetch: fetch ?? (async (input, init) => app.request(input instanceof URL ? input.href : input, init)),
    pause: async (ms) => void paused.push(ms),
  });
}
const answering =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): typeof fetch =>
  async () =>
    new Response(body, { status, headers });

describe('the pane', () => {
  it('signs in by its code, is known, and signs out', async () => {
    const desk = await freshDesk([liaison]);
    const begun = await paneAt(desk).signIn({ code: (await paneCode(desk, liaison)).code });
    if (!begun.ok) throw new Error('not signed in');
    const pane = paneAt(desk, { token: begun.value.token });
    expect(await pane.books()).toMatchObject({ ok: true, value: { who: { name: '黄清' } } });
    expect(await pane.draws()).toEqual({ ok: true, value: { draws: [] } });
    expect(await pane.figures()).toMatchObject({ ok: true, value: { year: 2025 } });
    expect(await pane.signOut()).toEqual({ ok: true, value: {} });
    expect(await pane.books()).toMatchObject({ ok: false, trouble: { kind: 'signed-out', status: 401 } });
  });

  it('hears why not, in both languages', async () => {
    const desk = await freshDesk([liaison]);
    const { token } = await signedIn(desk, liaison);
    const wrong = await paneAt(desk).signIn({ code: 'wrong' });
    expect(wrong).toMatchObject({ ok: false, trouble: { kind: 'problem', status: 403 } });
    const none = await paneAt(desk, { token }).record(7);
    expect(none).toMatchObject({ ok: false, trouble: { kind: 'problem', status: 404 } });
    if (none.ok) throw new Error('there is no draw');
    expect([none.trouble.words.zh, none.trouble.words.en].map((each) => each.length > 4)).toEqual([true, true]);
    expect(await paneAt(desk, { token: 'f'.repeat(64) }).record(7)).toMatchObject({ trouble: { kind: 'signed-out' } });
  });

  it.each([
    ['the network is down', async () => Promise.reject(new TypeError('fetch failed')), '连接不上'],
    ['no answer comes in time', async () => Promise.reject(new DOMException('late', 'TimeoutError')), '连接不上'],
    ['the answer breaks off', async () => Promise.resolve(new Response('{"draws":[')), '不是会务台的答复'],
    ['a gateway answers', answering(502, '<html>Bad gateway</html>'), '不是会务台的答复'],
    ['a hotel wants a login', answering(200, '<html>login</html>'), '不是会务台的答复'],
  ] as const)('where %s, it knows that nobody knows', async (_, fetch, said) => {
    const done = await paneAt(await freshDesk([]), { fetch }).draws();
    expect(done).toMatchObject({ ok: false, trouble: { kind: 'offline', status: 0 } });
    if (!done.ok) expect(done.trouble.words.zh).toContain(said);
  });

  it('does not trust an answer of another shape', async () => {
    const fetch = answering(200, '{"draws":[{"no":"three"}]}');
    expect(await paneAt(await freshDesk([]), { fetch }).draws()).toMatchObject({
      ok: false,
      trouble: { kind: 'problem', words: { en: expect.stringContaining('another version') } },
    });
  });

  it('waits where it is asked to, a few times, and then says so', async () => {
    const desk = await freshDesk([liaison]);
    paused.length = 0;
    const busy = { type: '', title: '', status: 503, detail: '', words: { zh: '繁忙。', en: 'Busy.' } };
    const fetch = answering(503, JSON.stringify(busy), { 'retry-after': '2' });
    expect(await paneAt(desk, { fetch }).draws()).toMatchObject({ trouble: { status: 503, words: busy.words } });
    expect(paused).toEqual([2000, 2000, 2000]);
    paused.length = 0;
    const later = answering(429, JSON.stringify({ ...busy, status: 429 }), { 'retry-after': '3600' });
    expect(await paneAt(desk, { fetch: later }).draws()).toMatchObject({ trouble: { status: 429 } });
    expect(paused).toEqual([]);
  });
});
