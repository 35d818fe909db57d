/** 通报经验做法 (三明 2025 五(十四)): the office passes what one member sent on to all others. */
import type { PracticePassedOn } from '../../../core/exchange/practice.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { takingPart } from './departments.ts';
import { practiceHeld } from './practices.ts';

/** To every department that takes part, except the one that it comes from. */
export function passOnPractice(
  deps: Deps,
  actor: Actor,
  no: number,
): Promise<Result<{ readonly to: readonly string[] }, Refusal>> {
  return act<{ readonly to: readonly string[] }>(deps, actor, 'pass-on-practice', {}, async (at) => {
    const practice = await practiceHeld(deps.db, no);
    if (practice === null) return refuse('exchange', { reason: 'no-practice', no });
    const to = (await takingPart(deps.db, dayOf(at.now))).filter((code) => code !== practice.department);
    if (practice.passedOn) return already({ to });
    const body: PracticePassedOn = { practice: no, to };
    return ok({ facts: [factOf(actor, 'pass-on-practice', asJson(body))], value: { to } });
  });
}
