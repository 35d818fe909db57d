/** Signing in to the pane: one code, one token, and everything after which it is worth nothing. */
import { describe, expect, it } from 'vitest';
import { shownCode } from '../../../bot/verbs/chat/code.ts';
import { paneCode } from '../../../bot/verbs/chat/excel.ts';
import { linkForPerson } from '../../../bot/verbs/chat/link-chat.ts';
import { signIn, signInCode } from '../../../bot/verbs/chat/sign-in.ts';
import { unlinkChat } from '../../../bot/verbs/chat/unlink-chat.ts';
import { dismiss } from '../../../bot/verbs/people/dismiss.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { freshDesk, people, value } from '../../desk.ts';
import { signedIn, workbookAt } from './workbook.ts';

const { liaison, office, head } = people;
const account = { platform: 'slack', user: 'U1' };

describe('a code for the pane', () => {
  it('typed as people type it, gives a token and says who it belongs to', async () => {
    const desk = await freshDesk([liaison]);
    const { code } = await paneCode(desk, liaison);
    const told = await workbookAt(desk).post('/api/sign-in', { code: ` ${shownCode(code).toLowerCase()}　` });
    expect(told).toMatchObject({
      status: 200,
      body: {
        token: expect.stringMatching(/^[0-9a-f]{64}$/),
        until: '2025-04-01T09:00:00.000Z',
        who: { person: 'l1', name: '黄清', department: 'scjg', roles: ['liaison'], practice: false },
      },
    });
    expect(told.headers.get('set-cookie')).toBeNull();
    expect(told.headers.get('cache-control')).toBe('no-store');
  });

  it('is good for once and ten minutes, and one that was got later makes it void: all are told the same', async () => {
    const desk = await freshDesk([liaison]);
    const void1 = (await paneCode(desk, liaison)).code;
    const used = (await paneCode(desk, liaison)).code;
    const book = workbookAt(desk);
    expect((await book.post('/api/sign-in', { code: used })).status).toBe(200);
    const old = (await paneCode(desk, liaison)).code;
    desk.setNow('2025-04-01T01:10:00.000Z');
    const told = [];
    for (const code of [void1, used, old, 'ABCDABCDABCDABCD', 'x', ''])
      told.push(await book.post('/api/sign-in', { code }));
    expect(told.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect(new Set(told.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(JSON.stringify(told[0]?.body)).toContain('/mingchou 填报');
  });

  it('used by two at once signs in one of them', async () => {
    const desk = await freshDesk([liaison]);
    const { code } = await paneCode(desk, liaison);
    const told = await Promise.all([1, 2, 3].map(() => workbookAt(desk).post('/api/sign-in', { code })));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
  });

  it('of the pages signs nobody in here, nor the other way round', async () => {
    const desk = await freshDesk([liaison]);
    expect((await signIn(desk, (await paneCode(desk, liaison)).code)).ok).toBe(false);
    const code = await signInCode(desk, liaison);
    expect((await workbookAt(desk).post('/api/sign-in', { code })).status).toBe(403);
    const { session } = value(await signIn(desk, code));
    expect((await workbookAt(desk, session).get('/api/draws')).status).toBe(401);
  });

  it('may be tried sixty times an hour from one address, and from another one still', async () => {
    const desk = await freshDesk([liaison]);
    const book = workbookAt(desk);
    const from = (address: string) => book.post('/api/sign-in', { code: 'wrong' }, { 'cf-connecting-ip': address });
    for (let tries = 0; tries < 60; tries += 1) expect((await from('192.0.2.7')).status).toBe(403);
    const { code } = await paneCode(desk, liaison);
    const refused = await book.post('/api/sign-in', { code }, { 'cf-connecting-ip': '192.0.2.7' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
    expect((await book.post('/api/sign-in', { code }, { 'cf-connecting-ip': '192.0.2.8' })).status).toBe(200);
  });

  it('whoever has a whole network of addresses has one', async () => {
    const desk = await freshDesk([]);
    const book = workbookAt(desk);
    const told = [];
    for (let tries = 0; tries < 61; tries += 1)
      told.push(await book.post('/api/sign-in', { code: 'wrong' }, { 'cf-connecting-ip': `2001:db8:1:2::${tries}` }));
    expect(told.at(-1)?.status).toBe(429);
  });
});

describe('a token', () => {
  it('is worth nothing after eight hours', async () => {
    const desk = await freshDesk([liaison]);
    const book = await signedIn(desk, liaison);
    desk.setNow('2025-04-01T08:59:59.000Z');
    expect((await book.get('/api/draws')).status).toBe(200);
    desk.setNow('2025-04-01T09:00:00.000Z');
    const told = await book.get('/api/draws');
    expect([told.status, told.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="mingchou"']);
    expect(JSON.stringify(told.body)).toContain('请重新登录');
  });

  it('is worth nothing after signing out, also for whoever copied it', async () => {
    const desk = await freshDesk([liaison]);
    const book = await signedIn(desk, liaison);
    expect((await book.post('/api/sign-out', {})).body).toEqual({});
    expect((await workbookAt(desk, book.token).get('/api/draws')).status).toBe(401);
  });

  it('is worth nothing once the department or the roles have changed, also when they are changed back', async () => {
    const desk = await freshDesk([liaison, head]);
    const book = await signedIn(desk, liaison);
    value(await enrol(desk, office, { ...liaison, department: 'wjw' }));
    const moved = await book.get('/api/draws');
    expect([moved.status, JSON.stringify(moved.body).includes('所在单位或身份')]).toEqual([401, true]);
    value(await enrol(desk, office, liaison));
    expect((await book.get('/api/draws')).status).toBe(401);

    const other = await signedIn(desk, head);
    value(await enrol(desk, office, { ...head, roles: ['head', 'liaison'] }));
    expect((await other.get('/api/draws')).status).toBe(401);
  });

  it('stays good where only the name was corrected', async () => {
    const desk = await freshDesk([liaison]);
    const book = await signedIn(desk, liaison);
    value(await enrol(desk, office, { ...liaison, name: '黄清（更名）' }));
    expect((await book.get('/api/draws')).status).toBe(200);
  });

  it('of somebody dismissed, or whose account was unlinked or taken by another, is worth nothing', async () => {
    const desk = await freshDesk([liaison, head]);
    value(await linkForPerson(desk, office, account, liaison.person));
    const unlinked = await signedIn(desk, liaison);
    const { code } = await paneCode(desk, liaison);
    value(await unlinkChat(desk, liaison, account));
    expect((await unlinked.get('/api/draws')).status).toBe(401);
    expect((await workbookAt(desk).post('/api/sign-in', { code })).status).toBe(403);

    const dismissed = await signedIn(desk, head);
    value(await dismiss(desk, office, head.person));
    expect((await dismissed.get('/api/draws')).status).toBe(401);
    value(await enrol(desk, office, head));
    expect((await dismissed.get('/api/draws')).status).toBe(401);
  });

  it('that is missing, cut, invented or endless is nobody’s', async () => {
    const desk = await freshDesk([liaison]);
    const { token } = await signedIn(desk, liaison);
    const shown = ['', `Basic ${token}`, 'Bearer', `Bearer ${token.slice(1)}`, `Bearer ${'0'.repeat(64)}`];
    for (const authorization of [...shown, `Bearer ${'f'.repeat(9000)}`, "Bearer ' or 1=1", token]) {
      expect([authorization, (await workbookAt(desk).get('/api/draws', { authorization })).status]).toEqual([
        authorization,
        401,
      ]);
    }
  });

  it('counts only where it is shown: a cookie opens nothing here', async () => {
    const desk = await freshDesk([liaison]);
    const { token } = await signedIn(desk, liaison);
    expect((await workbookAt(desk).get('/api/draws', { cookie: `mingchou=${token}` })).status).toBe(401);
  });

  it('is kept nowhere: the database holds digests only', async () => {
    const desk = await freshDesk([liaison]);
    const { token } = await signedIn(desk, liaison);
    const { code } = await paneCode(desk, liaison);
    const kept = JSON.stringify(await desk.db.read({ sql: 'select * from chat_code', args: [] }), (_, each) =>
      typeof each === 'bigint' ? String(each) : each,
    );
    expect([kept.includes(token), kept.includes(code), kept.includes('excel-session')]).toEqual([false, false, true]);
  });
});
