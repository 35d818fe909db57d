/** The practice page: whatever is put into it, it goes on for everybody. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { page } from '../../bot/practice/workspace/page.ts';
import { serveWorkspace } from '../../bot/practice/workspace/serve.ts';
import { openWorkspace } from '../../bot/practice/workspace/workspace.ts';

async function opened() {
  const workspace = await openWorkspace();
  const bundle = { html: '<!doctype html>', js: '', css: '' };
  const own = page({ workspace, bundle, commands: [], time: null, tour: null });
  const { origin, close } = await serveWorkspace(workspace, 0, own);
  onTestFinished(close);
  workspace.outgoing.connect(() => new Response(null));
  await workspace.addMember({ id: 'U1', realName: '联席办' });
  await workspace.addChannel({ id: 'C1', name: '联席办', members: ['U1'] });
  const act = (what: object) =>
    fetch(`${origin}/page/do/act`, {
      method: 'POST',
      headers: { 'x-practice': '1' },
      body: JSON.stringify({ as: 'U1', act: { channel: 'C1', ...what } }),
    });
  return { origin, workspace, act, state: () => fetch(`${origin}/page/state?as=U1&channel=C1`) };
}

describe('the practice page', () => {
  it.each([
    '\ud800.xlsx',
    '../../etc/passwd',
    'a\r\nset-cookie: x=1',
    '<img src=x>.png',
    `${'😀'.repeat(200)}.xlsx`,
    '__proto__',
  ])('a file called %j is shown and taken away as a file', async (name) => {
    const { origin, workspace, act, state } = await opened();
    expect((await act({ kind: 'write', text: '', files: [{ name, base64: 'AAAA' }] })).status).toBe(200);
    expect((await state()).status).toBe(200);
    const [id] = workspace.ground.world.files.keys();
    const file = await fetch(`${origin}/page/files/${id}?as=U1`);
    expect([file.status, file.headers.get('set-cookie'), file.headers.get('x-content-type-options')]).toEqual([
      200,
      null,
      'nosniff',
    ]);
  });

  it('half a sign, nothing at all or a tree of nonsense breaks nothing', async () => {
    const { act, state } = await opened();
    const nonsense = [
      { kind: 'write', text: '\ud800<script>alert(1)</script>' },
      { kind: '__proto__' },
      {
        kind: 'press',
        where: { kind: 'post', channel: 'C1', ts: '1' },
        action: JSON.parse('['.repeat(2000) + ']'.repeat(2000)),
      },
      { kind: 'submit', form: 'constructor', values: { __proto__: 1 } },
      { kind: 'command', name: '/nothing', text: 'x'.repeat(100_000) },
      { kind: 'file', files: [{ name: 1, base64: {} }] },
    ];
    for (const each of nonsense) expect((await act(each)).status).toBe(200);
    expect((await state()).status).toBe(200);
  });
});
