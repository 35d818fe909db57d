/** Backup of the desk's database while it is in use; that it was made, where and at which head, is itself on record. */
import { err, ok, type Result } from '../../../core/result.ts';
import { type BackupRefusal, backup, backupOver } from '../../../db/backup.ts';
import type { Step } from '../../../db/copy.ts';
import type { CopyRefusal } from '../../../db/copy-road.ts';
import { movedFrom } from '../../../db/moved.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise, enact, factOf } from '../act.ts';

export interface BackedUp {
  readonly path: string;
  readonly size: number;
  readonly head: string;
}

/** @param step is told how far a copy over a network has come */
export async function makeBackup(
  deps: Deps,
  actor: Actor,
  path: string,
  step: (step: Step) => void = () => {},
): Promise<Result<BackedUp, Refusal>> {
  const allowed = authorise(actor, 'make-backup');
  if (!allowed.ok) return allowed;
  const moved = await movedFrom(deps.db);
  if (moved !== null) return refuse('ledger', { reason: 'moved', moved });
  const made = deps.db.isFile ? await backup(deps.db, path) : await backupOver(deps, deps.db, path, step);
  if (!made.ok) return err(copyRefusal(made.error));
  const value: BackedUp = { path, size: made.value.seq, head: made.value.hash };
  return enact<BackedUp>(deps, async () =>
    ok({ facts: [factOf(actor, 'make-backup', { size: value.size, head: value.head })], value }),
  );
}

export const copyRefusal = (why: BackupRefusal | CopyRefusal): Refusal => ({
  stage: 'ledger',
  why: isOfFile(why) ? { reason: 'backup', why } : { reason: 'copy', why },
});

const isOfFile = (why: BackupRefusal | CopyRefusal): why is BackupRefusal =>
  why.reason === 'target-exists' ||
  why.reason === 'no-such-backup' ||
  why.reason === 'no-such-folder' ||
  why.reason === 'not-a-backup' ||
  why.reason === 'backup-unfinished' ||
  why.reason === 'ledger-broken';
