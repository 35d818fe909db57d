/** Whether the key at hand opens every sealed value: a ceremony that moves in its midst is opened at the new place, or never. */
import { ok, type Result } from '../../../core/result.ts';
import { secretPurpose } from '../../../db/draws.ts';
import { unseal } from '../../../db/secret.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';

export async function keyOpensAll({ db, sealKey }: Pick<Deps, 'db' | 'sealKey'>): Promise<Result<null, Refusal>> {
  const rows = await db.read('select ceremony, participant, sealed from sealed_secret order by ceremony, participant');
  const key = await sealKey();
  for (const { ceremony, participant, sealed } of rows) {
    const no = Number(ceremony);
    const opened = await unseal(key, secretPurpose(no, String(participant)), String(sealed));
    if (!opened.ok) return refuse('ledger', { reason: 'other-key', ceremony: no });
  }
  return ok(null);
}
