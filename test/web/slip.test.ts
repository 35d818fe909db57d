import { describe, expect, it } from 'vitest';
import { secretHeld } from '../../bot/verbs/draw/seal.ts';
import { slipsOf } from '../../bot/verbs/draw/slips.ts';
import { ceremonyUntil, frozenAt, hands, plannedDesk } from '../drawn-desk.ts';
import { browserAt, signedInAs } from './site.ts';

describe('the page of the 密封条', () => {
  it('prints by its button alone; the slip is a paper of its own that nobody keeps', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    const secret = await secretHeld(desk, ceremony, '0');
    const nonce = secret?.nonce ?? 'none';
    const office = await signedInAs(desk, hands.drafter);
    const looked = await office.get(`/slip/${ceremony}`);
    expect(looked.status).toBe(200);
    expect(looked.text).toMatch(/<option value="w2" selected>纪检监察监督员/);
    expect(looked.text).not.toContain(nonce.slice(0, 8));
    expect((await office.get(`/slip/${ceremony}/paper`)).status).toBe(404);
    expect(await slipsOf(desk.db, ceremony)).toEqual([]);

    const printed = await office.post(`/slip/${ceremony}/paper`, { supervisor: 'w2' });
    expect(printed.status).toBe(200);
    expect(printed.text.replaceAll(' ', '')).toContain(nonce);
    expect(printed.text).toContain('纪检监察监督员');
    expect(printed.headers.get('cache-control')).toBe('no-store');
    expect(printed.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'unsafe-inline'");

    // Loaded again, it is not shown again.
    const reloaded = await office.post(`/slip/${ceremony}/paper`, { supervisor: 'w2' });
    expect(reloaded.status).toBe(422);
    expect(reloaded.text.replaceAll(' ', '')).not.toContain(nonce);
    expect(reloaded.text).toContain('再打印须写明理由');
    expect(reloaded.headers.get('content-security-policy')).toContain("style-src 'self'");
    const second = await office.post(`/slip/${ceremony}/paper`, { supervisor: 's1', reason: '<b>卡纸</b>' });
    expect([second.status, second.text.includes('第2份')]).toEqual([200, true]);
    const after = await office.get(`/slip/${ceremony}`);
    expect(after.text).toContain('&lt;b&gt;卡纸&lt;/b&gt;');
    expect(after.text.replaceAll(' ', '')).not.toContain(nonce);
  });

  it('is for whoever holds the draw, signed in, by a form of our own', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    const stranger = browserAt(desk);
    expect((await stranger.get(`/slip/${ceremony}`)).status).toBe(401);
    expect((await stranger.post(`/slip/${ceremony}/paper`, { supervisor: 'w2' })).status).toBe(401);
    for (const actor of [hands.liaison, hands.discipline, hands.supervisor]) {
      const browser = await signedInAs(desk, actor);
      expect((await browser.get(`/slip/${ceremony}`)).status).toBe(403);
      expect((await browser.post(`/slip/${ceremony}/paper`, { supervisor: 'w2' })).status).toBe(403);
    }
    const office = await signedInAs(desk, hands.drafter);
    const foreign = await office.post(`/slip/${ceremony}/paper`, { supervisor: 'w2' }, { origin: 'http://x.invalid' });
    expect(foreign.status).toBe(403);
    expect((await office.get('/slip/9')).status).toBe(404);
    expect(await slipsOf(desk.db, ceremony)).toEqual([]);
  });

  it('says that nothing is left to keep once the desk has opened', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const office = await signedInAs(desk, hands.drafter);
    expect((await office.get(`/slip/${ceremony}`)).text).toContain('不再需要密封条');
    expect((await office.post(`/slip/${ceremony}/paper`, { supervisor: 'w2' })).text).toContain('不再需要密封条');
  });
});
