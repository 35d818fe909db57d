/** 截止征询: the office closes the round. Replies that come afterwards are still taken, and marked late. */
import type { Closed } from '../../../core/consult/fact.ts';
import { tallyOf } from '../../../core/consult/tally.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { minuteOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { letteredConsultation } from './held.ts';

export interface ClosedAnswer {
  readonly consultation: string;
  readonly at: string;
  /** Those who had not answered. */
  readonly silent: readonly string[];
}

export function closeConsultation(
  deps: Deps,
  actor: Actor,
  consultation: string,
): Promise<Result<ClosedAnswer, Refusal>> {
  return act<ClosedAnswer>(deps, actor, 'close-consultation', {}, async (at) => {
    const held = await letteredConsultation(deps.db, consultation);
    if (!held.ok) return held;
    const { closed, asked } = held.value;
    if (closed !== null) return already({ consultation, ...closed });
    const value = { consultation, at: minuteOf(at.now), silent: tallyOf(held.value).silent };
    const body: Closed = { ...value, asked, by: actor.person };
    return ok({ facts: [factOf(actor, 'close-consultation', asJson(body))], value });
  });
}
