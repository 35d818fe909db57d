/** The database fails before it is known whether the office is still here: each asker is told in the shape that he reads. */
import { expect, it, onTestFinished, vi } from 'vitest';
import { createApp } from '../../bot/web/app.ts';
import { problem } from '../../core/api/shapes.ts';
import { parseWire } from '../../core/wire.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import { freshDesk } from '../desk.ts';

it('the pane reads in its own shape that nothing was recorded, and a browser gets a page', async () => {
  const desk = await freshDesk([]);
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const read = () => Promise.reject(new DatabaseTrouble('NETWORK', 'a statement of theirs'));
  const pages = createApp({ ...desk, db: { ...desk.db, read } });

  const sent = await pages.request('/api/sign-in', { method: 'POST', body: '{}' });
  const told = parseWire(problem, await sent.json());
  expect([sent.status, sent.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
  expect(told.ok && told.value.words.zh).toContain('没有记录');

  const asked = parseWire(problem, await (await pages.request('/api/me')).json());
  expect(asked.ok && asked.value.words.zh).toContain('暂时不能查看');

  const page = await pages.request('/draws', { headers: { accept: 'text/html' } });
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('暂时不能查看')]);
  expect(JSON.stringify(logged.mock.calls)).not.toContain('of theirs');
});
