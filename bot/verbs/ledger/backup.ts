/** Backup of the desk's database while it is in use; that it was made, where and at which head, is itself on record. */
import { err, ok, type Result } from '../../../core/result.ts';
import { type BackupRefusal, backup } from '../../../db/backup.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { authorise, enact, factOf } from '../act.ts';

export interface BackedUp {
  readonly path: string;
  readonly size: number;
  readonly head: string;
}

export async function makeBackup(deps: Deps, actor: Actor, path: string): Promise<Result<BackedUp, Refusal>> {
  const allowed = authorise(actor, 'make-backup');
  if (!allowed.ok) return allowed;
  const made = await backup(deps.db, path);
  if (!made.ok) return err(backupRefusal(made.error));
  const value: BackedUp = { path, size: made.value.seq, head: made.value.hash };
  return enact<BackedUp>(deps, async () =>
    ok({ facts: [factOf(actor, 'make-backup', { size: value.size, head: value.head })], value }),
  );
}

export const backupRefusal = (why: BackupRefusal): Refusal => ({ stage: 'ledger', why: { reason: 'backup', why } });
