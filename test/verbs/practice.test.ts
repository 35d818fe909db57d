/** Practice and earnest never share a database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDesk } from '../../bot/desk/desk.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { facts, people, value } from '../desk.ts';

function fresh(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-practice-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'desk.db')}`;
}

it('演练库的第一条台账就写明是演练；正式办理不打开演练库', async () => {
  const database = fresh();
  const desk = await openDesk({ database, practice: true });
  expect((await facts(desk)).map(({ kind }) => kind)).toEqual(['practice']);
  desk.close();
  await expect(openDesk({ database })).rejects.toMatchObject({ words: { zh: expect.stringContaining('演练库') } });
  const again = await openDesk({ database, practice: true });
  again.close();
});

it('正式库不能拿来演练', async () => {
  const database = fresh();
  const desk = await openDesk({ database });
  value(await enrol(desk, people.office, people.office));
  desk.close();
  await expect(openDesk({ database, practice: true })).rejects.toMatchObject({
    words: { zh: expect.stringContaining('不是演练库') },
  });
});
