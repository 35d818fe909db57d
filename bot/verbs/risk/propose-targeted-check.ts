/** 定向抽查、专项检查建议 (甘州 2023 二(二)5; 三明 2025 四(九): 为新一轮抽查检查提供指引): what was found points to what the next plan should look at. */
import { ok, type Result } from '../../../core/result.ts';
import type { TargetedCheckProposed, TargetedKind } from '../../../core/risk/warning.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { seenOutcomes } from './seen.ts';

export interface Proposal {
  readonly kind: TargetedKind;
  /** An area, a trade or an item. */
  readonly about: string;
  readonly words: string;
  readonly year: number;
}

export const targetedChecks = async (db: Db): Promise<readonly TargetedCheckProposed[]> =>
  (await factBodies<TargetedCheckProposed>(db, 'targeted-check-proposed')).map(({ body }) => body);

export function proposeTargetedCheck(
  deps: Deps,
  actor: Actor,
  input: Proposal,
): Promise<Result<TargetedCheckProposed, Refusal>> {
  const { department } = actor;
  return act<TargetedCheckProposed>(deps, actor, 'propose-targeted-check', { department }, async (at) => {
    const [about, words] = [input.about.trim(), input.words.trim()];
    if (about === '' || words === '') return refuse('risk', { reason: 'say-it-in-words' });
    const long = tooLong(words) ?? tooLong(about, lineMost);
    if (long !== null) return refuse('risk', long);
    if (!Number.isInteger(input.year) || input.year > 2099)
      return refuse('risk', { reason: 'no-such-year', year: input.year });
    const on = dayOf(at.now);
    const thisYear = Number(on.slice(0, 4));
    if (input.year < thisYear) return refuse('risk', { reason: 'year-over', year: input.year, thisYear });
    // The rows behind it, where what it is about is an area, a trade or an item that outcomes know.
    const outcomes = (await seenOutcomes(deps, thisYear))
      .filter(({ place, trades, item }) => place === about || item === about || trades.includes(about))
      .map(({ id }) => id);
    const { kind, year } = input;
    const body: TargetedCheckProposed = { kind, about, outcomes, words, year, department, on };
    const known = (await targetedChecks(deps.db)).findLast(
      (each) => each.department === department && each.about === about && each.year === year && each.kind === kind,
    );
    return known?.words === words
      ? already(known)
      : ok({ facts: [factOf(actor, 'propose-targeted-check', asJson(body))], value: body });
  });
}
