/**
 * 停止公示: a public row ends when the credit is repaired, the decision it rests on is revoked, or its period is over. The ledger keeps every version; the
 * public reads it no more from the day that is named.
 */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
import { end } from '../../../core/notice/life.ts';
import type { Ending, Notice } from '../../../core/notice/notice.ts';
import { bookOfSource, outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { noticeRows } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { noticeOf, outcomesMeant } from './meant.ts';
import { stageBound } from './pages.ts';
import { authorisedFor, keysNamed } from './whose.ts';

export interface EndInput {
  /** Names of outcomes of one department. */
  readonly outcomes: readonly string[];
  readonly why: Exclude<Ending, 'withdrawn'>;
  /** What it rests on: the decision, its number. */
  readonly words: string;
  /** From this day nobody reads it any more; '' for today. */
  readonly day: string;
}

/** The fact's body; it is public, and names outcomes by number alone. */
export interface NoticeEnded {
  readonly department: string;
  readonly book: string;
  readonly cases: readonly string[];
  readonly why: Ending;
  readonly day: CivilDate;
  readonly pages: readonly string[];
}

export async function endNotices(
  deps: Deps,
  actor: Actor,
  input: EndInput,
): Promise<Result<{ readonly count: number; readonly day: CivilDate }, Refusal>> {
  const named = keysNamed(input.outcomes);
  if (!named.ok) return named;
  const { keys, department } = named.value;
  const allowed = await authorisedFor(deps, actor, 'end-notice', department);
  if (!allowed.ok) return allowed;
  const words = input.words.trim();
  if (words === '') return refuse('notice', { reason: 'no-words', of: 'end' });
  const long = tooLong(words);
  if (long !== null) return refuse('notice', long);
  const stated = input.day === '' ? null : parseDate(input.day);
  if (stated !== null && !stated.ok) return refuse('notice', { reason: 'not-a-date', text: input.day });
  return enact<{ count: number; day: CivilDate }>(deps, async (at) => {
    const today = dayOf(at.now);
    const day = stated?.value ?? today;
    if (day < today) return refuse('notice', { reason: 'day-past', day, today });
    const meant = await outcomesMeant(deps, keys);
    if (!meant.ok) return meant;
    const notices: Notice[] = [];
    for (const each of meant.value) {
      const next = end(each.notice, { why: input.why, words, day, today });
      if (!next.ok) return refuse('notice', { reason: 'life', id: each.id, why: next.error });
      if (next.value !== null) notices.push(noticeOf(each, next.value, at.seq));
    }
    const [first] = keys;
    if (notices.length === 0 || first === undefined) return already({ count: 0, day });
    const body: NoticeEnded = {
      department,
      book: bookOfSource(first.source),
      cases: notices.map(outcomeId),
      why: input.why,
      day,
      pages: await stageBound(deps, notices, []),
    };
    return ok({
      facts: [factOf(actor, 'end-notice', asJson(body))],
      rows: [noticeRows(notices)],
      value: { count: notices.length, day },
    });
  });
}
