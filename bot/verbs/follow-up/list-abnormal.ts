/** 列入经营异常名录: decided by the head, after the reminder and its time, naming what was considered (石狮 四(三) 审慎列异). */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { atMost, day, line } from './given.ts';
import { type Cases, type Done, onCases } from './on-cases.ts';

export interface AbnormalListing extends Cases {
  readonly number: string;
  readonly on: string;
  /** Which of the policy's measures of caution were considered, and with what outcome. */
  readonly considered: string;
  readonly words: string;
}

export const listAbnormal = (deps: Deps, actor: Actor, input: AbnormalListing): Promise<Result<Done, Refusal>> =>
  onCases(deps, actor, { verb: 'list-abnormal' }, input, async () => {
    const number = line('number', input.number);
    if (!number.ok) return number;
    const on = day('on', input.on);
    if (!on.ok) return on;
    const [considered, words] = [atMost(input.considered), atMost(input.words)];
    if (!considered.ok) return considered;
    if (!words.ok) return words;
    return ok([
      {
        kind: 'abnormal-listed',
        number: number.value,
        on: on.value,
        considered: considered.value,
        words: words.value,
      },
    ]);
  });
