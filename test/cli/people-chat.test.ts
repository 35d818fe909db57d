/** How the first person of a fresh installation comes into the chat: from the desk's own machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDesk } from '../../bot/desk/desk.ts';
import { beginPane } from '../../bot/verbs/chat/excel.ts';
import { linkChat } from '../../bot/verbs/chat/link-chat.ts';
import { actorOfChat } from '../../bot/verbs/chat/who.ts';
import { channelOf } from '../../db/chat.ts';
import { value } from '../desk.ts';
import { runProgram } from './program.ts';

it('the first person enrols herself, issues her own code and links by it; then she names the office’s channel', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-first-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const mingchou = (...args: readonly string[]) => runProgram(folder, args, { MINGCHOU_AS: 'o1' });
  expect(await mingchou('people', 'add', 'o1', '陈立文', '-r', 'office', '-d', 'office')).toMatchObject({ exit: 0 });
  const invited = await mingchou('people', 'invite', 'o1');
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(invited.out)?.[0] ?? '';
  expect(invited.out).toContain(`/mingchou 绑定 ${code}`);
  expect(await mingchou('people', 'channel', 'office', 'C0OFFICE')).toMatchObject({ exit: 0 });
  const taken = await mingchou('people', 'channel', '气象局', 'C0X');
  expect([taken.exit, taken.err]).toEqual([1, expect.stringContaining('“气象局”既不是联席办')]);

  const filling = await mingchou('people', 'code');
  const paneCode = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(filling.out)?.[0] ?? '';

  const desk = await openDesk({ database: `file:${join(folder, 'mingchou.db')}` });
  onTestFinished(() => desk.close());
  const account = { platform: 'slack', user: 'U0CHEN' };
  value(await linkChat(desk, account, code));
  expect(await actorOfChat(desk, account)).toMatchObject({ person: 'o1', roles: ['office'] });
  // In a network without a chat the desk hands out the code for the pane.
  expect(value(await beginPane(desk, '10.0.0.1', paneCode)).actor.person).toBe('o1');
  expect(await channelOf(desk.db, 'slack', 'office')).toBe('C0OFFICE');
}, 60_000);

it('where there is no chat an invitation is not issued: the code for filling in is named in its place, and it signs in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-no-chat-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const mingchou = (...args: readonly string[]) => runProgram(folder, args, { MINGCHOU_CHAT: 'none' });
  expect(await mingchou('people', 'add', 'o1', '陈立文', '-r', 'office', '-d', 'office')).toMatchObject({ exit: 0 });
  const invited = await mingchou('--as', 'o1', 'people', 'invite', 'o1');
  expect(invited).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('没有聊天群（MINGCHOU_CHAT=none）') });
  const english = await mingchou('--as', 'o1', 'people', 'invite', 'o1', '--lang', 'en');
  expect(english.err).toContain('There is no chat');
  const said = /npx mingchou (--as o1 people code)/.exec(invited.err)?.[1] ?? '';
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec((await mingchou(...said.split(' '))).out)?.[0] ?? '';
  const desk = await openDesk({ database: `file:${join(folder, 'mingchou.db')}` });
  onTestFinished(() => desk.close());
  expect(value(await beginPane(desk, '10.0.0.1', code)).actor.person).toBe('o1');
}, 60_000);
