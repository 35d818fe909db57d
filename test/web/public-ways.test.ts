import { expect, it } from 'vitest';
import { createApp } from '../../bot/web/app.ts';
import { freshDesk } from '../desk.ts';

it('a server that only shows what was published leads nowhere that it does not serve: no figures, no feedback', async () => {
  const desk = await freshDesk();
  const { db, now, office } = desk;
  const site = 'https://m.invalid';
  const whole = createApp({ ...desk, site });
  const shows = createApp({ db, now, office, site });
  for (const path of ['/figures', '/voice']) {
    expect(await (await whole.request('/')).text()).toContain(`href="${path}"`);
    expect(await (await shows.request('/')).text()).not.toContain(`href="${path}"`);
    const gone = await shows.request(path, { headers: { accept: 'text/html' } });
    expect(gone.status).toBe(404);
    expect(await gone.text()).not.toContain(`href="${path}"`);
  }
});
