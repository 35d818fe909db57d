/** 演练群的内容存在演练库里，重新启动以后都还在。 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDesk } from '../../bot/desk/desk.ts';
import { write } from '../../bot/practice/workspace/acts/talk.ts';
import { openWorkspace } from '../../bot/practice/workspace/workspace.ts';
import { value } from '../desk.ts';

it('关了再开，人、频道、消息、改动都在，时间戳接着往后', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-workspace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const database = `file:${join(folder, 'practice.db')}`;
  const now = () => '2025-06-23T01:00:00.000Z';

  const first = await openDesk({ database, practice: true, now });
  const before = await openWorkspace({ db: first.db, now });
  await before.addMember({ id: 'U0YJGL', realName: '县应急管理局联络员' });
  await before.addChannel({ id: 'C0YJGL', name: '县应急管理局', members: ['U0YJGL'] });
  const said = value(await write(before.ground, 'U0YJGL', { channel: 'C0YJGL', text: '我局无意见' }));
  first.close();

  const second = await openDesk({ database, practice: true, now });
  onTestFinished(() => second.close());
  const after = await openWorkspace({ db: second.db, now });
  expect(after.ground.world).toEqual(before.ground.world);
  const next = value(await write(after.ground, 'U0YJGL', { channel: 'C0YJGL', text: '补充一点' }));
  expect(Number(next.ts)).toBeGreaterThan(Number(said.ts));
  expect(after.app.token).toBe(before.app.token);
});
