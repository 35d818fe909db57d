/**
 * “一书一函”同达: the notice of the decision and the letter on repairing credit are served together, so that there is no act for the one
 * without the other; number, day and receipt are the pair's (三明 四(十一)).
 */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { day, line } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface NoticeWithLetter extends Cases {
  /** Number of the decision. */
  readonly number: string;
  readonly on: string;
  /** 送达回证 */
  readonly receipt: string;
}

export const sendRepairLetter = (deps: Deps, actor: Actor, input: NoticeWithLetter): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'send-repair-letter' }, input, async () => {
    const number = line('number', input.number);
    if (!number.ok) return number;
    const on = day('on', input.on);
    if (!on.ok) return on;
    const receipt = line('receipt', input.receipt);
    if (!receipt.ok) return receipt;
    return ok([{ kind: 'repair-letter-sent', number: number.value, on: on.value, receipt: receipt.value }]);
  });
