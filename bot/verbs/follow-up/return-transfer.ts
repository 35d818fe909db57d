/** 反馈移交办理结果: what became of it stands at the finding by the same act, and is typed nowhere again (三明 四(十) 双向联动、监管闭环). */
import type { TransferResult } from '../../../core/follow-up/act.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { lineMost } from '../too-long.ts';
import { atMost, day, line, needed } from './given.ts';
import { type Done, onCases } from './on-cases.ts';
import { transferHeld } from './transfers.ts';

export interface TransferReturn {
  readonly transfer: number;
  readonly result: TransferResult;
  /** Number of the decision, where there is one. */
  readonly number: string;
  readonly on: string;
  readonly words: string;
}

export async function returnTransfer(
  deps: Deps,
  actor: Actor,
  { transfer, result, ...input }: TransferReturn,
): Promise<Result<Done, Refusal>> {
  const held = await transferHeld(deps.db, transfer);
  if (held === null) return refuse('follow-up', { reason: 'no-such-transfer', transfer });
  const { to, cases } = held.body;
  return onCases(deps, actor, { verb: 'return-transfer', by: to }, { cases }, async () => {
    const number = result === 'penalised' ? line('number', input.number) : atMost(input.number, lineMost);
    if (!number.ok) return number;
    const on = day('on', input.on);
    if (!on.ok) return on;
    const words = result === 'penalised' ? atMost(input.words) : needed('words', input.words);
    if (!words.ok) return words;
    return ok([
      { kind: 'transfer-returned', transfer, to, result, number: number.value, on: on.value, words: words.value },
    ]);
  });
}
