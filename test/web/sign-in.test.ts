import { describe, expect, it } from 'vitest';
import { signInCode } from '../../bot/verbs/chat/sign-in.ts';
import { dismiss } from '../../bot/verbs/people/dismiss.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { createApp } from '../../bot/web/app.ts';
import { webLink } from '../../bot/web/link.ts';
import { freshDesk, people, value } from '../desk.ts';
import { browserAt, signedInAs, site } from './site.ts';

const { liaison, office } = people;
const crooked = { ...liaison, person: 'x1', name: '<script>alert(1)</script>' };

describe('the private link', () => {
  it('leads to a page with one button; looking at it, as chats do, spends nothing', async () => {
    const desk = await freshDesk([liaison]);
    const link = await webLink({ ...desk, site }, liaison, '/lists/3');
    expect(link).toMatch(/^http:\/\/mingchou\.invalid\/in\/[0-9A-Z]{16}\?to=\/lists\/3$/);
    const path = link.slice(site.length);
    const browser = browserAt(desk);
    for (const _ of [1, 2, 3]) {
      const seen = await browser.get(path);
      expect([seen.status, seen.headers.get('set-cookie')]).toEqual([200, null]);
      expect(seen.text).toContain('您将以“黄清（l1）”的身份登录');
    }
    const done = await browser.post(path.split('?')[0] ?? '', { to: '/lists/3' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/lists/3']);
    expect(done.headers.getSetCookie()[0]).toMatch(
      /^mingchou=[0-9a-f]{64}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await browser.get('/')).text).toContain('黄清');
  });

  it('by https the cookie travels by https only', async () => {
    const desk = await freshDesk([liaison]);
    const app = createApp({ ...desk, site: 'https://mingchou.invalid' });
    const answer = await app.request(`http://10.0.0.5/in/${await signInCode(desk, liaison)}`, {
      method: 'POST',
      headers: { origin: 'https://mingchou.invalid', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, answer.headers.get('set-cookie')?.includes('Secure')]).toEqual([303, true]);
  });

  it('a second use, an old link and an invented one say the same, and no cookie is set', async () => {
    const desk = await freshDesk([liaison]);
    const used = await signInCode(desk, liaison);
    await browserAt(desk).post(`/in/${used}`);
    const old = await signInCode(desk, liaison);
    desk.setNow('2025-04-01T01:10:00.000Z');
    const answers = await Promise.all(
      [used, old, 'ABCDABCDABCDABCD', '..%2f..', 'x'.repeat(3000)].map(async (code) =>
        browserAt(desk).post(`/in/${code}`),
      ),
    );
    for (const { status, text, headers } of answers) {
      expect([status, headers.get('set-cookie')]).toEqual([403, null]);
      expect(text).toContain('登录链接无效、已用过或已过期');
    }
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it.each(['https://evil.invalid/', '//evil.invalid', '/\\evil.invalid', '/../x', 'javascript:alert(1)', '/a?b=c'])(
    'leads only to our own pages: not to %s',
    async (to) => {
      const desk = await freshDesk([liaison]);
      expect(await webLink({ ...desk, site }, liaison, to)).not.toContain('to=');
      const done = await browserAt(desk).post(`/in/${await signInCode(desk, liaison)}`, { to });
      expect(done.headers.get('location')).toBe('/mine');
    },
  );

  it('leads to where somebody wanted to go who had to sign in first', async () => {
    const desk = await freshDesk([liaison]);
    const browser = browserAt(desk);
    const asked = await browser.get('/lists/7');
    expect([asked.status, asked.text.includes('/mingchou 登录')]).toEqual([401, true]);
    expect(asked.headers.get('cache-control')).toBe('no-store');
    expect(asked.headers.get('set-cookie')).toMatch(/^mingchou-to=%2Flists%2F7; .*HttpOnly; SameSite=Lax$/);
    const link = `/in/${await signInCode(desk, liaison)}`;
    expect((await browser.get(link)).text).toContain('value="/lists/7"');
    expect((await browser.post(link)).headers.get('location')).toBe('/lists/7');
    const crooked = browserAt(desk);
    crooked.setCookie('mingchou-to=%2F%2Fevil.invalid');
    expect((await crooked.post(`/in/${await signInCode(desk, liaison)}`)).headers.get('location')).toBe('/mine');
  });

  it('a button pressed twice signs in once and is no error', async () => {
    const desk = await freshDesk([liaison]);
    const browser = browserAt(desk);
    const code = await signInCode(desk, liaison);
    await browser.post(`/in/${code}`, { to: '/verify' });
    const again = await browser.post(`/in/${code}`, { to: '/verify' });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/verify']);
  });
});

describe('one’s own page', () => {
  it('is where signing in leads, and links what the person may do; nobody else sees it', async () => {
    const desk = await freshDesk([office, liaison, people.inspector]);
    const browser = await signedInAs(desk, office);
    const own = await browser.get('/mine');
    expect(own.status).toBe(200);
    for (const path of ['/papers', '/voices']) expect(own.text).toContain(`href="${path}"`);
    expect((await browser.get('/')).text).toContain('href="/mine"');
    const other = await (await signedInAs(desk, people.inspector)).get('/mine');
    expect(other.text).not.toContain('href="/voices"');
    expect((await browserAt(desk).get('/mine')).status).toBe(401);
    expect((await browserAt(desk).get('/')).text).not.toContain('/mine');
  });

  it('a page that is not open to somebody says so, and shows the way back', async () => {
    const desk = await freshDesk([people.inspector]);
    const refused = await (await signedInAs(desk, people.inspector)).get('/voices');
    expect([refused.status, refused.text.includes('<title>不能查看')]).toEqual([403, true]);
    for (const path of ['/', '/mine']) expect(refused.text).toContain(`<a href="${path}">`);
    expect((await browserAt(desk).get('/nowhere')).text).toContain('<title>没有找到');
  });
});

describe('forms', () => {
  it.each([{ origin: 'https://evil.invalid' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, {}])(
    'from elsewhere (%o) are not carried out',
    async (from) => {
      const desk = await freshDesk([liaison]);
      const code = await signInCode(desk, liaison);
      const answer = await browserAt(desk).post(`/in/${code}`, {}, from);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('不是从明抽的页面发出的');
      expect((await browserAt(desk).post(`/in/${code}`, {}, { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    },
  );

  it('that are far too long are refused before they are read', async () => {
    const desk = await freshDesk([liaison]);
    const answer = await browserAt(desk).post(`/in/${await signInCode(desk, liaison)}`, { to: 'x'.repeat(30_000) });
    expect(answer.status).toBe(413);
  });
});

describe('a session', () => {
  it('that is forged, cut or of somebody dismissed is nobody’s', async () => {
    const desk = await freshDesk([liaison]);
    const browser = await signedInAs(desk, liaison);
    const good = browser.cookie();
    const isIn = async (cookie: string) => {
      browser.setCookie(cookie);
      return (await browser.get('/')).text.includes('黄清');
    };
    expect(await isIn(good)).toBe(true);
    const last = good.at(-1) === '0' ? '1' : '0';
    for (const forged of [
      `${good.slice(0, -1)}${last}`,
      good.slice(0, -1),
      'mingchou=',
      `mingchou=${'0'.repeat(64)}`,
      `mingchou=%00'--`,
    ]) {
      expect([forged, await isIn(forged)]).toEqual([forged, false]);
    }
    value(await dismiss(desk, office, 'l1'));
    expect(await isIn(good)).toBe(false);
    value(await enrol(desk, office, liaison));
    expect(await isIn(good)).toBe(false);
  });

  it('ends by signing out, also for whoever copied its cookie', async () => {
    const desk = await freshDesk([liaison]);
    const browser = await signedInAs(desk, liaison);
    const copied = browser.cookie();
    expect((await browser.post('/out')).status).toBe(303);
    const other = browserAt(desk);
    other.setCookie(copied);
    expect((await other.get('/')).text).not.toContain('黄清');
  });
});

describe('every page', () => {
  it('lets no script run but our own, is in no frame, and keeps what a person is called harmless', async () => {
    const desk = await freshDesk([crooked]);
    const browser = await signedInAs(desk, crooked);
    const seen = await browser.get('/');
    expect(seen.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(seen.text).not.toContain('<script>alert');
    const policy = seen.headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(seen.headers.get('cache-control')).toBe('no-store');
    expect(seen.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(seen.text).not.toMatch(/ on[a-z]+=|style=/);
  });

  it('that is not there says so: in words to people, as a problem to programs', async () => {
    const browser = browserAt(await freshDesk([]));
    const page = await browser.get('/nowhere');
    expect([page.status, page.text.includes('没有这个页面')]).toEqual([404, true]);
    const problem = await browser.get('/nowhere', 'application/json');
    expect(problem.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(problem.text)).toMatchObject({ status: 404, title: '没有这个页面。' });
  });
});
