/** 移交签收: whoever receives signs, never the one who handed over (甘州 二(二)2 做好移交记录). */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type Done, onCases } from './on-cases.ts';
import { transferHeld } from './transfers.ts';

export async function receiveTransfer(
  deps: Deps,
  actor: Actor,
  { transfer }: { readonly transfer: number },
): Promise<Result<Done, Refusal>> {
  const held = await transferHeld(deps.db, transfer);
  if (held === null) return refuse('follow-up', { reason: 'no-such-transfer', transfer });
  const { to, cases } = held.body;
  return onCases(deps, actor, { verb: 'receive-transfer', by: to }, { cases }, async () =>
    ok([{ kind: 'transfer-received', transfer, to, receiver: actor.person }]),
  );
}
