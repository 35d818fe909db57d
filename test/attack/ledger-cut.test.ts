import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { verifyLedger } from '../../db/ledger.ts';
import { frozenAt, plannedDesk } from '../drawn-desk.ts';

const cli = fileURLToPath(new URL('../../bot/cli/main.ts', import.meta.url));

it('a ledger whose last rows were cut off is told by the checkpoint beside it, though its chain holds', async () => {
  const desk = await plannedDesk();
  await frozenAt(desk);
  const check = () =>
    spawnSync(
      process.execPath,
      [cli, '--db', desk.database, '--office', desk.office, 'ledger', 'verify', '--lang', 'en'],
      {
        encoding: 'utf8',
      },
    );
  expect(check()).toMatchObject({ status: 0 });
  await desk.db.write([
    'drop trigger ledger_keep_delete',
    'drop trigger ledger_body_keep_delete',
    'delete from ledger_body where seq = (select max(seq) from ledger)',
    'delete from ledger where seq = (select max(seq) from ledger)',
  ]);
  expect((await verifyLedger(desk.db)).ok).toBe(true);
  const told = check();
  expect(told.stdout).toContain('does not continue the posted checkpoint');
  expect(told.status).toBe(3);
});
