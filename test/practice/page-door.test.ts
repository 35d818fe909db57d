/** 网页一侧的门：各人只看得到自己的，别的网站代不了任何人做事，演练时间只往后走。 */
import { expect, it, onTestFinished } from 'vitest';
import { practiceClock } from '../../bot/practice/clock.ts';
import { drive } from '../../bot/practice/workspace/driver.ts';
import { page } from '../../bot/practice/workspace/page.ts';
import type { PageState } from '../../bot/practice/workspace/page-shape.ts';
import { serveWorkspace } from '../../bot/practice/workspace/serve.ts';
import { openWorkspace } from '../../bot/practice/workspace/workspace.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';

async function opened() {
  const clock = practiceClock('2025-09-30T16:00');
  const workspace = await openWorkspace({ now: clock.now });
  let moved = 0;
  const time = {
    clock,
    calendar: chineseCalendar(),
    moved: async () => {
      moved += 1;
    },
  };
  const bundle = { html: '<!doctype html>', js: '', css: '' };
  const { origin, close } = await serveWorkspace(
    workspace,
    0,
    page({ workspace, bundle, commands: [], time, tour: null }),
  );
  onTestFinished(close);
  workspace.outgoing.connect(() => new Response(null));
  await workspace.addMember({ id: 'U0OFFICE', realName: '联席办综合组' });
  await workspace.addMember({ id: 'U0YJGL', realName: '县应急管理局联络员' });
  await workspace.addChannel({ id: 'C0OFFICE', name: '联席办', members: ['U0OFFICE'] });
  await workspace.addChannel({ id: 'C0YJGL', name: '县应急管理局', members: ['U0YJGL'] });
  const state = async (as: string, channel = ''): Promise<PageState> =>
    (await (await fetch(`${origin}/page/state?as=${as}&channel=${channel}`)).json()) as PageState;
  const post = (path: string, body: object | string, headers: Record<string, string> = { 'x-practice': '1' }) =>
    fetch(`${origin}/page/do/${path}`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { origin, ...drive(workspace), state, post, moved: () => moved };
}

it('不在频道里的人，频道和里面的话都看不到，也不能往里写', async () => {
  const { user, state, post } = await opened();
  await user('县应急管理局联络员').write('内部意见');
  expect((await state('U0YJGL', 'C0YJGL')).posts.map(({ text }) => text)).toEqual(['内部意见']);
  const other = await state('U0OFFICE', 'C0YJGL');
  expect(other.posts).toEqual([]);
  expect(other.channels.map(({ name }) => name)).toEqual(['联席办']);
  const act = { kind: 'write', channel: 'C0YJGL', text: '冒名' };
  expect(await (await post('act', { as: 'U0OFFICE', act })).json()).toEqual({ problem: 'not-member' });
});

it('文件只有看得到那条消息的人能取，取下来不当网页打开', async () => {
  const { origin, workspace, post } = await opened();
  const files = [{ name: '名单.html', base64: Buffer.from('<script>').toString('base64') }];
  await post('act', { as: 'U0YJGL', act: { kind: 'write', channel: 'C0YJGL', text: '', files } });
  const [id] = workspace.ground.world.files.keys();
  const mine = await fetch(`${origin}/page/files/${id}?as=U0YJGL`);
  expect(mine.headers.get('content-disposition')).toContain('attachment');
  expect(mine.headers.get('content-type')).toBe('application/octet-stream');
  expect((await fetch(`${origin}/page/files/${id}?as=U0OFFICE`)).status).toBe(404);
});

it('没有本页的标记、从别的网站来的，都不办', async () => {
  const { post, workspace } = await opened();
  const body = { as: 'U0YJGL', act: { kind: 'write', channel: 'C0YJGL', text: '冒名' } };
  expect((await post('act', body, {})).status).toBe(403);
  expect((await post('act', body, { 'x-practice': '1', origin: 'https://evil.invalid' })).status).toBe(403);
  expect(workspace.ground.world.posts.size).toBe(0);
});

it('说不通的请求有答复，不出错', async () => {
  const { post, state } = await opened();
  for (const body of [
    '',
    '{',
    '[]',
    '{"as":5}',
    '{"as":"U0YJGL","act":{"kind":"press","where":{"kind":"form","id":7}}}',
  ]) {
    const answer = await post('act', body);
    expect(answer.status).toBeLessThan(500);
  }
  expect(await state('U0NOBODY')).toMatchObject({ problem: 'no-member' });
});

it('“下一个工作日”跳过国庆放假；往回走不动', async () => {
  const { post, moved } = await opened();
  const next = (await (await post('clock', { to: 'next-working-day' })).json()) as { now: string };
  expect(next.now.slice(0, 16)).toBe('2025-10-09T01:00');
  const back = (await (await post('clock', { to: '2025-01-01T09:00' })).json()) as { now: string };
  expect(back.now.slice(0, 10)).toBe('2025-10-09');
  expect(await (await post('clock', { to: '2025-13-45' })).json()).toEqual({ problem: 'not-a-date' });
  expect(moved()).toBe(2);
});
