/**
 * The department's answer to a fault that a re-inspection found (三明 2025 四(十二)), since it is there that the work becomes better
 * (督促基层提升检查质量).
 */
import { hasFault, type RecheckAnswered } from '../../../core/recheck/recheck.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { recheckHeld } from './rechecks.ts';

export function answerRecheck(
  deps: Deps,
  actor: Actor,
  input: Pick<RecheckAnswered, 'recheck' | 'outcome' | 'words'>,
): Promise<Result<RecheckAnswered, Refusal>> {
  return enact<RecheckAnswered>(deps, async (at) => {
    const { recheck: no, outcome } = input;
    const recheck = await recheckHeld(deps.db, no);
    if (recheck === null) return refuse('recheck', { reason: 'no-recheck', no });
    const record = recheck.records.get(outcome);
    const allowed = authorise(actor, 'answer-recheck', { department: record?.department ?? recheck.department });
    if (!allowed.ok) return allowed;
    if (record === undefined || !hasFault(record))
      return refuse('recheck', { reason: 'nothing-to-answer', no, outcome });
    const words = input.words.trim();
    if (words === '') return refuse('recheck', { reason: 'answer-missing' });
    const long = tooLong(words);
    if (long !== null) return refuse('recheck', long);
    const before = recheck.answers.get(outcome);
    if (before?.words === words) return already(before);
    const { ceremony } = recheck;
    const { department } = record;
    const body: RecheckAnswered = { recheck: no, ceremony, outcome, department, words, on: dayOf(at.now) };
    return ok({ facts: [factOf(actor, 'answer-recheck', asJson(body))], value: body });
  });
}
