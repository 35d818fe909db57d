/**
 * 异议决定: the head of the department keeps what is public, has it corrected (a new version is entered, reviewed and published beside this one), or
 * withdraws it. The version that was read stays on record.
 */
import type { Fact } from '../../../core/ledger/fact.ts';
import { end } from '../../../core/notice/life.ts';
import type { Notice } from '../../../core/notice/notice.ts';
import {
  type Objection,
  type ObjectionDecided,
  type ObjectionDecision,
  objectionOf,
} from '../../../core/notice/objection.ts';
import { bookOfSource, outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { dossierOf } from '../../../db/dossier.ts';
import { noticeHistory, noticeRows } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfObjection } from '../../post/after/notice.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf, signed } from '../act.ts';
import { tooLong } from '../too-long.ts';
import type { NoticeEnded } from './end.ts';
import { type MeantOutcome, noticeOf, outcomesMeant } from './meant.ts';
import { decidersOf } from './objections.ts';
import { stageBound } from './pages.ts';
import { authorisedFor, keysNamed } from './whose.ts';

export interface ObjectionInput {
  readonly objection: number;
  readonly decision: ObjectionDecision;
  readonly words: string;
}

export function decideObjection(
  deps: Deps,
  actor: Actor,
  input: ObjectionInput,
): Promise<Result<{ readonly decision: ObjectionDecision; readonly outcome: string }, Refusal>> {
  const words = input.words.trim();
  return enact<{ decision: ObjectionDecision; outcome: string }>(deps, async (at) => {
    const received = objectionOf(await dossierOf(deps.db, { matter: 'objection', id: String(input.objection) }));
    if (received === null) return refuse('notice', { reason: 'no-objection', objection: input.objection });
    const allowed = await authorisedFor(deps, actor, 'decide-objection', received.department);
    if (!allowed.ok) return allowed;
    const { objection, decision } = input;
    const value = { decision, outcome: received.case };
    if (received.decided !== null)
      return received.decided.decision === decision
        ? already(value)
        : refuse('notice', { reason: 'objection-decided', objection, decision: received.decided.decision });
    if (words === '') return refuse('notice', { reason: 'no-words', of: 'decision' });
    const long = tooLong(words);
    if (long !== null) return refuse('notice', long);
    const { department } = received;
    const body: ObjectionDecided = { objection, case: received.case, department, decision, words };
    const fact = factOf(actor, 'decide-objection', asJson(body));
    const outbox = postsOfObjection(objection, await decidersOf(deps, department));
    if (decision !== 'withdraw') return ok({ facts: [fact], outbox, value });
    const named = keysNamed([received.case]);
    if (!named.ok) return named;
    const meant = await outcomesMeant(deps, named.value.keys);
    if (!meant.ok) return meant;
    if (await isCorrectedSince(deps, received, meant.value))
      return refuse('notice', { reason: 'corrected-since', objection });
    const today = dayOf(at.now);
    const withdrawn = meant.value.flatMap((each) => withdrawal(each, today, words, at.seq + 1));
    if (withdrawn.length === 0) return ok({ facts: [fact], outbox, value });
    const ended: NoticeEnded = {
      department,
      book: bookOfSource(withdrawn[0]?.source ?? ''),
      cases: withdrawn.map(outcomeId),
      why: 'withdrawn',
      day: today,
      pages: await stageBound(deps, withdrawn, []),
    };
    const ending: Fact = { kind: 'notice-ended', actor: signed(actor), body: asJson(ended) };
    return ok({ facts: [fact, ending], rows: [noticeRows(withdrawn)], outbox, value });
  });
}

/** What stands now is another finding than the one that was objected to, and nobody has objected to it. */
async function isCorrectedSince(
  { db }: Pick<Deps, 'db'>,
  { notice }: Pick<Objection, 'notice'>,
  meant: readonly MeantOutcome[],
): Promise<boolean> {
  for (const { key, notice: standing } of meant) {
    const objected = (await noticeHistory(db, key)).find(({ seq }) => seq === notice);
    if (objected !== undefined && standing !== null && standing.outcome !== objected.outcome) return true;
  }
  return false;
}

/** Nothing where it is read by nobody any more. */
function withdrawal(outcome: MeantOutcome, day: string, words: string, seq: number): readonly Notice[] {
  const next = end(outcome.notice, { why: 'withdrawn', words, day, today: day });
  return next.ok && next.value !== null ? [noticeOf(outcome, next.value, seq)] : [];
}
