/** Bodies and addresses that no browser sends: each is answered as what it is, and nothing breaks. */
import { describe, expect, it } from 'vitest';
import { signIn, signInCode } from '../../bot/verbs/chat/sign-in.ts';
import { createApp } from '../../bot/web/app.ts';
import { freshDesk, people, value } from '../desk.ts';

const site = 'https://mingchou.invalid';

describe('the pages', () => {
  it.each([
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json',
    'application/x-www-form-urlencoded',
    'x',
  ])('a body that calls itself %s and is none is a form with nothing in it', async (type) => {
    const desk = await freshDesk();
    const app = createApp({ ...desk, site });
    const { session } = value(await signIn(desk, await signInCode(desk, people.witness)));
    const cookie = `mingchou=${session}`;
    for (const path of ['/in/AAAA', '/witness/1/cosign', '/witness/1/seal', '/witness/1/open']) {
      for (const headers of [
        { origin: site, 'content-type': type },
        { origin: site, 'content-type': type, cookie },
      ]) {
        const { status } = await app.request(`${site}${path}`, { method: 'POST', headers, body: 'garbage' });
        expect([path, status < 500]).toEqual([path, true]);
      }
    }
  });

  it('a link that would lead elsewhere leads to the first page', async () => {
    const desk = await freshDesk();
    const app = createApp({ ...desk, site });
    for (const to of [
      '//evil.invalid',
      'https://evil.invalid',
      '/\\evil.invalid',
      '/a/../../b',
      'javascript:alert(1)',
      '/%2f%2fevil.invalid',
    ]) {
      const code = await signInCode(desk, people.witness);
      const answer = await app.request(`${site}/in/${code}`, {
        method: 'POST',
        headers: { origin: site, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ to }).toString(),
      });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mine']);
    }
  });
});
