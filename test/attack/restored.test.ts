import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freeze } from '../../bot/verbs/draw/freeze.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { seal } from '../../bot/verbs/draw/seal.ts';
import { makeBackup } from '../../bot/verbs/ledger/backup.ts';
import { backup as copyOf, restore } from '../../db/backup.ts';
import { value } from '../desk.ts';
import {
  again,
  asked,
  ceremonyUntil,
  continued,
  expectRefused,
  frozenAt,
  hands,
  type PlannedDesk,
  plannedDesk,
  typedAtDesk,
} from '../drawn-desk.ts';

/** The database of an earlier hour in the place of the present one; what lies beside it stays. */
async function putBack(desk: PlannedDesk, backup: string): Promise<PlannedDesk> {
  desk.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(desk.folder, `desk.db${end}`), { force: true });
  value(await restore(backup, join(desk.folder, 'desk.db')));
  return again(desk);
}

it('who dislikes a draw and puts the morning’s database back freezes nothing there, also where no checkpoint was ever posted', async () => {
  const desk = await plannedDesk();
  const backup = join(desk.folder, 'morning.db');
  value(await makeBackup(desk, hands.drafter, backup));
  await ceremonyUntil(desk, 'opened');
  const old = await putBack(desk, backup);
  expectRefused(await freeze(old, hands.drafter, asked(old)), 'draw', { reason: 'behind-checkpoint' });
});

it('a ceremony that is put back to before its sealing and sealed with other numbers is not opened', async () => {
  const desk = await plannedDesk();
  const frozen = await frozenAt(desk);
  const backup = join(desk.folder, 'frozen.db');
  value(await copyOf(desk.db, backup));
  await continued(desk, frozen, 'ready');
  const old = await putBack(desk, backup);
  old.setNow(frozen.manifest.frozenAt);
  const { ceremony } = frozen;
  value(await seal(old, hands.discipline, { ceremony, typed: `${typedAtDesk}1` }));
  await continued(old, frozen, 'ready').catch(() => undefined);
  expect(await open(old, hands.drafter, ceremony)).toMatchObject({ ok: false });
  expectRefused(await open(old, hands.drafter, ceremony), 'draw', { reason: 'behind-checkpoint' });
});
