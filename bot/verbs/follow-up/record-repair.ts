/** 信用修复: applied for, decided, carried out, online where it was, by the departments together (三明 四(十一) 协同办、网上办; 石狮 四(三)). */
import type { RepairStep } from '../../../core/follow-up/act.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { lineMost } from '../too-long.ts';
import { atMost, day, needed } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';
import { departmentsTold } from './told.ts';

export interface CreditRepair extends Cases {
  readonly step: RepairStep;
  readonly number: string;
  readonly on: string;
  readonly online: boolean;
  /** Codes or names of the departments that handle it together. */
  readonly told: readonly string[];
  readonly words: string;
}

export const recordRepair = (deps: Deps, actor: Actor, input: CreditRepair): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'record-repair' }, input, async () => {
    const { step, online } = input;
    const on = day('on', input.on);
    if (!on.ok) return on;
    const number = atMost(input.number, lineMost);
    if (!number.ok) return number;
    const words = step === 'denied' ? needed('words', input.words) : atMost(input.words);
    if (!words.ok) return words;
    const told = await departmentsTold(deps.db, input.told);
    if (!told.ok) return told;
    return ok([
      {
        kind: 'credit-repaired',
        step,
        number: number.value,
        on: on.value,
        online,
        told: told.value,
        words: words.value,
      },
    ]);
  });
